"""Coming days as entries of a calendar: steps of windows, dated events of matters, duties that fall due."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from crawlers.eu.commencement import IN_PART
from crawlers.ids import to_file
from crawlers.matter import Event, Matter, Struct
from crawlers.vocabulary import EventKind
from dashboard.views.labels import called, label, titled
from dashboard.words.tongue import Tongue, later, tongue
from index.clock import State, Window
from index.clock.doubtful import far

STEPS = {
    "notify_by": later("Tell counsel by this day"),
    "safe": later("To be safe, file by this day"),
    "date": later("File by this day"),
}
ENGLISH = tongue("en")
_DIGITS = re.compile(r"\d+")
# Kinds that a calendar is for, when they lie ahead; the rest is history.
AHEAD = {
    EventKind.HEARING, EventKind.MEETING, EventKind.DEBATED, EventKind.VOTE, EventKind.IN_FORCE, EventKind.APPLIES_FROM,
    EventKind.TRANSPOSE_BY, EventKind.ENDS, EventKind.COMMENT_OPENS, EventKind.COMMENT_CLOSES,
    EventKind.STANDSTILL_ENDS, EventKind.ARGUED, EventKind.DECIDED, EventKind.DISTRIBUTED, EventKind.RESPONSE_DUE,
    EventKind.RESPONSE_EXTENDED_TO, EventKind.BRIEF_DUE, EventKind.OTHER,
}  # fmt: skip


# Last days, which a window of the same matter tells as the day to act by.
ENDS = {EventKind.COMMENT_CLOSES, EventKind.RESPONSE_DUE, EventKind.RESPONSE_EXTENDED_TO, EventKind.BRIEF_DUE}


class Day(Struct, frozen=True, kw_only=True):
    """One entry. `uid` stays the same when the day moves; `sequence` grows with every revision of the matter.

    `day` is local to the forum; `time` and `zone` both, or neither.
    """

    uid: str
    day: str
    title: str
    words: str = ""
    url: str = ""
    time: str = ""
    zone: str = ""
    matter: str = ""
    cancelled: bool = False
    sequence: int = 0
    kind: str = ""


def of_window(window: Window, site: str, speech: Tongue = ENGLISH) -> Iterator[Day]:
    """A day for each step: notice, safe day, last day; cancelled where the matter is over. Without a date there is none."""
    answer = window.answer
    if not answer.date:
        return
    flag = "" if answer.verified else f" [{speech.say('unverified rule')}]"
    for name, words in STEPS.items():
        day = getattr(answer, name)
        if not day or (name == "safe" and day == answer.date):
            continue
        timed = name == "date" and answer.time and answer.zone
        yield Day(
            uid=f"{to_file(window.matter)}.{window.rule}.{_plain(window.side)}.{name}",
            day=day,
            title=f"{speech.say(words)}{flag}: {called(window.title)}: {speech.say(window.filing)}",
            words=_sum(window, speech),
            url=_address(site, window.matter),
            matter=window.matter,
            kind="window",
            cancelled=window.state is State.SHUT,
            time=answer.time or "" if timed else "",
            zone=answer.zone or "" if timed else "",
        )


def _sum(window: Window, speech: Tongue) -> str:
    """The sum and the rule, one line each."""
    lines = [step.whole().said(speech) for step in window.answer.steps if step.kind != "unused"]
    rule = speech.say("Rule: {rule}, {citation}", rule=window.rule, citation=speech.say(window.answer.citation))
    return "\n".join([*lines, window.answer.told(speech), rule, speech.say("Not legal advice.")])


def of_matter(matter: Matter, site: str, speech: Tongue = ENGLISH) -> Iterator[Day]:
    """A day for each dated event that a calendar is for. A cancelled one stays, as cancelled."""
    seen: Counter[str] = Counter()
    for event in sorted(matter.events, key=lambda event: (event.date, event.time)):
        if event.kind not in AHEAD or not _whole(event.date):
            continue
        name = f"{event.kind}.{_plain(_DIGITS.sub('', event.label))[:40]}".rstrip(".")
        seen[name] += 1
        yield _day(matter, event, f"{to_file(matter.id)}.{name}.{seen[name]}", site, speech)


def _day(matter: Matter, event: Event, uid: str, site: str, speech: Tongue) -> Day:
    said = _what(event, matter, speech)
    flag = f" [{speech.say('from memory: unverified')}]" if event.mark == "m" else ""
    return Day(
        uid=uid,
        day=event.date,
        title=f"{said}{flag}: {titled(matter, speech)}",
        words="\n".join(filter(None, (event.label if event.label != said else "", matter.url))),
        url=_address(site, matter.id),
        matter=matter.id,
        time=event.time if event.zone else "",
        zone=event.zone if event.time else "",
        cancelled=event.cancelled,
        kind=event.kind,
    )


def _what(event: Event, matter: Matter, speech: Tongue) -> str:
    """The source's own words to who reads them, else our word for it; theirs stand in the description then."""
    if event.label == IN_PART:
        return speech.say("{what}, in part", what=label(event, speech))
    reads = speech.code in {"en", matter.language.partition("-")[0]}
    return event.label if event.label and reads else label(event, speech)


def numbered(days: Iterable[Day], today: date, revisions: Callable[[str], int]) -> Iterator[Day]:
    """Days ahead with their sequence. `revisions` counts how often a matter was written: it never shrinks."""
    counts: dict[str, int] = {}
    for day in ahead(days, today):
        if day.matter not in counts:
            counts[day.matter] = revisions(day.matter)
        yield replace(day, sequence=counts[day.matter])


def ahead(days: Iterable[Day], today: date) -> list[Day]:
    """Those not before the day, in order, without those too far ahead. What a window counts with is not told beside it."""
    coming = [day for day in days if day.day >= today.isoformat() and not far(day.day, today)]
    counted = {(day.matter, day.day) for day in coming if day.kind == "window" and day.matter}
    told = [day for day in coming if day.kind not in ENDS or (day.matter, day.day) not in counted]
    return sorted(told, key=lambda day: (day.day, day.time, day.uid))


def _address(site: str, id: str) -> str:
    from crawlers.ids import to_path

    return f"{site.rstrip('/')}/matter/{to_path(id)}"


def _plain(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


def _whole(day: str) -> bool:
    try:
        return date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False
