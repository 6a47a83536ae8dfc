"""Build the digest: a pure function of what was learned, the windows, the sources and the day."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from crawlers.matter import Struct
from dashboard.mail import items
from dashboard.mail.head import Head, head
from dashboard.mail.items import Item
from dashboard.mail.news import News, Note, Sort, Taste
from dashboard.mail.speech import Speech
from dashboard.mail.unknown import Unknown, unknown
from dashboard.views.fresh import Health
from index.clock import State, Window

# What presses most stands first.
LAW = (
    "shorter",
    "new_duty",
    "exemption_gone",
    "threshold",
    "penalty",
    "modality",
    "changed",
    "longer",
    "exempt",
    "duty_gone",
)
FAR = 90  # days ahead for which windows are listed


class Section(Struct, frozen=True, kw_only=True):
    """One part with its heading; never empty in a digest."""

    name: str
    title: str
    items: tuple[Item, ...]


class Digest(Struct, frozen=True, kw_only=True):
    """All that a digest says, in one language, before it is drawn. Items point into `notes` by number, from 1."""

    day: str
    since: str
    language: str
    profile: str
    head: Head
    sections: tuple[Section, ...]
    beside: str
    unknown: Unknown
    notes: tuple[Note, ...]
    keys: tuple[str, ...]


class Week(Struct, frozen=True, kw_only=True):
    """What a digest is made from. `since` and `until` are instants (UTC, Z); facts are those learned between them.

    `topics` and `duties` say for a matter what it is about, so that windows can be chosen by them too. `ours` are the
    matters in which a topic of ours was found; the rest is only counted. None: all are. `revisions` counts how often a
    matter with a day ahead was written; calendars number their entries by it.
    """

    day: date
    since: str
    until: str
    news: tuple[News, ...] = ()
    windows: tuple[Window, ...] = ()
    sources: tuple[Health, ...] = ()
    topics: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 -- msgspec copies it
    duties: dict[str, tuple[str, ...]] = {}  # noqa: RUF012
    ours: frozenset[str] | None = None
    revisions: dict[str, int] = {}  # noqa: RUF012


def build(week: Week, taste: Taste, speech: Speech, profile: str = "lawyers", site: str = "") -> Digest:
    """The same week, day and taste give the same digest. Facts are taken once, by their key."""
    closing = [items.closing(same, week, speech, site) for same in _together(_closing(week, taste))]
    told = {sort: [items.of_news(one, week, speech, site) for one in _told(week, taste, sort)] for sort in Sort}
    missing = unknown(week.sources, taste, week.since, speech)
    notes, numbered = _numbered([closing, *(told[sort] for sort in Sort)])
    sections = _sections(numbered, speech)
    return Digest(
        day=week.day.isoformat(),
        since=week.since,
        language=speech.code,
        profile=profile,
        head=head(week, taste, numbered, missing, speech, profile),
        sections=sections,
        beside=_beside(week, taste, speech),
        unknown=missing,
        notes=notes,
        keys=tuple(item.key for section in sections for item in section.items),
    )


TITLES = {
    "closing": "Closing first",
    "law": "What changed in law",
    "moved": "What moved, what comes next",
    "new": "New this week",
    "correction": "Corrections",
}


def _sections(parts: Sequence[tuple[Item, ...]], speech: Speech) -> tuple[Section, ...]:
    named = zip(TITLES.items(), parts, strict=True)
    return tuple(Section(name=name, title=speech.say(title), items=part) for (name, title), part in named if part)


def _ours(week: Week, taste: Taste, matter: str) -> bool:
    return week.ours is None or matter in week.ours or matter in taste.matters


def _beside(week: Week, taste: Taste, speech: Speech) -> str:
    """How many windows and facts were left out because no topic of ours was found in their matters."""
    if week.ours is None or week.ours >= {one.matter for one in week.news} | {one.matter for one in week.windows}:
        return ""
    from msgspec.structs import replace

    everything = replace(week, ours=None)
    windows = len(_closing(everything, taste)) - len(_closing(week, taste))
    facts = sum(len(_told(everything, taste, sort)) - len(_told(week, taste, sort)) for sort in Sort)
    return (
        speech.say(
            "Left out: {windows} windows and {facts} facts of matters in which no topic of ours was found.",
            windows=windows,
            facts=facts,
        )
        if windows or facts
        else ""
    )


def _closing(week: Week, taste: Taste) -> list[Window]:
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


def _together(windows: list[Window]) -> list[list[Window]]:
    """Windows of one matter that end alike (for a party, for neither) are told once."""
    groups: dict[tuple[str, str, str | None, bool], list[Window]] = {}
    for window in windows:
        alike = (window.matter, window.step, window.answer.date, window.answer.verified)
        groups.setdefault(alike, []).append(window)
    return list(groups.values())


def _wants(week: Week, taste: Taste, window: Window) -> bool:
    topics, duties = week.topics.get(window.matter, ()), week.duties.get(window.matter, ())
    return taste.wants(window.jurisdiction, window.matter, topics, duties)


def _told(week: Week, taste: Taste, sort: Sort) -> list[News]:
    """Facts of one sort that the reader wants, each once, in the order of their days."""
    found = {
        one.key: one
        for one in week.news
        if one.sort is sort
        and week.since <= one.learned < week.until
        and _ours(week, taste, one.matter)
        and taste.wants(one.jurisdiction, one.matter, one.topics, one.duties)
    }
    return sorted(found.values(), key=lambda one: (_group(one), one.day, one.jurisdiction, one.title, one.key))


def _group(one: News) -> str:
    """New matters stand by topic, changes in law by label; the rest by day."""
    if one.sort is Sort.NEW:
        return one.topics[0] if one.topics else "~"
    return f"{LAW.index(one.label):02}" if one.sort is Sort.LAW and one.label in LAW else ""


def _numbered(parts: Iterable[Iterable[Item]]) -> tuple[tuple[Note, ...], list[tuple[Item, ...]]]:
    """Notes in the order in which they are first pointed to; the same note has one number."""
    from msgspec.structs import replace

    numbers: dict[Note, int] = {}
    numbered = [
        tuple(
            replace(item, number=numbers.setdefault(item.note, len(numbers) + 1) if item.note else 0) for item in part
        )
        for part in parts
    ]
    return tuple(numbers), numbered
