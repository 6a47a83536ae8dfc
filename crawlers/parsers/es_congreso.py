"""Congreso, Spain: the open-data page names tonight's files of bills, and each file holds the bills of a legislature."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from crawlers.parsing import Finds, Matter, Request, Response, Source, Unreadable, ids, reading
from crawlers.places import congreso
from crawlers.record import links, numbers, people, record, timeline
from crawlers.values import dates, fields
from crawlers.values.fields import Row, line, must
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, LinkKind

VERSION = 2

_FILE = re.compile(r"/webpublica/opendata/iniciativas/(?:ProyectosDeLey|ProposicionesDeLey)__\d{14}\.json")
_WORDS = Words("es_congreso")
_SEARCH = "https://www.congreso.es/es/busqueda-de-iniciativas?_iniciativas_legislatura={}&_iniciativas_id={}"


def parse(response: Response, source: Source) -> Finds:
    if response.opening != b"<":
        rows = fields.rows(reading.json(response.body))
        if rows and not any("NUMEXPEDIENTE" in row for row in rows):
            raise Unreadable("the JSON holds no initiative of the Congreso: no record has a NUMEXPEDIENTE")
        yield from fields.each(rows, _listed)
        return
    files = sorted(set(_FILE.findall(reading.decode(response.body))))
    if not files:
        raise Unreadable("the open-data page names no file of bills")
    for file in files:
        yield Request(url=urljoin(response.url, file))


def _listed(row: Row) -> Iterator[Matter]:
    number = re.match(r"(\d+)/(\d+)", must(row, "NUMEXPEDIENTE"))
    if not number:
        raise Unreadable(f"{line(row, 'NUMEXPEDIENTE')!r} is no number of an initiative")
    term, printed = must(row, "LEGISLATURA"), f"{number[1]}/{number[2]}"
    introduced = dates.iso(line(row, "FECHAPRESENTACION"), "dmy")
    status, said = congreso.standing(row, _WORDS)
    told = (
        (introduced, EventKind.INTRODUCED, "Presentación"),
        (dates.iso(line(row, "FECHACALIFICACION"), "dmy"), EventKind.OTHER, "Calificación"),
        *congreso.steps(row, _WORDS),
        *congreso.deadlines(row),
    )
    yield record(
        id=f"es/congreso/{ids.part(term)}/{number[1]}-{number[2]}",
        kind=Kind.BILL,
        instrument=line(row, "TIPO"),
        title=must(row, "OBJETO"),
        summary=line(row, "COMISIONCOMPETENTE"),
        status=status,
        source_status=said,
        url=_SEARCH.format(term, printed),
        published=introduced,
        events=timeline(told),
        people=(*people("author", [line(row, "AUTOR")]), *people("rapporteur", congreso.names(row, "PONENTES"))),
        links=links(LinkKind.BECOMES, congreso.laws(row)),
        identifiers=numbers(("printed", printed)),
    )
