"""Records of LEGISinfo, the same out of its JSON and its XML: what happened, votes, printings, other bills and numbers."""

from collections.abc import Iterable, Iterator

from crawlers import ids
from crawlers.matter import Event, Link, Text
from crawlers.record import Told, linked
from crawlers.record import links as kinds
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, LinkKind, Status

_WORDS = Words("ca_legisinfo")
_HOUSES = {"House": "House of Commons", "Senate": "Senate"}
# On whose day a version was printed.
_PRINTED = {
    "first reading": EventKind.INTRODUCED,
    "as passed by the house of commons": EventKind.PASSED_ONE_CHAMBER,
    "as passed by the senate": EventKind.PASSED_ONE_CHAMBER,
    "royal assent": EventKind.ENACTED,
}
# What comes first where a day says no hours.
_ORDER = (
    EventKind.INTRODUCED, EventKind.DEBATED, EventKind.REFERRED, EventKind.MEETING, EventKind.REPORTED, EventKind.VOTE,
    EventKind.PASSED_ONE_CHAMBER, EventKind.OTHER,
)  # fmt: skip
_ALIVE = {Status.INTRODUCED, Status.COMMITTEE, Status.REPORTED, Status.PASSED_ONE_CHAMBER}


def ordered(told: Iterable[Told], number: str) -> list[Told]:
    """Each once, by day; within a day the house where the bill began comes first, and the stages as they follow."""
    second = ", Senate" if number.upper().startswith("C") else ", House of Commons"

    def place(one: Told) -> tuple[str, bool, int]:
        label, kind = (*one, "")[2], one[1]
        return str(one[0]), label.endswith(second), _ORDER.index(kind) if kind in _ORDER else len(_ORDER)

    return sorted(dict.fromkeys(told), key=place)


def told(bill: Row, address: str) -> Iterator[Told]:
    """Every event, debate and committee meeting of the stages in either house, and the messages between them.

    A reading that was given, and royal assent, have dates of their own in the record.
    """
    for name, held in fields.row(bill, "BillStages").items():
        house = next((full for short, full in _HOUSES.items() if name.startswith(short)), "")
        for stage in fields.rows(held or None) if isinstance(held, dict | list) else ():
            yield from _stage(stage, house, address)


def _stage(stage: Row, house: str, address: str) -> Iterator[Told]:
    for holder, day, name in (("SignificantEvents", "EventDateTime", "EventNameEn"), ("Sittings", "Date", "NameEn")):
        for row in fields.rows(stage, holder):
            words = text(row, name)
            if words and not _given(words):
                kind = EventKind.REJECTED if fields.flag(row, "IsDefeatedEvent") else _WORDS.event(words)
                yield _day(row, day), kind, ", ".join(filter(None, (words, house))), address
    for row in fields.rows(stage, "CommitteeMeetings"):
        label = f"{text(row, 'CommitteeNameEn')}, meeting {text(row, 'Number')}"
        yield _day(row, "Date"), EventKind.MEETING, label, address
    if words := text(stage, "EventNameEn"):  # a message from one house to the other
        yield _day(stage, "Date"), _WORDS.event(words), words, address


def _given(words: str) -> bool:
    plain = words.lower()
    return plain == "royal assent" or (
        "reading" in plain and not plain.startswith(("debate", "referred", "order", "defeated"))
    )


def _day(row: Row, name: str) -> str:
    return dates.iso(text(row, name)[:10])


def votes(bill: Row, session: str) -> Iterator[Told]:
    """Divisions of the House of Commons."""
    for row in fields.rows(bill, "HouseVoteDetails"):
        counts = f"{text(row, 'DivisionVotesYeas')} yeas, {text(row, 'DivisionVotesNays')} nays"
        label = f"{text(row, 'DivisionSubjectEn')}: {text(row, 'DecisionResultNameEn')}, {counts}"
        address = (
            f"https://www.ourcommons.ca/members/en/votes/{session.replace('-', '/')}/{text(row, 'DivisionNumber')}"
        )
        yield _day(row, "DecisionDateTime"), EventKind.VOTE, label, address


def printings(bill: Row, events: tuple[Event, ...]) -> Iterator[Text]:
    for row in fields.rows(bill, "Publications"):
        label, number = text(row, "PublicationTypeNameEn"), text(row, "PublicationId")
        kind = _PRINTED.get(label.lower())
        house = label.rpartition(" by the ")[2]
        days = [
            event.date
            for event in events
            if event.kind is kind and (kind is not EventKind.PASSED_ONE_CHAMBER or house in event.label)
        ]
        url = number and f"https://www.parl.ca/DocumentViewer/en/{number}"
        yield from linked("en", min(days, default=""), url, "text/html", id=f"{number}.en", label=label)


def ended(bill: Row, status: Status, said: str) -> tuple[Status, str]:
    """Where a bill stands, once its session is over: what had no royal assent died, or goes on under another number."""
    if fields.flag(bill, "IsDroppedFromSenateOrderPaper") and status in _ALIVE:
        return Status.LAPSED, f"{said}; dropped from the order paper of the Senate"
    if status not in _ALIVE or str(bill.get("IsSessionOngoing")).strip().lower() != "false":
        return status, said
    going_on = fields.flag(bill, "DidReinstateInNextSession")
    return (
        (Status.MERGED, f"{said}; reinstated in the next session")
        if going_on
        else (Status.LAPSED, f"{said}; session ended")
    )


def links(bill: Row, parliament: str, sitting: str) -> tuple[Link, ...]:
    """Bills alike, and the same bill in the session before or after, in which it has a number of its own."""
    found = kinds(LinkKind.RELATED, similar(bill))
    for name, kind, step in (("ReinstatedFrom", LinkKind.FOLLOWS, -1), ("ReinstatedAs", LinkKind.BECOMES, 1)):
        number = text(bill, f"{name}BillNumberCode")
        if number and sitting.isdigit():
            found += kinds(kind, [f"ca/bill/{ids.part(f'{parliament}-{int(sitting) + step}')}/{ids.part(number)}"])
    return found


def similar(bill: Row) -> Iterator[str]:
    """Bills alike, by their ids."""
    holder = bill.get("SimilarBills")
    names = ("Bill", "SimilarBill") if isinstance(holder, dict) else ()
    for other in [row for name in names for row in fields.rows(holder, name)] or (
        [] if names else fields.rows(holder or None)
    ):
        if number := text(other, "NumberCode"):
            session = f"{text(other, 'ParliamentNumber')}-{text(other, 'SessionNumber')}"
            yield f"ca/bill/{ids.part(session)}/{ids.part(number)}"


def numbers(bill: Row, number: str, session: str) -> Iterator[tuple[str, str]]:
    yield "printed", f"{number} ({session})"
    yield "legisinfo", text(bill, "Id") or text(bill, "BillId")
    yield "short title", text(bill, "ShortTitleEn")
    yield "short title", text(bill, "ShortTitleFr")
    year, chapter = text(bill, "StatuteYear"), text(bill, "StatuteChapter")
    yield "statute", f"S.C. {year}, c. {chapter}" if year not in {"", "0"} and chapter else ""
