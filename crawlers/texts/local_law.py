"""Plain lines of a bill of a city council as units: its own sections are told by their count, the typist's marks go."""

import re

from crawlers.texts import codified
from crawlers.texts.outline import Unit

_SECTION = re.compile(r"^(?:Section|Sec\.|§) ?(\d+|[Oo]ne)\. ?(?=\S)")
_LOST = re.compile("\N{REPLACEMENT CHARACTER}(?= ?\\d)")  # a section sign before somebody read windows-1252 as UTF-8
_ENDS = re.compile(r"(?<![ap]\.m)[.”\"]$", re.IGNORECASE)  # as a sentence of law does; the hour of typing does not


def units(text: str) -> list[Unit]:
    lines = [_LOST.sub("§", line) for part in text.split("\n") if (line := " ".join(part.split()))]
    return codified.units(_without_marks(lines), _SECTION, "sec")


def _without_marks(lines: list[str]) -> list[str]:
    """Initials, numbers and hours of the typist stand below the last sentence, a few short lines."""
    last = max((at for at, line in enumerate(lines, 1) if _ENDS.search(line)), default=len(lines))
    below = lines[last:]
    return lines[:last] if len(below) <= 12 and all(len(line) <= 40 for line in below) else lines
