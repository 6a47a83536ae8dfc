"""The door to the record of truth: append-only revisions with the time we learned them. Safe between threads."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec
from sqlalchemy import Engine, func, insert, select

from crawlers import settings
from crawlers.crawl.verdict import Run
from crawlers.matter import Matter
from crawlers.values import instants
from index.changes import Change
from index.disagreement import said_by_source
from index.disagreement.said_by_source import Said
from index.store import origins, stored
from index.store.database import connect, writing
from index.store.origins import Origin
from index.store.revisions import end, last_learned, leads_to, learned_at, newest, newest_of, read, read_bare, read_one
from index.store.tables import change, current, revision, run
from index.store.writer import Writer

BATCH = 200
_log = logging.getLogger(__name__)
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

    def write(
        self,
        matters: Iterable[Matter],
        learned: str = "",
        told: Iterable[tuple[str, Said]] = (),
        heard: Sequence[Matter] = (),
    ) -> Written:
        """Keep complete matters as learned at an instant (now, when none is given), all or none of them.

        Nothing is learned before what was learned already, so that what was known on a day stays as it was.
        What is the same as the newest revision writes nothing. A matter whose aliases name another matter takes its
        place: the other id leads to it from then on. `told` is what single sources said, under the ids they used; `heard` the readings
        that the matters were joined from, which are kept as the origins of new facts.
        """
        outcomes: dict[str, str] = {}
        with writing(self.engine) as connection:
            instant = max(learned or instants.now(), last_learned(connection))
            for matter in matters:
                outcomes[matter.id] = Writer(connection, instant, heard).write(matter)
            said_by_source.keep(connection, told)
        tally = list(outcomes.values())
        ids = tuple(id for id, outcome in outcomes.items() if outcome != "unchanged")
        return Written(tally.count("new"), tally.count("changed"), tally.count("unchanged"), ids)

    def remove(self, ids: Iterable[str], learned: str = "") -> int:
        """Leave the matters out from now on; what was known of them before stays readable `as_of` then."""
        with writing(self.engine) as connection:
            instant = max(learned or instants.now(), last_learned(connection))
            return sum(Writer(connection, instant).remove(id) for id in ids)

    def settled(self) -> str:
        """Now, when nobody is writing: what was learned before this instant is there, and what comes is learned from it on."""
        with writing(self.engine):
            return instants.now()

    def get(self, id: str, as_of: str = "") -> Matter | None:
        """The matter, or the one its id leads to; `as_of` a day or an instant: as it was known at its end.

        Raises Damaged where its record cannot be read; lists go on without it and name it in the log.
        """
        if not stored.fits(id):
            return None
        with self.engine.connect() as connection:
            row = newest(connection, id, as_of)
            if row is None or row.gone:
                row = newest(connection, leads_to(connection, id), as_of)
            return read_one(connection, row) if row is not None and not row.gone else None

    def origins(self, matter: Matter, as_of: str = "") -> list[Origin]:
        """Which reading gave each fact of the record as it stood; nothing of facts kept before origins were."""
        return origins.standing(self.engine, matter, as_of)

    def matters(self, jurisdiction: str = "", kind: str = "", as_of: str = "") -> Iterator[Matter]:
        """In the order of ids, read in batches; writers are not kept waiting."""
        yield from self.some(self._ids(as_of), as_of, jurisdiction, kind)

    def some(self, ids: Sequence[str], as_of: str = "", jurisdiction: str = "", kind: str = "") -> Iterator[Matter]:
        """The matters of these ids that are there."""
        for start in range(0, len(ids), BATCH):
            with self.engine.connect() as connection:
                batch = list(read(connection, newest_of(connection, ids[start : start + BATCH], as_of)))
            for matter in batch:
                if jurisdiction in {"", matter.jurisdiction} and kind in {"", matter.kind}:
                    yield matter

    def bare(self, ids: Sequence[str], as_of: str) -> Iterator[Matter]:
        """The matters of these ids as they were known then, without the provisions of their texts."""
        for start in range(0, len(ids), BATCH):
            with self.engine.connect() as connection:
                rows = newest_of(connection, ids[start : start + BATCH], as_of)
            yield from read_bare(rows)

    def cards(self, jurisdiction: str = "", kind: str = "") -> Iterator[Matter]:
        """Matters without words, for lists: no provisions, quotes or evidence; norms that name a duty; each citation once."""
        asked = select(current.c.matter, current.c.card).order_by(current.c.matter)
        if jurisdiction:
            asked = asked.where(current.c.jurisdiction == jurisdiction)
        if kind:
            asked = asked.where(current.c.kind == kind)
        with self.engine.connect() as connection:
            rows = connection.execute(asked).all()
        for row in rows:
            try:
                found = stored.read_card(row.matter, row.card)
            except stored.Damaged as fault:
                _log.error("%s", fault)
            else:
                yield found

    def changes(self, since: str, until: str = "", jurisdiction: str = "", matter: str = "") -> list[Change]:
        """Learned from `since` on (a day or an instant) and before `until`, in the order in which we learned them."""
        asked = select(change.c.body).where(change.c.learned >= since).order_by(change.c.number)
        if until:
            asked = asked.where(change.c.learned < until)
        if jurisdiction:
            asked = asked.where(change.c.jurisdiction == jurisdiction)
        if matter:
            asked = asked.where(change.c.matter == matter)
        with self.engine.connect() as connection:
            return [_change.decode(row.body) for row in connection.execute(asked)]

    def history(self, id: str) -> list[tuple[int, str]]:
        """Number and instant of each revision of a matter, oldest first."""
        asked = select(revision.c.number, revision.c.learned).where(revision.c.matter == id).order_by(revision.c.number)
        with self.engine.connect() as connection:
            return [(row.number, row.learned) for row in connection.execute(asked)]

    def statements(self) -> dict[str, Sequence[Said]]:
        """What each source said, of the matters of which more than one official source has spoken."""
        with self.engine.connect() as connection:
            return said_by_source.several(connection)

    def position(self) -> int:
        """Number of the newest revision; grows with every change."""
        with self.engine.connect() as connection:
            return connection.execute(select(func.max(revision.c.number))).scalar() or 0

    def mark(self) -> str:
        """Names the newest revision, and these records among others: its number and the instant of its learning."""
        with self.engine.connect() as connection:
            number = connection.execute(select(func.max(revision.c.number))).scalar() or 0
            return f"{number}:{learned_at(connection, number)}"

    def made(self, mark: str) -> bool:
        """Was it here that this mark was taken: not in other records, nor before a backup came back in the place of these?"""
        number, _, learned = mark.partition(":")
        with self.engine.connect() as connection:
            return number.isdigit() and (number == "0" or learned == (learned_at(connection, int(number)) or None))

    def after(self, position: int) -> tuple[list[str], list[str]]:
        """Ids of the matters with a newer revision: those that are there, and those that are gone."""
        asked = select(revision.c.matter, revision.c.gone).where(revision.c.number > position)
        with self.engine.connect() as connection:
            rows = connection.execute(asked.order_by(revision.c.number)).all()
        last = {row.matter: row.gone for row in rows}
        return sorted(id for id, gone in last.items() if not gone), sorted(id for id, gone in last.items() if gone)

    def revised(self, since: str) -> list[str]:
        """Ids of the matters of which anything was learned from an instant on."""
        asked = select(revision.c.matter).distinct().where(revision.c.learned >= since)
        with self.engine.connect() as connection:
            return sorted(connection.execute(asked).scalars())

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
            asked = asked.where(revision.c.learned < end(as_of))
        with self.engine.connect() as connection:
            return sorted(connection.execute(asked).scalars())


def open_records(url: str = "") -> Records:
    """Empty: AMICUS_RECORDS, or SQLite in AMICUS_HOME. The schema is brought up to date. Raises NoRecords."""
    url = url or settings.setting("AMICUS_RECORDS") or f"sqlite:///{settings.home() / 'records.db'}"
    return Records(connect(url))
