"""Slov-Lex, Slovakia: lists of acts and of their versions as JSON, and the page with an act's history."""

from collections.abc import Iterator

from crawlers.files.reading import Element, words
from crawlers.matter import Text
from crawlers.parsing import Finds, Matter, Response, Source, Unreadable, dates, fields, reading
from crawlers.places import slovakia
from crawlers.record import events, linked, links, numbers, record
from crawlers.values.fields import Row, must, text
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 3

_ACTS = {"Zakon", "UstavnyZakon", "Ustava"}


def parse(response: Response, source: Source) -> Finds:
    if response.opening == b"<":
        yield _history(response)
        return
    answer = reading.answer(response.body, "docs", "the JSON is no answer of Slov-Lex: it has no docs")
    yield from fields.declared(answer, "numFound")
    yield from fields.each(fields.rows(answer, "docs"), _row)


def _row(row: Row) -> Iterator[Matter]:
    work = slovakia.work(must(row, "iri"))
    if not work:
        return
    number = text(row, "cislo") or f"{work.number}/{work.year}"
    published, started = (dates.iso(text(row, name)[:10]) for name in ("vyhlaseny", "ucinnyOd"))
    yield record(
        id=work.id,
        kind=Kind.ACT if text(row, "typPredp") in _ACTS else Kind.REGULATION,
        instrument=text(row, "typPredp_value"),
        title=text(row, "nazov") or number,
        status=Status.ENACTED,
        url=f"https://www.slov-lex.sk/ezbierky{text(row, 'iri')}",
        events=events(
            (published, EventKind.PUBLISHED),
            (started, EventKind.IN_FORCE),
            (work.day, EventKind.APPLIES_FROM, "znenie"),
        ),
        identifiers=numbers(("printed", number)),
    )


def _history(response: Response) -> Matter:
    """Each version with the days it holds; the acts that made them are related."""
    root = reading.html(response.body)
    rows = [(row, work) for row in root.iter("tr") if (work := slovakia.work(row.get("data-iri", "")))]
    if not rows:
        raise Unreadable("the page shows no history of an act: no row has a data-iri")
    work, printed = rows[0][1], words(next(root.iter("h1"), None)).removeprefix("História predpisu ").strip()
    ends = dates.iso(rows[-1][0].get("data-ucinnostdo"))
    starts = [dates.iso(row.get("data-ucinnostod")) for row, _ in rows]
    return record(
        id=work.id,
        kind=Kind.ACT,
        title=printed or work.iri,
        status=Status.ENACTED,
        url=f"https://www.slov-lex.sk/ezbierky/SK/{work.series}/{work.year}/{work.number}/",
        events=events(*((day, EventKind.APPLIES_FROM, "znenie") for day in starts), (ends, EventKind.ENDS)),
        links=links(LinkKind.RELATED, sorted(_named(link) for row, _ in rows for link in row.iterfind("td[3]/a"))),
        identifiers=numbers(("printed", printed)),
        texts=tuple(text for row, version in rows for text in _version(row, version)),
    )


def _named(link: Element) -> str:
    """The act by the address that its link leads to (../../../ZZ/2004/191/20040415.html), else as printed."""
    work = slovakia.work(f"/SK/{link.get('href', '').rpartition('../')[2]}")
    return work.id if work else words(link)


def _version(row: Element, version: slovakia.Work) -> tuple[Text, ...]:
    """The words of a version stand on a page of its own; of the last ones, one may have no last day yet."""
    days = words(row.find("td[2]"))
    return linked("sk", version.day, f"https://www.slov-lex.sk/ezbierky{row.get('data-iri')}", "text/html", label=days)
