"""What every source of the United States Congress shares: how bills are numbered, and what an action's words mean."""

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass

from crawlers.matter import Event
from crawlers.response import Unreadable
from crawlers.values import dates
from crawlers.values.signs import Signs
from crawlers.vocabulary import EventKind, Status

_log = logging.getLogger(__name__)

SLUGS = {
    "hr": "house-bill", "s": "senate-bill", "hjres": "house-joint-resolution", "sjres": "senate-joint-resolution",
    "hconres": "house-concurrent-resolution", "sconres": "senate-concurrent-resolution",
    "hres": "house-resolution", "sres": "senate-resolution",
}  # fmt: skip

# Version codes by the names the sources print.
ZONE = "America/New_York"
VERSIONS = {
    "introduced in house": "ih", "introduced in senate": "is", "reported in house": "rh", "reported to house": "rh",
    "reported in senate": "rs", "reported to senate": "rs", "referred in house": "rfh", "referred in senate": "rfs",
    "referred to house": "rth", "referred to senate": "rts",
    "engrossed in house": "eh", "engrossed in senate": "es", "engrossed amendment house": "eah",
    "engrossed amendment senate": "eas", "considered and passed house": "cph", "considered and passed senate": "cps",
    "placed on calendar house": "pch", "placed on calendar senate": "pcs", "agreed to house": "ath",
    "agreed to senate": "ats", "enrolled bill": "enr", "enrolled": "enr", "public law": "pl", "private law": "pvl",
    "received in senate": "rds", "received in house": "rdh", "public print": "pp", "printed as passed": "pap",
    "held at desk house": "hdh", "held at desk senate": "hds", "committee discharged house": "cdh",
    "committee discharged senate": "cds", "amendment ordered to be printed senate": "as",
    "sponsor change": "sc", "ordered to be printed": "op", "laid on table in house": "lth",
    "failed passage house": "fph", "failed passage senate": "fps", "indefinitely postponed house": "iph",
    "returned to the house by unanimous consent": "ruh", "additional sponsors house": "ash",
    "re-referred to house": "rth", "re-referred to senate": "rts", "previous action vitiated": "pav",
    "re-engrossed amendment senate": "reah", "reprint": "renr", "referral instructions senate": "ris",
    "referral instructions house": "rih",
}  # fmt: skip

_SIGNS = Signs(__file__)
_CODES = {
    "36000": EventKind.ENACTED, "39000": EventKind.ENACTED, "E40000": EventKind.ENACTED, "31000": EventKind.VETOED,
    "8000": EventKind.PASSED_ONE_CHAMBER, "17000": EventKind.PASSED_ONE_CHAMBER, "1000": EventKind.INTRODUCED,
    "10000": EventKind.INTRODUCED, "Intro-H": EventKind.INTRODUCED, "5000": EventKind.REPORTED,
    "14000": EventKind.REPORTED, "H11100": EventKind.REFERRED, "9000": EventKind.REJECTED, "18000": EventKind.REJECTED,
}  # fmt: skip


@dataclass(frozen=True)
class Action:
    """An entry of a bill's history: the day, the words, and the code where the source has one."""

    day: str
    words: str
    code: str = ""
    time: str = ""
    url: str = ""  # of the recorded vote
    kind: EventKind | None = None  # where the source says what it is


def series(form: str) -> str:
    """hr, s, hjres … from "H.R.", "HR", "hconres". Raises Unreadable for another word."""
    plain = re.sub(r"[^a-z]", "", form.lower())
    if plain not in SLUGS:
        raise Unreadable(f"{form!r} is no type of a bill of Congress")
    return plain


def bill_id(congress: str, form: str, number: str) -> str:
    """us/bill/119/s/1748. Raises Unreadable where a part is missing."""
    if not ((congress + number).isascii() and congress.isdigit() and number.isdigit()):
        raise Unreadable(f"a bill needs a Congress and a number, not {congress!r} and {number!r}")
    return f"us/bill/{int(congress)}/{series(form)}/{int(number)}"


def address(congress: str, form: str, number: str) -> str:
    return f"https://www.congress.gov/bill/{ordinal(int(congress))}-congress/{SLUGS[series(form)]}/{int(number)}"


def printed(congress: str, form: str, number: str) -> str:
    """As the bill prints it: H.R. 1234 (119th Congress)."""
    names = {"hr": "H.R.", "s": "S.", "hjres": "H.J.Res.", "sjres": "S.J.Res.", "hconres": "H.Con.Res.",
             "sconres": "S.Con.Res.", "hres": "H.Res.", "sres": "S.Res."}  # fmt: skip
    return f"{names[series(form)]} {int(number)} ({ordinal(int(congress))} Congress)"


def ordinal(number: int) -> str:
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def version(name: str) -> str:
    """Short code of a printed version; an unknown name becomes its own initials, with a warning."""
    plain = " ".join(re.sub(r"[^a-z -]", " ", name.lower()).split())
    if plain in VERSIONS.values():
        return plain
    if plain not in VERSIONS:
        _log.warning("unknown version of a bill: %r", name)
        return "-".join(plain.split()) or "text"
    return VERSIONS[plain]


def happened(action: Action) -> EventKind:
    return _CODES.get(action.code) or _SIGNS.meaning(action.words).event


def events(actions: Iterable[Action]) -> tuple[Event, ...]:
    """Each once, though the chamber and the Library of Congress both report it; the one with a time wins."""
    kept: dict[tuple[str, str], Event] = {}
    for action in sorted(actions, key=lambda action: (not action.time, action.day)):
        key = action.day, re.sub(r"\W+", " ", action.words.lower()).strip()
        if action.day and action.words and key not in kept:
            time = action.time[:5]
            kept[key] = Event(
                date=action.day, time=time, zone=ZONE if time else "", kind=action.kind or happened(action),
                label=action.words, url=action.url,
            )  # fmt: skip
    return tuple(sorted(kept.values(), key=lambda event: (event.date, event.time, event.label)))


def ended(congress: str) -> str:
    """The day on which a Congress ends: 3 January of an odd year."""
    if not (congress.isascii() and congress.isdigit()):
        raise Unreadable(f"{congress!r} is no number of a Congress")
    return f"{1789 + 2 * int(congress)}-01-03"


def lapsed(status: Status, form: str, congress: str, today: str) -> bool:
    """No source says that a bill died with its Congress; it is computed, and labelled so."""
    final = {Status.ENACTED, Status.VETOED, Status.REJECTED, Status.WITHDRAWN, Status.UNKNOWN}
    if form.endswith("res") and form not in {"hjres", "sjres"}:
        final.add(Status.PASSED)
    return bool(today) and status not in final and today > ended(congress)


def time(words: str) -> str:
    """HH:MM of an action; midnight is none."""
    return "" if words.startswith("00:00") else words[:5]


def day(words: str) -> str:
    return dates.iso(words[:10])
