"""Bills that write sections into a code: their own parts by their count, the sections set out in each, and the labels in those."""

import re
from collections.abc import Iterable
from itertools import pairwise

from crawlers.texts import labels, prose
from crawlers.texts.outline import Unit

_SECTION = re.compile(r"^[“\"\[ ]*((?:§+|Section|Sec\.) ?(\d[\w.:]*-[\w.:-]*\w))\.?(?: |$)")
_HEADING = re.compile(r"(?!(?:\w{1,2}|\d+)\.)([^(].{2,250}?)(?:\.(?: |$)| (?=[a1]\. ))")
_SAYS = re.compile(r"\b(?:shall|must|may|is|are|means?)\b")


def units(lines: Iterable[str], part: re.Pattern[str], kind: str) -> list[Unit]:
    """Parts of this kind, whose number is the pattern's first group; what stands before the first is paragraphs."""
    top = Unit("top")
    for lines_of in _parts(lines, part):
        if found := part.match(lines_of[0]):
            unit = Unit(
                kind, number=found[0].strip(), text=lines_of[0][found.end() :], key=str(_count(found[1])), root=True
            )
            unit.children = _inside(lines_of[1:])
            top.children.append(unit)
        else:
            top.children += prose.from_lines(lines_of)
    return top.children


def _parts(lines: Iterable[str], part: re.Pattern[str]) -> list[list[str]]:
    """What stands before the first part, then each with what follows it; a quoted law's numbers are not next in count."""
    parts: list[list[str]] = [[]]
    count = 0
    for line in lines:
        found = part.match(line)
        if found and _count(found[1]) == count + 1:
            count += 1
            parts.append([])
        parts[-1].append(line)
    return [part for part in parts if part]


def _count(number: str) -> int:
    """Of a number in words only the first is known: Section One."""
    return int(number) if number.isdigit() else 1


def _inside(lines: list[str]) -> list[Unit]:
    """Paragraphs and labelled parts, those of a section of the code below it."""
    starts = [place for place, line in enumerate(lines) if _SECTION.match(line)]
    sections = [_section(lines[start:end]) for start, end in pairwise([*starts, len(lines)])]
    return _tree(lines[: starts[0]] if starts else lines) + sections


def _section(lines: list[str]) -> Unit:
    """Its heading stands alone on its line, or as a sentence that rules nothing."""
    found = _SECTION.match(lines[0])
    number, key, rest = (found[1], found[2], lines[0][found.end() :]) if found else ("", "", lines[0])
    said = _HEADING.match(rest)
    alone = bool(said and said.end() == len(rest) and lines[1:])
    heading = said[1] if said and (alone or not _SAYS.search(said[1])) else ""
    after = rest[said.end() :] if said and heading else rest
    return Unit("sec", number=number, heading=heading, key=key, root=True, children=_tree([after, *lines[1:]]))


def _tree(lines: Iterable[str]) -> list[Unit]:
    tree = labels.nested(filter(None, lines), dotted=True)
    return [Unit("p", text=line) for line in tree.text.splitlines()] + tree.children
