"""What changed between two states of one matter, compared field by field."""

from collections.abc import Iterator

import msgspec

from crawlers.matter import Event, Matter, Text
from crawlers.vocabulary import EventKind, Status
from index import words
from index.changes import Change, Sort, Teller, What
from index.differences import laws, papers, versions

QUIET = (
    "url", "summary", "note", "instrument", "published", "people", "links", "identifiers", "aliases", "provisional",
)  # fmt: skip

_ONCE = {EventKind.COMMENT_OPENS, EventKind.COMMENT_CLOSES}


def derive(before: Matter | None, after: Matter, learned: str = "") -> list[Change]:
    """Nothing for the same record twice. A new reading of the same bytes by another parser is clerical throughout."""
    teller = Teller(after, learned)
    if before is None:
        return [teller.tell(What.NEW, day=after.published, now=after.title)]
    found = [
        *_status(before, after, teller),
        *_events(before, after, teller),
        *_title(before, after, teller),
        *_texts(before, after, teller),
        *_facts(before, after, teller),
    ]
    if before.parser != after.parser and before.snapshot == after.snapshot:
        return [msgspec.structs.replace(change, sort=Sort.CLERICAL) for change in found]
    return found


def _status(before: Matter, after: Matter, teller: Teller) -> Iterator[Change]:
    """A status said of the same day or an earlier one corrects what was known; else the matter moved."""
    if before.status is after.status or after.status is Status.UNKNOWN:
        return
    same_day = bool(after.status_as_of) and before.status_as_of >= after.status_as_of
    sort = Sort.CORRECTION if same_day else Sort.SUBSTANTIVE
    yield teller.tell(What.STATUS, sort, "", before.status, was=before.status, now=after.status, day=after.status_as_of)


def _events(before: Matter, after: Matter, teller: Teller) -> Iterator[Change]:
    old = {_event_key(event): event for event in before.events}
    new = {_event_key(event): event for event in after.events}
    lost = [event for key, event in old.items() if key not in new]
    for key, event in new.items():
        if key in old:
            yield from _same_event(old[key], event, teller)
            continue
        partner = _partner(event, lost)
        if partner is None:
            yield _event(teller, "added", Sort.SUBSTANTIVE, None, event)
            continue
        lost.remove(partner)
        if partner.date == event.date and partner.time == event.time:
            yield _event(teller, "reworded", Sort.CLERICAL, partner, event)
            continue
        sort = Sort.CORRECTION if teller.past(partner.date) else Sort.SUBSTANTIVE
        yield _event(teller, "moved", sort, partner, event)
    for event in lost:
        yield _event(teller, "dropped", Sort.CORRECTION, event, event)


def _partner(event: Event, lost: list[Event]) -> Event | None:
    """The event that it was: in the same words on another day, else in other words at the same time.

    The end of a consultation that is one in other words on another day is the same end, extended.
    """
    same_words = [one for one in lost if (one.kind, one.label) == (event.kind, event.label)]
    same_time = [one for one in lost if (one.kind, one.date, one.time) == (event.kind, event.date, event.time)]
    ends = [one for one in lost if one.kind == event.kind and event.kind in _ONCE]
    return next(iter((*same_words, *same_time, *(ends if len(ends) == 1 else ()))), None)


def _same_event(old: Event, new: Event, teller: Teller) -> Iterator[Change]:
    if old.cancelled != new.cancelled:
        yield _event(teller, "cancelled" if new.cancelled else "restored", Sort.SUBSTANTIVE, old, new)


def _event(teller: Teller, label: str, sort: Sort, old: Event | None, new: Event) -> Change:
    was = f"{old.date} {old.time}".strip() if old else ""
    now = "" if label == "dropped" else f"{new.date} {new.time}".strip()
    name = f"{new.kind}:{new.label[:80]}"
    return teller.tell(What.EVENT, sort, label, name, was=was, now=now, day=new.date, event=new)


def _event_key(event: Event) -> tuple[str, ...]:
    return event.kind, event.date, event.time, " ".join(words.exact(event.label))


def _title(before: Matter, after: Matter, teller: Teller) -> Iterator[Change]:
    if before.title != after.title:
        same = words.exact(before.title) == words.exact(after.title)
        sort = Sort.CLERICAL if same or before.language != after.language else Sort.SUBSTANTIVE
        yield teller.tell(What.TITLE, sort, was=before.title, now=after.title)


def _texts(before: Matter, after: Matter, teller: Teller) -> Iterator[Change]:
    """New versions, other words in a known version, and what either means in law.

    A version that has almost nothing of the one before is `replaced`, not `added`; one that has its very words is clerical.
    """
    old = {text.id: text for text in before.texts}
    for text in after.texts:
        if text.id not in old:
            earlier = _version_before(text, before, after)
            label = "replaced" if earlier is not None and papers.gutted(earlier, text) else "added"
            sort = Sort.CLERICAL if earlier is not None and versions.same(earlier, text) else Sort.SUBSTANTIVE
            yield teller.tell(What.TEXT, sort, label, text.id, now=text.label or text.id, text=text.id, day=text.date)
        elif old[text.id].provisions != text.provisions:
            earlier = old[text.id]
            sort = Sort.CLERICAL if versions.same(earlier, text) else Sort.CORRECTION
            yield teller.tell(
                What.TEXT, sort, "changed", text.id, now=text.label or text.id, text=text.id, day=text.date
            )
        else:
            continue
        if earlier is not None:
            yield from _law(earlier, before, text, after, teller, corrected=bool(text.date) and text.id in old)


def _version_before(text: Text, before: Matter, after: Matter) -> Text | None:
    """The newest whole version of the same language that is older; none for what is itself no whole version.

    Of several papers of one day (a law and its annexes, rival drafts) only the longest is one.
    """
    same_day = [one for one in after.texts if (one.language, one.date) == (text.language, text.date)]
    if max(same_day, key=papers.size).id != text.id:
        return None
    older = [one for one in before.texts if one.language == text.language and "" < one.date < text.date]
    return max(papers.whole(older, text), key=lambda one: (one.date, papers.size(one)), default=None)


def _law(old: Text, before: Matter, new: Text, after: Matter, teller: Teller, corrected: bool) -> Iterator[Change]:
    """Other words of a dated version correct it: what the law says now it said all along. One without a day goes with the law."""
    for change in laws.compare(old, before, new, after):
        norm = change.after or change.before
        assert norm is not None
        yield teller.tell(
            What.NORM,
            Sort.CORRECTION if corrected else Sort.SUBSTANTIVE,
            change.label,
            f"{new.id}:{norm.provision}:{norm.duty or norm.modality}",
            was=change.was,
            now=change.now,
            day=new.date,
            norm=change,
            text=new.id,
            provision=norm.provision,
        )


def _facts(before: Matter, after: Matter, teller: Teller) -> Iterator[Change]:
    """Everything else of the record, in one clerical line; tags alone are no news of the law."""
    names = [name for name in QUIET if getattr(before, name) != getattr(after, name)]
    if names:
        yield teller.tell(What.FACTS, Sort.CLERICAL, ",".join(names))
