"""One place: what is not checked, how many matters at each stage, what closes first, what moved."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from crawlers import ids
from crawlers.matter import Event, Matter, Struct
from crawlers.sources import Republish
from crawlers.vocabulary import Modality
from dashboard.digest.news import News, Sort
from dashboard.public.licence import allowed
from dashboard.public.positions import Declared
from dashboard.public.relevant import CHOSEN
from dashboard.views import days, labels
from dashboard.views.care.freshness import Fresh
from dashboard.views.days import Due
from dashboard.views.evidence import official_numbers
from dashboard.views.evidence.footnote import Note
from dashboard.views.evidence.marks import Notes
from dashboard.views.matters.binding import Binds
from dashboard.views.page import render
from dashboard.views.week import Told, told
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary

ENDED = {"rejected", "withdrawn", "lapsed", "repealed", "struck_down", "merged", "decided", "vetoed"}
MONTHS = 12
Judged = Mapping[str, tuple[Binds, ...]]
NO_VERDICTS: Judged = {}


class Tracked(Struct, frozen=True, kw_only=True):
    """What is held of one place: `left_out` matters concern no host, `news` are of the last month, `declared` public now."""

    place: str
    cards: tuple[Matter, ...]
    left_out: int
    news: tuple[News, ...]
    fresh: Fresh
    today: date
    declared: tuple[tuple[Matter, Declared], ...] = ()


class Row(Struct, frozen=True, kw_only=True):
    """A matter with its next date (or none), what it would do to a host, and whether it binds us where that was asked.

    `told` is the language of the title; `summary` is what the licence of its source lets out.
    """

    matter: Matter
    title: str
    told: str
    number: str
    summary: str
    href: str
    date: str
    due: Due | None
    what: str
    language: str
    cancelled: bool
    note: Note | None
    tags: tuple[tuple[Modality, str], ...]
    binds: tuple[Binds, ...]


class Stage(Struct, frozen=True, kw_only=True):
    """How many matters stand there, and the address of this page with them alone."""

    name: str
    word: str
    count: int
    href: str


class Month(Struct, frozen=True, kw_only=True):
    """Events of one month; `share` is the height of its bar of 60 pixels."""

    name: str
    count: int
    height: int


def stages(cards: Sequence[Matter], address: str, tongue: Tongue) -> list[Stage]:
    """In the order of a matter's life; stages without a matter are left out."""
    counts = Counter(str(card.status) for card in cards)
    return [
        Stage(name=status, word=tongue.say(entry.word), count=counts[status], href=f"{address}stage={status}")
        for status, entry in vocabulary().status.items()
        if status in counts
    ]


def rows(
    cards: Iterable[Matter], today: date, tongue: Tongue, notes: Notes, verdicts: Judged = NO_VERDICTS
) -> list[Row]:
    """Nearest date first, then the rest by the day we know of, newest first; ended ones last."""
    made = [_row(card, today, tongue, notes, verdicts.get(card.id, ())) for card in cards]
    alive = [row for row in made if row.matter.status not in ENDED or row.due]
    ended = [row for row in made if row.matter.status in ENDED and not row.due]
    dated = sorted((row for row in alive if row.due), key=lambda row: (row.due.left if row.due else 0, row.matter.id))
    return [*dated, *_newest(row for row in alive if not row.due), *_newest(iter(ended))]


def _newest(rows: Iterator[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row.matter.status_as_of or row.matter.published, row.matter.id), reverse=True)


def _row(card: Matter, today: date, tongue: Tongue, notes: Notes, binds: tuple[Binds, ...]) -> Row:
    coming = [e for e in card.events if e.date >= today.isoformat() and days.parsed(e.date)]
    event: Event | None = min(coming, key=lambda e: (e.cancelled, e.date, e.time), default=None)
    tags = [
        (norm.modality, labels.duty_label(norm.duty, tongue)) for norm in card.norms if norm.host_duty and norm.duty
    ]
    return Row(
        matter=card,
        title=labels.titled(card, tongue),
        told=tongue.code if labels.native(card, tongue) else card.language,
        number=official_numbers.number(card),
        summary=card.summary if allowed(card) is not Republish.LINK or card.source in CHOSEN else "",
        href=f"/matter?id={ids.to_query(card.id)}",
        date=event.date if event else "",
        due=days.due(event.date, today, tongue, event.time, event.zone) if event else None,
        what=labels.label(event, tongue) if event else "",
        language=labels.foreign(event, card.language) if event else "",
        cancelled=event.cancelled if event else False,
        note=notes.event(event, card) if event else None,
        tags=tuple(pair for pair in dict.fromkeys(tags) if pair[1])[:3],
        binds=binds,
    )


def activity(cards: Sequence[Matter], today: date, tongue: Tongue) -> list[Month]:
    """Events of the last twelve months, the running one last."""
    months = [_month(today, back) for back in range(MONTHS - 1, -1, -1)]
    dates = [event.date[:7] for card in cards for event in card.events if not event.cancelled]
    counts = [dates.count(month) for month in months]
    tallest = max([*counts, 1])
    return [
        Month(
            name=tongue.day(date.fromisoformat(f"{month}-01"), "MMM y"), count=count, height=round(count / tallest * 54)
        )
        for month, count in zip(months, counts, strict=True)
    ]


def _month(today: date, back: int) -> str:
    year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
    return f"{year}-{month + 1:02}"


def page(held: Tracked, tongue: Tongue, stage: str = "", verdicts: Judged = NO_VERDICTS) -> Markup:
    notes = Notes(tongue)
    given = values(held, tongue, notes, f"/tracker?place={held.place}&", stage, verdicts)
    return render("tracker.html", tongue, **given, permanent=False)


def values(
    held: Tracked,
    tongue: Tongue,
    notes: Notes,
    address: str = "?",
    stage: str = "",
    verdicts: Judged = NO_VERDICTS,
) -> dict[str, object]:
    """What every form of a tracker draws; `address` is where a stage is asked for, `stage` the one asked for."""
    moved: list[Told] = [
        one
        for sort in (Sort.LAW, Sort.MOVED, Sort.NEW, Sort.CORRECTION)
        for one in told(held.news, sort, tongue, notes)
    ]
    known = stages(held.cards, address, tongue)
    only = next((one for one in known if one.name == stage), None)
    shown = [card for card in held.cards if only is None or card.status == only.name]
    return {
        "code": held.place,
        "name": labels.place(held.place, tongue),
        "fresh": held.fresh,
        "stages": known,
        "only": only,
        "address": address[:-1],
        "rows": rows(shown, held.today, tongue, notes, verdicts),
        "judged": bool(verdicts),
        "filed": False,
        "declared": held.declared,
        "named": True,
        "total": len(held.cards),
        "left_out": held.left_out,
        "ended": sum(card.status in ENDED for card in held.cards),
        "moved": moved,
        "months": activity(held.cards, held.today, tongue),
        "moment": lambda instant: days.moment(instant, tongue),
        "say": lambda day: days.say(day, tongue),
        "notes": notes,
    }
