"""What of a week a reader is told: windows within reach, facts of their places, and how much is left out."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dashboard.digest.news import REPLACED, News, Sort, Taste
from dashboard.words.tongue import Tongue
from index.clock import State, Window

if TYPE_CHECKING:
    from dashboard.digest.build import Week

# What presses most stands first.
LAW = (
    REPLACED,
    "shorter",
    "more_often",
    "new_duty",
    "exemption_gone",
    "threshold",
    "penalty",
    "modality",
    "bound",
    "counted_from",
    "condition",
    "changed",
    "throughout",
    "reference",
    "longer",
    "less_often",
    "exempt",
    "duty_gone",
)
APART = 8  # changes in law of one matter that are told each with its quote; more of them are told together
FAR = 90  # days ahead for which windows are listed
OLD = timedelta(days=365)  # a source that is read for the first time brings its past along: that is counted, not told


def closing_windows(week: "Week", taste: Taste) -> list[Window]:
    """Open and coming windows within reach, nearest step first."""
    far = (week.day + timedelta(days=FAR)).isoformat()
    kept = (
        window
        for window in week.windows
        if window.state in {State.OPEN, State.COMING}
        and week.day.isoformat() <= window.step <= far
        and _ours(week, taste, window.matter)
    )
    wanted = [window for window in kept if _wants(week, taste, window)]
    return sorted(wanted, key=lambda window: (window.step, window.answer.date or "", window.key))


def together(windows: Sequence[Window]) -> list[list[Window]]:
    """Windows of one matter that end alike (for a party, for neither) are told once."""
    groups: dict[tuple[str, str, str | None, bool], list[Window]] = {}
    for window in windows:
        alike = (window.matter, window.step, window.answer.date, window.answer.verified)
        groups.setdefault(alike, []).append(window)
    return list(groups.values())


def wanted(week: "Week", taste: Taste, sort: Sort) -> list[News]:
    """Facts of one sort that the reader wants, each once, in the order of their days.

    What else happened to a new matter is told with it, not apart.
    """
    told = {one: _recent(week, taste, one) for one in (Sort.NEW, sort, Sort.MOVED)}
    new = {one.matter for one in told[Sort.NEW]}
    if sort is Sort.NEW:
        return [*told[Sort.NEW], *(one for one in told[Sort.MOVED] if one.matter in new)]
    return [one for one in told[sort] if sort is not Sort.MOVED or one.matter not in new]


def _recent(week: "Week", taste: Taste, sort: Sort) -> list[News]:
    return [one for one in _asked(week, taste, sort) if not _old(one, week.day)]


def by_matter(news: Sequence[News]) -> list[list[News]]:
    """Facts of one sort, those of one matter together; changes in law stay apart, each with its quote.

    What changed in law because a text was replaced is told with that.
    """
    gone = {(one.matter, one.version) for one in news if one.label == REPLACED}
    groups: dict[tuple[str, int], list[News]] = {}
    count: dict[str, int] = {}
    for one in news:
        alone = one.sort is Sort.LAW and (one.matter, one.version) not in gone
        count[one.matter] = count.get(one.matter, 0) + alone
        groups.setdefault((one.matter, min(count[one.matter], APART) if alone else 0), []).append(one)
    found = list(groups.values())
    return sorted(found, key=lambda same: same[-1].day) if news and news[0].sort is Sort.MOVED else found


def beside(week: "Week", taste: Taste, speech: Tongue) -> str:
    """How much was left out because no topic of ours was found in it, or because it is long past."""
    past = sum(_old(one, week.day) for sort in Sort for one in _asked(week, taste, sort))
    told = speech.count(
        "Left out: {n} fact that we learned only now and that is dated more than a year ago; it is on its matter’s page.",
        "Left out: {n} facts that we learned only now and that are dated more than a year ago; they are on their matters’ pages.",
        past,
    )
    return " ".join(part for part in (_not_ours(week, taste, speech), told if past else "") if part)


def _not_ours(week: "Week", taste: Taste, speech: Tongue) -> str:
    if week.ours is None or week.ours >= {one.matter for one in week.news} | {one.matter for one in week.windows}:
        return ""
    everything = replace(week, ours=None)
    windows = len(closing_windows(everything, taste)) - len(closing_windows(week, taste))
    facts = sum(len(_asked(everything, taste, sort)) - len(_asked(week, taste, sort)) for sort in Sort)
    counted = [
        speech.count("{n} window", "{n} windows", windows) if windows else "",
        speech.count("{n} fact", "{n} facts", facts) if facts else "",
    ]
    what = ", ".join(one for one in counted if one)
    return speech.say("Left out, as no topic of ours was found in their matters: {what}.", what=what) if what else ""


def _ours(week: "Week", taste: Taste, matter: str) -> bool:
    return week.ours is None or matter in week.ours or matter in taste.matters


def _wants(week: "Week", taste: Taste, window: Window) -> bool:
    topics, duties = week.topics.get(window.matter, ()), week.duties.get(window.matter, ())
    return taste.wants(window.jurisdiction, window.matter, topics, duties)


def _asked(week: "Week", taste: Taste, sort: Sort) -> list[News]:
    found = {
        one.key: one
        for one in week.news
        if one.sort is sort
        and week.since <= one.learned < week.until
        and _ours(week, taste, one.matter)
        and taste.wants(one.jurisdiction, one.matter, one.topics, one.duties)
    }
    return sorted(found.values(), key=lambda one: (*_group(one), one.day, one.jurisdiction, one.title, one.key))


def _old(one: News, today: date) -> bool:
    """Changes in law and corrections are told whatever their day: they are about what we said."""
    return one.sort in {Sort.MOVED, Sort.NEW} and "" < one.day < (today - OLD).isoformat()


def _group(one: News) -> tuple[str, str]:
    """New matters stand by topic and place, changes in law by label; the rest by day."""
    if one.sort is Sort.NEW:
        return one.topics[0] if one.topics else "~", one.jurisdiction
    return f"{LAW.index(one.label):02}" if one.sort is Sort.LAW and one.label in LAW else "", ""
