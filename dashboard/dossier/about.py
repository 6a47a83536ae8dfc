"""What a brief is drawn from: matters, verdicts, windows, stances; and its dates and numbered sources."""

from datetime import date
from typing import NamedTuple

from crawlers.matter import Event, Matter, Struct
from crawlers.vocabulary import EventKind
from dashboard.digest.names import happening
from dashboard.dossier.outline import Block, Theirs, named, theirs
from dashboard.views import days
from dashboard.words.tongue import Tongue
from index.binding.verdict import Verdict
from index.clock import Window

DATES = 3


class Stance(Struct, frozen=True, kw_only=True):
    """What people here decided of a matter: position, reasons, their role and the day; private."""

    matter: str
    position: str
    why: str
    role: str
    day: str


class About(NamedTuple):
    """All that a brief is drawn from. `language` is the title's; `stances` are given only where they may be seen."""

    title: str
    language: str
    day: date
    tongue: Tongue
    matters: tuple[Matter, ...]
    verdicts: tuple[tuple[str, Verdict], ...] = ()
    windows: tuple[Window, ...] = ()
    held: tuple[Matter, ...] = ()
    stances: tuple[Stance, ...] = ()
    seen: str = ""
    unchecked: str = ""


class Refs:
    """Sources in the order in which they are first named."""

    def __init__(self) -> None:
        self.urls: list[str] = []

    def __call__(self, url: str) -> str:
        if not url:
            return ""
        if url not in self.urls:
            self.urls.append(url)
        return f" [{self.urls.index(url) + 1}]"


def dates(about: About, refs: Refs) -> list[Block]:
    """The nearest days to act, from rules and from sources; a rule that nobody verified says so."""
    today, say = about.day.isoformat(), about.tongue.say
    found: dict[tuple[str, str, str], tuple[Theirs, ...]] = {}
    for window in about.windows:
        flag = "" if window.answer.verified else f" [{say('unverified rule')}]"
        if window.step >= today:
            found[window.step, f"{say(window.filing)}{flag}", window.url] = ()
    for matter in about.matters:
        for event in matter.events:
            if event.date >= today and len(event.date) == 10 and not event.cancelled:
                words, own = _what(event, matter, about.tongue)
                found[event.date, words, event.url or matter.url] = own
    return [_dated(*one, found[one], about, refs) for one in sorted(found)[:DATES]]


def _what(event: Event, matter: Matter, tongue: Tongue) -> tuple[str, tuple[Theirs, ...]]:
    """Our word for it, and the source's own beside it."""
    ours, own = happening(event.kind, tongue), theirs(event.label, matter.language, 120)
    clock = days.clock(event.time, event.zone) if event.zone else ""
    other = own.words.lower() not in {"", ours.lower(), event.kind.replace("_", " ")}
    words = ours if not other else own.words if event.kind is EventKind.OTHER else named(ours, own.words, tongue)
    return ", ".join(filter(None, (clock, words))), (own,) if other else ()


def _dated(day: str, words: str, url: str, own: tuple[Theirs, ...], about: About, refs: Refs) -> Block:
    on = date.fromisoformat(day)
    when = f"{about.tongue.day(on)} ({days.away((on - about.day).days, about.tongue)})"
    return Block(kind="list", words=f"{named(when, words, about.tongue)}{refs(url)}", theirs=own)
