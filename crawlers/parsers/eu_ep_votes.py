"""Votes of Parliament's plenary: the list of votes of a sitting, and the roll-call results, each joined to its document."""

import re
from collections.abc import Iterator

from crawlers.eu import parliament
from crawlers.files import reading
from crawlers.matter import Event
from crawlers.merge import merge_all
from crawlers.parsing import Aside, Element, Matter, Response, Source, Unreadable
from crawlers.record import numbers, record, timeline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1
_RESULTS = {
    "ADOPTED": Status.PASSED,
    "REJECTED": Status.REJECTED,
    "LAPSED": Status.LAPSED,
    "WITHDRAWN": Status.WITHDRAWN,
}
_SIDES = (("Result.For", "for"), ("Result.Against", "against"), ("Result.Abstention", "abstentions"))
_FORMS = {"A": "report", "RC": "motion for a resolution", "B": "motion for a resolution"}
_LANGUAGES = {"EN": "en", "FR": "fr", "DE": "de", "XL": "fr"}


def parse(response: Response, source: Source) -> Iterator[Matter | Aside]:
    """What has no document number (requests about the agenda, notices) is no matter."""
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag == "file" and root.find(".//votes") is not None:
        found = _listed(root, response, source)
    elif root.tag == "PV.RollCallVoteResults":
        found = _called(root, response, source)
    else:
        raise Unreadable(f"the XML is neither a list of votes nor a roll call: its root is {root.tag!r}")
    matters = merge_all(found, source.languages)
    yield from matters
    if not matters:
        yield Aside("no vote of the sitting was on a document with a number")


def _listed(root: Element, response: Response, source: Source) -> Iterator[Matter]:
    sitting = root.find("sitting")
    day = dates.iso((sitting if sitting is not None else root).get("date", "")[:10])
    for vote in root.iter("vote"):
        label = reading.words(vote.find("label"))
        if day and (id := parliament.document(label)):
            result = _result(vote)
            happened = timeline(response, [(day, EventKind.VOTE, result.lower())])
            status = _RESULTS.get(result, Status.REPORTED)
            title = reading.words(vote.find("title")) or label
            yield _matter(id, title, status, happened, _LANGUAGES.get(root.get("language", ""), "en"), response, source)


def _result(vote: Element) -> str:
    """The last vote that had an outcome is the one on the whole."""
    results = [result for voting in vote.iter("voting") if (result := voting.get("result", ""))]
    return next((result for result in reversed(results) if result != "LAPSED"), results[0] if results else "")


def _called(root: Element, response: Response, source: Source) -> Iterator[Matter]:
    """Counts only: how each member voted is left out."""
    for vote in root.iter("RollCallVote.Result"):
        words = reading.words(vote.find("RollCallVote.Description.Text"))
        when = dates.when(vote.get("Date", "") or root.get("Sitting.Date", ""), source.zone)
        if (id := parliament.document(words)) and when.date:
            counts = ", ".join(
                f"{side.get('Number', '0')} {name}" for tag, name in _SIDES if (side := vote.find(tag)) is not None
            )
            happened = timeline(response, [(when, EventKind.VOTE, f"{words}: {counts}")])
            yield _matter(id, _subject(words), Status.REPORTED, happened, "fr", response, source)


def _subject(words: str) -> str:
    """The document and whose it is, without the amendment that was voted on."""
    return " - ".join(re.split(r"\s[-–—]\s", words)[:2])


def _matter(
    id: str, title: str, status: Status, events: tuple[Event, ...], language: str, response: Response, source: Source
) -> Matter:
    return record(
        response,
        source,
        f"eu_ep_votes/{VERSION}",
        language=language,
        id=id,
        kind=Kind.SIGNAL,
        instrument=_FORMS.get(id.split("/")[2].partition("-")[0], "document"),
        title=title,
        url=f"https://www.europarl.europa.eu/doceo/document/{id.rpartition('/')[2]}_EN.html",
        status=status,
        status_as_of=events[0].date,
        published=events[0].date,
        events=events,
        identifiers=numbers(("printed", id.rpartition("/")[2])),
    )
