"""Assemblée nationale, France: legislative files and texts of the open data, one JSON file each."""

import re
from collections.abc import Iterator
from typing import Any

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Identifier, Link, Matter
from crawlers.record import events, record
from crawlers.response import Response, Unreadable
from crawlers.sources import Source
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1


def parse(response: Response, source: Source) -> Iterator[Matter]:
    answer = reading.json(response.body)
    if isinstance(answer, dict) and isinstance(answer.get("document"), dict):
        yield _document(answer["document"], response, source)
        return
    file = answer.get("dossierParlementaire") if isinstance(answer, dict) else None
    if not isinstance(file, dict):
        raise Unreadable(
            "the JSON is no dossierParlementaire of the open data (pages read by other programs are not served)"
        )
    acts = [act for act in _acts(file.get("actesLegislatifs")) if act.get("dateActe")]
    found = tuple(_events(acts, response))
    term = file["legislature"]
    law = next((act for act in acts if act.get("codeLoi")), {})
    texts = [m[1] for act in acts for m in [re.search(r"B(\d{4})$", str(act.get("texteAssocie") or ""))] if m]
    number = texts[0] if texts else None
    codes = [str(act.get("codeActe") or "") for act in acts]
    yield record(
        response,
        source,
        f"fr_an_data/{VERSION}",
        id=ids.require(f"fr/an/l{term}b{number}" if number else f"fr/an/{file['uid']}"),
        aliases=(ids.require(f"fr/an/{file['uid']}"),) if number else (),
        kind=Kind.BILL,
        title=file["titreDossier"]["titre"],
        status=_stage(codes),
        source_status=codes[-1] if codes else "",
        status_as_of=max((event.date for event in found), default=""),
        url=f"https://www.assemblee-nationale.fr/dyn/{term}/dossiers/{file['titreDossier'].get('titreChemin') or file['uid']}",
        published=min((event.date for event in found), default=""),
        events=found,
        links=(Link(kind=LinkKind.BECOMES, target=f"fr/loi/{law['codeLoi']}"),) if law else (),
        identifiers=(Identifier(scheme="an", value=file["uid"]),),
    )


def _document(document: dict[str, Any], response: Response, source: Source) -> Matter:
    """A text of a bill as laid: its title and day, under the number of the bill."""
    life = document["cycleDeVie"]["chrono"]
    laid = dates.when(life.get("dateDepot") or life.get("dateCreation"), "Europe/Paris").date
    number = re.search(r"L(\d+)B(\d{4})$", document["uid"])
    return record(
        response,
        source,
        f"fr_an_data/{VERSION}",
        id=ids.require(f"fr/an/l{number[1]}b{number[2]}" if number else f"fr/an/{document['uid']}"),
        kind=Kind.BILL if document["uid"].startswith(("PRJL", "PION")) else Kind.SIGNAL,
        title=document["titres"]["titrePrincipal"],
        url=f"https://www.assemblee-nationale.fr/dyn/docs/{document['uid']}.raw",
        published=laid,
        events=events(response, (laid, EventKind.INTRODUCED)),
        identifiers=(Identifier(scheme="an", value=document["uid"]),),
    )


def _acts(node: Any) -> Iterator[dict[str, Any]]:
    """Acts nest; a single one stands bare instead of in a list."""
    if isinstance(node, list):
        for item in node:
            yield from _acts(item)
    elif isinstance(node, dict):
        if "codeActe" in node:
            yield node
        yield from _acts(node.get("acteLegislatif"))
        yield from _acts(node.get("actesLegislatifs"))


def _events(acts: list[dict[str, Any]], response: Response) -> Iterator[Event]:
    kinds = (("DEPOT", EventKind.INTRODUCED), ("COM-FOND-SAISIE", EventKind.REFERRED), ("RAPPORT", EventKind.REPORTED),
             ("DEBATS-DEC", EventKind.VOTE), ("DEBATS", EventKind.DEBATED), ("PROM", EventKind.ENACTED), ("CC", EventKind.OTHER))  # fmt: skip
    seen = set()
    for act in acts:
        day, code = dates.when(act["dateActe"], "Europe/Paris").date, str(act["codeActe"])
        kind = next((kind for sign, kind in kinds if sign in code), EventKind.OTHER)
        if day and (day, kind, code) not in seen:
            seen.add((day, kind, code))
            yield Event(date=day, kind=kind, label=code, snapshot=response.snapshot)


def _stage(codes: list[str]) -> Status:
    """The furthest stage that the codes of the acts show."""
    stages = (("PROM", Status.ENACTED), ("CC", Status.PASSED), ("DEBATS-DEC", Status.PASSED_ONE_CHAMBER),
              ("RAPPORT", Status.REPORTED), ("COM", Status.COMMITTEE), ("DEPOT", Status.INTRODUCED))  # fmt: skip
    return next((status for sign, status in stages if any(sign in code for code in codes)), Status.UNKNOWN)
