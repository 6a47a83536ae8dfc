"""Answers of the Senado Federal's services: where each names a bill, a house, a day and a summary."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crawlers.places.br import brazil
from crawlers.record import Told
from crawlers.values import dates
from crawlers.values.fields import Row, line, text
from crawlers.vocabulary import EventKind, Status

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
    "dataApresentacaoProcesso": (EventKind.INTRODUCED, "Apresentação"), "dataApresentacao": (EventKind.INTRODUCED, "Apresentação"),
    "dataDesignacao": (EventKind.REFERRED, "Designação de relator"), "DataPublicacao": (EventKind.PUBLISHED, "Publicação"),
    "dataDocumento": (EventKind.OTHER, "Documento"), "dataDeliberacao": (EventKind.OTHER, "Deliberação"),
}  # fmt: skip
_RESULTS = {"A": "Aprovado", "R": "Rejeitado"}
# How a decision that ends a bill begins, as a code (APROVADA_NO_PLENARIO) or in words.
_ENDS = (
    ("aprovad", Status.PASSED), ("rejeitad", Status.REJECTED), ("retirad", Status.WITHDRAWN), ("transformad", Status.ENACTED),
    ("arquivad", Status.LAPSED), ("prejudicad", Status.LAPSED), ("perd", Status.LAPSED),
)  # fmt: skip
_ALIVE = {"S": Status.INTRODUCED, "Sim": Status.INTRODUCED}  # of a bill under way nothing more is said here
_MEETINGS = ("dataSessao", "Data", "dataInicio", "DataHoraInicioReuniao", "data")
_BODIES = {"AgendaPlenario", "AgendaReuniao", "DetalheDocumento", "ListaDocumento", "notasTaquigraficas", "ListaLoteEmendas",
           "ResultadoPlenario", "DetalheReuniao", "ListaTiposDocumento", "VetosAposRcnTramitandoCN", "VotacoesComissao"}  # fmt: skip

_ASIDE = {"votos", "Votos", "orador", "Metadados", "materiasOriginadoras"}
_OFF = ("Cancelada", "Não Realizada", "Não realizada")


@dataclass(frozen=True)
class Place:
    """A record of an answer with the day of the session, the house and the committee it stands in."""

    row: Row
    day: str
    house: str
    body: str = ""


def known(answer: Any) -> bool:
    """Whether it is a list or one of the services' answers."""
    return isinstance(answer, list) or (isinstance(answer, dict) and bool(_BODIES & answer.keys() or "id" in answer))


def walk(value: Any, day: str = "", house: str = "", body: str = "") -> Iterator[Place]:
    """Every record in it, outermost first; how single members voted and spoke, and what once set up a committee, is left out."""
    if isinstance(value, list):
        for item in value:
            yield from walk(item, day, house, body)
    elif isinstance(value, dict):
        day = next((found for name in _MEETINGS if (found := on(value.get(name)))), day)
        house = next((str(value[name]) for name in _HOUSES if value.get(name)), house)
        body = "" if off(value) else text(value, "colegiadoCriador", "nome") or body
        yield Place(value, day, house, body)
        for name, inner in value.items():
            if name not in _ASIDE:
                yield from walk(inner, day, house, body)


def on(value: Any) -> str:
    """The day of a value that begins with a digit."""
    dated = isinstance(value, str) and re.match(r"\d", value)
    return dates.when(value, "America/Sao_Paulo", "dmy").date if dated else ""


def summary(row: Row) -> str:
    said = next(filter(None, (line(row, name) for name in _SUMMARIES)), "")
    return said[:1].upper() + said[1:]


def code(row: Row) -> str:
    return next(filter(None, (text(row, name) for name in _CODES)), "")


def number(row: Row) -> tuple[str, str, str] | None:
    """Letters, number and year of the bill that it names."""
    for name in _NAMES:
        if isinstance(row.get(name), str) and (found := brazil.BILL.match(row[name])):
            return found[1], found[2], found[3]
    for sign, number, year in (("SiglaMateria", "NumeroMateria", "AnoMateria"), ("siglaMateria", "numeroMateria", "anoMateria"),
                               ("Sigla", "Numero", "Ano"), ("SiglaTipoPlOrcamento", "NumeroMateria", "AnoMateria")):  # fmt: skip
        if row.get(sign) and row.get(number) and row.get(year):
            return str(row[sign]), str(row[number]), str(row[year])
    return None


def standing(row: Row, day: str) -> Status:
    """A bill that is on the agenda of a day, or voted on, is under way on it, whatever became of it there and then.

    One that is no longer under way stands by what ended it.
    """
    alive = text(row, "tramitando") or text(row, "EmTramitacao")
    if alive and alive not in _ALIVE:
        decided = ended(row).lower()
        return next((status for word, status in _ENDS if decided.startswith(word)), Status.UNKNOWN)
    return _ALIVE.get(alive, Status.UNKNOWN) if alive or not day else Status.INTRODUCED


def ended(row: Row) -> str:
    """The decision that ended it, as the service writes it."""
    return text(row, "descricaoTipoDeliberacao") or text(row, "siglaTipoDeliberacao")


def result(row: Row) -> str:
    """Of a vote, in words: Aprovado."""
    said = text(row, "resultadoVotacao")
    return _RESULTS.get(said, said)


def authors(row: Row) -> list[str]:
    """Names, without what they sit for: Senador Esperidião Amin (PP/SC). Who wrote an amendment is none of the bill's."""
    if "idDocumentoEmenda" in row:
        return []
    said = text(row, "autoria") or text(row, "autoriaProcesso") or text(row, "autorMateria")
    return [re.sub(r"\s*\([^)]*\)", "", name).strip() for name in said.split(",")]


def printed(row: Row) -> str:
    """Where the bill as brought in stands; another paper of the proceeding is not the bill."""
    form = text(row, "siglaTipo")
    return text(row, "urlDocumento") if not form or form.startswith(("PROJETO", "AVULSO_INICIAL", "PROPOSTA")) else ""


def off(row: Row) -> bool:
    """A meeting that was not held."""
    return any(text(row, name) in _OFF for name in ("situacao", "descricaoSituacao"))


def told(place: Place) -> Iterator[Told]:
    row, day, amendment = place.row, place.day, "idDocumentoEmenda" in place.row
    for name, (kind, label) in _EVENTS.items():
        said = ": ".join(filter(None, (label, ended(row) if name == "dataDeliberacao" else "")))
        yield on(row.get(name)), EventKind.AMENDED if amendment else kind, said
    voted = any(name in row for name in ("votos", "Votos", "CodigoVotacao"))
    said = text(row, "Apreciacao") or text(row, "descricaoTipoApreciacao") or result(row)
    if voted or said:
        kind = EventKind.VOTE if voted or said.startswith("Votação") else EventKind.DEBATED
        yield day, kind, ": ".join(filter(None, (said, _counts(row))))
    elif place.body:
        yield day, EventKind.MEETING, place.body


def _counts(row: Row) -> str:
    sides = (("otalVotosSim", "sim"), ("otalVotosNao", "não"), ("otalVotosAbstencao", "abstenções"))
    found = ((text(row, f"t{name}") or text(row, f"T{name}"), word) for name, word in sides)
    return ", ".join(f"{number} {word}" for number, word in found if number)
