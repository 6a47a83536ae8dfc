"""Assemblée nationale, France: files, amendments and votes as pages, written questions as XML, and the open data."""

from collections.abc import Iterator

from crawlers.files.reading import words
from crawlers.parsers import fr_an_data, fr_an_page
from crawlers.parsing import Element, Matter, Response, Source, Unreadable, dates, reading
from crawlers.record import events, people, record, worded
from crawlers.texts import outline
from crawlers.texts.lines import lines
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 5


def parse(response: Response, source: Source) -> Iterator[Matter]:
    if response.opening in {b"{", b"["}:
        yield from fr_an_data.parse(response, source)
    elif b"<QUESTION" in response.head:
        yield _question(response)
    else:
        yield fr_an_page.page(response)


def _shown(root: Element, path: str) -> str:
    """Words that are written as a piece of a page, with its tables."""
    return "\n".join(lines(reading.html(f"<div>{root.findtext(path) or ''}</div>".encode())))


def _question(response: Response) -> Matter:
    root = reading.xml(response.body)
    term, number = root.findtext("LEGISLATURE") or "", next(iter(root.iter("DEPOT")), root).get("NUMERO", "")
    if not term or not number:
        raise Unreadable("the XML is no question of the Assemblée: it has no LEGISLATURE and number")
    day = dates.iso(root.findtext(".//DEPOT/DATE_JO"), "dmy")
    said, answered = (_shown(root, f".//TEXTE_{name}") for name in ("DEPOT", "REPONSE"))
    author = f"{root.findtext('.//AUTEUR/PRENOM') or ''} {root.findtext('.//AUTEUR/NOM') or ''}".strip()
    replied = dates.iso(root.findtext(".//REPONSE/DATE_JO_REPONSE"), "dmy")
    asked = words(root.find(".//MINI/DEVELOPPE"))
    subject = [found.get("RUBRIQUE", "") for found in root.iterfind("INDEXATION_AN")]
    units = [outline.Unit("question", text=said), *([outline.Unit("answer", text=answered)] if answered else [])]
    return record(
        id=f"fr/an/q{term}-{number}{root.get('TYPE', '')}",
        kind=Kind.SIGNAL,
        instrument="written question",
        title=f"Question n° {number}: {', '.join([*subject, *(words(e) for e in root.iter('ANA'))])}".rstrip(": "),
        url=f"https://questions.assemblee-nationale.fr/q{term}/{term}-{number}{root.get('TYPE', '')}.htm",
        status=Status.DECIDED if answered else Status.PENDING,
        status_as_of=replied or day,
        source_status="Réponse publiée" if answered else "",
        events=events((day, EventKind.PUBLISHED, "Question"), (replied, EventKind.OUTCOME, "Réponse")),
        people=(*people("author", [author]), *people("asked", [asked])),
        texts=worded("fr", day, units, "text/xml"),
    )
