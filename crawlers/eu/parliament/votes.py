"""Votes of Parliament's plenary that name a document: from the list of votes of a sitting, and from roll-call results."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawlers.eu.parliament import procedures
from crawlers.files import reading
from crawlers.parsing import Element
from crawlers.values import dates
from crawlers.values.dates import When
from crawlers.vocabulary import EventKind, Status

_RESULTS = {
    "ADOPTED": Status.PASSED,
    "REJECTED": Status.REJECTED,
    "LAPSED": Status.LAPSED,
    "WITHDRAWN": Status.WITHDRAWN,
}
_SIDES = (("Result.For", "for"), ("Result.Against", "against"), ("Result.Abstention", "abstentions"))
_LANGUAGES = {"EN": "en", "FR": "fr", "DE": "de", "XL": "fr"}
_REQUEST = re.compile(r"\W*(?:request|demande|antrag)\b", re.IGNORECASE)
_BACK = re.compile(r"referral back|renvoi|rücküberweisung", re.IGNORECASE)
_RAPPORTEURS = re.compile(r"[^:()]+:\s*([^():]+?)\s*\([A-Z]")  # Report: Ada Lichter, Bo Kerze (A9-0163/2024)


@dataclass(frozen=True)
class Vote:
    """On the document `id`; `outcome` is the source's words for it, `requests` what else was decided: kind of event and words."""

    id: str
    title: str
    when: When
    outcome: str
    status: Status
    language: str
    requests: tuple[tuple[EventKind, str], ...] = ()
    rapporteurs: tuple[str, ...] = ()
    procedure: str = ""


def listed(root: Element) -> Iterator[Vote]:
    """From a list of votes."""
    dated = next((part for part in (root.find("sitting"), root) if part is not None and part.get("date")), root)
    when = When(dates.iso(dated.get("date", "")[:10]))
    language = _LANGUAGES.get(root.get("language", ""), "en")
    for vote in root.iter("vote"):
        label, whole, asked = reading.words(vote.find("label")), _whole(vote), list(_requests(vote))
        if when.date and (id := procedures.document(label)):
            yield Vote(
                id,
                reading.words(vote.find("title")) or label,
                when,
                _outcome(whole),
                _status(id, whole, asked),
                language,
                tuple((_kind(request), f"{_asks(request)}: {_outcome(request)}") for request in asked),
                tuple(_names(_RAPPORTEURS.match(label))),
                procedures.procedure(label),
            )


def _status(id: str, whole: Element | None, asked: list[Element]) -> Status:
    """What goes back to its committee is not passed, and a request to hurry decides nothing."""
    if any(_kind(request) is EventKind.REFERRED for request in asked):
        return Status.COMMITTEE
    open_ = Status.INTRODUCED if id.startswith("eu/ep/C-") else Status.REPORTED
    return _RESULTS.get("" if whole is None else whole.get("result", ""), open_)


def _requests(vote: Element) -> Iterator[Element]:
    """Votes on how to go on: to vote urgently, to refer back."""
    return (voting for voting in vote.iter("voting") if voting.get("result") and _REQUEST.match(_asks(voting)))


def _asks(voting: Element) -> str:
    return reading.words(voting.find("title"))


def _kind(request: Element) -> EventKind:
    back = request.get("result") == "ADOPTED" and _BACK.search(_asks(request))
    return EventKind.REFERRED if back else EventKind.VOTE


def _names(found: re.Match[str] | None) -> list[str]:
    return re.split(r",\s*", found[1]) if found else []


def _whole(vote: Element) -> Element | None:
    """The last vote that had an outcome, and was on no mere request, is the one on the whole."""
    ruled = [voting for voting in vote.iter("voting") if voting.get("result") and not _REQUEST.match(_asks(voting))]
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
            title, names = _subject(words, id)
            yield Vote(id, title, when, f"{words}: {counts}", Status.REPORTED, "fr", rapporteurs=names)


def _subject(words: str, id: str) -> tuple[str, tuple[str, ...]]:
    """The document and, of a report, who made it, without the amendment that was voted on; where the title comes first, it and the document."""
    first, *rest = re.split(r"\s[-–—]\s", words)
    if not procedures.document(first):
        return " - ".join([first, *rest[:1]]), ()
    named = [part for part in rest[:1] if id.startswith("eu/ep/A-") and not re.search(r"[\d§]", part)]
    return " - ".join([first, *named]), tuple(name for part in named for name in re.split(r",\s*|\s(?:et|and)\s", part))
