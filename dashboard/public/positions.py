"""Positions that a person gave to the public, as they stood then, until one is taken back; who did either, and when, stays."""

from crawlers.matter import Struct
from dashboard import private
from dashboard.private import Kept
from dashboard.today import instant

KIND = "declared"


class Declared(Struct, frozen=True, kw_only=True):
    """What anyone may read: never the folder, its notes or who leads. `by` is a role."""

    matter: str
    position: str
    says: str
    version: str
    by: str
    at: str


def declare(subject: str, by: str, position: str, says: str, version: str) -> None:
    """`subject` is folder#matter; what is written there later stays private until it is declared too."""
    body = {"public": "yes", "position": position, "says": says, "version": version}
    private.keep(Kept(kind=KIND, subject=subject, role=by, at=instant(), body=body))


def take_back(subject: str, by: str) -> None:
    """Nothing of it is shown from now on; that it was public stays in the private history."""
    private.keep(Kept(kind=KIND, subject=subject, role=by, at=instant(), body={"public": ""}))


def is_public(one: Kept) -> bool:
    return bool(one.body["public"])


def declared() -> tuple[Declared, ...]:
    """All that is public now, by matter and then oldest first."""
    found = [_open(one) for one in private.newest(KIND).values() if is_public(one)]
    return tuple(sorted(found, key=lambda one: (one.matter, one.at)))


def changed() -> str:
    """The instant at which one was last published or taken back; empty where none ever was."""
    return max((one.at for one in private.newest(KIND).values()), default="")


def _open(one: Kept) -> Declared:
    said = {name: one.body[name] for name in ("position", "says", "version")}
    return Declared(matter=one.subject.rpartition("#")[2], by=one.role, at=one.at, **said)
