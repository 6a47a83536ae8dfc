"""Câmara dos Deputados, Brazil: open data v2, lists of propositions and one with its situation."""

import logging
from collections.abc import Iterator
from typing import Any

from crawlers.files import reading
from crawlers.matter import Event, Identifier, Link, Matter
from crawlers.places import brazil
from crawlers.record import record
from crawlers.response import Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.values import dates, fields
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_SITUATIONS = {
    "aguardando apreciação pelo senado": Status.PASSED_ONE_CHAMBER, "enviada ao senado": Status.PASSED_ONE_CHAMBER,
    "aguardando despacho": Status.INTRODUCED, "aguardando sanção": Status.PASSED, "pronta para pauta": Status.REPORTED,
    "transformad": Status.ENACTED, "vetad": Status.VETOED, "arquivada": Status.LAPSED, "devolvida": Status.WITHDRAWN,
    "retirad": Status.WITHDRAWN, "prejudicada": Status.REJECTED, "rejeitada": Status.REJECTED, "apensad": Status.MERGED,
    "tramitando em conjunto": Status.MERGED, "aguardando": Status.COMMITTEE, "perdeu a eficácia": Status.LAPSED,
}  # fmt: skip
_log = logging.getLogger(__name__)


def parse(response: Response, source: Source) -> Iterator[Found]:
    answer = reading.json(response.body)
    if not isinstance(answer, dict) or "dados" not in answer:
        raise Unreadable("the JSON is no answer of the Câmara: it has no dados")
    listed = answer["dados"] if isinstance(answer["dados"], list) else [answer["dados"]]
    yield from fields.each(listed, _listed, response, source)
    for link in fields.rows(answer, "links"):
        if link.get("rel") == "next":
            yield Request(url=fields.must(link, "href"), headers={"Accept": "application/json"})


def _listed(row: dict[str, Any], response: Response, source: Source) -> Iterator[Found]:
    yield _bill(row, response, source)
    if "statusProposicao" not in row:
        yield Request(url=row["uri"], headers={"Accept": "application/json"})


def _bill(row: dict[str, Any], response: Response, source: Source) -> Matter:
    id, aliases = brazil.bill("CD", row["siglaTipo"], str(row["numero"]), str(row["ano"]))
    now = row.get("statusProposicao") or {}
    said = now.get("descricaoSituacao") or ""
    printed = f"{row['siglaTipo']} {row['numero']}/{row['ano']}"
    started = dates.when(row.get("dataApresentacao"), source.zone)
    last = dates.when(now.get("dataHora"), source.zone)
    becomes = brazil.law(now.get("despacho") or "") if _status(said, source) is Status.ENACTED else ""
    return record(
        response,
        source,
        f"camara_br/{VERSION}",
        id=id,
        aliases=aliases,
        kind=Kind.BILL,
        instrument=row["siglaTipo"],
        title=": ".join(filter(None, (printed, " ".join((row.get("ementa") or "").split())))),
        summary=" ".join((row.get("ementaDetalhada") or "").split()),
        status=_status(said, source) if said else Status.INTRODUCED,
        status_as_of=last.date,
        source_status=said,
        url=f"https://www.camara.leg.br/proposicoesWeb/fichadetramitacao?idProposicao={row['id']}",
        published=started.date,
        events=tuple(
            Event(date=when.date, time=when.time, zone=when.zone, kind=kind, label=label, snapshot=response.snapshot)
            for when, kind, label in (
                (started, EventKind.INTRODUCED, ""),
                (last, EventKind.OTHER, now.get("descricaoTramitacao") or ""),
            )
            if when.date
        ),
        links=(Link(kind=LinkKind.BECOMES, target=becomes),) if becomes else (),
        identifiers=(Identifier(scheme="printed", value=printed), Identifier(scheme="camara", value=str(row["id"]))),
    )


def _status(said: str, source: Source) -> Status:
    if not said:
        return Status.INTRODUCED
    known = next((status for words, status in _SITUATIONS.items() if words in said.lower()), None)
    if known is None:
        _log.warning("%s: unknown situation %r", source.id, said)
    return known or Status.UNKNOWN
