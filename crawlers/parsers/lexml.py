"""LexML Brasil: bills and provisional measures as XML, and the same tree as JSON of its XML binding (JSONiX)."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.files.reading import words
from crawlers.matter import Matter
from crawlers.record import events, numbers, record, text
from crawlers.response import Response, Unreadable
from crawlers.sources import Source
from crawlers.texts import outline, tree
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 2

_SHAPE = tree.Shape(
    kinds={
        "Parte": "prt", "Livro": "bok", "Titulo": "tit", "Capitulo": "chp", "Secao": "sec", "Subsecao": "subsec",
        "Artigo": "art", "Paragrafo": "par", "Inciso": "inc", "Alinea": "pnt", "Item": "itm", "Anexo": "annex",
        "Agrupamento": "grp", "AgrupamentoHierarquico": "grp",
    },
    numbers=frozenset({"Rotulo"}),
    headings=frozenset({"NomeAgrupador", "TituloDispositivo"}),
    unseen=frozenset({"Metadado", "Epigrafe", "Ementa", "Omissis"}),
    quoted=frozenset({"Alteracao"}),
)  # fmt: skip
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
_SIGNS = {"proposta.emenda.constitucional": "PEC", "projeto.lei": "PL", "projeto.lei.complementar": "PLP"}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    if response.opening == b"<":
        root = reading.without_namespaces(reading.xml(response.body))
    else:
        answer = reading.json(response.body)
        if not isinstance(answer, dict) or "metadado" not in answer.get("value", {}):
            raise Unreadable("the JSON is no LexML document: it has no metadado")
        root = _element("LexML", answer["value"])
    named = next((e.get("URN") or e.get("urn") for e in root.iter("Identificacao")), None)
    if named is None:
        raise Unreadable("the document is no LexML: nothing identifies it by a URN")
    yield _matter(root, named, response, source)


def _element(name: str, value: Any) -> etree._Element:
    """A bound value as the XML it was made from: lists hold named values or words, other values are attributes."""
    element = etree.Element(name)
    if isinstance(value, str):
        element.text = value
        return element
    for key, inner in value.items():
        if isinstance(inner, str):
            element.set(re.sub(r"\W", "", key), _clean(inner)) if key != "rotulo" else element.append(
                _element("Rotulo", inner)
            )
        elif isinstance(inner, dict):
            element.append(_element(key[:1].upper() + key[1:] if key != "p" else key, inner))
        elif isinstance(inner, list):
            _append(element, key, inner)
    return element


def _append(element: etree._Element, key: str, values: list[Any]) -> None:
    for value in values:
        if isinstance(value, dict) and isinstance(value.get("name"), dict) and value["name"].get("localPart"):
            element.append(_element(value["name"]["localPart"], value.get("value") or {}))
        elif isinstance(value, dict):
            element.append(_element(key, value))
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + _clean(str(value))
        else:
            element.text = (element.text or "") + _clean(str(value))


def _clean(value: str) -> str:
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", value)


def _matter(root: etree._Element, named: str, response: Response, source: Source) -> Matter:
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
        status=Status.IN_FORCE
        if "/mpv/" in id
        else Status.INTRODUCED
        if "senado" in id or "camara" in id
        else Status.ENACTED,
        published=day,
        events=events(response, (day, EventKind.PUBLISHED if "/mpv/" in id else EventKind.INTRODUCED)),
        url=response.url or _address(named),
        identifiers=numbers(("urn", named)),
        texts=text(response, "pt", day, outline.provisions(tree.units(root, _SHAPE)), "application/xml"),
    )


def _address(named: str) -> str:
    """LexML's resolver takes the URN of the work, without version and part."""
    return f"https://www.lexml.gov.br/urn/{re.split('[@~!]', named)[0]}" if _URN.match(named) else ""


def _id(named: str, heading: str, response: Response) -> tuple[str, str, bool]:
    """Id, day and whether it is provisional; a placeholder in the URN is filled from the heading."""
    found = _URN.match(named)
    if not found:
        number = re.search(r"N[ºo°.]*\s*([\d.]+).*?(\d{4})", heading)
        if number:
            return (
                ids.require(f"br/mpv/{number[2]}-{number[1].replace('.', '')}"),
                next(iter(dates.inside(heading)), ""),
                True,
            )
        place = response.name or response.url.rpartition("/")[2]
        return ids.require(f"br/page/{ids.part(place.rpartition('.')[0] or place or 'lexml')}"), "", True
    day = dates.iso(found["date"]) if found["date"].count("-") == 2 else ""
    year, number_only = found["date"][:4], found["number"].lstrip("0")
    if found["authority"] in _HOUSES:
        sign = (found["sign"] or "").upper() or _SIGNS.get(found["type"], ids.part(found["type"]).upper())
        return ids.require(f"br/{_HOUSES[found['authority']]}/{sign}/{number_only}/{year}"), day, False
    return ids.require(f"br/{_LAWS.get(found['type'], ids.part(found['type']))}/{year}-{number_only}"), day, False
