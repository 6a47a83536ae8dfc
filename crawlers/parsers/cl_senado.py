"""Bills of the Congress of Chile with their steps, votes, urgencies and reports, from the Senate's service."""

import re
from collections.abc import Iterator

from crawlers.matter import Text
from crawlers.parsing import Finds, Matter, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.record import Told, events, linked, links, numbers, people, record
from crawlers.values import elements
from crawlers.values.fields import Row, line, rows
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 2

_WORDS = Words("cl_senado")
_PAGE = "https://tramitacion.senado.cl/appsenado/templates/tramitacion/index.php?boletin_ini="


def parse(response: Response, source: Source) -> Finds:
    root = reading.xml(response.body)
    bills = [root] if root.tag == "proyecto" else list(root.iter("proyecto"))
    if not bills and root.tag != "proyectos":
        raise Unreadable(f"the XML begins with {root.tag}, not with proyectos")
    yield from fields.each((elements.plain(bill) for bill in bills), _bill)


def _bill(bill: Row) -> Matter:
    head = fields.row(bill, "descripcion")
    number = fields.must(head, "boletin")
    law = re.search(r"(\d{1,2}\.?\d{3})", line(head, "leynro"))
    status, said = _standing(head)
    return record(
        id=f"cl/boletin/{ids.part(number)}",
        kind=Kind.BILL,
        instrument=line(head, "iniciativa"),
        title=fields.must(head, "titulo"),
        summary=line(head, "subetapa"),
        status=status,
        source_status=said,
        url=f"{_PAGE}{number}",
        published=_day(head, "fecha_ingreso"),
        events=events(*_told(bill, head)),
        texts=tuple(_texts(bill, head)),
        people=people("author", (line(row, "PARLAMENTARIO") for row in rows(fields.row(bill, "autores"), "autor"))),
        links=(
            *links(LinkKind.BECOMES, [f"cl/ley/{law[1].replace('.', '')}"] if law else []),
            *links(LinkKind.RELATED, (f"cl/boletin/{other}" for other in _joined(head, number))),
        ),
        identifiers=numbers(("printed", f"Boletín {number}")),
    )


def _standing(head: Row) -> tuple[Status, str]:
    """By its state where it has ended, else by its stage; a procedure that is over made law only where one is named."""
    stage, below, state = (line(head, name) for name in ("etapa", "subetapa", "estado"))
    if _WORDS.knows(state):
        return _WORDS.status(state), state
    if stage.lower().startswith("tramitación terminada") and below:
        made = re.match(r"(?i)ley\b|d\.\s?s\.|decreto", below) or line(head, "leynro")
        return Status.ENACTED if made else _WORDS.status(below), f"{stage}: {below}"
    return _WORDS.status(stage), stage


def _joined(head: Row, number: str) -> list[str]:
    """Bills that are debated as one with this."""
    return [other for other in re.findall(r"\d{3,6}-\d{2}", line(head, "refundidos")) if other != number]


def _day(row: Row, name: str) -> str:
    return dates.iso(line(row, name), "dmy")


def _told(bill: Row, head: Row) -> Iterator[Told]:
    steps = rows(fields.row(bill, "tramitacion"), "tramite")
    if not steps:
        yield _day(head, "fecha_ingreso"), EventKind.INTRODUCED, "Ingreso"
    yield _day(head, "diariooficial"), EventKind.PUBLISHED, "Diario Oficial"
    for row in steps:
        words = line(row, "DESCRIPCIONTRAMITE").rstrip(" .")
        label = ", ".join(filter(None, (words, line(row, "ETAPDESCRIPCION"), line(row, "CAMARATRAMITE"))))
        yield _day(row, "FECHA"), _WORDS.event(words), label
    for row in rows(fields.row(bill, "votaciones"), "votacion"):
        counts = f"{line(row, 'SI')} sí, {line(row, 'NO')} no, {line(row, 'ABSTENCION') or 0} abstenciones"
        yield _day(row, "FECHA"), EventKind.VOTE, f"{line(row, 'TEMA')}: {counts}"
    for row in rows(fields.row(bill, "urgencias"), "urgencia"):
        yield _day(row, "FECHAINGRESO"), EventKind.OTHER, f"Urgencia {line(row, 'TIPO')}"
        yield _day(row, "FECHARETIRO"), EventKind.OTHER, f"Retiro de urgencia {line(row, 'TIPO')}"
    for row in rows(fields.row(bill, "informes"), "informe"):
        label = ", ".join(filter(None, (line(row, "TRAMITE"), line(row, "ETAPA"))))
        yield _day(row, "FECHAINFORME"), EventKind.REPORTED, label, line(row, "LINK_INFORME")


def _texts(bill: Row, head: Row) -> Iterator[Text]:
    """The bill as it was brought in, then tables that compare its versions."""
    day = _day(head, "fecha_ingreso")
    facts = {"id": f"{day or 'ingreso'}.es", "label": line(head, "iniciativa")}
    yield from linked("es", day, _secure(line(head, "link_mensaje_mocion")), "", **facts)
    for place, row in enumerate(rows(fields.row(bill, "comparados"), "comparado"), 1):
        facts = {"id": f"comparado-{place}.es", "label": f"Comparado: {line(row, 'TRAMITE')}"}
        yield from linked("es", "", _secure(line(row, "LINK_COMPARADO")), "", **facts)


def _secure(address: str) -> str:
    return address.replace("http://", "https://", 1)
