"""What the Open States API says happened to a bill: its classes of actions, and how an answer without actions tells the end."""

from collections.abc import Iterator

from crawlers import ids
from crawlers.matter import Link, Person, Text
from crawlers.places.us import state_words, usstates
from crawlers.record import Told, people
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, LinkKind, Status

_OVERRIDES = {"veto-override-passage"}
_ENDS = {Status.WITHDRAWN, Status.REJECTED}
# Kinds of action as the service classes them, strongest first.
_CLASSES = (
    ({"became-law", "executive-signature"}, Status.ENACTED, EventKind.ENACTED),
    (_OVERRIDES, Status.ENACTED, EventKind.VOTE),  # where both chambers do
    ({"executive-veto-line-item"}, Status.ENACTED, EventKind.VETOED),  # what is not struck out is law
    ({"executive-veto"}, Status.VETOED, EventKind.VETOED),
    ({"enrolled", "executive-receipt"}, Status.PASSED, EventKind.PASSED),
    ({"withdrawal"}, Status.WITHDRAWN, EventKind.WITHDRAWN),
    ({"failure", "committee-failure", "veto-override-failure"}, Status.REJECTED, EventKind.REJECTED),
    ({"passage"}, Status.PASSED_ONE_CHAMBER, EventKind.PASSED_ONE_CHAMBER),
    ({"committee-passage", "committee-passage-favorable", "committee-passage-unfavorable", "reported-out-of-committee"}, Status.REPORTED, EventKind.REPORTED),
    ({"hearing-held", "work-session"}, Status.COMMITTEE, EventKind.HEARING),
    ({"referral-committee", "referral"}, Status.COMMITTEE, EventKind.REFERRED),
    ({"introduction", "filing", "reading-1"}, Status.INTRODUCED, EventKind.INTRODUCED),
    ({"amendment-introduction", "amendment-passage", "substitution"}, Status.UNKNOWN, EventKind.AMENDED),
    ({"reading-2", "reading-3"}, Status.UNKNOWN, EventKind.DEBATED),
)  # fmt: skip
# Where a bill is taken further, by the kinds of actions that say so.
_MOVES = set().union(*(kinds for kinds, status, _ in _CLASSES if status not in _ENDS)) - {"filing"}


def following(answer: Row, address: str) -> Iterator[str]:
    """The address of the page after this one of a list."""
    page, last = text(answer, "pagination", "page"), text(answer, "pagination", "max_page")
    if page.isdigit() and last.isdigit() and int(page) < int(last) and "page=" in address:
        yield address.replace(f"page={page}", f"page={int(page) + 1}")


def state(bill: Row) -> str:
    """Its two letters, else its name."""
    letters = text(bill, "jurisdiction", "id").partition("state:")[2].partition("/")[0]
    return letters or text(bill, "jurisdiction", "name")


def address(bill: Row) -> str:
    """Of the legislature's own page, else of the service's."""
    pages = (text(row, "url") for row in fields.rows(bill, "sources"))
    return next(filter(None, pages), text(bill, "openstates_url"))


def day(row: Row, name: str) -> str:
    return dates.iso(text(row, name)[:10])


def standing(bill: Row) -> tuple[Status, str, str]:
    """The newest action of the strongest kind; passage in two chambers is passed, and a resolution needs one alone.

    A bill of which the last action says that it gave way to another one has done so, whatever happened before.
    """
    words, latest = text(bill, "latest_action_description"), day(bill, "latest_action_date")
    if state_words.merged(words):
        return Status.MERGED, words, latest
    actions = sorted(fields.rows(bill, "actions"), key=lambda row: text(row, "date"))
    alone = "resolution" in fields.texts(bill, "classification")
    for kinds, status, _ in _CLASSES:
        found = [row for row in actions if kinds.intersection(fields.texts(row, "classification"))]
        if found and status is not Status.UNKNOWN and (kinds is not _OVERRIDES or _both(found)):
            if status in _ENDS and _alive(actions, found[-1]):
                continue
            whole = status is Status.PASSED_ONE_CHAMBER and (alone or _both(found))
            return Status.PASSED if whole else status, text(found[-1], "description"), day(found[-1], "date")
    passed = bool(day(bill, "latest_passage_date"))
    if not words:
        return Status.PASSED_ONE_CHAMBER if passed else Status.INTRODUCED if latest else Status.UNKNOWN, words, latest
    return Status.PASSED if passed and alone else state_words.standing(words, passed), words, latest


def _alive(actions: list[Row], ended: Row) -> bool:
    """Did the bill go on after what looks like its end, such as a vote that was taken again?"""
    later = actions[actions.index(ended) + 1 :]
    return any(_MOVES.intersection(fields.texts(row, "classification")) for row in later)


def _both(actions: list[Row]) -> bool:
    """Did two chambers act so, or the one of a state that has no other?"""
    chambers = {text(row, "organization", "classification") for row in actions}
    return len(chambers) > 1 or chambers == {"legislature"}


def told(bill: Row) -> Iterator[Told]:
    actions = fields.rows(bill, "actions")
    for row in actions:
        classes = set(fields.texts(row, "classification"))
        kind = next((kind for kinds, _, kind in _CLASSES if kinds & classes), EventKind.OTHER)
        yield day(row, "date"), kind, text(row, "description")
    for vote in fields.rows(bill, "votes"):
        yield day(vote, "start_date"), EventKind.VOTE, _vote(vote)
    if not actions:
        yield day(bill, "latest_action_date"), EventKind.OTHER, text(bill, "latest_action_description")


def _vote(vote: Row) -> str:
    """Passage, Senate: pass (31 yes, 4 no)."""
    about = ", ".join(filter(None, (text(vote, "motion_text"), text(vote, "organization", "name"))))
    counts = ", ".join(
        f"{text(row, 'value')} {text(row, 'option')}" for row in fields.rows(vote, "counts") if text(row, "value")
    )
    said = " ".join(filter(None, (text(vote, "result"), f"({counts})" if counts else "")))
    return ": ".join(filter(None, (about, said)))


def sponsors(bill: Row) -> Iterator[Person]:
    for row in fields.rows(bill, "sponsorships"):
        role = "sponsor" if fields.flag(row, "primary") else "cosponsor"
        yield from people(role, [text(row, "name")])


def versions(bill: Row) -> Iterator[Text]:
    """Printed versions by their addresses."""
    for row in fields.rows(bill, "versions"):
        dated, label = day(row, "date"), text(row, "note")
        link = min(fields.rows(row, "links"), key=lambda item: "html" not in text(item, "media_type"), default={})
        id = f"{ids.part(label or dated or 'text')}.en"
        url, form = text(link, "url"), text(link, "media_type")
        yield Text(id=id, label=label, date=dated, language="en", url=url, media_type=form)


def related(bill: Row, state: str) -> Iterator[Link]:
    """What the service lists, and the bills of the session that the words of its actions say it goes with."""
    for row in fields.rows(bill, "related_bills"):
        kind = LinkKind.COMPANION if text(row, "relation_type") == "companion" else LinkKind.RELATED
        session, number = text(row, "legislative_session"), text(row, "identifier")
        if session and number:
            yield Link(kind=kind, target=usstates.bill_id(state, session, number))
    said = [text(row, "description") for row in fields.rows(bill, "actions")] + [
        text(bill, "latest_action_description")
    ]
    if state.lower() not in {"us", "united states"}:
        for number in (one for words in said for one in state_words.together(words)):
            yield Link(kind=LinkKind.COMPANION, target=usstates.bill_id(state, text(bill, "session"), number))
