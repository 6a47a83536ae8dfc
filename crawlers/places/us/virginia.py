"""Bills of Virginia: how sessions are numbered, and what the lines of a printed bill are."""

import re
from collections.abc import Sequence

from crawlers import ids
from crawlers.texts import codified
from crawlers.texts.outline import Unit

_CLAUSE = re.compile(r"^[“\"\[ ]*(\d+)\. (?=That\b)")
_TITLE = re.compile(r"(?:An? (?:BILL|Act|ACT)|Be it|Directing|Establishing|Commending|Proposing)\b")


def session(number: str) -> str:
    """20251 is the regular session of 2025, by which its bills are known; special sessions keep their digit."""
    return number[:4] if len(number) == 5 and number.endswith("1") else ids.part(number)


def title(lines: Sequence[str]) -> str:
    """The line that says what the bill does; empty where none does."""
    return next(filter(_TITLE.match, lines), "")


def units(lines: Sequence[str]) -> list[Unit]:
    """Enacting clauses ("1. That …"), each with the sections of the Code that it sets out."""
    return codified.units(lines, _CLAUSE, "cl")
