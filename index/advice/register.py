"""The register of duties that bind us: article, quote, owner, last done, next due, and how that was counted."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

import msgspec

from crawlers.eu.commencement import IN_PART
from crawlers.matter import Matter, Norm, Struct
from crawlers.vocabulary import Bearer, EventKind, Modality
from index.advice.laws import falls_on_hosts
from index.advice.recurring import recurs
from index.binding import scope
from index.clock.calendars import calendar
from index.clock.count import shift
from index.clock.given import day
from index.clock.rules import Span, Unit
from index.phrase import NOTHING, Phrase, Told, phrase, together
from index.private import Leaf, Private

SHELF = "compliance"
SOON = 30
BEGINS = (EventKind.APPLIES_FROM, EventKind.IN_FORCE)


class Due(StrEnum):
    """`unknown`: the day could not be worked out; it stays in the list all the same."""

    LATE = "late"
    SOON = "soon"
    LATER = "later"
    STANDING = "standing"
    UNKNOWN = "unknown"


class Done(Struct, frozen=True, kw_only=True):
    """What a person recorded: who owns the duty (a role), when it was last done, the link that proves it."""

    owner: str = ""
    day: str = ""
    evidence: str = ""


class Row(Struct, frozen=True, kw_only=True):
    """One duty of one law. `counted` says in words how `next` came about.

    `states` where the words bind States, who must see to it by laws of their own: it reaches us through those.
    """

    key: str
    matter: str
    law: str
    article: str
    duty: str
    quote: str
    begins: str
    owner: str
    last_done: str
    evidence: str
    next: str
    counted: Phrase
    due: Due
    states: bool = False


def register(binding: Iterable[Matter], done: dict[str, Done], today: date) -> list[Row]:
    """Rows of the laws that bind the profile: late first, then by day, then what cannot be worked out."""
    rows = [_row(matter, norm, done, today) for matter in binding for norm in _duties(matter)]
    order = list(Due)
    return sorted(rows, key=lambda row: (order.index(row.due), row.next or "9", row.law, row.article))


def recorded(private: Private) -> dict[str, Done]:
    """What persons said was done, by the key of the row."""
    return {leaf.name: msgspec.json.decode(leaf.body, type=Done) for leaf in private.shelf(SHELF)}


def told(known: Done, on: str, evidence: str, owner: str) -> Done:
    """What a person types over what was recorded: empty words keep it; a new day needs a link of its own. Raises BadDay."""
    return Done(
        owner=owner.strip() or known.owner,
        day=day(on).isoformat() if on.strip() else known.day,
        evidence=evidence.strip() or ("" if on.strip() else known.evidence),
    )


def record(private: Private, key: str, done: Done) -> None:
    """A day without a link to its proof is not taken. Raises Fault."""
    if done.day and not done.evidence.startswith(("http://", "https://")):
        raise Told(phrase("Not saved: “done” needs a link to what proves it, beginning with https://"))
    private.keep(Leaf(shelf=SHELF, name=key, body=msgspec.json.encode(done).decode()))


def _duties(matter: Matter) -> Iterator[Norm]:
    """Obligations of hosts in the text that the verdict reads, each article and duty once."""
    seen = set()
    for norm in scope.newest(matter):
        bound = falls_on_hosts(norm) and norm.modality is Modality.OBLIGATION and norm.duty
        if bound and (norm.provision, norm.duty) not in seen:
            seen.add((norm.provision, norm.duty))
            yield norm


def _row(matter: Matter, norm: Norm, done: dict[str, Done], today: date) -> Row:
    key = f"{matter.id}#{norm.provision}#{norm.duty}"
    record = done.get(key, Done())
    begins = _begins(matter)
    following, counted = _next(norm, begins, record, today)
    counted = together([counted, _earlier(matter, begins)], "; ")
    return Row(
        key=key,
        matter=matter.id,
        law=matter.title,
        article=norm.provision,
        duty=str(norm.duty),
        quote=norm.quote,
        begins=begins,
        owner=record.owner,
        last_done=record.day,
        evidence=record.evidence,
        next=following,
        counted=counted,
        due=_due(following, begins, today),
        states=norm.bearer is Bearer.STATE,
    )


def _begins(matter: Matter) -> str:
    """The day duties begin: when the law applies as a whole, else in part, else when it came into force."""
    known = [event for event in matter.events if event.kind in BEGINS and len(event.date) == 10]
    order = sorted(known, key=lambda event: (BEGINS.index(event.kind), event.label == IN_PART, event.date))
    return order[0].date if order else ""


def _earlier(matter: Matter, begins: str) -> Phrase:
    """Whether the duty is one of those that applied before the rest, the article on application says."""
    days = {
        event.date
        for event in matter.events
        if event.label == IN_PART and len(event.date) == 10 and event.date < begins
    }
    if not days:
        return NOTHING
    return phrase("parts of the law apply since {day}: see which", day=date.fromisoformat(min(days)))


def _next(norm: Norm, begins: str, record: Done, today: date) -> tuple[str, Phrase]:
    """The next day of a duty that comes back, counted from the last time or from its beginning."""
    back = recurs(norm)
    if not begins:
        return "", phrase("cannot be worked out: the day on which the law applies is missing")
    if begins > today.isoformat():
        return begins, phrase("begins on {day}", day=date.fromisoformat(begins))
    if not back:
        return "", phrase("holds at all times")
    start = date.fromisoformat(record.day or begins)
    following, _ = shift(start, Span(count=back.months, unit=Unit.MONTH), 1, calendar(""))
    since = phrase("last done {day}", day=start) if record.day else phrase("applies since {day}", day=start)
    return following.isoformat(), together([since, back.says], ", ")


def _due(following: str, begins: str, today: date) -> Due:
    if not begins:
        return Due.UNKNOWN
    if not following:
        return Due.STANDING
    left = (date.fromisoformat(following) - today).days
    return Due.LATE if left < 0 else Due.SOON if left <= SOON else Due.LATER


def table(rows: Iterable[Row]) -> str:
    """CSV for an auditor. A cell that a spreadsheet would run as a formula is disarmed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    names = [name for name in Row.__struct_fields__ if name != "key"]
    writer.writerow(names)
    writer.writerows([[_cell(str(getattr(row, name))) for name in names] for row in rows])
    return out.getvalue()


def _cell(words: str) -> str:
    return f"'{words}" if words[:1] in {"=", "+", "-", "@", "\t", "\r"} else words
