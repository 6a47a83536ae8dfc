"""Votes of Parliament's plenary that name a document: from the list of votes of a sitting, and from roll-call results."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawlers.eu.parliament import procedures
from crawlers.files import reading
from crawlers.parsing import Element
from crawlers.values import dates
from crawlers.values.dates import When
from crawlers.vocabulary import Status

_RESULTS = {
    "ADOPTED": Status.PASSED,
    "REJECTED": Status.REJECTED,
    "LAPSED": Status.LAPSED,
    "WITHDRAWN": Status.WITHDRAWN,
}
_SIDES = (("Result.For", "for"), ("Result.Against", "against"), ("Result.Abstention", "abstentions"))
_LANGUAGES = {"EN": "en", "FR": "fr", "DE": "de", "XL": "fr"}


@dataclass(frozen=True)
class Vote:
    """On the document `id`; `outcome` is the source's words for it."""

    id: str
    title: str
    when: When
    outcome: str
    status: Status
    language: str


def listed(root: Element) -> Iterator[Vote]:
    """From a list of votes."""
    sitting = root.find("sitting")
    when = When(dates.iso((sitting if sitting is not None else root).get("date", "")[:10]))
    language = _LANGUAGES.get(root.get("language", ""), "en")
    for vote in root.iter("vote"):
        label, whole = reading.words(vote.find("label")), _whole(vote)
        result = "" if whole is None else whole.get("result", "")
        if when.date and (id := procedures.document(label)):
            title = reading.words(vote.find("title")) or label
            yield Vote(id, title, when, _outcome(whole), _RESULTS.get(result, Status.REPORTED), language)


def _whole(vote: Element) -> Element | None:
    """The last vote that had an outcome is the one on the whole."""
    ruled = [voting for voting in vote.iter("voting") if voting.get("result")]
    return next((voting for voting in reversed(ruled) if voting.get("result") != "LAPSED"), ruled[0] if ruled else None)


def _outcome(voting: Element | None) -> str:
    """adopted: 306 for, 303 against, 18 abstentions; the outcome alone of a vote by show of hands."""
    if voting is None:
        return ""
    sides = (("numberFavor", "for"), ("numberAgainst", "against"), ("numberAbstention", "abstentions"))
    counts = ", ".join(f"{number} {name}" for side, name in sides if (number := voting.get(side)))
    return ": ".join(filter(None, (voting.get("result", "").lower(), counts)))


def called(root: Element, zone: str) -> Iterator[Vote]:
    """From roll calls. Counts only: how each member voted is left out."""
    for vote in root.iter("RollCallVote.Result"):
        words = reading.words(vote.find("RollCallVote.Description.Text"))
        when = dates.when(vote.get("Date", "") or root.get("Sitting.Date", ""), zone)
        if (id := procedures.document(words)) and when.date:
            sides = ((vote.find(tag), name) for tag, name in _SIDES)
            counts = ", ".join(f"{side.get('Number', '0')} {name}" for side, name in sides if side is not None)
            yield Vote(id, _subject(words), when, f"{words}: {counts}", Status.REPORTED, "fr")


def _subject(words: str) -> str:
    """The document and whose it is, without the amendment that was voted on."""
    return " - ".join(re.split(r"\s[-–—]\s", words)[:2])
