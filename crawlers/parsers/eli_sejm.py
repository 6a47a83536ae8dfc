"""ELI API of the Sejm, Poland: facts of an act, its structure, its text as a page, and lists of acts."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.files.reading import words
from crawlers.matter import Identifier, Link, Matter
from crawlers.record import events, record, status, text
from crawlers.response import Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.texts import outline
from crawlers.texts.outline import Unit
from crawlers.values import dates, fields
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_STATES = {
    "obowiązujący": Status.IN_FORCE, "akt posiada tekst jednolity": Status.IN_FORCE, "akt jednorazowy": Status.IN_FORCE,
    "uchylony": Status.REPEALED, "nieobowiązujący - uchylona podstawa prawna": Status.REPEALED, "wygaśnięcie aktu": Status.LAPSED,
    "akt objęty tekstem jednolitym": Status.IN_FORCE, "uznany za uchylony": Status.REPEALED, "wydane z naruszeniem prawa": Status.STRUCK_DOWN,
    "bez statusu": Status.UNKNOWN, "tekst jednolity": Status.IN_FORCE, "brak statusu": Status.UNKNOWN,
}  # fmt: skip
_ACTS = {"Ustawa", "Konstytucja", "Umowa międzynarodowa", "Ustawa konstytucyjna"}
_KINDS = {"part": "", "book": "bok", "titl": "tit", "sect": "div", "chpt": "chp", "bran": "sec", "arti": "art", "para": "art",
          "passage": "par", "pass": "par", "pint": "pnt", "lett": "let", "tire": "ind", "annex": "annex", "none": ""}  # fmt: skip
_LINKS = {"Akty zmieniające": LinkKind.RELATED, "Akty zmienione": LinkKind.AMENDS, "Akty uchylone": LinkKind.REPEALS,
          "Podstawa prawna": LinkKind.IMPLEMENTS}  # fmt: skip
_PLACE = re.compile(r"(?:/acts/(?P<p>[A-Z]+)/(?P<y>\d{4})/(?P<n>\d+))|(?:(?P<y2>\d{4})-(?P<n2>\d+)\.)")


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening == b"<":
        yield _page(response, source)
        return
    answer = reading.json(response.body)
    if isinstance(answer, dict) and "items" in answer:
        yield from fields.each(answer["items"] or [], _listed, response, source)
    elif isinstance(answer, dict) and "ELI" in answer:
        yield _act(answer, response, source)
        if answer.get("textHTML"):
            yield Request(url=f"https://api.sejm.gov.pl/eli/acts/{answer['ELI']}/text.html")
    elif isinstance(answer, list) and answer and "symbol" in answer[0]:
        yield _partial(response, source, outline.provisions(_structure(answer)), "", "application/json")
    else:
        raise Unreadable("the JSON is no act of the ELI API: it has no ELI and no structure")


def _listed(row: dict[str, Any], response: Response, source: Source) -> Iterator[Found]:
    yield _act(row, response, source)
    yield Request(url=f"https://api.sejm.gov.pl/eli/acts/{row['ELI']}")


def _id(eli: str) -> str:
    return ids.require(f"pl/{eli.lower()}")


def _act(act: dict[str, Any], response: Response, source: Source) -> Matter:
    state = act.get("status") or ""
    return record(
        response,
        source,
        f"eli_sejm/{VERSION}",
        id=_id(act["ELI"]),
        kind=Kind.ACT if act["type"] in _ACTS else Kind.REGULATION,
        instrument=act["type"],
        title=act["title"],
        status=status(source, _STATES, state),
        source_status=state,
        status_as_of=dates.iso((act.get("changeDate") or "")[:10]),
        url=f"https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id={act['address']}",
        published=dates.iso(act.get("promulgation")),
        events=events(
            response,
            (dates.iso(act.get("announcementDate")), EventKind.ADOPTED),
            (dates.iso(act.get("promulgation")), EventKind.PUBLISHED),
            (dates.iso(act.get("entryIntoForce")), EventKind.IN_FORCE),
            (dates.iso(act.get("repealDate")), EventKind.REPEALED),
        ),
        links=tuple(sorted(_links(act), key=lambda link: (link.kind, link.target))),
        identifiers=(
            *((Identifier(scheme="printed", value=act["displayAddress"]),) if act.get("displayAddress") else ()),
            Identifier(scheme="eli", value=act["ELI"]),
        ),
    )


def _links(act: dict[str, Any]) -> set[Link]:
    """What it changes or rests on, and the prints it came from."""
    references, prints = act.get("references") or {}, act.get("prints") or []
    found = {
        Link(kind=kind, target=_id(ref["id"]))
        for name, kind in _LINKS.items()
        for ref in fields.rows(references, name)
        if ref.get("id")
    }
    return found | {
        Link(kind=LinkKind.FOLLOWS, target=f"pl/sejm/{p['term']}/{ids.part(str(p['number']))}")
        for p in fields.rows(prints)
        if p.get("term") and p.get("number")
    }


def _partial(response: Response, source: Source, provisions: Any, title: str, media_type: str) -> Matter:
    """Text or structure of an act whose number only the address, or the file name, tells."""
    place = _PLACE.search(response.url) or _PLACE.search(response.name)
    if not place:
        raise Unreadable("neither the bytes nor the address say which act this is (/acts/DU/year/position)")
    eli = f"{place['p'] or 'DU'}/{place['y'] or place['y2']}/{place['n'] or place['n2']}"
    return record(
        response,
        source,
        f"eli_sejm/{VERSION}",
        id=_id(eli),
        kind=Kind.ACT if title.startswith("Ustawa") else Kind.REGULATION,
        title=title,
        missing=() if title else ("title",),
        url=f"https://api.sejm.gov.pl/eli/acts/{eli}",
        texts=text(response, "pl", "", provisions, media_type, id="pl" if title else "structure.pl"),
    )


def _structure(nodes: list[dict[str, Any]]) -> list[Unit]:
    found = []
    for node in nodes:
        kind, below = _KINDS.get(node.get("type", ""), ""), _structure(node.get("children") or [])
        unit = Unit(kind, number=" ".join(node.get("title", "").split()), children=below, root=kind in {"art", "annex"})
        found += [unit] if kind else below
    return found


def _page(response: Response, source: Source) -> Matter:
    root = reading.html(response.body)
    title = " ".join(words(span) for span in root.iterfind(".//h1/span"))
    if not title or root.find(".//div[@data-id]") is None:
        raise Unreadable("the page is no act of the ELI API: it has no title or no numbered units")
    etree.strip_elements(root, "script", with_tail=False)
    return _partial(response, source, outline.provisions(_divs(root)), title, "text/html")


def _divs(element: etree._Element) -> list[Unit]:
    """The nearest div with data-id below; its heading is the number, what is no div.unit its words."""
    found: list[Unit] = []
    for child in element:
        key = child.get("data-id", "")
        kind = _KINDS.get(key.rpartition("-")[2].partition("_")[0], "") if key else ""
        if kind:
            head = next((e for e in child if e.tag in {"h1", "h2", "h3", "h4", "h5"}), None)
            unit = Unit(kind, number=words(head), children=_divs(child), root=kind in {"art", "annex"})
            unit.text = "\n".join(line for line in _own(child, head) if line)
            found.append(unit)
        else:
            found += _divs(child)
    return found


def _own(element: etree._Element, head: etree._Element | None) -> Iterator[str]:
    for child in element:
        if child is head or child.get("data-id") or child.find(".//div[@data-id]") is not None:
            if child is not head and not child.get("data-id"):
                yield from _own(child, None)
        else:
            yield words(child)
