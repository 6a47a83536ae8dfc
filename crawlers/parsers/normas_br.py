"""Laws of Brazil: the Senate's lists of a year's norms, and each norm of normas.leg.br with its articles as they stand."""

import re
from collections.abc import Iterator
from typing import Any

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Identifier
from crawlers.parsing import Aside, Found, Matter, Request, Response, Source, Unreadable
from crawlers.record import events, record, status, text
from crawlers.texts import headed, outline
from crawlers.texts.lines import lines
from crawlers.texts.outline import Unit
from crawlers.values import dates, fields
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1
_TYPES = {
    "LEI": "lei", "LCP": "lei.complementar", "EMC": "emenda.constitucional", "MPV": "medida.provisoria",
    "DEL": "decreto.lei", "DEC": "decreto",
}  # fmt: skip
_SERIES = {
    "lei": "lei", "lei.complementar": "lcp", "emenda.constitucional": "emc", "medida.provisoria": "mpv",
    "decreto.lei": "del", "decreto": "decreto",
}  # fmt: skip
_FORCE = {"InForce": Status.IN_FORCE, "PartiallyInForce": Status.PARTLY_IN_FORCE, "NotInForce": Status.REPEALED}
_PARTS = {
    "prt": "prt", "liv": "bok", "tit": "tit", "cap": "chp", "sec": "sec", "sub": "subsec", "art": "art", "par": "par",
    "inc": "inc", "ali": "pnt", "ite": "itm", "anx": "annex",
}  # fmt: skip
_HOLD = {"prt", "bok", "tit", "chp", "sec", "subsec"}  # what they say is a heading
_URN = re.compile(r"urn:lex:br:federal:(?P<type>[a-z.]+):(?P<date>\d{4}-\d\d-\d\d);(?P<number>[\w.-]+)")
_FILE = re.compile(r"/binario/(?P<file>[\w-]+)/texto")
_JSON = {"Accept": "application/json"}


def start(source: Source, since: str) -> Iterator[Request]:
    """Each list of the year in which the last run was, and of the next, which has begun or is a sound list of nothing."""
    year = int((since or source.options["from"])[:4])
    for kind in source.options["types"].split():
        for asked in (year, year + 1):
            yield Request(url=f"{source.urls[0]}?tipo={kind}&ano={asked}", headers=_JSON)


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening == b"<":
        yield _file(response, source)
        return
    answer = reading.json(response.body)
    if isinstance(answer, dict) and "ListaDocumento" in answer:
        listed = fields.rows(answer, "ListaDocumento", "documentos", "documento")
        yield from fields.each(listed, _listed, response, source)
        if not listed:
            yield Aside("the list names no norm: none of this kind was signed in the year")
    elif isinstance(answer, dict) and answer.get("legislationIdentifier"):
        yield from _norm(answer, response, source)
    else:
        raise Unreadable(
            "the answer is neither a list of norms nor a norm: normas.leg.br says so of what it does not know"
        )


def _listed(row: dict[str, Any], response: Response, source: Source) -> Iterator[Found]:
    """What the list says of a norm, and where the norm is read."""
    day = dates.iso(fields.must(row, "dataassinatura"), "dmy")
    number = fields.must(row, "numero").replace(".", "").lstrip("0")
    urn = f"urn:lex:br:federal:{_TYPES[fields.must(row, 'tipo')]}:{day};{number}"
    named = fields.text(row, "normaNome") or fields.text(row, "norma") or urn
    facts = {"title": _title(named, fields.text(row, "ementa")), "summary": fields.text(row, "ementa")}
    yield _matter(urn, response, source, events=events(response, (day, EventKind.SIGNED)), **facts)
    yield Request(url=f"{source.options['norm']}?urn={urn}&tipo_documento=maior-detalhe", headers=_JSON)


def _norm(norm: dict[str, Any], response: Response, source: Source) -> Iterator[Found]:
    """With its articles; where it has none, the file of its words is asked for."""
    urn, summary = fields.must(norm, "legislationIdentifier"), fields.text(norm, "abstract")
    signed, published = (dates.iso(fields.text(norm, name)) for name in ("legislationDate", "datePublished"))
    force = fields.text(norm, "legislationLegalForce").rpartition("/")[2]
    title = _title(fields.text(norm, "headline") or fields.text(norm, "name") or urn, summary)
    found = outline.provisions(unit for part in fields.rows(norm, "hasPart") for unit in _units(part))
    yield _matter(
        urn,
        response,
        source,
        title=title,
        summary=summary,
        status=status(source, _FORCE, force) if force else Status.ENACTED,
        source_status=force,
        published=published,
        events=events(response, (signed, EventKind.SIGNED), (published, EventKind.PUBLISHED)),
        texts=text(response, "pt", signed, found, "application/json"),
    )
    if not found and (file := _words_of(norm)):
        address = f"{source.options['norm'].removesuffix('/normas')}/binario/{file}/texto"
        yield Request(url=address, context={"urn": urn, "title": title})


def _words_of(norm: dict[str, Any]) -> str:
    """The file with the words as they stand, else as first published; an erratum is neither."""
    files = [
        (fields.text(one, "version"), _FILE.search(fields.text(one, "contentUrl")))
        for one in fields.rows(norm, "encoding")
    ]
    for wanted in ("Current", "Original"):
        if found := next((file["file"] for version, file in files if version == wanted and file), ""):
            return found
    return ""


def _file(response: Response, source: Source) -> Matter:
    urn = response.context.get("urn", "")
    if not urn:
        raise Unreadable(
            "the page does not say which norm it holds; it is read where the norm's own record leads to it"
        )
    found = outline.provisions(headed.units(lines(reading.html(response.body))))
    _, day, _ = _identity(urn)
    return _matter(
        urn, response, source, title=response.context["title"], texts=text(response, "pt", day, found, "text/html")
    )


def _matter(urn: str, response: Response, source: Source, **facts: Any) -> Matter:
    series, day, number = _identity(urn)
    plain: dict[str, Any] = {
        "id": ids.require(f"br/{series}/{day[:4]}-{number}"),
        "kind": Kind.REGULATION if series == "decreto" else Kind.ACT,
        "instrument": series,
        "url": f"https://normas.leg.br/?urn={urn}",
        "identifiers": (Identifier(scheme="urn", value=urn),),
    }
    return record(response, source, f"normas_br/{VERSION}", **(plain | facts))


def _identity(urn: str) -> tuple[str, str, str]:
    """Series, day and number. Raises Unreadable."""
    found = _URN.fullmatch(urn)
    if not found:
        raise Unreadable(f"{urn!r} names no federal norm with day and number")
    return _SERIES.get(found["type"], ids.part(found["type"])), found["date"], found["number"]


def _title(named: str, summary: str) -> str:
    return f"{named}: {summary}" if summary else named


def _units(part: dict[str, Any]) -> Iterator[Unit]:
    """A part as it stands now; the head of an article (cpt) is the article's own words, what is repealed is left out."""
    inner = [unit for below in fields.rows(part, "hasPart") for unit in _units(below)]
    works = fields.rows(part, "workExample")
    standing = [work for work in works if not fields.text(work, "legislationLegalForce").endswith("NotInForce")]
    if works and not standing:
        return
    said = standing[-1] if standing else {}
    name, words = fields.text(said, "name") or fields.text(part, "name"), " ".join(fields.text(said, "text").split())
    place = fields.text(part, "legislationIdentifier").partition("!")[2].rpartition("_")[2]
    kind = _PARTS.get(place[:3], "")
    if kind in _HOLD:
        yield Unit(kind, number=name, heading=words, children=inner)
    elif kind:
        yield _own_words(Unit(kind, number=name, text=words, children=inner, root=kind == "art"))
    elif words:
        yield Unit("cpt" if place.startswith("cpt") else "p", text=words, children=inner)
    else:
        yield from inner


def _own_words(unit: Unit) -> Unit:
    heads = [child for child in unit.children if child.kind == "cpt"]
    for head in heads:
        unit.add(head.text)
    unit.children = [below for child in unit.children for below in (child.children if child in heads else [child])]
    return unit
