"""How found matters become known ones: joined with what we hold, tagged, written, and followed by the search index."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import date
from functools import partial
from typing import NamedTuple

import msgspec

from crawlers.joining.merge import merge
from crawlers.joining.restate import renumbered, restate
from crawlers.matter import Matter
from crawlers.sources import watched
from crawlers.values import instants
from crawlers.vocabulary import Origin
from index.disagreement.said_by_source import speaks, statement
from index.engines.engine import Busy, NoIndex
from index.records import Records, Written, open_records
from index.search import Search, open_search
from index.store.filling_turn import turn

BATCH = 100
FOLLOW = 500
# seconds to wait for another process that writes the index, and between two looks
PATIENCE, _PAUSE = 300.0, 0.2
# the same behind a rebuild, when one of its readers may wait for it
SOON = 5.0


class Kept(NamedTuple):
    """What became of a batch; counts are matters."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0

    def plus(self, written: "Written | Kept") -> "Kept":
        return Kept(self.new + written.new, self.changed + written.changed, self.unchanged + written.unchanged)


def take(
    records: Records, matters: Iterable[Matter], learned: str = "", replaced: frozenset[str] = frozenset()
) -> Kept:
    """Keep what was found, in batches; the same again changes nothing. Each batch is kept wholly or not at all.

    `learned` is the instant (UTC, Z) of all batches, else each is learned when it is written; `replaced` are snapshots that the same addresses gave before.
    """
    kept = Kept()
    for batch in _batched(matters):
        day = (learned or instants.now())[:10]
        told = [(matter.id, statement(matter, day)) for matter in batch if speaks(matter)]
        kept = kept.plus(records.write(_joined(records, batch, day, replaced), learned, told, batch))
    return kept


def _batched(matters: Iterable[Matter]) -> Iterator[Sequence[Matter]]:
    """Consecutive records of one id stay in one batch."""
    batch: list[Matter] = []
    for matter in matters:
        if len(batch) >= BATCH and matter.id != batch[-1].id:
            yield batch
            batch = []
        batch.append(matter)
    if batch:
        yield batch


def _joined(records: Records, found: Sequence[Matter], day: str, replaced: frozenset[str]) -> list[Matter]:
    """Complete records of the batch: with what was known of them, and tagged where their words are new.

    A first record is joined with itself, which puts its parts in the order they would have when joined again.
    """
    joined: dict[str, tuple[Matter | None, Matter]] = {}
    for said in found:
        languages = _languages(said)
        known, before = joined[said.id] if said.id in joined else _known(records, said, languages)
        known, before = joined.get(before.id, (known, before)) if before else (known, before)
        said = msgspec.structs.replace(said, id=before.id) if before else said  # noqa: PLW2901 -- under the known id
        after = restate(before, said, replaced, day, languages) if before else merge(said, said, languages)
        joined[said.id] = known, after
    return [_tagged(known, after) for known, after in joined.values()]


def _known(records: Records, said: Matter, languages: Sequence[str]) -> tuple[Matter | None, Matter | None]:
    """The record as it stands, and without tags, ready to be joined; also of a provisional id that is named now."""
    known = records.get(said.id)
    before = untagged(known) if known else None
    for alias in said.aliases:
        old = records.get(alias)
        if old is not None and old.id == alias and alias != said.id:
            before = renumbered(untagged(old), before or said, languages)
    return known, before


def _languages(matter: Matter) -> tuple[str, ...]:
    sources = watched().sources
    return sources[matter.source].languages if matter.source in sources else ()


def untagged(matter: Matter) -> Matter:
    """Without what the tagger said; what sources and people said stays."""
    said = tuple(tag for tag in matter.topics if tag.origin in {Origin.SOURCE, Origin.HUMAN})
    return msgspec.structs.replace(matter, norms=(), topics=said, relevance=None, citations=())


def _tagged(known: Matter | None, after: Matter) -> Matter:
    """Tagging is the dear part: not again when the same tagger has read the same record."""
    from nlp.tag import tag

    if known is not None and untagged(known) == after and _reader(known) in {"", _version()}:
        return known
    return tag(after)


def _reader(matter: Matter) -> str:
    return matter.relevance.version if matter.relevance else ""


def _version() -> str:
    from nlp.version import VERSION

    return VERSION


def follow(records: Records, search: Search, today: date, patience: float = PATIENCE) -> int:
    """Bring the search index up to what the records hold; returns how many units were written.

    A missing, broken or old index is rebuilt without asking. Killed at any moment, the next call goes on. While another
    process writes the index, waits so many seconds for it. Raises Busy.
    """

    def once() -> int:
        with _turn(records, search):
            return _follow(records, search, today)

    return _patiently(once, patience)


def _patiently(fill: Callable[[], int], patience: float) -> int:
    last = time.monotonic() + patience
    while True:
        try:
            return fill()
        except Busy:
            if time.monotonic() > last:
                raise
            time.sleep(_PAUSE)


def _turn(records: Records, search: Search) -> AbstractContextManager[None]:
    """Of two that fill one index of a cluster at once, each would undo what the other wrote; an embedded one has locks of its own."""
    return turn(records) if search.engine.shared else nullcontext()


def _follow(records: Records, search: Search, today: date) -> int:
    try:
        return _written(records, search, today)
    except NoIndex:
        return _rebuilt(records, search, today)


def _written(records: Records, search: Search, today: date) -> int:
    position, day = _place(records, search.position())
    if day is None:
        return _rebuilt(records, search, today)
    place = spell(records, today)
    ids, gone = records.after(position)
    if day < today:
        ids = sorted({*ids, *records.due(day, today)} - {*gone})
    if not ids and not gone and day == today:
        return 0
    written = 0
    for start in range(0, max(len(ids), 1), FOLLOW):
        last = start + FOLLOW >= len(ids)
        batch = ids[start : start + FOLLOW]
        written += search.update(records.some(batch), today, place if last else "", gone)
    return written


def rebuild(records: Records, search: Search, today: date) -> int:
    """Fill a new index from the records and put it in the place of the old one; what was kept meanwhile follows. Raises Busy."""
    with _turn(records, search):
        return _rebuilt(records, search, today)


def _rebuilt(records: Records, search: Search, today: date) -> int:
    place = spell(records, today)
    written = search.rebuild(records.matters(), today, place)
    if search.position() == place:
        with suppress(Busy):
            written += _patiently(partial(_follow, records, search, today), SOON)
    return written


def spell(records: Records, today: date) -> str:
    """How an index that was filled from these records today names what it holds."""
    return f"{records.mark()}@{today.isoformat()}"


def _place(records: Records, spelled: str) -> tuple[int, date | None]:
    """Up to which revision, and as of which day, the index was filled; no day where it was filled from other records."""
    mark, _, day = spelled.partition("@")
    if not day or not records.made(mark):
        return 0, None
    return int(mark.partition(":")[0]), date.fromisoformat(day)


def ready(today: date) -> Search:
    """The search, its index brought up to what the records hold, unless another process is just doing that."""
    door = open_search()
    door.mend = lambda broken: rebuild(open_records(), broken, today)
    try:
        follow(open_records(), door, today, patience=0)
    except Busy:
        if not door.position():
            raise
    return door
