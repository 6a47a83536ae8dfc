"""This week: windows closing, what changed in law, what moved, what is new, and what we do not know."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from markupsafe import Markup

from crawlers import ids
from crawlers.matter import Matter, Struct
from crawlers.vocabulary import Mark
from dashboard.digest.build import Week
from dashboard.digest.news import News, Sort
from dashboard.digest.titles import place
from dashboard.views import days, labels
from dashboard.views.care.freshness import Fresh, fresh
from dashboard.views.days import Due
from dashboard.views.evidence.footnote import Note
from dashboard.views.evidence.marks import Notes
from dashboard.views.page import render
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary
from index.clock import State, Window

NEAR = 30
SHOWN = 8


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


class Told(Struct, frozen=True, kw_only=True):
    """One fact we learned, with its provision, its footnote and the next date."""

    news: News
    href: str
    place: str
    word: str
    day: str
    late: str
    next: str
    note: Note


class Lens(Struct, frozen=True, kw_only=True):
    """A ready-made search, or a place: matters of this week and of all time."""

    name: str
    href: str
    week: int
    all: int


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


def counted(news: Sequence[News]) -> dict[Sort, int]:
    """Matters that are new or moved, however often; changes and corrections one by one."""
    whole = {Sort.MOVED, Sort.NEW}
    return {sort: len({one.matter if sort in whole else one.key for one in news if one.sort is sort}) for sort in Sort}


def told(news: Sequence[News], sort: Sort, tongue: Tongue, notes: Notes, *, once: bool = False) -> list[Told]:
    """Facts of one sort, newest first; with `once` the newest of each matter."""
    mine = sorted(
        (one for one in news if one.sort is sort), key=lambda one: (one.learned, one.day, one.key), reverse=True
    )
    if once:
        newest = {one.matter: one.key for one in reversed(mine)}
        mine = [one for one in mine if newest[one.matter] == one.key]
    return [_told(one, tongue, notes) for one in mine]


def _told(news: News, tongue: Tongue, notes: Notes) -> Told:
    late = tongue.say("learned late: dated {day}", day=_short(news.day, tongue))
    ahead = (
        f"{tongue.say(vocabulary().event.get(news.next, news.next))} {days.say(news.next_day, tongue)}"
        if news.next
        else ""
    )
    return Told(
        news=news,
        place=place(news.provision, tongue),
        href=f"/matter?id={ids.to_query(news.matter)}",
        word=tongue.say(vocabulary().change.get(news.label, vocabulary().change["changed"])),
        day=_short(news.learned[:10], tongue),
        late=late if _late(news) else "",
        next=ahead or tongue.say("no day set"),
        note=notes.news(news),
    )


def _late(news: News) -> bool:
    on, learned = days.parsed(news.day), days.parsed(news.learned[:10])
    return bool(on and learned and (learned - on).days > 3)


def _short(day: str, tongue: Tongue) -> str:
    on = days.parsed(day)
    return tongue.day(on, "d MMM") if on else day


def by_topic(new: Sequence[Told], tongue: Tongue) -> list[tuple[str, list[Told]]]:
    groups: dict[str, list[Told]] = {}
    for one in new:
        topic = one.news.topics[0] if one.news.topics else ""
        groups.setdefault(labels.topic_label(topic, tongue) if topic else "", []).append(one)
    plain = groups.pop("", [])
    return [*groups.items(), *([(tongue.say("No topic seen"), plain)] if plain else [])]


def lead(near: Sequence[Closing], week: Week, tongue: Tongue) -> list[tuple[str, str]]:
    """The week in one sentence: words with the address each leads to."""
    counts = counted(week.news)
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
        parts.append((tongue.count("{n} duty changed in law", "{n} duties changed in law", counts[Sort.LAW]), "#law"))
    if counts[Sort.MOVED]:
        parts.append((tongue.count("{n} matter moved", "{n} matters moved", counts[Sort.MOVED]), "#moved"))
    if counts[Sort.NEW]:
        parts.append((tongue.count("{n} matter is new", "{n} matters are new", counts[Sort.NEW]), "#new"))
    return parts


def page(
    week: Week, lenses: Sequence[Lens], places: Sequence[Lens], tongue: Tongue, extra: Mapping[str, object]
) -> tuple[Markup, Markup]:
    """The head with what is under way, and the rest. `extra`: panel, facts of the watch-list, sample; any may be empty."""
    notes = Notes(tongue)
    listed = closing(week.windows, week.day, tongue, notes)
    near = [one for one in listed if one.step.left <= NEAR]
    state: Fresh = fresh(week.sources, week.day, tongue)
    values = dict(
        period=f"{tongue.day(week.day - timedelta(days=7))} – {tongue.day(week.day)}",
        fresh=state,
        lead=lead(near, week, tongue),
        near=near,
        later=[one for one in listed if one.step.left > NEAR],
        undated=[window for window in week.windows if window.state in {State.UNDATED, State.UNKNOWN}],
        law=told(week.news, Sort.LAW, tongue, notes),
        moved=told(week.news, Sort.MOVED, tongue, notes, once=True),
        fresh_new=by_topic(told(week.news, Sort.NEW, tongue, notes, once=True), tongue),
        corrections=told(week.news, Sort.CORRECTION, tongue, notes),
        counts={sort.value: number for sort, number in counted(week.news).items()},
        lenses=lenses,
        places=places,
        shown=SHOWN,
        moment=lambda instant: days.moment(instant, tongue),
        notes=notes,
        **extra,
    )
    return render("thisweek_head.html", tongue, **values), render("thisweek.html", tongue, **values)


def believed(matters: Sequence[Matter], today: date, tongue: Tongue) -> dict[str, object]:
    """The watch-list: matters with stage, day and mark, and the dates ahead in them, counted from today."""
    marks = [matter.mark for matter in matters]
    ahead = [
        (days.due(event.date, today, tongue), event, matter)
        for matter in matters
        for event in matter.events
        if _coming(event.date, today)
    ]
    return {
        "facts": sorted(matters, key=lambda matter: (matter.mark != "S", not matter.status_as_of), reverse=False),
        "marks": [(mark, marks.count(mark)) for mark in Mark],
        "undated_facts": sum(not matter.status_as_of for matter in matters),
        "ahead": sorted(ahead, key=lambda row: (row[0].left, row[2].id)),
        "say": lambda day: days.say(day, tongue),
        "label": lambda event: labels.label(event, tongue),
    }


def _coming(day: str, today: date) -> bool:
    return bool(days.parsed(day)) and day >= today.isoformat()
