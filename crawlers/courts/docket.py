"""What the words of a docket entry mean, as events with their days; the clocks of interventions rest on this."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from crawlers.matter import Event
from crawlers.values import dates
from crawlers.values.signs import Signs
from crawlers.vocabulary import EventKind, Status

_DAY = r"((?:[A-Z][a-z]+\.? \d{1,2}, ?\d{4})|\d{1,2}/\d{1,2}/\d{2,4})"
_DUE = re.compile(
    rf"(?i)\b(?:response|opposition|reply|brief[^.;(]{{0,60}}?)\s*(?:is |are |was )?\(?\s*due:?(?: by| on)?\s*{_DAY}"
)
_REQUESTED_DUE = re.compile(rf"\(?\bDue:?\s*{_DAY}")
_ASKED = re.compile(
    rf"(?i)\bresponse to (?:the )?application \([^)]*\) requested by [^;]{{0,60}}?\bdue\b[^;]{{0,40}}?{_DAY}"
)
_EXTENDED = re.compile(
    rf"(?i)(?:(?:further )?extended|extending (?:the )?time[^.]*?|extension of time[^.]*?)\s*(?:up )?(?:to|until)(?: and including)?,?\s*{_DAY}"
)
_EXTENDING_ORDER = re.compile(rf"(?i)^order extending time[^.]*?\b(?:to and including|until|to)\s+{_DAY}")
_CLOCK_OF_COURT = re.compile(r"\b(?:E[DS]?T|[Ee]astern)\b")
# What takes back a day that was set: of a conference, of argument.
_CALLED_OFF = (
    (re.compile(r"(?i)^rescheduled\b"), EventKind.MEETING),
    (re.compile(r"(?i)\bremoved from (?:the )?(?:[a-z]+ )?(?:argument )?calendar|\b(?:oral )?argument\b[^.]*\b(?:rescheduled|postponed|cancell?ed|vacated)\b"
                r"|\b(?:cancel|vacat)\w* (?:the )?(?:oral )?argument"), EventKind.HEARING),
)  # fmt: skip
_CONFERENCE = re.compile(rf"(?i)DISTRIBUTED for Conference of\s*(?:\w+day,\s*)?{_DAY}")
_ARGUMENT = re.compile(
    rf"(?i)(?:SET FOR (?:ORAL )?ARGUMENT|(?:re)?argument (?:is |has been )?(?:set|(?:re)?scheduled|calendared))[^.]*?(?:on|for|:)?\s*(?:\w+day,\s*)?{_DAY}"
)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z(])")
_PETITION = re.compile(r"(?i)\bpetition\b|\bwrit\b|\bcertiorari\b|\bjurisdiction\b|\bstatement as to jurisdiction\b")
_OWN_RULING = re.compile(
    r"^(?:Application|Motion)s? .{0,60}?\b(?:granted|denied|GRANTED|DENIED|referred|dismissed|vacated)\b|\bis (?:granted|denied)\b"
)
# How an order of the Court says it, in lower case.
_WRIT_GRANTED = re.compile(r"(?i)\bpetitions? for (?:an? )?writs? of [\w/ ]{3,60}? (?:is|are) granted")
_AGAIN = re.compile(
    r"(?i)\brestored to (?:the )?calendar for reargument|\brehearing (?:is )?granted|\brefiled and submitted"
)
_SIGNS = Signs(__file__)


@dataclass(frozen=True)
class Entry:
    """A line of a docket: its day, its words, and where it can be read."""

    day: str
    words: str
    url: str = ""


def events(entries: list[Entry]) -> Iterator[Event]:
    """Every meaning of every entry; one that says nothing known stays as `other`, with its words.

    A conference or an argument that a later entry takes off its day is cancelled.
    """
    seen: dict[tuple[str, EventKind, str], Event] = {}
    for entry in sorted(entries, key=lambda entry: entry.day):
        for day, kind in meanings(entry):
            if day and (day, kind, entry.words) not in seen:
                _call_off(entry, seen)
                seen[day, kind, entry.words] = _event(entry, day, kind)
    yield from seen.values()


def _call_off(entry: Entry, seen: dict[tuple[str, EventKind, str], Event]) -> None:
    for pattern, kind in _CALLED_OFF:
        if pattern.search(entry.words):
            for key, event in seen.items():
                if event.kind is kind and event.date >= entry.day and event.label != entry.words:
                    seen[key] = replace(event, cancelled=True)


def _event(entry: Entry, day: str, kind: EventKind) -> Event:
    """With the hour by which a response is due, where the entry says one of the court's own clock."""
    due = kind in {EventKind.RESPONSE_DUE, EventKind.BRIEF_DUE} and _CLOCK_OF_COURT.search(entry.words)
    time = dates.clock(entry.words) if due else ""
    return Event(
        date=day, kind=kind, label=entry.words, url=entry.url, time=time, zone="America/New_York" if time else ""
    )


def meanings(entry: Entry) -> list[tuple[str, EventKind]]:
    """(day, kind): what happened on the day of the entry, then the days it sets."""
    found = [(entry.day, kind) for kind in _signs(entry.words)]
    set_days = list(dict.fromkeys(_set(entry.words)))
    if not found:
        found = [(entry.day, _rest(entry.words))]
    return [*found, *set_days]


def _signs(words: str) -> list[EventKind]:
    """`filed` is not `granted`: what a motion asks for has not happened."""
    kinds = _SIGNS.events(words)
    if (
        EventKind.GRANTED in kinds
        and not _WRIT_GRANTED.search(words)
        and (not _PETITION.search(words) or _OWN_RULING.search(words) or _only_motion(words))
    ):
        kinds.remove(EventKind.GRANTED)
    if EventKind.AMICUS_FILED in kinds and re.search(r"(?i)\bnot accepted for filing\b", words):
        kinds.remove(EventKind.AMICUS_FILED)
    if EventKind.DENIED in kinds and re.search(r"(?i)rehearing", words):
        kinds.remove(EventKind.DENIED)
    return kinds


def _only_motion(words: str) -> bool:
    """A motion about a petition that itself is not ruled on: "for leave to file a petition … Granted"."""
    return bool(re.match(r"(?i)motion", words)) and not re.search(r"(?i)\band (?:the )?petition\b", words)


def _rest(words: str) -> EventKind:
    if re.search(
        r"(?i)\bgranted\b|\bdenied\b|^(?:clerk'?s? |per curiam )?order\b|\border (?:granting|denying)\b|\bordered\b|^set for argument|^judgment issued|^mandate|extended to|rehearing denied",
        words,
    ):
        return (
            EventKind.ORDER
            if not re.search(r"(?i)^motion\b.*\b(?:filed|submitted)\b[^.]*\.?$", words)
            else EventKind.FILED
        )
    return EventKind.FILED if re.search(r"(?i)\b(?:filed|submitted|tendered)\b", words) else EventKind.OTHER


def _set(words: str) -> Iterator[tuple[str, EventKind]]:
    """The days that an entry sets for later."""
    for day in _CONFERENCE.findall(words):
        yield _iso(day), EventKind.MEETING
    for day in () if re.search(r"(?i)\b(?:cancell?ed|vacated|removed)\b", words) else _ARGUMENT.findall(words):
        yield _iso(day), EventKind.HEARING
    if re.search(r"(?i)response requested", words):
        for day in _REQUESTED_DUE.findall(words):
            yield _iso(day), EventKind.RESPONSE_DUE
    else:
        for found in _ASKED.finditer(words):
            yield _iso(found[1]), EventKind.RESPONSE_DUE
        for found in _DUE.finditer(words):
            yield _iso(found[1]), EventKind.BRIEF_DUE if "brief" in found[0].lower() else EventKind.RESPONSE_DUE
    yield from _extensions(words)


def _extensions(words: str) -> Iterator[tuple[str, EventKind]]:
    """Only an extension that was given; time to file a petition is nobody's response."""
    if re.search(r"(?i)\b(?:from .* to .*),? submitted to", words) or _only_asked(words):
        return
    for sentence in _SENTENCE.split(words):
        for found in (*_EXTENDED.finditer(sentence), *_EXTENDING_ORDER.finditer(sentence)):
            if re.search(r"(?i)brief|joint appendix", sentence) and not re.search(r"(?i)in opposition", sentence):
                yield _iso(found[1]), EventKind.BRIEF_DUE
            elif re.search(r"(?i)\bresponse|respond\b|in opposition", sentence):
                yield _iso(found[1]), EventKind.RESPONSE_EXTENDED_TO


def _only_asked(words: str) -> bool:
    """A motion for more time that was filed, of which nobody says that it was granted."""
    asked = re.search(r"(?i)\b(?:motion|request|application|letter)\b.*\bextension\b.*\b(?:filed|submitted)\b", words)
    return bool(asked) and not re.search(r"(?i)\bgrant(?:ed|ing|s)?\b|\border\b", words)


def _iso(day: str) -> str:
    return dates.iso(day, "mdy")


def standing(entries: list[Entry]) -> tuple[Status, str, str]:
    """Status of the case with the words and day of the entry that shows it."""
    told: dict[EventKind, Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.day):
        for kind in _signs(entry.words):
            told[kind] = entry
    newest = max(entries, key=lambda entry: entry.day, default=Entry("", ""))
    for kind, status in (
        (EventKind.DECIDED, Status.DECIDED),
        (EventKind.DENIED, Status.DECIDED),
        (EventKind.ARGUED, Status.ARGUED),
    ):
        if kind in told and not _reopened(told, kind) and not again(entries, told[kind].day):
            return status, told[kind].words, told[kind].day
    return Status.PENDING, newest.words, newest.day


def _reopened(told: dict[EventKind, Entry], kind: EventKind) -> bool:
    """A petition denied, then granted on rehearing, is alive again."""
    granted = told.get(EventKind.GRANTED)
    return granted is not None and kind is EventKind.DENIED and granted.day > told[kind].day


def again(entries: list[Entry], day: str) -> bool:
    """Was what ended on that day taken up again later: refiled, reheard, set for another argument?"""
    return any(entry.day > day and _AGAIN.search(entry.words) for entry in entries)
