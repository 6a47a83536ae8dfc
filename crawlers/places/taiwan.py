"""What the history of a Taiwanese law says: when it was made, changed, put in force and repealed."""

import re

from crawlers.record import Told
from crawlers.response import Unreadable
from crawlers.texts.outline import counted_kanji
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

_CODE = re.compile(r"[?&]pcode=([A-Z]\d{7})", re.IGNORECASE)
_ENTRY = re.compile(r"(?m)^\s*\d{1,3}\s?\.(?=\D)")
_WRAPPED = re.compile(r"\s*\n\s*(?!中華民國|\s)")  # Chinese is broken into lines anywhere
_FORCE = re.compile(r"(?:定自|自|，於)(?:中華)?(?:民國)?(\d+年\d+月\d+日)起?(?:施行|生效)")
_NO_DAY = "99991231"
_ACTS = {"憲法", "法律"}
_DONE = (
    (re.compile(r"廢止|\b(?:abolish|repeal|annul)", re.IGNORECASE), EventKind.REPEALED),
    (re.compile(r"修正|修訂|修改|增訂|刪除|\b(?:amend|revis|modif|renam)", re.IGNORECASE), EventKind.AMENDED),
    (
        re.compile(r"制定|訂定|訂頒|公布|公佈|發布|施行|備查|\b(?:promulgat|enact|issue)|", re.IGNORECASE),
        EventKind.PUBLISHED,
    ),
)


def code(address: str) -> str:
    """By which the ministry and everybody else know a law. Raises Unreadable for an address without one."""
    if found := _CODE.search(address):
        return found[1].upper()
    raise Unreadable(f"the law has no pcode in its address {address!r}")


def kind(form: str) -> Kind:
    """By what the ministry says a law is; what is neither the constitution nor a statute is a regulation."""
    return Kind.ACT if form in _ACTS else Kind.REGULATION


def history(told: str) -> list[Told]:
    """An event an entry, the first of which made the law; and the days from which the source says that it holds."""
    entries = [line(entry) for entry in _ENTRY.split(told) if entry.strip()]
    found: list[Told] = []
    for place, entry in enumerate(entries):
        kind = next(kind for pattern, kind in _DONE if pattern.search(entry.partition("。")[0]))
        made = EventKind.PUBLISHED if place == 0 and kind is EventKind.AMENDED else kind
        found.append((dates.first(_spaced(entry)), made, entry))
        found += ((dates.iso(f"民國{day}"), EventKind.IN_FORCE) for day in _FORCE.findall(counted_kanji(entry)))
    return [one for one in found if one[0]]


def status(repealed: bool, starts: str, events: list[Told]) -> Status:
    """A law that was never changed and has a later start, or no day for it yet, is not in force with its making."""
    if repealed:
        return Status.REPEALED
    waits = starts.strip() == _NO_DAY or any(dates.iso(starts) > str(day) for day, *_ in events[-1:])
    once = len([one for one in events if one[1] is not EventKind.IN_FORCE]) == 1
    return (
        Status.ENACTED if waits and once else Status.PARTLY_IN_FORCE if starts.strip() == _NO_DAY else Status.IN_FORCE
    )


def starts(said: str) -> str:
    return dates.iso(said.strip().removeprefix(_NO_DAY))


def line(words: str) -> str:
    return " ".join((_WRAPPED.sub("", words) if re.search("[一-龥]", words) else words).split())


def _spaced(entry: str) -> str:
    """Sept.26, 2005 and October 31,2001 as they are written elsewhere."""
    return re.sub(r"(?<=[a-z])\.(?=\d)|(?<=\d),(?=\d{4})", " ", counted_kanji(entry))
