"""This week: windows closing, what changed in law, what moved, what is new, and what we do not know."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from markupsafe import Markup

from crawlers import ids
from crawlers.matter import Struct
from dashboard.digest.build import Week
from dashboard.digest.news import News, Sort
from dashboard.views import days
from dashboard.views.care.freshness import Fresh, fresh
from dashboard.views.days import Due
from dashboard.views.evidence.footnote import Note
from dashboard.views.evidence.marks import Notes
from dashboard.views.page import render
from dashboard.views.part import Part
from dashboard.views.told import by_topic, counted, told
from dashboard.words.tongue import Tongue
from index.clock import State, Window

NEAR = 30
# how many facts of a sort the page shows before it leads to the whole list; new ones under each topic
SHOWN = {Sort.LAW: 20, Sort.MOVED: 8, Sort.NEW: 10, Sort.CORRECTION: 20}


class Closing(Struct, frozen=True, kw_only=True):
    """A window, by its nearest step; `file` is the last day, `safe` an earlier one that any reading allows."""

    window: Window
    href: str
    step: Due
    tells: bool
    notify: Due | None
    file: Due | None
    safe: Due | None
    note: Note


class Lens(Struct, frozen=True, kw_only=True):
    """A ready-made search, or a place: matters of this week and of all time, and where each number is listed."""

    name: str
    href: str
    week: int
    all: int
    week_href: str
    all_href: str


def closing(windows: Sequence[Window], today: date, tongue: Tongue, notes: Notes) -> list[Closing]:
    """Open windows, nearest step first."""
    alive = [window for window in windows if window.state in {State.OPEN, State.COMING} and window.step]
    return [_closing(window, today, tongue, notes) for window in sorted(alive, key=lambda w: (w.step, w.key))]


def _closing(window: Window, today: date, tongue: Tongue, notes: Notes) -> Closing:
    answer = window.answer
    clock = (answer.time or "", answer.zone or "")
    return Closing(
        window=window,
        href=f"/matter?id={ids.to_query(window.matter)}",
        step=days.due(window.step, today, tongue),
        tells=window.step_says == "notify_by",
        notify=days.due(answer.notify_by, today, tongue) if answer.notify_by else None,
        file=days.due(answer.date, today, tongue, *clock) if answer.date else None,
        safe=days.due(answer.safe, today, tongue) if answer.safe and answer.safe != answer.date else None,
        note=notes.window(window),
    )


def told_at(news: Sequence[News], part: Part) -> dict[Sort, str]:
    """Where the facts of each sort are listed, all of them."""
    counts = counted(news)
    return {sort: part.where(sort, counts[sort], SHOWN[sort]) for sort in Sort}


def lead(near: Sequence[Closing], week: Week, part: Part, tongue: Tongue) -> list[tuple[str, str]]:
    """The week in one sentence: words with the address each leads to."""
    counts, at = counted(week.news), told_at(week.news, part)
    parts: list[tuple[str, str]] = []
    if near:
        same = sum(one.step.left == near[0].step.left for one in near)
        parts.append(
            (
                tongue.count("{n} thing is due on {day}", "{n} things are due on {day}", same, day=near[0].step.day),
                "#windows",
            )
        )
    if counts[Sort.LAW]:
        parts.append(
            (tongue.count("{n} duty changed in law", "{n} duties changed in law", counts[Sort.LAW]), at[Sort.LAW])
        )
    if counts[Sort.MOVED]:
        parts.append((tongue.count("{n} matter moved", "{n} matters moved", counts[Sort.MOVED]), at[Sort.MOVED]))
    if counts[Sort.NEW]:
        parts.append((tongue.count("{n} matter is new", "{n} matters are new", counts[Sort.NEW]), at[Sort.NEW]))
    return parts


def page(
    week: Week, part: Part, lenses: Sequence[Lens], places: Sequence[Lens], tongue: Tongue, extra: Mapping[str, object]
) -> tuple[Markup, Markup]:
    """The head with what is under way, and the rest. `extra`: panel, facts of the watch-list, sample; any may be empty."""
    notes = Notes(tongue)
    listed = closing(week.windows, week.day, tongue, notes)
    near = [one for one in listed if one.step.left <= NEAR]
    counts = counted(week.news)
    whole = counts[Sort(part.show)] if part.show in set(Sort) else 0
    shown = {sort: part.rows(counts[sort]) if part.show else slice(most) for sort, most in SHOWN.items()}
    state: Fresh = fresh(week.sources, week.day, tongue)
    values = dict(
        period=f"{tongue.day(week.day - timedelta(days=7))} – {tongue.day(week.day)}",
        fresh=state,
        lead=lead(near, week, part, tongue),
        part=part,
        matters=len({one.matter for one in week.news}),
        at={sort.value: href for sort, href in told_at(week.news, part).items()},
        near=near,
        later=[one for one in listed if one.step.left > NEAR],
        undated=[window for window in week.windows if window.state in {State.UNDATED, State.UNKNOWN}],
        why=lambda window: window.answer.told(tongue),
        law=told(week.news, Sort.LAW, tongue, notes, shown[Sort.LAW]),
        moved=told(week.news, Sort.MOVED, tongue, Notes(tongue), shown[Sort.MOVED], once=True),
        fresh_new=by_topic(week.news, SHOWN[Sort.NEW], part, tongue),
        corrections=told(week.news, Sort.CORRECTION, tongue, notes, shown[Sort.CORRECTION]),
        counts={sort.value: number for sort, number in counts.items()},
        following=part.following(whole),
        later_page=part.rows(whole).start > 0,
        lenses=lenses,
        places=places,
        moment=lambda instant: days.moment(instant, tongue),
        notes=notes,
        **extra,
    )
    return render("thisweek_head.html", tongue, **values), render("thisweek.html", tongue, **values)
