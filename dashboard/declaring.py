"""Giving a position to the public as it stands, and taking it back; who did either, and when, stays in the private history."""

from dashboard import private
from dashboard.kept import Kept
from dashboard.public import positions
from dashboard.public.positions import Declared
from dashboard.today import instant

KIND = "declared"


def declare(subject: str, by: str, position: str, says: str, version: str) -> None:
    """`subject` is folder#matter; what is written there later stays private until it is declared too."""
    body = {"public": "yes", "position": position, "says": says, "version": version}
    private.keep(Kept(kind=KIND, subject=subject, role=by, at=instant(), body=body))
    spread()


def take_back(subject: str, by: str) -> None:
    """Nothing of it is shown from now on; that it was public stays in the private history."""
    private.keep(Kept(kind=KIND, subject=subject, role=by, at=instant(), body={"public": ""}))
    spread()


def is_public(one: Kept) -> bool:
    return bool(one.body["public"])


def spread() -> None:
    """Write what is public now into the file that publishers read; a backup that came back or a kill may have left another."""
    newest = private.newest(KIND).values()
    found = sorted((_open(one) for one in newest if is_public(one)), key=lambda one: (one.matter, one.at))
    positions.write(tuple(found), max((one.at for one in newest), default=""))


def _open(one: Kept) -> Declared:
    said = {name: one.body[name] for name in ("position", "says", "version")}
    return Declared(matter=one.subject.rpartition("#")[2], by=one.role, at=one.at, **said)
