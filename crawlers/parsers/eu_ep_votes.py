"""Votes of Parliament's plenary: the list of votes of a sitting, and the roll-call results, each joined to its document."""

from collections.abc import Iterator

from crawlers.eu.parliament import procedures, votes
from crawlers.joining.merge import merge_all
from crawlers.parsing import Aside, Finds, Matter, Response, Source, Unreadable, reading
from crawlers.record import Told, links, numbers, people, record, timeline
from crawlers.vocabulary import EventKind, Kind, LinkKind

VERSION = 3

_FORMS = {"A": "report", "RC": "motion for a resolution", "B": "motion for a resolution"}


def parse(response: Response, source: Source) -> Finds:
    """What has no document number (requests about the agenda, notices) is no matter."""
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag == "file" and root.find(".//votes") is not None:
        found = votes.listed(root)
    elif root.tag == "PV.RollCallVoteResults":
        found = votes.called(root, source.zone)
    else:
        raise Unreadable(f"the XML is neither a list of votes nor a roll call: its root is {root.tag!r}")
    matters = merge_all((_matter(vote) for vote in found), source.languages)
    yield from matters
    if not matters:
        yield Aside("no vote of the sitting was on a document with a number")


def _matter(vote: votes.Vote) -> Matter:
    number = vote.id.rpartition("/")[2]
    return record(
        language=vote.language,
        id=vote.id,
        kind=Kind.SIGNAL,
        instrument=_FORMS.get(vote.id.split("/")[2].partition("-")[0], "document"),
        title=vote.title,
        url=f"https://www.europarl.europa.eu/doceo/document/{number}_EN.html",
        status=vote.status,
        status_as_of=vote.when.date,
        published=vote.when.date,
        events=timeline(_told(vote)),
        links=links(LinkKind.PART_OF, [vote.procedure]),
        people=people("rapporteur", vote.rapporteurs),
        identifiers=numbers(("printed", procedures.number(vote.id))),
    )


def _told(vote: votes.Vote) -> Iterator[Told]:
    if vote.outcome or not vote.requests:
        yield vote.when, EventKind.VOTE, vote.outcome
    yield from ((vote.when, kind, words) for kind, words in vote.requests)
