"""BOE, Spain: consolidated laws as blocks with their versions, their metadata, and the day's summary."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.files.reading import words
from crawlers.matter import Identifier, Matter
from crawlers.record import events, record, text
from crawlers.response import Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.texts import headed, outline
from crawlers.texts.lines import lines
from crawlers.texts.outline import Unit
from crawlers.values import dates, fields
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_KINDS = {"precepto": "art", "preambulo": "preamble", "nota_inicial": "note", "firma": "conclusions"}
_BASE = "https://www.boe.es/datosabiertos/api/legislacion-consolidada"


def start(source: Source, since: str) -> Iterator[Request]:
    """Laws consolidated anew since a day; the service counts days without hyphens."""
    asked = f"?from={since.replace('-', '')}&limit=200" if since else "?limit=50"
    yield Request(url=f"{source.urls[0]}{asked}", headers={"Accept": "application/json"})


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening != b"<":
        yield from _listed(reading.json(response.body), response, source)
        return
    root = reading.xml(response.body)
    blocks = list(root.iter("bloque"))
    facts = next(root.iter("metadatos"), None)
    if not blocks and facts is None:
        raise Unreadable("the XML is no consolidated law of the BOE: it has no bloque and no metadatos")
    yield _law(blocks, facts, response, source)


def _listed(answer: Any, response: Response, source: Source) -> Iterator[Found]:
    """The list of consolidated laws, newest change first; each text by a request of its own."""
    rows = answer["data"] if isinstance(answer, dict) else None
    if not isinstance(rows, list):
        raise Unreadable("the JSON is no list of consolidated laws of the BOE: it has no data")
    yield from fields.each(rows, _row, response, source)


def _row(row: dict[str, Any], response: Response, source: Source) -> Iterator[Found]:
    code = row["identificador"]
    rank = (row.get("rango") or {}).get("texto") or ""
    out = row.get("estatus_derogacion") == "S" or row.get("vigencia_agotada") == "S"
    day = dates.iso(row.get("fecha_vigencia"))
    yield record(
        response,
        source,
        f"boe/{VERSION}",
        id=ids.require(f"es/boe/{code}"),
        kind=Kind.ACT if "Ley" in rank else Kind.REGULATION,
        instrument=rank,
        title=row["titulo"],
        status=Status.REPEALED if out else Status.IN_FORCE,
        source_status="vigencia agotada" if out else "vigente",
        status_as_of=dates.iso((row.get("fecha_actualizacion") or "")[:8]),
        url=row.get("url_eli") or f"https://www.boe.es/buscar/act.php?id={code}",
        published=dates.iso(row.get("fecha_publicacion")),
        events=events(
            response,
            (dates.iso(row.get("fecha_disposicion")), EventKind.SIGNED),
            (dates.iso(row.get("fecha_publicacion")), EventKind.PUBLISHED),
            (day, EventKind.IN_FORCE),
        ),
        identifiers=(Identifier(scheme="boe", value=code),),
    )
    yield Request(url=f"{_BASE}/id/{code}/texto", headers={"Accept": "application/xml"})


def _law(blocks: list[etree._Element], facts: etree._Element | None, response: Response, source: Source) -> Matter:
    newest = [_newest(block) for block in blocks]
    versions = [version for version in newest if version is not None]
    named = "" if facts is None else words(facts.find("identificador"))
    # the law that made the first block is the law itself; later versions name the laws that amended it
    first = next((v.get("id_norma", "") for block in blocks for v in block.iter("version")), "")
    code = named or first
    if not code:
        raise Unreadable("the consolidated law of the BOE does not say its number (BOE-A-…)")
    days = [dates.iso(version.get("fecha_publicacion")) for version in versions]
    started = dates.iso(next((v.get("fecha_publicacion") for block in blocks for v in block.iter("version")), ""))
    title = "" if facts is None else words(facts.find("titulo"))
    heads = (
        words(p) for version in versions for p in version.iter("p") if p.get("class") in {"centro_negrita", "titulo"}
    )
    day = max(days, default="")
    return record(
        response,
        source,
        f"boe/{VERSION}",
        id=ids.require(f"es/boe/{code}"),
        kind=Kind.ACT,
        title=title or next(heads, code),
        status=Status.ENACTED,
        status_as_of=day,
        url=f"https://www.boe.es/buscar/act.php?id={code}",
        published=started,
        events=events(
            response,
            (started, EventKind.PUBLISHED),
            *((later, EventKind.AMENDED) for later in days if later != started),
        ),
        identifiers=(Identifier(scheme="boe", value=code),),
        texts=text(response, "es", day, outline.provisions(_units(blocks, newest)), "application/xml"),
    )


def _newest(block: etree._Element) -> etree._Element | None:
    return max(block.iter("version"), key=lambda version: version.get("fecha_vigencia", ""), default=None)


def _units(blocks: list[etree._Element], newest: list[etree._Element | None]) -> list[Unit]:
    """Headings hold the articles that follow; an article's paragraphs are read by their numbers."""
    shown: list[str] = []
    units: list[Unit] = []
    for block, version in zip(blocks, newest, strict=True):
        said = [] if version is None else [line for p in version for line in lines(p) if p.tag != "blockquote"]
        kind = _KINDS.get(block.get("tipo", ""), "")
        if kind in {"preamble", "note", "conclusions"}:
            units += headed.units(shown)
            shown = []
            units.append(Unit(kind, text="\n".join(said), root=True))
        else:
            shown += said
    return units + headed.units(shown)
