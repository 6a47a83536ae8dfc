"""Bulk files of DILA (JORF, LEGI): the directory of archives, and in each the laws, ordinances, decrees and codes.

A text comes as two files, its `version` (what it is) and its `struct` (which articles it has); articles are files of their own beside
them. Orders, notices and appointments are left out, and of a text whose articles are not all there the words are.
"""

from collections.abc import Iterator

from crawlers import paging
from crawlers.files.reading import words
from crawlers.matter import Link
from crawlers.parsing import Element, Finds, Matter, Request, Response, Source, Unreadable, dates, reading
from crawlers.places.fr import france
from crawlers.record import events, numbers, record, worded
from crawlers.texts import dila
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 2
_WORDS = Words("dila")
_LINKS = {"MODIFIE": LinkKind.AMENDS, "ABROGE": LinkKind.REPEALS, "APPLICATION": LinkKind.IMPLEMENTS}
_FINISHED = {Status.REPEALED, Status.STRUCK_DOWN, Status.LAPSED, Status.MERGED}
_ENTITIES = {"TEXTE_VERSION", "TEXTELR", "ARTICLE", "SECTION_TA", "JO", "ID", "VERSIONS"}

start = paging.recalling


def parse(response: Response, source: Source) -> Finds:
    if b"<html" in response.body[:2_000].lower():
        yield from directory(response, source)
        return
    root = reading.xml(response.body)
    if root.tag not in _ENTITIES:
        raise Unreadable(f"the XML is no text of DILA: its root is {root.tag!r}")
    if root.tag in {"TEXTE_VERSION", "TEXTELR"} and root.findtext(".//META_COMMUN/NATURE") in france.SERIES:
        yield _text(root, response)


def directory(response: Response, source: Source) -> Iterator[Request]:
    """The archives of the days since the last run; of the last days where there was none."""
    names = [str(link.get("href")) for link in reading.html(response.body).iter("a")]
    days = int(source.options.get("days", "31"))
    files = paging.dated(names, source.options["files"], response.context.get("since", ""), days)
    if not files:
        raise Unreadable(f"the directory holds no file like {source.options['files']}")
    yield from (Request(url=f"{source.urls[0]}{file}") for file in files)


def _text(root: Element, response: Response) -> Matter:
    """What either of its two files says of a text."""
    series = france.SERIES[root.findtext(".//META_COMMUN/NATURE") or ""]
    own = root.findtext(".//META_TEXTE_CHRONICLE/CID") or root.findtext(".//META_COMMUN/ID") or ""
    said = root.findtext(".//META_TEXTE_VERSION/ETAT") or ""
    days = _days(root, said)
    known = _deferred(said, days, response.fetched[:10]) or (_WORDS.status(said) if said else Status.ENACTED)
    published = days[EventKind.PUBLISHED]
    id, number = france.law(series, root.findtext(".//META_TEXTE_CHRONICLE/NUM") or "", own)
    title = words(root.find(".//TITREFULL")) or words(root.find(".//TITRE"))
    return record(
        id=id,
        aliases=tuple({f"fr/jorf/{own}"} - {id}),
        kind=Kind.REGULATION if series == "decret" else Kind.ACT,
        instrument=series,
        title=title,
        status=known,
        status_as_of=days[EventKind.REPEALED if known in _FINISHED else EventKind.IN_FORCE] or published,
        source_status=said,
        url=f"https://www.legifrance.gouv.fr/{'codes' if series == 'code' else 'jorf'}/id/{own}",
        events=events(*((day, kind) for kind, day in days.items())),
        identifiers=numbers(
            ("dila", own), ("nor", root.findtext(".//NOR") or ""), ("printed", number and f"n° {number}")
        ),
        links=tuple(sorted(set(_links(root, id)))),
        texts=worded("fr", published, dila.units(root, response), "application/xml"),
    )


def _deferred(said: str, days: dict[EventKind, str], today: str) -> Status | None:
    """What was to begin or to end on a day that has come since the file was written."""
    if said == "VIGUEUR_DIFF" and "" < days[EventKind.IN_FORCE] <= today:
        return Status.IN_FORCE
    if said in {"VIGUEUR", "ABROGE_DIFF"} and "" < days[EventKind.REPEALED] <= today:
        return Status.REPEALED
    return None


def _days(root: Element, said: str) -> dict[EventKind, str]:
    """The days that the text names; from when and until when only where it says that it is law (`said`)."""
    signed, published, begins, ends = (
        dates.iso(root.findtext(f".//{name}") or "") for name in ("DATE_TEXTE", "DATE_PUBLI", "DATE_DEBUT", "DATE_FIN")
    )
    days = {EventKind.SIGNED: signed, EventKind.PUBLISHED: published}
    days |= {EventKind.IN_FORCE: begins if said else "", EventKind.REPEALED: ends if said else ""}
    return {kind: "" if day.startswith("2999") else day for kind, day in days.items()}


def _links(root: Element, id: str) -> Iterator[Link]:
    """What the text does to others; what others do to it is said by them."""
    for link in root.iter("LIEN"):
        kind = _LINKS.get(link.get("typelien", ""))
        series = france.SERIES.get(link.get("naturetexte", ""))
        if kind and link.get("sens") == "source" and series and link.get("cidtexte"):
            target, _ = france.law(series, link.get("numtexte", ""), link.get("cidtexte", ""))
            if target != id:
                yield Link(kind=kind, target=target)
