"""How fresh a page is, and what was not checked: the line under every title."""

from collections.abc import Iterable, Sequence
from datetime import date

from crawlers.matter import Struct
from dashboard.views import days
from dashboard.words.tongue import Tongue

BAD = {"suspicious", "failed", "not_asked"}
UNCHECKED, ANSWERED = "unchecked", "answered"


class Health(Struct, frozen=True, kw_only=True):
    """One source as its last run left it; `checked` and `since` are instants, the latter of the last good run.

    `off`: switched off on purpose and never asked; the page of sources alone tells of it, no count does.
    """

    id: str
    name: str
    jurisdiction: str
    verdict: str
    checked: str = ""
    since: str = ""
    reason: str = ""
    expected: int = 0
    new: int = 0
    declared: int | None = None
    fetched: int = 0
    format: str = ""
    evidence: str = ""
    licence: str = ""
    republish: str = ""
    cadence: str = ""
    canary: str = ""
    history: tuple[str, ...] = ()
    url: str = ""
    off: bool = False


class Fresh(Struct, frozen=True, kw_only=True):
    """The freshness line: in words, with the sources behind them; `read` and `href` list those that answered and the others."""

    words: str
    total: int
    answered: int
    answered_words: str
    missing: tuple[Health, ...]
    missing_words: str
    href: str = ""
    read: str = ""


def fresh(sources: Sequence[Health], today: date, tongue: Tongue, place: str = "") -> Fresh:
    """Of these sources only, so that the line is true of the page it stands on; without those that are off."""
    asked = [source for source in sources if not source.off]
    missing = tuple(source for source in asked if source.verdict in BAD)
    answered = len(asked) - len(missing)
    return Fresh(
        words=checked(latest(asked), today, tongue),
        total=len(asked),
        answered=answered,
        answered_words=_answered(answered, len(asked), tongue),
        missing=missing,
        missing_words=tongue.count("Not checked: {n} source", "Not checked: {n} sources", len(missing)),
        href=listed(UNCHECKED, place),
        read=listed(ANSWERED, place),
    )


def listed(verdict: str, place: str = "") -> str:
    """Where the sources of one verdict, UNCHECKED or ANSWERED are listed, of one place or of all."""
    return f"/sources?verdict={verdict}" + (f"&place={place}" if place else "")


def latest(sources: Iterable[Health]) -> str:
    return max((source.checked for source in sources if source.verdict not in BAD), default="")


def checked(instant: str, today: date, tongue: Tongue) -> str:
    if not instant:
        return tongue.say("Nothing has been fetched yet")
    words = days.moment(instant, tongue)
    if instant[:10] == today.isoformat():
        return tongue.say("Checked today, {when}", when=words)
    return tongue.say("Checked {when}", when=words)


def _answered(answered: int, total: int, tongue: Tongue) -> str:
    if answered == total:
        return tongue.count("The one source answered", "All {n} sources answered", total)
    return tongue.count(
        "{answered} of {n} source answered",
        "{answered} of {n} sources answered",
        total,
        answered=tongue.number(answered),
    )
