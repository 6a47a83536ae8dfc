"""Where each fact of a matter comes from: the snapshot and the parser that first gave it as it stands, and what it replaced."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, insert, select

from crawlers.matter import Matter, Struct
from crawlers.vocabulary import Mark, Status
from index.store.revisions import end
from index.store.tables import origin

# Facts that stand alone; events, versions, norms and topics name their own snapshot, span and rule.
FIELDS = ("title", "title_native", "status", "kind", "instrument", "published", "url", "summary", "note")


class Origin(Struct, frozen=True, kw_only=True):
    """One fact as one reading gave it; `learned` is the instant of the run, `snapshot` the hash of the bytes read.

    `instead` are the value that stood there before and the source that had given it.
    """

    field: str
    value: str
    source: str
    learned: str
    snapshot: str = ""
    parser: str = ""
    mark: Mark = Mark.OFFICIAL
    instead: tuple[str, str] = ("", "")


_decode = msgspec.json.Decoder(Origin).decode


def gained(before: Matter | None, after: Matter, heard: Iterable[Matter], learned: str) -> Iterator[Origin]:
    """The facts that are new in `after`, each as the first of the readings that gives it says it."""
    own = [said for said in heard if said.id in {after.id, *after.aliases}]
    for field in FIELDS:
        value = getattr(after, field)
        if not value or value is Status.UNKNOWN or (before is not None and getattr(before, field) == value):
            continue
        for said in own:
            if getattr(said, field) == value:
                yield _origin(field, value, said, learned)
                break


def _origin(field: str, value: Any, said: Matter, learned: str) -> Origin:
    return Origin(
        field=field,
        value=str(value),
        source=said.source,
        learned=learned,
        snapshot=said.snapshot,
        parser=said.parser,
        mark=said.mark,
    )


def keep(connection: Connection, matter: str, found: Iterable[Origin]) -> None:
    """Inside the transaction of the revision that the facts are part of."""
    rows = [{"matter": matter, "learned": one.learned, "body": msgspec.json.encode(one)} for one in found]
    if rows:
        connection.execute(insert(origin), rows)


def standing(engine: Engine, matter: Matter, as_of: str) -> list[Origin]:
    """Of each fact that stands in the record, in the order of FIELDS; of facts kept before origins were, nothing."""
    asked = select(origin.c.body).where(origin.c.matter.in_([matter.id, *matter.aliases])).order_by(origin.c.number)
    if as_of:
        asked = asked.where(origin.c.learned < end(as_of))
    with engine.connect() as connection:
        told = [_decode(row.body) for row in connection.execute(asked)]
    found = (_of_field(matter, field, [one for one in told if one.field == field]) for field in FIELDS)
    return [one for one in found if one is not None]


def _of_field(matter: Matter, field: str, told: list[Origin]) -> Origin | None:
    """The newest that gives the value which stands, with the value before it."""
    value = str(getattr(matter, field))
    places = [place for place, one in enumerate(told) if one.value == value]
    if not places:
        return None
    others = [one for one in told[: places[-1]] if one.value != value]
    instead = (others[-1].value, others[-1].source) if others else ("", "")
    return msgspec.structs.replace(told[places[-1]], instead=instead)
