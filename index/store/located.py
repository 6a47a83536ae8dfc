"""Where in the archived bytes, or in the files that were imported, the facts of a matter stand, as paths."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from crawlers import imports, settings
from crawlers.fault import Unkept
from crawlers.files.located import Leaf, leaves, located
from crawlers.matter import Matter
from crawlers.memory.archive import Archive, Lost
from crawlers.memory.state import FILE, open_state
from index.store.origins import Origin

Read = Callable[[str], Sequence[Leaf]]


class Place(NamedTuple):
    """`fact` is a field, a day and kind of an event, or a person's name; `path` where it stands in the snapshot."""

    fact: str
    snapshot: str
    path: str


@lru_cache(maxsize=8)
def archived(snapshot: str) -> Sequence[Leaf]:
    """What the archive of this home holds under the hash; nothing where it does not."""
    home = settings.home()
    if not snapshot or not (home / FILE).is_file():
        return ()
    try:
        with closing(open_state(home)) as connection:
            return leaves(Archive(home, connection).body(snapshot))
    except (Lost, Unkept):
        return ()


def imported(paths: Iterable[Path]) -> Read:
    """The same of files and folders that were imported, found by the hash of their bytes."""
    files = imports.files(paths)

    @cache
    def read(snapshot: str) -> Sequence[Leaf]:
        held = (body for file in files for body in imports.bodies(file) if hashlib.sha256(body).hexdigest() == snapshot)
        return next(map(leaves, held), ())

    return read


def places(matter: Matter, origins: Iterable[Origin], read: Read = archived) -> list[Place]:
    """Of the facts that stand alone, the dates and the people: those whose words are found again in the bytes."""
    near = (matter.title, matter.url, matter.id.rpartition("/")[2], *(one.value for one in matter.identifiers))
    sought = (*_fields(matter, origins), *_events(matter), *_people(matter))
    found = (Place(fact, snapshot, located(read(snapshot), value, near)) for fact, snapshot, value in sought)
    return [one for one in found if one.path]


def _fields(matter: Matter, origins: Iterable[Origin]) -> Iterator[tuple[str, str, str]]:
    """A status is looked for in the words of its source; the kind of a matter is the parser's word, not the source's."""
    for one in origins:
        if one.field == "kind":
            continue
        yield one.field, one.snapshot, matter.source_status if one.field == "status" else one.value


def _events(matter: Matter) -> Iterator[tuple[str, str, str]]:
    return ((f"{one.date} {one.kind}", one.snapshot, one.date) for one in matter.events if one.snapshot)


def _people(matter: Matter) -> Iterator[tuple[str, str, str]]:
    return ((one.name, matter.snapshot, one.name) for one in matter.people)
