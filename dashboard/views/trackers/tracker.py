"""One place: what is not checked, how many matters at each stage, what closes first, what moved."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

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
from dashboard.views.told import Told, told
from dashboard.views.trackers.happened import activity, happened
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary

ENDED = {"rejected", "withdrawn", "lapsed", "repealed", "struck_down", "merged", "decided", "vetoed"}
ENDING, LEFT_OUT = "ended", "left_out"  # parts that are asked for as if they were stages
Judged = Mapping[str, tuple[Binds, ...]]
NO_VERDICTS: Judged = {}


class Tracked(Struct, frozen=True, kw_only=True):
    """What is held of one place: `left_out` concern no host, `news` are of the last month, `declared` public now."""

    place: str
    cards: tuple[Matter, ...]
    left_out: tuple[Matter, ...]
    news: tuple[News, ...]
    fresh: Fresh
    today: date
    declared: tuple[tuple[Matter, Declared], ...] = ()


class Row(Struct, frozen=True, kw_only=True):
    """A matter with its next date (or none), what it would do to a host, and whether it binds us where that was asked.

    `told` is the language of the title; `summary` is what the licence of its source lets out, `summed` its language.
    """

    matter: Matter
    title: str
    told: str
    number: str
    summary: str
    summed: str
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
        summed=card.summed,
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


class Asked(NamedTuple):
    """Of a tracker: matters of one stage (or ENDING, or LEFT_OUT), or what happened in a month; empty is all."""

    stage: str = ""
    month: str = ""

    def of(self, held: Tracked) -> list[Matter]:
        if self.stage == LEFT_OUT:
            return [*held.left_out]
        wanted = ENDED if self.stage == ENDING else {self.stage}
        return [card for card in held.cards if card.status in wanted] or [*held.cards]


ALL = Asked()


def page(held: Tracked, tongue: Tongue, asked: Asked = ALL, verdicts: Judged = NO_VERDICTS) -> Markup:
    notes = Notes(tongue)
    given = values(held, tongue, notes, f"/tracker?place={held.place}&", asked, verdicts)
    return render("tracker.html", tongue, **given, permanent=False)


def values(
    held: Tracked,
    tongue: Tongue,
    notes: Notes,
    address: str = "?",
    asked: Asked = ALL,
    verdicts: Judged = NO_VERDICTS,
) -> dict[str, object]:
    """What every form of a tracker draws; `address` is where a part of it is asked for."""
    moved: list[Told] = [
        one
        for sort in (Sort.LAW, Sort.MOVED, Sort.NEW, Sort.CORRECTION)
        for one in told(held.news, sort, tongue, notes)
    ]
    known = stages(held.cards, address, tongue)
    only = next((one for one in known if one.name == asked.stage), None)
    return {
        "code": held.place,
        "name": labels.place(held.place, tongue),
        "fresh": held.fresh,
        "stages": known,
        "only": only,
        "asked": asked,
        "address": address[:-1],
        "part": address,
        "rows": rows(asked.of(held), held.today, tongue, notes, verdicts),
        "judged": bool(verdicts),
        "filed": False,
        "declared": held.declared,
        "named": True,
        "total": len(held.cards),
        "left_out": len(held.left_out),
        "ended": sum(card.status in ENDED for card in held.cards),
        "moved": moved,
        "months": activity(held.cards, held.today, tongue),
        "events": happened(held.cards, asked.month, held.today, tongue),
        "moment": lambda instant: days.moment(instant, tongue),
        "say": lambda day: days.say(day, tongue),
        "notes": notes,
    }
