"""What LegiScan tells of a bill beside its history: votes, amendments, hearings, sponsors, sister bills, and the end of a session."""

import re
from collections.abc import Iterator

from crawlers.matter import Link, Person
from crawlers.places.us import state_words, usstates
from crawlers.record import Told, people
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, LinkKind, Status

# Types of sister bills as the service names them; others are related.
_SISTERS = {
    "same as": LinkKind.COMPANION,
    "similar to": LinkKind.COMPANION,
    "crossfiled": LinkKind.COMPANION,
    "cross-filed": LinkKind.COMPANION,
    "replaces": LinkKind.SUPERSEDES,
    "carry over": LinkKind.FOLLOWS,
}
_ROLES = {"2": "cosponsor", "3": "joint sponsor"}
_OPEN = {Status.PROPOSED, Status.INTRODUCED, Status.COMMITTEE, Status.REPORTED, Status.PASSED_ONE_CHAMBER}
_KEPT = re.compile(r"\b(?:carr(?:y|ied)[- ]?over|continued to|held over)\b", re.IGNORECASE)


def standing(bill: Row, status: Status, said: str) -> tuple[Status, str]:
    """Lapsed, where the session has ended for good and took along what was before a chamber; also what is said of it.

    A bill that is carried over lives on; one that gave way to its companion is merged with that; one that both chambers
    passed waits for the governor.
    """
    actions = [text(row, "action") for row in fields.rows(bill, "history")]
    last = "; ".join(actions[-3:])
    if status in _OPEN | {Status.REJECTED} and any(map(state_words.merged, actions[-1:])):
        return Status.MERGED, f"{said}; {actions[-1]}"
    if status not in _OPEN or not fields.flag(fields.row(bill, "session"), "sine_die") or _KEPT.search(last):
        return status, said
    return Status.LAPSED, f"{said}; session adjourned sine die"


def told(bill: Row) -> Iterator[Told]:
    for row in fields.rows(bill, "referrals"):
        yield dates.iso(text(row, "date")), EventKind.REFERRED, f"Referred to {_house(row)}{text(row, 'name')}"
    for row in fields.rows(bill, "votes"):
        yield vote(row)
    for row in fields.rows(bill, "amendments"):
        yield dates.iso(text(row, "date")), EventKind.AMENDED, _amendment(row), _address(row)
    zone = usstates.zone(fields.must(bill, "state"))
    for row in fields.rows(bill, "calendar"):
        when = dates.when(f"{text(row, 'date')} {text(row, 'time')}".strip(), zone)
        yield when, EventKind.HEARING, f"{text(row, 'description')} {text(row, 'location')}".strip()


def vote(row: Row) -> Told:
    label = f"{_house(row)}{text(row, 'desc')}: {text(row, 'yea')} yes, {text(row, 'nay')} no"
    return dates.iso(text(row, "date")), EventKind.VOTE, label, _address(row)


def _amendment(row: Row) -> str:
    words = text(row, "title") or text(row, "description") or "Amendment"
    return f"{_house(row)}{words}{' (adopted)' if fields.flag(row, 'adopted') else ''}"


def _house(row: Row) -> str:
    return {"H": "House: ", "S": "Senate: ", "A": "Assembly: "}.get(text(row, "chamber"), "")


def _address(row: Row) -> str:
    return text(row, "state_link") or text(row, "url")


def sponsors(bill: Row) -> Iterator[Person]:
    for row in fields.rows(bill, "sponsors"):
        yield from people(_ROLES.get(text(row, "sponsor_type_id"), "sponsor"), [text(row, "name")])


def related(bill: Row) -> Iterator[Link]:
    for row in fields.rows(bill, "sasts"):
        if other := text(row, "sast_bill_id"):
            kind = _SISTERS.get(text(row, "type").lower(), LinkKind.RELATED)
            yield Link(kind=kind, target=f"us/legiscan/{other}")
