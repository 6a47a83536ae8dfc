"""What a brief is drawn from: matters, verdicts, windows, stances; and its dates and numbered sources."""

from datetime import date

from crawlers.matter import Event, Matter, Struct
from dashboard.mail.sentences import said
from index.binding.verdict import Verdict
from index.clock import Window
from index.clock.step import said as spelled

DATES = 3


class Stance(Struct, frozen=True, kw_only=True):
    """What people here decided of a matter: position, reasons, their role and the day; private."""

    matter: str
    position: str
    why: str
    role: str
    day: str


class About(Struct, frozen=True, kw_only=True):
    """All that a brief is drawn from. `stances` are given only where they may be seen."""

    title: str
    day: date
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


def dates(about: About, refs: Refs) -> list[str]:
    """The nearest days to act, from rules and from sources; a rule that nobody verified says so."""
    today = about.day.isoformat()
    ours = [
        (window.step, f"{window.filing}{'' if window.answer.verified else ' [unverified rule]'}", window.url)
        for window in about.windows
        if window.step >= today
    ]
    theirs = [
        (
            event.date,
            f"{_clock(event)}{said(event.label or event.kind.replace('_', ' '), 120)}",
            event.url or matter.url,
        )
        for matter in about.matters
        for event in matter.events
        if event.date >= today and len(event.date) == 10 and not event.cancelled
    ]
    return [_dated(*one, about.day, refs) for one in sorted({*ours, *theirs})[:DATES]]


def _clock(event: Event) -> str:
    return f"{event.time} {event.zone}: " if event.time else ""


def _dated(day: str, words: str, url: str, today: date, refs: Refs) -> str:
    left = (date.fromisoformat(day) - today).days
    when = "today" if not left else "tomorrow" if left == 1 else f"in {left} days"
    return f"{spelled(date.fromisoformat(day))} ({when}): {words}{refs(url)}"
