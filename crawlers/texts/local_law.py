"""Plain lines of a bill of a city council as units: its own sections are told by their count, the typist's marks go."""

import re
from collections.abc import Iterable

from crawlers.texts import prose
from crawlers.texts.outline import Unit

_SECTION = re.compile(r"^(?:Section|Sec\.|§) ?(\d+)\. ?(?=\S)")
_LOST = re.compile("\N{REPLACEMENT CHARACTER}(?= ?\\d)")  # a section sign before somebody read windows-1252 as UTF-8
_ENDS = re.compile(r"(?<![ap]\.m)[.”\"]$", re.IGNORECASE)  # as a sentence of law does; the hour of typing does not


def units(text: str) -> list[Unit]:
    lines = [_LOST.sub("§", line) for part in text.split("\n") if (line := " ".join(part.split()))]
    top = Unit("top")
    for section in _sections(_without_marks(lines)):
        found = _SECTION.match(section[0])
        if not found:
            top.children += prose.from_lines(section)
            continue
        opening = section[0][found.end() :]
        inside = prose.from_lines(section[1:])
        for unit in inside:
            unit.root = False
        top.children.append(
            Unit("sec", number=found[0].strip(), text=opening, children=inside, key=found[1], root=True)
        )
    return top.children


def _sections(lines: Iterable[str]) -> list[list[str]]:
    """What stands before the first section, then each with what follows it; a quoted law's numbers are not next in count."""
    parts: list[list[str]] = [[]]
    count = 0
    for line in lines:
        found = _SECTION.match(line)
        if found and int(found[1]) == count + 1:
            count += 1
            parts.append([])
        parts[-1].append(line)
    return [part for part in parts if part]


def _without_marks(lines: list[str]) -> list[str]:
    """Initials, numbers and hours of the typist stand below the last sentence, a few short lines."""
    last = max((at for at, line in enumerate(lines, 1) if _ENDS.search(line)), default=len(lines))
    below = lines[last:]
    return lines[:last] if len(below) <= 12 and all(len(line) <= 40 for line in below) else lines
