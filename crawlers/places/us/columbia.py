"""What a law of the District of Columbia and a section of its Code say of themselves in the XML of the Council."""

import re
from collections.abc import Iterator

from crawlers.files import reading
from crawlers.parsing import Element
from crawlers.record import Told
from crawlers.values import dates
from crawlers.vocabulary import EventKind

_GONE = re.compile(r"(?i)\b(repealed|omitted|expired|transferred)")


def gone(*said: str) -> bool:
    """Whether the heading or the reason of a section says that nothing is left of it."""
    return bool(_GONE.search(" ".join(said)))


def changes(root: Element) -> Iterator[Told]:
    """Each change that the notes on a section tell, on its first day."""
    notes = (reading.words(note) for note in root.iterfind(".//annotation[@type='History']"))
    for change in dict.fromkeys(notes):
        yield from ((day, EventKind.AMENDED, change) for day in dates.inside(change)[:1])


def amending(root: Element) -> Iterator[str]:
    """The laws that these notes name."""
    laws = {note.get("doc", "") for note in root.iterfind(".//annotation[@type='History']")}
    found = (re.match(r"D\.C\. Law (\d+-\d+\w?)$", law) for law in sorted(laws))
    return (f"us-dc/law/{match[1]}" for match in found if match)


def number(root: Element) -> tuple[str, str]:
    """Series and number of a law, or of an act that is none yet; numbers of the bill and the act may stand before it."""
    told = {one.get("type", ""): reading.words(one) for one in root.iterfind("num")}
    series = "act" if "Act" in root.get("id", "") or ("act" in told and "law" not in told) else "law"
    return series, told.get(series) or told.get("", "")


def bill(root: Element) -> str:
    """The bill that became this law; empty where the history has no address."""
    history = root.find("meta/history")
    found = re.search(r"/Legislation/(B\d+-\d+)", "" if history is None else history.get("url", ""))
    return f"us-dc/bill/{found[1]}" if found else ""


def told(root: Element, effective: str) -> Iterator[Told]:
    """How a document became law."""
    yield effective, EventKind.IN_FORCE, "effective"
    yield dates.iso(reading.words(root.find("meta/introduced"))), EventKind.INTRODUCED, "introduced"
    for enacted in root.iterfind("meta/history/enacted"):
        yield dates.iso(reading.words(enacted)), EventKind.ENACTED, "enacted"
    for vote in root.iterfind("meta/history/vote"):
        yield dates.iso(vote.get("date", "")), EventKind.VOTE, vote.get("reading", "vote")
