"""InfoLEG, Argentina: the catalogue, the monthly table of norms, and the pages of their texts."""

from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.files.tables import table
from crawlers.matter import Identifier, Matter
from crawlers.parsers import law_page
from crawlers.record import events, record
from crawlers.response import Request, Response
from crawlers.sources import Source
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_SERIES = {"Ley": "ley", "Decreto": "decreto", "Decreto/Ley": "decreto-ley"}


def parse(response: Response, source: Source) -> Iterator[Matter | Request]:
    start = response.body.lstrip(b"\xef\xbb\xbf \r\n\t")
    if start[:1] == b"{":
        for resource in reading.json(response.body)["result"]["resources"]:
            if resource["url"].endswith("base-infoleg-normativa-nacional.zip"):
                yield Request(url=resource["url"])
    elif start[:8] == b"id_norma":
        for row in table(response.body):
            yield _norm(row, response, source)
    else:
        yield from law_page.parse(response, source)


def _norm(row: dict[str, str], response: Response, source: Source) -> Matter:
    series, number = _SERIES.get(row["tipo_norma"]), row["numero_norma"]
    signed, published = dates.iso(row["fecha_sancion"]), dates.iso(row["fecha_boletin"])
    year = f"{signed[:4]}-" if series == "decreto" else ""
    own = f"ar/infoleg/{ids.part(row['id_norma'])}"
    counted = series and number.isdigit() and (year or series != "decreto")
    return record(
        response,
        source,
        f"infoleg/{VERSION}",
        id=ids.require(f"ar/{series}/{year}{number}" if counted else own),
        aliases=(own,) if counted else (),
        kind=Kind.ACT if series == "ley" else Kind.REGULATION,
        instrument=row["tipo_norma"],
        title=row["titulo_resumido"] or row["titulo_sumario"],
        summary=row.get("texto_resumido") or "",
        status=Status.ENACTED,
        url=f"https://servicios.infoleg.gob.ar/infolegInternet/verNorma.do?id={row['id_norma']}",
        published=published,
        events=events(response, (signed, EventKind.SIGNED), (published, EventKind.PUBLISHED)),
        identifiers=(Identifier(scheme="printed", value=f"{row['tipo_norma']} {number}"),),
    )
