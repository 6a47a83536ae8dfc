"""Irish Statute Book: acts as its own XML, and as pages."""

from collections.abc import Iterator

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.files.reading import local, words
from crawlers.matter import Matter
from crawlers.parsers import law_page
from crawlers.record import events, record, text
from crawlers.response import Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.texts import headed, outline
from crawlers.texts.outline import Unit
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_GROUPS = {"part": "prt", "chapter": "chp", "schedule": "annex"}
_SIGNS = {"emdash": "—", "odq": "“", "cdq": "”", "osq": "‘", "csq": "’", "afada": "á", "efada": "é", "ifada": "í",
          "ofada": "ó", "ufada": "ú", "Afada": "Á", "Efada": "É", "Ofada": "Ó", "euro": "€", "pound": "£"}  # fmt: skip


def parse(response: Response, source: Source) -> Iterator[Matter | Request]:
    if b"<act>" not in response.head and b"<act " not in response.head:
        yield from law_page.parse(response, source)
        return
    root = reading.xml(response.body)
    facts = {local(element): words(element) for element in root.iterfind("metadata/*")}
    if local(root) != "act" or not all(facts.get(name) for name in ("number", "year", "title")):
        raise Unreadable("the XML is no act of the Irish Statute Book: it has no number, year and title")
    for sign in root.iter(*_SIGNS):
        sign.text = _SIGNS[local(sign)]
    day = dates.iso(facts.get("dateofenactment"))
    units = [unit for part in root if local(part) not in {"metadata", "frontmatter"} for unit in _units(part)]
    yield record(
        response,
        source,
        f"isb/{VERSION}",
        id=f"ie/act/{facts['year']}/{ids.part(facts['number'])}",
        kind=Kind.ACT,
        title=facts["title"],
        status=Status.ENACTED,
        status_as_of=day,
        url=f"https://www.irishstatutebook.ie/eli/{facts['year']}/act/{facts['number']}/enacted/en/html",
        published=day,
        events=events(response, (day, EventKind.ENACTED)),
        texts=text(response, "en", day, outline.provisions(units), "application/xml"),
    )


def _units(element: etree._Element) -> list[Unit]:
    """Parts and chapters hold sections; the paragraphs of a section are read by their numbers."""
    if local(element) == "sect":
        return [_section(element)]
    inner = [unit for child in element for unit in _units(child)]
    if local(element) not in _GROUPS:
        return inner
    shown = [words(p) for p in element.iterfind("title/p")]
    number, heading = (*shown, "", "")[:2]
    loose = [Unit("p", text=words(p)) for p in element.iterfind("p") if words(p)]
    kind = _GROUPS[local(element)]
    return [Unit(kind, number=number, heading=heading, children=inner + loose, root=kind == "annex")]


def _section(element: etree._Element) -> Unit:
    number = words(element.find("number"))
    shown = [words(p).removeprefix(number).strip() for p in element.iter("p") if not p.xpath("parent::title")]
    unit = next(iter(headed.units([f"§ {number} ", *(line for line in shown if line)])), Unit("sec"))
    unit.kind, unit.number, unit.root = "sec", number, True
    unit.heading = words(element.find("title"))
    return unit
