"""LexML Brasil: bills and provisional measures as XML, and the same tree as JSON of its XML binding (JSONiX)."""

import re
from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.files.reading import words
from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.record import events, numbers, record, text
from crawlers.texts import lexml, outline, tree
from crawlers.values import dates, fields
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 2

_URN = re.compile(
    r"urn:lex:br:(?P<authority>[a-z.]+):(?P<type>[a-z.]+)(?:;(?P<sign>[a-z]+))?:(?P<date>[\d-]+);(?P<number>[\w.-]+?)(?:[@;~!].*)?$"
)
_HOUSES = {"senado.federal": "senado", "camara.deputados": "camara", "congresso.nacional": "congresso"}
_LAWS = {
    "lei": "lei",
    "lei.complementar": "lcp",
    "medida.provisoria": "mpv",
    "decreto": "decreto",
    "decreto.lei": "del",
}
_STATES = {"mpv": Status.IN_FORCE, "senado": Status.INTRODUCED, "camara": Status.INTRODUCED}
_SIGNS = {"proposta.emenda.constitucional": "PEC", "projeto.lei": "PL", "projeto.lei.complementar": "PLP"}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    if response.opening == b"<":
        root = reading.without_namespaces(reading.xml(response.body))
    else:
        value = fields.row(reading.json(response.body), "value")
        if "metadado" not in value:
            raise Unreadable("the JSON is no LexML document: it has no metadado")
        root = lexml.of_json("LexML", value)
    named = next((e.get("URN") or e.get("urn") for e in root.iter("Identificacao")), None)
    if named is None:
        raise Unreadable("the document is no LexML: nothing identifies it by a URN")
    yield _matter(root, named, response, source)


def _matter(root: Element, named: str, response: Response, source: Source) -> Matter:
    heading, summary = (next((words(e) for e in root.iter(name)), "") for name in ("Epigrafe", "Ementa"))
    id, day, provisional = _id(named, heading, response)
    return record(
        response,
        source,
        f"lexml/{VERSION}",
        id=id,
        provisional=provisional,
        kind=Kind.BILL if id.split("/")[1] in {"senado", "camara", "congresso", "mpv"} else Kind.ACT,
        title=f"{heading}: {summary}" if heading and summary else heading or summary or named,
        summary=summary,
        status=_STATES.get(id.split("/")[1], Status.ENACTED),
        published=day,
        events=events(response, (day, EventKind.PUBLISHED if "/mpv/" in id else EventKind.INTRODUCED)),
        url=response.url or _address(named),
        identifiers=numbers(("urn", named)),
        texts=text(response, "pt", day, outline.provisions(tree.units(root, lexml.SHAPE)), "application/xml"),
    )


def _address(named: str) -> str:
    """LexML's resolver takes the URN of the work, without version and part."""
    return f"https://www.lexml.gov.br/urn/{re.split('[@~!]', named)[0]}" if _URN.match(named) else ""


def _id(named: str, heading: str, response: Response) -> tuple[str, str, bool]:
    """Id, day and whether it is provisional; a placeholder in the URN is filled from the heading."""
    found = _URN.match(named)
    if not found:
        return _unnumbered(heading, response)
    day = dates.iso(found["date"]) if found["date"].count("-") == 2 else ""
    year, number_only = found["date"][:4], found["number"].lstrip("0")
    if found["authority"] in _HOUSES:
        sign = (found["sign"] or "").upper() or _SIGNS.get(found["type"], ids.part(found["type"]).upper())
        return f"br/{_HOUSES[found['authority']]}/{sign}/{number_only}/{year}", day, False
    return (f"br/{_LAWS.get(found['type'], ids.part(found['type']))}/{year}-{number_only}"), day, False


def _unnumbered(heading: str, response: Response) -> tuple[str, str, bool]:
    if number := re.search(r"N[ºo°.]*\s*([\d.]+).*?(\d{4})", heading):
        return f"br/mpv/{number[2]}-{number[1].replace('.', '')}", next(iter(dates.inside(heading)), ""), True
    place = response.name or response.url.rpartition("/")[2]
    return f"br/page/{ids.part(place.rpartition('.')[0] or place or 'lexml')}", "", True
