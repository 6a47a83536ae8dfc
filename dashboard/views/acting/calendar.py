"""What closes, what meets, what begins: a month as a table, and the same in words."""

from calendar import Calendar as Weeks
from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from crawlers import ids
from crawlers.matter import Event, Matter, Struct
from crawlers.vocabulary import EventKind as K
from dashboard.views import days, labels
from dashboard.views.care.freshness import Fresh
from dashboard.views.days import Due
from dashboard.views.page import render
from dashboard.words.tongue import Tongue, later
from index.clock import State, Window

MEETS = {K.HEARING, K.MEETING, K.DEBATED, K.VOTE, K.ARGUED, K.DISTRIBUTED}
BEGINS = {K.IN_FORCE, K.APPLIES_FROM, K.TRANSPOSE_BY}
LISTED, EVERY = 60, "all"


class Entry(Struct, frozen=True, kw_only=True):
    """One thing on one day; `kind` is k1 last day to act, k2 a meeting, k3 a duty begins; `told` the language of `what`, if a source's."""

    day: str
    what: str
    place: str
    title: str
    href: str
    kind: str
    due: Due
    cancelled: bool = False
    unverified: bool = False
    mark: str = "S"
    language: str = ""
    told: str = ""


class Cell(Struct, frozen=True, kw_only=True):
    number: str
    classes: str
    href: str
    entries: tuple[Entry, ...]


def entries(cards: Sequence[Matter], windows: Sequence[Window], today: date, tongue: Tongue) -> list[Entry]:
    """Events of matters and steps of windows, by day; the same day of the same matter is said once."""
    language = {card.id: card.language for card in cards}
    found = [
        _of_window(window, name, language.get(window.matter, ""), today, tongue)
        for window in windows
        for name in _steps(window)
    ]
    told = {(entry.href, entry.day) for entry in found}
    found += [
        entry
        for card in cards
        for event in card.events
        if days.parsed(event.date)
        and (entry := _of_event(card, event, today, tongue))
        and (entry.href, entry.day) not in told
    ]
    return sorted(found, key=lambda entry: (entry.day, entry.place, entry.title))


def _steps(window: Window) -> list[str]:
    if window.state not in {State.OPEN, State.COMING, State.CLOSED}:
        return []
    answer = window.answer
    return [
        name
        for name in ("notify_by", "safe", "date")
        if getattr(answer, name) and not (name == "safe" and answer.safe == answer.date)
    ]


def _of_window(window: Window, step: str, language: str, today: date, tongue: Tongue) -> Entry:
    answer = window.answer
    day = getattr(answer, step)
    words = {"notify_by": later("tell counsel"), "safe": later("to be safe, file"), "date": later("last day")}
    timed = (answer.time or "", answer.zone or "") if step == "date" else ("", "")
    return Entry(
        day=day,
        what=tongue.say("{one}: {other}", one=tongue.say(words[step]), other=tongue.say(window.filing)),
        place=window.jurisdiction,
        title=labels.called(window.title),
        language=language,
        href=f"/matter?id={ids.to_query(window.matter)}",
        kind="k1",
        due=days.due(day, today, tongue, *timed),
        unverified=not answer.verified,
        mark=window.mark,
    )


def _of_event(card: Matter, event: "Event", today: date, tongue: Tongue) -> Entry:
    return Entry(
        day=event.date,
        what=labels.label(event, tongue),
        place=card.jurisdiction,
        title=labels.called(card.title),
        language=card.language,
        told=labels.foreign(event, card.language),
        href=f"/matter?id={ids.to_query(card.id)}",
        kind="k2"
        if event.kind in MEETS
        else "k3"
        if event.kind in BEGINS
        else "k1"
        if event.kind is K.COMMENT_CLOSES
        else "k2",
        due=days.due(event.date, today, tongue, event.time, event.zone),
        cancelled=event.cancelled,
        mark=event.mark,
    )


def month(found: Sequence[Entry], year: int, number: int, today: date, tongue: Tongue) -> list[list[Cell]]:
    """Weeks from Monday, with the days of the neighbouring months that fill them."""
    by_day: dict[str, list[Entry]] = {}
    for entry in found:
        by_day.setdefault(entry.day, []).append(entry)
    weeks = Weeks().monthdatescalendar(year, number)
    return [[_cell(day, number, by_day.get(day.isoformat(), []), today, tongue) for day in week] for week in weeks]


def _cell(day: date, number: int, here: Sequence[Entry], today: date, tongue: Tongue) -> Cell:
    outside = day.month != number
    names = ["out" * outside, "we" * (day.weekday() > 4), "now" * (day == today)]
    return Cell(
        number=tongue.day(day, "d MMM") if outside or day.day == 1 else str(day.day),
        classes=" ".join(filter(None, names)),
        href=f"/calendar?month={day:%Y-%m}&day={day:%d}",
        entries=tuple(here),
    )


def page(found: Sequence[Entry], at: date, day: str, fresh: Fresh, today: date, tongue: Tongue) -> Markup:
    """A month; in words what is coming next, or EVERY coming day, or the one day (ISO) that is asked for."""
    before, after = (
        date(at.year - (at.month == 1), (at.month - 2) % 12 + 1, 1),
        date(at.year + (at.month == 12), at.month % 12 + 1, 1),
    )
    listed = [
        entry for entry in found if (entry.day == day if day not in {"", EVERY} else entry.day >= today.isoformat())
    ]
    first = Weeks().monthdatescalendar(at.year, at.month)[0]
    return render(
        "calendar.html",
        tongue,
        fresh=fresh,
        weeks=month(found, at.year, at.month, today, tongue),
        weekdays=[tongue.day(day, "EEE") for day in first],
        name=tongue.day(at, "LLLL y"),
        before=(tongue.day(before, "LLLL"), f"/calendar?month={before:%Y-%m}"),
        after=(tongue.day(after, "LLLL"), f"/calendar?month={after:%Y-%m}"),
        coming=listed if day else listed[:LISTED],
        more=0 if day else max(0, len(listed) - LISTED),
        every=f"/calendar?day={EVERY}",
        day=days.say(day, tongue) if days.parsed(day) else "",
    )
