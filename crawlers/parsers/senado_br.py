"""Senado Federal, Brazil: open data of several services, of which each names bills and laws in its own place."""

import re
from collections.abc import Iterator
from typing import Any

from crawlers.files import reading
from crawlers.parsers import senado_br_law
from crawlers.parsing import Aside, Matter, Request, Response, Source, Unreadable
from crawlers.places import brazil
from crawlers.record import Told, links, numbers, people, record, timeline
from crawlers.values import dates
from crawlers.values.fields import Row, line, text
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 3

_NAMES = (
    "identificacaoProcesso",
    "IdentificacaoMateria",
    "DescricaoIdentificacaoMateria",
    "identificacao",
    "nomeFormatado",
)
_SUMMARIES = ("ementa", "ementaProcesso", "Ementa", "ementaPapeleta", "descricaoDocumentoEmenda", "descricaoTipo")
_HOUSES = ("casaIdentificadora", "siglaCasa", "SiglaCasa", "siglaCasaMateria", "SiglaCasaIniciadora")
_CODES = ("codigoMateria", "CodigoMateria", "codMateriaLegado", "Codigo")
_EVENTS = {
    "dataApresentacaoProcesso": EventKind.INTRODUCED, "dataApresentacao": EventKind.INTRODUCED,
    "dataDesignacao": EventKind.REFERRED, "DataPublicacao": EventKind.PUBLISHED, "dataDocumento": EventKind.OTHER,
}  # fmt: skip
_ALIVE = {"S": Status.INTRODUCED, "Sim": Status.INTRODUCED}  # of a bill under way nothing more is said here
_MEETINGS = ("dataSessao", "Data", "dataInicio", "DataHoraInicioReuniao", "data")
_BODIES = {"AgendaPlenario", "AgendaReuniao", "DetalheDocumento", "ListaDocumento", "notasTaquigraficas", "ListaLoteEmendas",
           "ResultadoPlenario", "DetalheReuniao", "ListaTiposDocumento", "VetosAposRcnTramitandoCN", "VotacoesComissao"}  # fmt: skip


def start(source: Source, _since: str) -> Iterator[Request]:
    """The service counts in days back from today, 30 at most, and answers XML unless asked for JSON."""
    for url in source.urls:
        yield Request(url=url, headers={"Accept": "application/json"})


def parse(response: Response, source: Source) -> Iterator[Matter | Aside]:
    answer = reading.json(response.body)
    if not isinstance(answer, list) and not (isinstance(answer, dict) and (_BODIES & answer.keys() or "id" in answer)):
        raise Unreadable("the JSON is no answer of the Senado: it is neither a list nor one of its services")
    found = list(_walk(answer, "", "", response, source))
    yield from found
    if not found:
        yield Aside("the answer names no bill, law or meeting by a number, such as a table of codes")


def _walk(value: Any, day: str, house: str, response: Response, source: Source) -> Iterator[Matter]:
    """Everything that names a bill, a law or a meeting, with the day of the session it stands in."""
    if isinstance(value, list):
        for item in value:
            yield from _walk(item, day, house, response, source)
    elif isinstance(value, dict):
        day = next((found for name in _MEETINGS if (found := _day(value.get(name)))), day)
        house = next((str(value[name]) for name in _HOUSES if value.get(name)), house)
        yield from _named(value, day, house, response, source)
        for name, inner in value.items():
            if name not in {"votos", "Votos", "orador", "Metadados"}:
                yield from _walk(inner, day, house, response, source)


def _day(value: Any) -> str:
    return (
        dates.when(value, "America/Sao_Paulo", "dmy").date if isinstance(value, str) and re.match(r"\d", value) else ""
    )


def _named(row: Row, day: str, house: str, response: Response, source: Source) -> Iterator[Matter]:
    if "normaNome" in row or "NomeNorma" in row or "normaNome" in (row.get("identificacao") or {}):
        yield senado_br_law.law(row, response, source)
    elif number := _number(row):
        yield _bill(row, number, day, house, response, source)
    elif "dadosSessao" in row or ("codigoSituacao" in row and "colegiadoCriador" in row):
        yield senado_br_law.meeting(row, day, response, source)


def _number(row: Row) -> tuple[str, str, str] | None:
    for name in _NAMES:
        if isinstance(row.get(name), str) and (found := brazil.BILL.match(row[name])):
            return found[1], found[2], found[3]
    for sign, number, year in (("SiglaMateria", "NumeroMateria", "AnoMateria"), ("siglaMateria", "numeroMateria", "anoMateria"),
                               ("Sigla", "Numero", "Ano"), ("SiglaTipoPlOrcamento", "NumeroMateria", "AnoMateria")):  # fmt: skip
        if row.get(sign) and row.get(number) and row.get(year):
            return str(row[sign]), str(row[number]), str(row[year])
    return None


def _bill(row: Row, number: tuple[str, str, str], day: str, house: str, response: Response, source: Source) -> Matter:
    id, aliases = brazil.bill(house if house in {"SF", "CD", "CN"} else "SF", *number)
    printed = f"{number[0]} {number[1].lstrip('0')}/{number[2]}"
    summary = next(filter(None, (line(row, name) for name in _SUMMARIES)), "")
    code = next(filter(None, (text(row, name) for name in _CODES)), "")
    alive = text(row, "tramitando") or text(row, "EmTramitacao")
    becomes = brazil.law(text(row, "NormaGerada", "NomeNorma")) or brazil.law(text(row, "normaGerada"))
    status = Status.ENACTED if becomes else _standing(alive, day)
    return record(
        response,
        source,
        f"senado_br/{VERSION}",
        id=id,
        aliases=aliases,
        kind=Kind.BILL,
        instrument=number[0],
        title=": ".join(filter(None, (printed, summary))),
        summary=summary,
        status=status,
        status_as_of=day if status is Status.INTRODUCED and not alive else "",
        source_status=text(row, "resultadoVotacao") or text(row, "descricaoDeliberacao") or alive,
        url=f"https://www25.senado.leg.br/web/atividade/materias/-/materia/{code}" if code else response.url,
        events=timeline(response, _told(row, day)),
        people=people("rapporteur", [text(row, "nomeParlamentar")] if "dataDesignacao" in row else []),
        links=links(LinkKind.BECOMES, [becomes]),
        identifiers=numbers(("printed", printed)),
    )


def _standing(alive: str, day: str) -> Status:
    """A bill that is on the agenda of a day, or voted on, is under way on it, whatever became of it there and then."""
    return _ALIVE.get(alive, Status.UNKNOWN) if alive or not day else Status.INTRODUCED


def _told(row: Row, day: str) -> Iterator[Told]:
    amendment = "idDocumentoEmenda" in row
    for name, kind in _EVENTS.items():
        yield _day(row.get(name)), EventKind.AMENDED if amendment else kind, name
    voted = any(name in row for name in ("votos", "Votos", "CodigoVotacao"))
    said = text(row, "Apreciacao") or text(row, "descricaoTipoApreciacao") or text(row, "resultadoVotacao")
    if voted or said:
        yield day, EventKind.VOTE if voted else EventKind.DEBATED, said
