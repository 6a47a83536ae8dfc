"""Legislative acts in the open data of the Assemblée nationale: what their codes say happened and how far a bill has come."""

import re
from collections.abc import Iterator
from typing import Any

from crawlers.matter import Text
from crawlers.record import Told, linked
from crawlers.values import dates, fields
from crawlers.values.dates import When
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, Status

# By the parts of a code, AN1-COM-FOND-REUNION; the first that all stand in it.
_KINDS = (
    ({"PROM"}, EventKind.ENACTED), ({"RTRINI"}, EventKind.WITHDRAWN), ({"DEPOT"}, EventKind.INTRODUCED),
    ({"COM", "SAISIE"}, EventKind.REFERRED), ({"COM", "REUNION"}, EventKind.MEETING), ({"RAPPORT"}, EventKind.REPORTED),
    ({"DEBATS", "DEC"}, EventKind.VOTE), ({"DEBATS"}, EventKind.DEBATED),
)  # fmt: skip
_STAGES = (
    ({"PROM"}, Status.ENACTED), ({"RTRINI"}, Status.WITHDRAWN), ({"CC"}, Status.PASSED), ({"RAPPORT"}, Status.REPORTED),
    ({"COM"}, Status.COMMITTEE), ({"DEPOT"}, Status.INTRODUCED),
)  # fmt: skip
_BEFORE = {Status.INTRODUCED, Status.COMMITTEE, Status.REPORTED}
_PASSED = {Status.PASSED_ONE_CHAMBER, Status.PASSED}
_HOURS = {EventKind.MEETING, EventKind.DEBATED}


def acts(nodes: list[Row]) -> list[Row]:
    """Those with a day, in the order of days. Acts nest; a single one stands bare instead of in a list."""
    return sorted((act for act in _nested(nodes) if text(act, "dateActe")), key=lambda act: text(act, "dateActe"))


def _nested(nodes: list[Row]) -> Iterator[Row]:
    for node in nodes:
        if "codeActe" in node:
            yield node
        yield from _nested([*fields.rows(node, "acteLegislatif"), *fields.rows(node, "actesLegislatifs")])


def _parts(act: Row) -> set[str]:
    return set(text(act, "codeActe").split("-"))


def _label(act: Row) -> str:
    """What the act is called, else its code, with what was decided."""
    name = text(act, "libelleActe", "nomCanonique") or text(act, "codeActe")
    return ": ".join(filter(None, (name, _decided(act))))


def _decided(act: Row) -> str:
    said: Any = act.get("statutConclusion")
    return text(said, "libelle") if isinstance(said, dict) else ""


def told(act: Row) -> Told:
    """A meeting keeps its hour."""
    kind = next((kind for parts, kind in _KINDS if parts <= _parts(act)), EventKind.OTHER)
    if kind is EventKind.VOTE and _vote(act, False) is Status.REJECTED:
        kind = EventKind.REJECTED
    when = dates.when(text(act, "dateActe"), "Europe/Paris")
    return when if kind in _HOURS else When(when.date), kind, _label(act)


def standing(listed: list[Row]) -> tuple[Status, str, str]:
    """The newest act that tells, in words, and its day; before the other chamber a bill has still passed the first."""
    status, said, day, agreed = Status.UNKNOWN, "", "", False
    for act in listed:
        reached = _vote(act, agreed) if {"DEBATS", "DEC"} <= _parts(act) else _stage(act)
        agreed = agreed or ("CMP" in _parts(act) and reached is Status.PASSED_ONE_CHAMBER)
        if reached is not Status.UNKNOWN and not (status in _PASSED and reached in _BEFORE):
            status, said, day = reached, _label(act), dates.when(text(act, "dateActe"), "Europe/Paris").date
    return status, said, day


def _stage(act: Row) -> Status:
    return next((status for parts, status in _STAGES if parts <= _parts(act)), Status.UNKNOWN)


def _vote(act: Row, agreed: bool) -> Status:
    """`agreed`: one house has adopted the text of the joint committee, so that the other passes it."""
    decided, parts = _decided(act).lower(), _parts(act)
    if "rejet" in decided:
        return Status.REJECTED
    final = "définitiv" in decided or any(part.startswith("ANLDEF") for part in parts) or ("CMP" in parts and agreed)
    return Status.PASSED if final else Status.PASSED_ONE_CHAMBER


def texts(listed: list[Row], site: str) -> Iterator[Text]:
    """What was laid, reported and adopted in the Assemblée."""
    for act in listed:
        for name in ("texteAssocie", "texteAdopte"):
            uid = text(act, name)
            if re.match(r"(?:PRJL|PION)ANR\d", uid):
                day, address = dates.when(text(act, "dateActe"), "Europe/Paris").date, f"{site}/docs/{uid}.raw"
                yield from linked("fr", day, address, "text/html", id=f"{uid}.fr", label=_label(act))
