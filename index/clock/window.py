"""One window to act of one matter, as every surface reads it."""

from datetime import date
from enum import StrEnum

from crawlers.matter import Struct
from crawlers.vocabulary import Mark
from index.clock.reply import Answer
from index.clock.rules import Kind, Rule


class State(StrEnum):
    """`undated`: open, but no day is fixed; `unknown`: a day is missing; `shut`: not for us, or over without a day."""

    OPEN = "open"
    COMING = "coming"
    UNDATED = "undated"
    UNKNOWN = "unknown"
    CLOSED = "closed"
    SHUT = "shut"


class Claim(Struct, frozen=True, kw_only=True):
    """One last day that a document states, where two of them disagree."""

    day: str
    label: str = ""
    url: str = ""


class Window(Struct, frozen=True, kw_only=True):
    """What may be filed, under which rule, until when. `step` is the nearest day on which something must be done.

    `step_says` is notify_by, safe or date: the field of the answer that the step stands in.
    """

    matter: str
    title: str
    jurisdiction: str
    kind: str
    rule: str
    court: str
    stage: str
    side: str
    filing: str
    state: State
    answer: Answer
    url: str = ""
    step: str = ""
    step_says: str = ""
    leave: str = ""
    notice: str = ""
    who: str = ""
    length: str = ""
    extendable: str = ""
    carries: str = ""
    claims: tuple[Claim, ...] = ()
    mark: Mark = Mark.OFFICIAL

    @property
    def key(self) -> str:
        """Stable name of the window: the same matter, rule and side have one for ever."""
        return f"{self.matter}#{self.rule}#{self.side}"


def state(rule: Rule, answer: Answer, today: date, over: bool) -> State:
    """Where the window stands on the day; `over`: the matter itself is finished, so a day ahead serves nobody."""
    if answer.answer is Kind.DATE and (answer.date or "") < today.isoformat():
        return State.CLOSED
    if answer.answer is Kind.DATE and not over:
        return State.COMING if (answer.opens or "") > today.isoformat() else State.OPEN
    if over or answer.answer is Kind.NOT_AVAILABLE or rule.answer is Kind.NOT_AVAILABLE:
        return State.SHUT
    return State.UNKNOWN if answer.answer is Kind.CANNOT_COMPUTE else State.UNDATED


def step(answer: Answer, today: date) -> tuple[str, str]:
    """The nearest day still ahead on which something must be done, and which day it is."""
    for name in ("notify_by", "safe", "date"):
        day = getattr(answer, name)
        if name == "safe" and day == answer.date:
            continue
        if day and day >= today.isoformat():
            return day, name
    return answer.date or "", "date" if answer.date else ""
