"""Build the digest: a pure function of what was learned, the windows, the sources and the day."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from crawlers.matter import Struct
from dashboard.digest.head import Head, head
from dashboard.digest.lines import Item, told
from dashboard.digest.news import News, Note, Sort, Taste
from dashboard.digest.selection import beside, by_matter, closing_windows, together, wanted
from dashboard.digest.unchecked import Unknown, unknown
from dashboard.digest.windows import closing
from dashboard.views.care.freshness import Health
from dashboard.words.tongue import Tongue, later
from index.clock import Window


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
    matters in which a topic of ours was found; the rest is only counted. None: all are. `names` are those by which
    matters with windows are cited, `languages` those of the names. `revisions` counts how often a matter with a day ahead was written; calendars number
    their entries by it.
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
    names: dict[str, str] = {}  # noqa: RUF012
    languages: dict[str, str] = {}  # noqa: RUF012
    revisions: dict[str, int] = {}  # noqa: RUF012


def build(
    week: Week, taste: Taste, speech: Tongue, profile: str = "lawyers", site: str = "", pace: str = "weekly"
) -> Digest:
    """The same week, day and taste give the same digest. Facts are taken once, by their key. `pace` is what it is called."""
    closed = [closing(same, week, speech, site) for same in together(closing_windows(week, taste))]
    facts = [_items(wanted(week, taste, sort), week, speech, site) for sort in Sort]
    missing = unknown(week.sources, taste, week.since, speech, site)
    notes, numbered = _numbered([closed, *facts])
    sections = _sections(numbered, speech, pace)
    return Digest(
        day=week.day.isoformat(),
        since=week.since,
        language=speech.code,
        profile=profile,
        head=head(week, taste, numbered, missing, speech, (profile, pace)),
        sections=sections,
        beside=beside(week, taste, speech),
        unknown=missing,
        notes=notes,
        keys=tuple(key for section in sections for item in section.items for key in item.keys),
    )


def _items(news: Sequence[News], week: Week, speech: Tongue, site: str) -> list[Item]:
    """A topic is named above the first of its new matters alone."""
    made = [told(same, week, speech, site) for same in by_matter(news)]
    above = [None, *(item.aside for item in made)]
    new = bool(news) and news[0].sort is Sort.NEW
    pairs = zip(made, above, strict=False)
    return [replace(item, aside="") if new and item.aside == last else item for item, last in pairs]


TITLES = {
    "closing": later("Closing first"),
    "law": later("What changed in law"),
    "moved": later("What moved, what comes next"),
    "new": later("New"),
    "correction": later("Corrections"),
}


def _sections(parts: Sequence[tuple[Item, ...]], speech: Tongue, pace: str) -> tuple[Section, ...]:
    titles = TITLES | ({"new": later("New this week")} if pace == "weekly" else {})
    named = zip(titles.items(), parts, strict=True)
    return tuple(Section(name=name, title=speech.say(title), items=part) for (name, title), part in named if part)


def _numbered(parts: Iterable[Iterable[Item]]) -> tuple[tuple[Note, ...], list[tuple[Item, ...]]]:
    """Notes in the order in which they are first pointed to; the same note has one number."""
    numbers: dict[Note, int] = {}
    numbered = [
        tuple(
            replace(item, number=numbers.setdefault(item.note, len(numbers) + 1) if item.note else 0) for item in part
        )
        for part in parts
    ]
    return tuple(numbers), numbered
