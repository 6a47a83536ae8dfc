"""What a matter's record becomes when its source speaks again: newer words win, nothing that happened is lost."""

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from crawlers.files.whole import END
from crawlers.joining.merge import merge
from crawlers.joining.notes import WITHDRAWN
from crawlers.joining.official_first import summary_of
from crawlers.matter import Event, Matter, Text
from crawlers.vocabulary import Status

# What one reading says together; where the new reading is silent, the old one stands.
_SAID = ("language", "title", "title_native", "url", "instrument", "published", "snapshot", "parser")
_GONE = WITHDRAWN.partition("{")[0]
_STATUS = ("status", "status_as_of", "source_status")


def restate(known: Matter, said: Matter, replaced: Collection[str], day: str, languages: Sequence[str] = ()) -> Matter:
    """The record after `said` was read on `day` (ISO) at addresses that gave the `replaced` snapshots before.

    Where the record rests on a replaced snapshot, the new words win over the old, also when they say less. A coming
    event that such a snapshot stated and its address no longer states is marked cancelled (not where the new file breaks
    off); one that is past stays, because many sources show only the last steps. Versions of the text stay. A note that the source had withdrawn
    the matter goes when it is back. With nothing replaced, and of one response read
    twice by one parser, this is `merge`.
    """
    events = tuple(
        event for event in (_revised(event, said, replaced, day) for event in known.events) if event is not None
    )
    standing = replace(known, events=events, texts=_standing(known, said, replaced))
    merged = merge(replace(standing, missing=_still_missing(known, said, replaced)), said, languages)
    back = known.note.startswith(_GONE)
    otherwise = back or known.parser != said.parser or not said.snapshot
    reread = known.snapshot == said.snapshot and otherwise
    if known.snapshot not in replaced and not reread:
        return merged
    newest = {name: getattr(said, name) or getattr(known, name) for name in _SAID}
    newest |= summary_of(said if said.summary else known, newest["language"])
    if said.status is not Status.UNKNOWN:
        newest |= {name: getattr(said, name) for name in _STATUS}
    return replace(merged, **newest, note=said.note if back else merged.note)


def _standing(known: Matter, said: Matter, replaced: Collection[str]) -> tuple[Text, ...]:
    """The known texts but those that the same address says anew, as one says it whose page was shortened."""
    anew = {text.id for text in said.texts if text.provisions and END not in said.missing}
    return tuple(text for text in known.texts if text.snapshot not in replaced or text.id not in anew)


def _still_missing(known: Matter, said: Matter, replaced: Collection[str]) -> tuple[str, ...]:
    """That a file broke off is forgotten once other bytes took its place, or a whole file says all that it said."""
    texts, events = (text.snapshot for text in known.texts), (event.snapshot for event in known.events)
    read = {known.snapshot, *texts, *events}
    settled = not read.isdisjoint(replaced) or (END not in said.missing and _covers(said, known))
    return tuple(name for name in known.missing if name != END or not settled)


def _covers(said: Matter, known: Matter) -> bool:
    sizes = {text.id: len(text.provisions) for text in said.texts}
    texts = all(sizes.get(text.id, -1) >= len(text.provisions) for text in known.texts)
    return texts and {_place(event) for event in known.events} <= {_place(event) for event in said.events}


def _revised(event: Event, said: Matter, replaced: Collection[str], day: str) -> Event | None:
    """The old event as it now is; None where the new reading speaks of the same one."""
    if event.snapshot not in replaced:
        return event
    if any(_place(event) == _place(other) for other in said.events):
        return None
    return replace(event, cancelled=True) if event.date >= day and END not in said.missing else event


def _place(event: Event) -> tuple[str, ...]:
    return event.date, event.time, event.kind


def renumbered(old: Matter, new: Matter, languages: Sequence[str] = ()) -> Matter:
    """Two records of one matter as one under the new id; the old id stays as an alias that leads to it."""
    aliases = tuple(sorted({*old.aliases, *new.aliases, old.id} - {new.id}))
    moved = replace(old, id=new.id, provisional=new.provisional)
    return replace(merge(moved, new, languages), aliases=aliases)
