"""Bills of New York: how they are numbered, what their actions mean, and how their printed lines make paragraphs."""

import re
from collections.abc import Iterable
from typing import Unpack

from msgspec.structs import replace

from crawlers.matter import Matter
from crawlers.record import Facts, numbers, record, timeline
from crawlers.response import Unreadable
from crawlers.texts import prose
from crawlers.texts.outline import Unit
from crawlers.values.signs import Signs
from crawlers.vocabulary import EventKind, Kind, Status

_SIGNS = Signs(__file__)
_ON_ITS_WAY = {Status.INTRODUCED, Status.COMMITTEE, Status.REPORTED}
_UNDONE = re.compile(r"DIED IN|VOTE RECONSIDERED", re.IGNORECASE)

DATED = re.compile(r"^\s*(\d{2}/\d{2}/\d{2,4})\s+(.+?)\s*$")
BILL = re.compile(r"\b([ASJKLRBE])\s?(\d{1,5})(?:-?([A-Z]))?\b")


def bill_id(session: str, house: str, number: str) -> str:
    """Odd year of the two-year session, house and number: us-ny/bill/2023-2024/S7694."""
    if not ((session + number).isascii() and session.isdigit() and house and number.strip().isdigit()):
        raise Unreadable("the message names no session, house and number of a bill")
    year = int(session) - (int(session) + 1) % 2
    return f"us-ny/bill/{year}-{year + 1}/{house}{int(number)}"


def bill(id: str, /, actions: Iterable[tuple[str, str]] = (), law: str = "", **facts: Unpack[Facts]) -> Matter:
    """A partial record of a bill: each message tells one part of it."""
    meant = ((day, words, _SIGNS.meaning(words.upper())) for day, words in actions if day)
    known = [(day, words, sign.status, sign.event) for day, words, sign in meant]
    happened = timeline((day, kind, words) for day, words, _, kind in known)
    _, _, period, number = id.split("/")
    facts["id"], facts["kind"] = id, Kind.BILL
    facts["instrument"] = form = "resolution" if number[0] in "JKLRBE" else "bill"
    facts["url"] = f"https://www.nysenate.gov/legislation/{form}s/{period[:4]}/{number}"
    facts["status"], facts["source_status"], facts["status_as_of"] = _standing(known)
    facts["events"] = tuple(sorted((*happened, *facts.get("events", ())), key=lambda event: event.date))
    facts["identifiers"] = numbers(("printed", f"{number} ({period})"), ("amends", law))
    return record(**facts)


def listed(bill: Matter) -> Matter:
    """The same on an agenda or a calendar: with a committee, or reported by one. No day, so that any dated word wins."""
    met = any(event.kind is EventKind.MEETING for event in bill.events)
    said = "; ".join(event.label for event in bill.events if event.kind is not EventKind.VOTE)
    return replace(bill, status=Status.COMMITTEE if met else Status.REPORTED, source_status=said)


def _standing(known: list[tuple[str, str, Status, EventKind]]) -> tuple[Status, str, str]:
    """The newest action that says where the bill stands; what a house has passed and not taken back it has passed,
    wherever the other house has it, and what both have is passed.
    """
    back = max((place for place, (_, words, *_) in enumerate(known) if _UNDONE.match(words)), default=-1)
    houses = {
        words.upper().partition("PASSED ")[2].split(" ")[0]
        for _, words, _, kind in known[back + 1 :]
        if kind is EventKind.PASSED_ONE_CHAMBER
    }
    for day, words, said, _ in reversed(known):
        if said is not Status.UNKNOWN:
            status = Status.PASSED_ONE_CHAMBER if houses and said in _ON_ITS_WAY else said
            both = status is Status.PASSED_ONE_CHAMBER and {"SENATE", "ASSEMBLY"} <= houses
            return Status.PASSED if both else status, words, day
    return (Status.UNKNOWN, known[-1][1], known[-1][0]) if known else (Status.UNKNOWN, "", "")


def paragraphs(printed: str) -> list[Unit]:
    """Line numbers at the margin go; an indented or blank line begins a paragraph."""
    plain = [
        re.sub(r"^\s{0,4}\d{1,2}\s(?=\s|\S)", "  ", line.rstrip()) for line in printed.replace("\xf5", "§").splitlines()
    ]
    blocks: list[str] = []
    for line in plain:
        starts = (
            not blocks
            or not line.strip()
            or re.match(r"\s{2,}(?:§|Section|S\s\d|\d+\.|\([a-z0-9]+\))", line) is not None
        )
        if starts:
            blocks.append("")
        blocks[-1] = f"{blocks[-1]} {line.strip()}"
    return prose.from_lines(" ".join(b.split()) for b in blocks if re.search(r"\w", b))
