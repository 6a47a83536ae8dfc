"""Positions that people gave to the public, in a file of their own: whoever publishes them never opens the private one."""

import msgspec

from crawlers.fault import Fault
from crawlers.matter import Struct
from crawlers.settings import home

FILE = "positions.json"


class Declared(Struct, frozen=True, kw_only=True):
    """What anyone may read: never the folder, its notes or who leads. `by` is a role."""

    matter: str
    position: str
    says: str
    version: str
    by: str
    at: str


class _Public(Struct, frozen=True, kw_only=True):
    """`changed` is the instant at which one was last published or taken back."""

    changed: str = ""
    positions: tuple[Declared, ...] = ()


def declared() -> tuple[Declared, ...]:
    """All that is public now, by matter and then oldest first."""
    return _read().positions


def changed() -> str:
    """The instant at which one was last published or taken back; empty where none ever was."""
    return _read().changed


def write(positions: tuple[Declared, ...], changed: str) -> None:
    """In the place of all that was public, whole or not at all."""
    path = home() / FILE
    fresh = path.with_suffix(".new")
    fresh.write_bytes(msgspec.json.encode(_Public(changed=changed, positions=positions)))
    fresh.replace(path)


def _read() -> _Public:
    """Raises Fault naming the file."""
    path = home() / FILE
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Public) if path.exists() else _Public()
    except msgspec.DecodeError as error:
        raise Fault(f"{path} cannot be read ({error}); remove it, and `amicus serve` writes it anew") from error
