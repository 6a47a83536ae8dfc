"""ELI API of the Sejm, Poland: facts of an act, its structure, its text as a page, and lists of acts."""

import re
from collections.abc import Iterator

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.files.reading import words
from crawlers.matter import Link, Matter, Provision
from crawlers.record import events, links, numbers, record
from crawlers.record import text as version
from crawlers.response import Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.texts import eli_sejm, outline
from crawlers.values import dates, fields
from crawlers.values.fields import Row, must, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, LinkKind

VERSION = 1

_WORDS = Words("eli_sejm")
_API = "https://api.sejm.gov.pl/eli/acts"
_ACTS = {"Ustawa", "Konstytucja", "Umowa międzynarodowa", "Ustawa konstytucyjna"}
_DAYS = {"announcementDate": EventKind.ADOPTED, "promulgation": EventKind.PUBLISHED,
         "entryIntoForce": EventKind.IN_FORCE, "repealDate": EventKind.REPEALED}  # fmt: skip
_LINKS = {"Akty zmieniające": LinkKind.RELATED, "Akty zmienione": LinkKind.AMENDS, "Akty uchylone": LinkKind.REPEALS,
          "Podstawa prawna": LinkKind.IMPLEMENTS}  # fmt: skip
_PLACE = re.compile(r"(?:/acts/(?P<p>[A-Z]+)/(?P<y>\d{4})/(?P<n>\d+))|(?:(?P<y2>\d{4})-(?P<n2>\d+)\.)")


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening == b"<":
        yield _page(response, source)
        return
    answer = reading.json(response.body)
    if isinstance(answer, dict) and "items" in answer:
        yield from fields.each(fields.rows(answer, "items"), _listed, response, source)
    elif isinstance(answer, dict) and "ELI" in answer:
        yield _act(answer, response, source)
        if answer.get("textHTML"):
            yield Request(url=f"{_API}/{must(answer, 'ELI')}/text.html")
    elif isinstance(answer, list) and answer and isinstance(answer[0], dict) and "symbol" in answer[0]:
        provisions = outline.provisions(eli_sejm.of_nodes(fields.rows(answer)))
        yield _partial(response, source, provisions, "", "application/json")
    else:
        raise Unreadable("the JSON is no act of the ELI API: it has no ELI and no structure")


def _listed(row: Row, response: Response, source: Source) -> Iterator[Found]:
    yield _act(row, response, source)
    yield Request(url=f"{_API}/{must(row, 'ELI')}")


def _act(act: Row, response: Response, source: Source) -> Matter:
    eli, form, said, address = must(act, "ELI"), text(act, "type"), text(act, "status"), text(act, "address")
    days = {name: dates.iso(text(act, name)) for name in _DAYS}
    return record(
        response,
        source,
        f"eli_sejm/{VERSION}",
        id=f"pl/{eli.lower()}",
        kind=Kind.ACT if form in _ACTS else Kind.REGULATION,
        instrument=form,
        title=text(act, "title"),
        status=_WORDS.status(said, source),
        source_status=said,
        status_as_of=dates.iso(text(act, "changeDate")[:10]),
        url=f"https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id={address}" if address else f"{_API}/{eli}",
        published=days["promulgation"],
        events=events(response, *((day, _DAYS[name]) for name, day in days.items())),
        links=tuple(sorted(_links(act), key=lambda link: (link.kind, link.target))),
        identifiers=numbers(("printed", text(act, "displayAddress")), ("eli", eli)),
    )


def _links(act: Row) -> Iterator[Link]:
    """What it changes or rests on, and the prints it came from."""
    for name, kind in _LINKS.items():
        yield from links(
            kind, (f"pl/{id.lower()}" for ref in fields.rows(act, "references", name) if (id := text(ref, "id")))
        )
    prints = [(text(row, "term"), text(row, "number")) for row in fields.rows(act, "prints")]
    yield from links(
        LinkKind.FOLLOWS, (f"pl/sejm/{term}/{ids.part(number)}" for term, number in prints if term and number)
    )


def _partial(
    response: Response, source: Source, provisions: tuple[Provision, ...], title: str, media_type: str
) -> Matter:
    """Text or structure of an act whose number only the address, or the file name, tells."""
    place = _PLACE.search(response.url) or _PLACE.search(response.name)
    if not place:
        raise Unreadable("neither the bytes nor the address say which act this is (/acts/DU/year/position)")
    eli = f"{place['p'] or 'DU'}/{place['y'] or place['y2']}/{place['n'] or place['n2']}"
    return record(
        response,
        source,
        f"eli_sejm/{VERSION}",
        id=f"pl/{eli.lower()}",
        kind=Kind.ACT if title.startswith("Ustawa") else Kind.REGULATION,
        title=title,
        missing=() if title else ("title",),
        url=f"{_API}/{eli}",
        texts=version(response, "pl", "", provisions, media_type, id="pl" if title else "structure.pl"),
    )


def _page(response: Response, source: Source) -> Matter:
    root = reading.html(response.body)
    title = " ".join(words(span) for span in root.iterfind(".//h1/span"))
    if not title or root.find(".//div[@data-id]") is None:
        raise Unreadable("the page is no act of the ELI API: it has no title or no numbered units")
    etree.strip_elements(root, "script", with_tail=False)
    return _partial(response, source, outline.provisions(eli_sejm.of_page(root)), title, "text/html")
