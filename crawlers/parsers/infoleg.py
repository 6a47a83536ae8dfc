"""InfoLEG, Argentina: the catalogue, the monthly table of norms, and the pages of their texts."""

from crawlers.files.tables import table
from crawlers.parsers import law_page
from crawlers.parsing import Finds, Matter, Request, Response, Source, dates, fields, reading
from crawlers.places import argentina
from crawlers.record import events, numbers, record
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1


def parse(response: Response, source: Source) -> Finds:
    if response.opening == b"{":
        for resource in fields.rows(reading.json(response.body), "result", "resources"):
            if (url := fields.text(resource, "url")).endswith("base-infoleg-normativa-nacional.zip"):
                yield Request(url=url)
    elif response.body.removeprefix(b"\xef\xbb\xbf").startswith(b"id_norma"):
        yield from fields.each(table(response.body), _norm)
    else:
        yield from law_page.parse(response, source)


def _norm(row: dict[str, str]) -> Matter:
    form, number = row["tipo_norma"], row["numero_norma"]
    signed, published = dates.iso(row["fecha_sancion"]), dates.iso(row["fecha_boletin"])
    id, aliases = argentina.named(form, number, signed, row["id_norma"])
    return record(
        id=id,
        aliases=aliases,
        kind=Kind.ACT if form == "Ley" else Kind.REGULATION,
        instrument=form,
        title=row["titulo_resumido"] or row["titulo_sumario"],
        summary=row.get("texto_resumido") or "",
        status=Status.ENACTED,
        url=f"https://servicios.infoleg.gob.ar/infolegInternet/verNorma.do?id={row['id_norma']}",
        events=events((signed, EventKind.SIGNED), (published, EventKind.PUBLISHED)),
        identifiers=numbers(("printed", f"{form} {number}")),
    )
