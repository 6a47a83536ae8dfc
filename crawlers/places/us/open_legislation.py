"""A bill as New York's Open Legislation API gives it: its actions, votes, sponsors, printings, and other bills."""

from collections.abc import Iterator

from crawlers.matter import Link, Person, Text
from crawlers.parsing import Source
from crawlers.places.us import newyork
from crawlers.record import Told, linked, people, worded
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, LinkKind

_PDF = "https://legislation.nysenate.gov/pdf/bills"


def actions(bill: Row, source: Source) -> list[tuple[str, str]]:
    """Day and words; the step that it has reached, in the words of the actions, where it comes without them."""
    listed = [(dates.iso(text(row, "date")[:10]), text(row, "text")) for row in fields.rows(bill, "actions", "items")]
    step = text(bill, "status", "statusType")
    if listed or not step:
        return listed
    said = source.options.get(f"step {step}") or text(bill, "status", "statusDesc")
    return [(dates.iso(text(bill, "status", "actionDate")[:10]), said)]


def _amendments(bill: Row) -> Iterator[tuple[str, Row]]:
    for letter, amendment in sorted(fields.row(bill, "amendments", "items").items()):
        yield letter, fields.row(amendment)


def texts(bill: Row) -> Iterator[Text]:
    """Each printing with its words where they were asked for."""
    for letter, amendment in _amendments(bill):
        day = dates.iso(text(amendment, "publishDate")[:10])
        words = newyork.paragraphs(text(amendment, "fullText"))
        url = f"{_PDF}/{text(bill, 'session')}/{text(bill, 'basePrintNo')}{letter}"
        label, id = f"Print {letter}" if letter else "Original print", f"{letter.lower() or 'original'}.en"
        said = worded("en", day, words, "text/plain", id=id, label=label, url=url)
        yield from said or linked("en", day, url if day else "", "text/plain", id=id, label=label)


def votes(bill: Row) -> Iterator[Told]:
    """Of committees and of the floor, with how many said what."""
    for vote in fields.rows(bill, "votes", "items"):
        said = fields.row(vote, "memberVotes", "items")
        counts = ", ".join(f"{number} {name.lower()}" for name in said if (number := text(said, name, "size")))
        place = text(vote, "committee", "name") or text(vote, "voteType").capitalize()
        yield dates.iso(text(vote, "voteDate")[:10]), EventKind.VOTE, f"Vote, {place}: {counts}".strip(" :")


def sponsors(bill: Row) -> Iterator[Person]:
    """A budget bill, and one of the committee on rules, have no member at their head."""
    yield from people("sponsor", [_name(fields.row(bill, "sponsor", "member"))])
    yield from people("sponsor", map(_name, fields.rows(bill, "additionalSponsors", "items")))
    newest = fields.row(bill, "amendments", "items", text(bill, "activeVersion"))
    for name, role in (("coSponsors", "cosponsor"), ("multiSponsors", "multi-sponsor")):
        yield from people(role, map(_name, fields.rows(newest, name, "items")))


def _name(member: Row) -> str:
    return text(member, "fullName") or text(member, "shortName")


def related(bill: Row) -> Iterator[Link]:
    """The same bill in the other house, the one that took its place, and those of earlier sessions."""
    same = [row for _, amendment in _amendments(bill) for row in fields.rows(amendment, "sameAs", "items")]
    taken = [row for row in [fields.row(bill, "substitutedBy")] if row]
    earlier = fields.rows(bill, "previousVersions", "items")
    kinds = (LinkKind.COMPANION, same), (LinkKind.BECOMES, taken), (LinkKind.FOLLOWS, earlier)
    yield from dict.fromkeys(Link(kind=kind, target=_id(row)) for kind, rows in kinds for row in rows)


def _id(row: Row) -> str:
    printed = fields.must(row, "basePrintNo")
    return newyork.bill_id(fields.must(row, "session"), printed[:1], printed[1:])
