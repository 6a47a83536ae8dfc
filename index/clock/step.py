"""One line of a sum, and how a day and a citation are written."""

from datetime import date

from crawlers.matter import Struct
from index.phrase import ENGLISH, Phrase, phrase, together


class Step(Struct, frozen=True, kw_only=True):
    """One line of a sum: the day it leads to, how many calendar days from the line before, and why."""

    kind: str
    day: str
    words: Phrase
    days: int = 0
    citation: str = ""

    @property
    def says(self) -> str:
        return str(self.words)

    def line(self) -> str:
        return str(self.whole())

    def whole(self) -> Phrase:
        """The day, why, and the rule."""
        cited = together(["(", cite(self.citation), ")"], "") if self.citation else ""
        if not self.day:
            return phrase("Not used: {what}", what=self.words)
        return together([phrase("{one}: {other}", one=date.fromisoformat(self.day), other=self.words), cited])


def said(day: date) -> str:
    """Thu 12 Nov 2026."""
    return ENGLISH.day(day)


def ours(citation: str) -> bool:
    """Words of ours for what has no official name (the page itself, none found), not a rule's number."""
    return citation[:2].islower()


def cite(citation: str) -> Phrase | str:
    return phrase(citation) if ours(citation) else citation
