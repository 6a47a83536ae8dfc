"""Decisions of the Conseil constitutionnel from the bulk files of DILA (CONSTIT): one file a decision, with all its words."""

from collections.abc import Iterator

from crawlers import paging
from crawlers.files.reading import words
from crawlers.parsers import dila
from crawlers.parsing import Element, Matter, Request, Response, Source, Unreadable, dates, ids, reading
from crawlers.places.fr import france
from crawlers.record import events, numbers, people, record, worded
from crawlers.texts import prose
from crawlers.texts.lines import lines
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

start = paging.recalling


def parse(response: Response, source: Source) -> Iterator[Matter | Request]:
    if b"<html" in response.body[:2_000].lower():
        yield from dila.directory(response, source)
        return
    root = reading.xml(response.body)
    if root.tag != "TEXTE_JURI_CONSTIT":
        raise Unreadable(f"the XML is no decision of the Conseil constitutionnel: its root is {root.tag!r}")
    yield _decision(root)


def _decision(root: Element) -> Matter:
    number, nature = words(root.find(".//META_JURI/NUMERO")), words(root.find(".//META_COMMUN/NATURE"))
    if not number or not nature:
        raise Unreadable("the decision has no number or no nature")
    own, day = words(root.find(".//META_COMMUN/ID")), dates.iso(root.findtext(".//DATE_DEC"))
    published = dates.first(words(root.find(".//TITRE_JO")))
    printed, page = f"{number} {nature}", words(root.find(".//URL_CC")).replace("http://", "https://", 1)
    content = root.find(".//BLOC_TEXTUEL/CONTENU")
    said = prose.from_lines(lines(content)) if content is not None else []
    return record(
        id=ids.require(f"fr/cc/{ids.part(number)}-{ids.part(nature)}"),
        kind=Kind.CASE,
        instrument=words(root.find(".//NATURE_QUALIFIEE")) or nature,
        title=" : ".join(filter(None, (f"Décision n° {printed}", words(root.find(".//META_JURI/TITRE"))))),
        status=Status.DECIDED,
        status_as_of=day,
        source_status=words(root.find(".//META_JURI/SOLUTION")),
        url=page or f"https://www.legifrance.gouv.fr/cons/id/{own}",
        events=events((day, EventKind.DECIDED), (published, EventKind.PUBLISHED, "Journal officiel")),
        identifiers=numbers(
            ("dila", own),
            ("ecli", words(root.find(".//ECLI"))),
            ("nor", words(root.find(".//META_JURI_CONSTIT/NOR"))),
            ("printed", printed),
        ),
        people=people("applicant", (" ".join(one.get("AUTEUR", "").split()) for one in root.iter("SAISINE"))),
        links=tuple(france.laws(root, nature)),
        texts=worded("fr", day, said, "application/xml"),
    )
