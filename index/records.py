"""The door to the record of truth: append-only revisions with the time we learned them. Safe between threads."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Engine, Row, delete, func, insert, select

from crawlers import settings
from crawlers.matter import Matter, to_json
from crawlers.verdict import Run
from index import changes, stored
from index.changes import Change
from index.database import connect, writing
from index.tables import alias, change, current, revision, run, text

BATCH = 200
_run = msgspec.json.Decoder(Run)
_change = msgspec.json.Decoder(Change)


class Written(NamedTuple):
    """What became of the matters of a batch; `ids` are those that are new or changed."""

    new: int
    changed: int
    unchanged: int
    ids: tuple[str, ...] = ()


class Records:
    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def write(self, matters: Iterable[Matter], learned: str = "") -> Written:
        """Keep complete matters as learned at an instant (now, when none is given), all or none of them.

        What is the same as the newest revision writes nothing. A matter whose aliases name another matter takes its
        place: the other id leads to it from then on.
        """
        instant = learned or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        outcomes: dict[str, str] = {}
        with writing(self.engine) as connection:
            for matter in matters:
                outcomes[matter.id] = _Writer(connection, instant).write(matter)
        tally = list(outcomes.values())
        ids = tuple(id for id, outcome in outcomes.items() if outcome != "unchanged")
        return Written(tally.count("new"), tally.count("changed"), tally.count("unchanged"), ids)

    def remove(self, ids: Iterable[str], learned: str = "") -> int:
        """Leave the matters out from now on; what was known of them before stays readable `as_of` then."""
        instant = learned or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        with writing(self.engine) as connection:
            return sum(_Writer(connection, instant).remove(id) for id in ids)

    def get(self, id: str, as_of: str = "") -> Matter | None:
        """The matter, or the one its id leads to; `as_of` a day or an instant: as it was known at its end."""
        with self.engine.connect() as connection:
            row = _newest(connection, id, as_of)
            if row is None or row.gone:
                row = _newest(connection, _leads_to(connection, id), as_of)
            return next(_read(connection, [row]), None) if row is not None and not row.gone else None

    def matters(self, jurisdiction: str = "", kind: str = "", as_of: str = "") -> Iterator[Matter]:
        """In the order of ids, read in batches; writers are not kept waiting."""
        yield from self.some(self._ids(as_of), as_of, jurisdiction, kind)

    def some(self, ids: Sequence[str], as_of: str = "", jurisdiction: str = "", kind: str = "") -> Iterator[Matter]:
        """The matters of these ids that are there."""
        for start in range(0, len(ids), BATCH):
            with self.engine.connect() as connection:
                read = list(_read(connection, _newest_of(connection, ids[start : start + BATCH], as_of)))
            for matter in read:
                if jurisdiction in {"", matter.jurisdiction} and kind in {"", matter.kind}:
                    yield matter

    def cards(self, jurisdiction: str = "", kind: str = "") -> Iterator[Matter]:
        """Matters without words, for lists: no provisions, quotes, evidence or citations; norms that name a duty."""
        asked = select(current.c.card).order_by(current.c.matter)
        if jurisdiction:
            asked = asked.where(current.c.jurisdiction == jurisdiction)
        if kind:
            asked = asked.where(current.c.kind == kind)
        with self.engine.connect() as connection:
            rows = connection.execute(asked).all()
        yield from (stored.read_card(row.card) for row in rows)

    def changes(self, since: str, until: str = "", jurisdiction: str = "") -> list[Change]:
        """Learned from `since` on (a day or an instant) and before `until`, in the order in which we learned them."""
        asked = select(change.c.body).where(change.c.learned >= since).order_by(change.c.number)
        if until:
            asked = asked.where(change.c.learned < until)
        if jurisdiction:
            asked = asked.where(change.c.jurisdiction == jurisdiction)
        with self.engine.connect() as connection:
            return [_change.decode(row.body) for row in connection.execute(asked)]

    def history(self, id: str) -> list[tuple[int, str]]:
        """Number and instant of each revision of a matter, oldest first."""
        asked = select(revision.c.number, revision.c.learned).where(revision.c.matter == id).order_by(revision.c.number)
        with self.engine.connect() as connection:
            return [(row.number, row.learned) for row in connection.execute(asked)]

    def position(self) -> int:
        """Number of the newest revision; grows with every change."""
        with self.engine.connect() as connection:
            return connection.execute(select(func.max(revision.c.number))).scalar() or 0

    def after(self, position: int) -> tuple[list[str], list[str]]:
        """Ids of the matters with a newer revision: those that are there, and those that are gone."""
        asked = select(revision.c.matter, revision.c.gone).where(revision.c.number > position)
        with self.engine.connect() as connection:
            rows = connection.execute(asked.order_by(revision.c.number)).all()
        last = {row.matter: row.gone for row in rows}
        return sorted(id for id, gone in last.items() if not gone), sorted(id for id, gone in last.items() if gone)

    def due(self, before: date, today: date) -> list[str]:
        """Ids of the matters with an event after one day and not after the other: their newest event is another."""
        asked = select(current.c.matter).where(current.c.next_day > before.isoformat())
        with self.engine.connect() as connection:
            return list(connection.execute(asked.where(current.c.next_day <= today.isoformat())).scalars())

    def runs(self, source: str = "") -> list[Run]:
        """All runs that were kept, oldest first."""
        asked = select(run.c.body).order_by(run.c.number)
        if source:
            asked = asked.where(run.c.source == source)
        with self.engine.connect() as connection:
            return [_run.decode(row.body) for row in connection.execute(asked)]

    def save_run(self, done: Run) -> None:
        with writing(self.engine) as connection:
            values = {"source": done.source, "ended": done.ended, "body": msgspec.json.encode(done)}
            connection.execute(insert(run).values(values))

    def _ids(self, as_of: str) -> list[str]:
        asked = select(revision.c.matter).distinct() if as_of else select(current.c.matter)
        if as_of:
            asked = asked.where(revision.c.learned < _end(as_of))
        with self.engine.connect() as connection:
            return sorted(connection.execute(asked).scalars())


def open_records(url: str = "") -> Records:
    """Empty: AMICUS_RECORDS, or SQLite in AMICUS_HOME. The schema is brought up to date. Raises NoRecords."""
    url = url or settings.setting("AMICUS_RECORDS") or f"sqlite:///{settings.home() / 'records.db'}"
    return Records(connect(url))


def _end(as_of: str) -> str:
    """The first instant that is after the day or instant: what was learned before it was known then."""
    if len(as_of) == 10:
        return (date.fromisoformat(as_of) + timedelta(days=1)).isoformat()
    return as_of + "\x7f"


def _leads_to(connection: Connection, id: str) -> str:
    return connection.execute(select(alias.c.matter).where(alias.c.alias == id)).scalar() or id


_Found = Row[*tuple[Any, ...]]
_COLUMNS = (revision.c.number, revision.c.matter, revision.c.body, revision.c.texts, revision.c.gone)


def _newest(connection: Connection, id: str, as_of: str) -> _Found | None:
    rows = _newest_of(connection, [id], as_of, gone=True)
    return rows[0] if rows else None


def _newest_of(connection: Connection, ids: Sequence[str], as_of: str, gone: bool = False) -> list[_Found]:
    newest = select(func.max(revision.c.number)).where(revision.c.matter.in_(ids)).group_by(revision.c.matter)
    if as_of:
        newest = newest.where(revision.c.learned < _end(as_of))
    asked = select(*_COLUMNS).where(revision.c.number.in_(newest)).order_by(revision.c.matter)
    rows: Sequence[_Found] = connection.execute(asked).all()
    return [row for row in rows if gone or not row.gone]


def _read(connection: Connection, rows: Sequence[_Found]) -> Iterator[Matter]:
    hashes = sorted({name for row in rows for name in row.texts.split()})
    words: dict[str, bytes] = {}
    for start in range(0, len(hashes), 500):
        asked = select(text.c.hash, text.c.body).where(text.c.hash.in_(hashes[start : start + 500]))
        words |= {row.hash: row.body for row in connection.execute(asked)}
    for row in rows:
        yield stored.unpack(row.body, row.texts.split(), words)


class _Writer:
    """Writes inside one transaction, as of one instant."""

    def __init__(self, connection: Connection, learned: str) -> None:
        self.connection, self.learned = connection, learned

    def write(self, matter: Matter) -> str:
        row = _newest(self.connection, matter.id, "")
        before = next(_read(self.connection, [row])) if row is not None and not row.gone else None
        if before is not None and to_json(before) == to_json(matter):
            return "unchanged"
        for other in matter.aliases:
            self._take_over(other, matter.id)
        self._append(matter, before)
        return "changed" if before else "new"

    def _append(self, matter: Matter, before: Matter | None) -> None:
        packed = stored.pack(matter)
        self._keep_words(packed.words)
        values = {
            "matter": matter.id,
            "learned": self.learned,
            "body": packed.body,
            "texts": packed.texts,
            "gone": False,
        }
        number = self.connection.execute(insert(revision).values(values)).inserted_primary_key[0]  # type: ignore[index]
        self._list(matter, number)
        found = changes.derive(before, matter, self.learned)
        rows = [
            {
                "revision": number,
                "matter": matter.id,
                "jurisdiction": matter.jurisdiction,
                "learned": self.learned,
                "body": msgspec.json.encode(one),
            }
            for one in found
        ]
        if rows:
            self.connection.execute(insert(change), rows)

    def _keep_words(self, words: dict[str, bytes]) -> None:
        held = set(self.connection.execute(select(text.c.hash).where(text.c.hash.in_(list(words)))).scalars())
        rows = [{"hash": name, "body": body} for name, body in words.items() if name not in held]
        if rows:
            self.connection.execute(insert(text), rows)

    def _list(self, matter: Matter, number: int) -> None:
        self.connection.execute(delete(current).where(current.c.matter == matter.id))
        coming = [event.date for event in matter.events if event.date > self.learned[:10] and not event.cancelled]
        values = {
            "matter": matter.id,
            "number": number,
            "jurisdiction": matter.jurisdiction,
            "kind": str(matter.kind),
            "next_day": min(coming, default=""),
            "card": stored.card(matter),
        }
        self.connection.execute(insert(current).values(values))

    def _take_over(self, other: str, id: str) -> None:
        """The other id leads here; a matter that stood under it is left out."""
        if other == id:
            return
        self.connection.execute(delete(alias).where(alias.c.alias == other))
        self.connection.execute(insert(alias).values({"alias": other, "matter": id}))
        self.remove(other)

    def remove(self, id: str) -> bool:
        row = _newest(self.connection, id, "")
        if row is None or row.gone:
            return False
        values = {"matter": id, "learned": self.learned, "body": row.body, "texts": row.texts, "gone": True}
        self.connection.execute(insert(revision).values(values))
        self.connection.execute(delete(current).where(current.c.matter == id))
        return True
