"""Senado Federal, Brazil: open data of several services, of which each names bills and laws in its own place."""

import re
from collections.abc import Iterator
from typing import Any

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Link, Matter, Person
from crawlers.places import brazil
from crawlers.record import numbers, record
from crawlers.response import Aside, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.values import dates
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


def _named(row: dict[str, Any], day: str, house: str, response: Response, source: Source) -> Iterator[Matter]:
    if "normaNome" in row or "NomeNorma" in row or "normaNome" in (row.get("identificacao") or {}):
        yield _law(row, response, source)
    elif number := _number(row):
        yield _bill(row, number, day, house, response, source)
    elif "dadosSessao" in row or ("codigoSituacao" in row and "colegiadoCriador" in row):
        yield _meeting(row, day, response, source)


def _number(row: dict[str, Any]) -> tuple[str, str, str] | None:
    for name in _NAMES:
        if isinstance(row.get(name), str) and (found := brazil.BILL.match(row[name])):
            return found[1], found[2], found[3]
    for sign, number, year in (("SiglaMateria", "NumeroMateria", "AnoMateria"), ("siglaMateria", "numeroMateria", "anoMateria"),
                               ("Sigla", "Numero", "Ano"), ("SiglaTipoPlOrcamento", "NumeroMateria", "AnoMateria")):  # fmt: skip
        if row.get(sign) and row.get(number) and row.get(year):
            return str(row[sign]), str(row[number]), str(row[year])
    return None


def _bill(
    row: dict[str, Any], number: tuple[str, str, str], day: str, house: str, response: Response, source: Source
) -> Matter:
    id, aliases = brazil.bill(house if house in {"SF", "CD", "CN"} else "SF", *number)
    printed = f"{number[0]} {number[1].lstrip('0')}/{number[2]}"
    summary = next((" ".join(str(row[name]).split()) for name in _SUMMARIES if row.get(name)), "")
    reporter = row.get("nomeParlamentar") if "dataDesignacao" in row else None
    alive = str(row.get("tramitando") or row.get("EmTramitacao") or "")
    becomes = brazil.law((row.get("NormaGerada") or {}).get("NomeNorma", "")) or brazil.law(
        row.get("normaGerada") or ""
    )
    status = Status.ENACTED if becomes else _standing(alive, day)
    return record(
        response,
        source,
        f"senado_br/{VERSION}",
        id=id,
        aliases=aliases,
        kind=Kind.BILL,
        instrument=number[0],
        title=f"{printed}: {summary}" if summary else printed,
        summary=summary,
        status=status,
        status_as_of=day if status is Status.INTRODUCED and not alive else "",
        source_status=str(row.get("resultadoVotacao") or row.get("descricaoDeliberacao") or alive),
        url=f"https://www25.senado.leg.br/web/atividade/materias/-/materia/{code}"
        if (code := _code(row))
        else response.url,
        events=tuple(_events(row, day, response)),
        people=(Person(name=reporter, role="rapporteur"),) if reporter else (),
        links=(Link(kind=LinkKind.BECOMES, target=becomes),) if becomes else (),
        identifiers=numbers(("printed", printed)),
    )


def _standing(alive: str, day: str) -> Status:
    """A bill that is on the agenda of a day, or voted on, is under way on it, whatever became of it there and then."""
    return _ALIVE.get(alive, Status.UNKNOWN) if alive or not day else Status.INTRODUCED


def _code(row: dict[str, Any]) -> str:
    return str(
        row.get("codigoMateria") or row.get("CodigoMateria") or row.get("codMateriaLegado") or row.get("Codigo") or ""
    )


def _events(row: dict[str, Any], day: str, response: Response) -> Iterator[Event]:
    amendment = "idDocumentoEmenda" in row
    for name, kind in _EVENTS.items():
        if found := _day(row.get(name)):
            kind = EventKind.AMENDED if amendment else kind  # noqa: PLW2901 -- an amendment's own day
            yield Event(date=found, kind=kind, label=name, snapshot=response.snapshot)
    voted = any(name in row for name in ("votos", "Votos", "CodigoVotacao"))
    said = str(row.get("Apreciacao") or row.get("descricaoTipoApreciacao") or row.get("resultadoVotacao") or "")
    if day and (voted or said):
        yield Event(
            date=day, kind=EventKind.VOTE if voted else EventKind.DEBATED, label=said, snapshot=response.snapshot
        )


def _law(row: dict[str, Any], response: Response, source: Source) -> Matter:
    named = row["identificacao"] if isinstance(row.get("identificacao"), dict) else row
    name = named.get("normaNome") or named.get("NomeNorma") or ""
    signed = _day(named.get("dataassinatura") or named.get("DataAssinatura"))
    id = brazil.law(name)
    changed = [brazil.law(edit["nomeNormaAnterior"]) for edit in _listed((row.get("edivs") or {}).get("ediv"))]
    return record(
        response,
        source,
        f"senado_br/{VERSION}",
        id=id or ids.require(f"br/norma/{ids.part(str(named.get('norma') or named.get('CodigoNorma') or name))}"),
        kind=Kind.ACT,
        title=f"{name}: {' '.join(row['ementa'].split())}" if row.get("ementa") else name,
        status=Status.ENACTED,
        status_as_of=signed,
        url=named.get("urlDocumento") or brazil.law_address(id, signed) or response.url,
        published=signed,
        events=(Event(date=signed, kind=EventKind.SIGNED, snapshot=response.snapshot),) if signed else (),
        links=tuple(Link(kind=LinkKind.AMENDS, target=target) for target in sorted({*changed} - {""})),
        identifiers=numbers(("printed", name)),
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _meeting(row: dict[str, Any], day: str, response: Response, source: Source) -> Matter:
    """A meeting or sitting that is a matter of its own because it names no bill."""
    session = row.get("dadosSessao") or row
    body = (row.get("colegiadoCriador") or {}).get("nome") or session.get("casa") or ""
    moment = dates.when(row.get("dataInicio") or row.get("data"), source.zone)
    event = Event(date=moment.date or day, time=moment.time, zone=moment.zone, kind=EventKind.MEETING, label=body,
                  cancelled=row.get("descricaoSituacao") == "Cancelada", snapshot=response.snapshot)  # fmt: skip
    series = "sessao" if "dadosSessao" in row else "reuniao"
    return record(
        response,
        source,
        f"senado_br/{VERSION}",
        id=f"br/senado/{series}/{ids.part(str(session['codigo']))}",
        kind=Kind.SIGNAL,
        instrument="meeting",
        title=" ".join(f"{body}: {session.get('titulo') or session.get('descricao') or ''}".split()),
        source_status=str(row.get("situacao") or ""),
        published=moment.date or day,
        events=(event,) if event.date else (),
    )
