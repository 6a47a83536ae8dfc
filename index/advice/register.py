"""The register of duties that bind us: article, quote, owner, last done, next due, and how that was counted."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from crawlers.eu.commencement import IN_PART
from crawlers.matter import Matter, Norm, Struct
from crawlers.sample import PLACE
from crawlers.vocabulary import Bearer, EventKind, Kind, LinkKind, Modality, Status
from index.advice.recurring import recurs
from index.binding import scope
from index.binding.profile import Profile
from index.binding.verdict import Outcome, Verdict, verdict
from index.clock.calendars import calendar
from index.clock.count import shift
from index.clock.given import day
from index.clock.rules import Span, Unit
from index.phrase import NOTHING, Phrase, Told, phrase, together
from index.private import Leaf, Private
from index.records import Records
from nlp.scores.cutoffs import WATCH

SHELF = "compliance"
LAWS = {Kind.ACT, Kind.REGULATION}
STAND = {
    Status.ENACTED, Status.GRACE_PERIOD, Status.IN_FORCE, Status.PARTLY_IN_FORCE, Status.CHALLENGED, Status.UNKNOWN,
}  # fmt: skip
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


def binding(records: Records, profile: Profile) -> Iterator[Matter]:
    """Laws of the records that bind the profile, with the duties that fall on it and no others."""
    for matter, told in _judged(records, profile):
        if told.outcome is Outcome.APPLIES:
            ours = {duty for group in told.groups if group.outcome is not Outcome.EXEMPT for duty in group.duties}
            yield replace(matter, norms=tuple(norm for norm in matter.norms if norm in ours))


def undetermined(records: Records, profile: Profile) -> list[tuple[Matter, Verdict]]:
    """Laws that may bind the profile: facts are missing, which the verdict names."""
    return [one for one in _judged(records, profile) if one[1].outcome is Outcome.UNDETERMINED]


def _judged(records: Records, profile: Profile) -> Iterator[tuple[Matter, Verdict]]:
    """Only real laws that stand and have a duty of hosts; a corrigendum repeats the act that it corrects, where the duty is."""
    for card in records.cards():
        real = card.kind in LAWS and card.status in STAND and card.jurisdiction != PLACE and not corrected(card)
        if real and not hardly(card) and any(map(_falls_on_hosts, card.norms)) and (matter := records.get(card.id)):
            yield matter, verdict(matter, profile)


def corrected(matter: Matter) -> tuple[str, ...]:
    """The acts that this one corrects; nothing where it is no corrigendum."""
    return tuple(link.target for link in matter.links if link.kind is LinkKind.CORRECTS)


def hardly(matter: Matter) -> bool:
    """As a whole about something else than hosts, so that the few words which seem to bind them were most likely misread."""
    return matter.relevance is not None and matter.relevance.score < WATCH


def left_out(records: Records) -> list[Matter]:
    """Cards in which a duty of hosts was found that the register leaves out: corrigenda, and what is hardly about hosts."""
    found = (card for card in records.cards() if card.kind in LAWS and any(map(_falls_on_hosts, card.norms)))
    return [card for card in found if corrected(card) or hardly(card)]


def _falls_on_hosts(norm: Norm) -> bool:
    """Of a host, or derived from what another owes; what States alone must do binds nobody else."""
    return norm.host_duty and (norm.bearer is Bearer.HOST or bool(norm.derived_from))


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
        bound = _falls_on_hosts(norm) and norm.modality is Modality.OBLIGATION and norm.duty
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
