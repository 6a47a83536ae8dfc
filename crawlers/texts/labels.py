"""Flat paragraphs that begin with (a), (1), (i), (A) as the tree that their labels mean."""

import re
from collections.abc import Iterable

from crawlers.texts.outline import Unit

_LABEL = re.compile(r"^[\s“\"]*((?:\(\w{1,5}\)\s?){1,4})(?=[\s\S])")
_DOTTED = re.compile(r"^[\s“\"\[]*((?:(?:\(\w{1,5}\)|(?:[A-Z]{1,2}|[a-z]{1,4}|\d{1,3})\.(?=\s))\s?){1,4})(?=\S)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_KINDS = ("sub", "par", "subpar", "cls", "subcls", "itm", "subitm")


class _Level:
    """An open level: the kind of its labels, and the last one."""

    def __init__(self, form: str, value: int, unit: Unit) -> None:
        self.form, self.value, self.unit = form, value, unit


def nested(lines: Iterable[str], kinds: tuple[str, ...] = _KINDS, dotted: bool = False) -> Unit:
    """A nameless unit whose children are the tree; words before the first label, and unlabelled ones, go to what is open.

    `dotted`: A., 1. and a. are labels too, each kind of its own beside (A), (1), (a).
    """
    top = Unit("top")
    levels: list[_Level] = []
    for line in lines:
        found = (_DOTTED if dotted else _LABEL).match(line)
        marks = re.findall(r"\(\w+\)|\w+\.", found[1]) if found else []
        rest = line[found.end() :].strip() if found else line
        opened = False
        for mark in marks:
            if not _open(levels, top, mark, kinds):
                rest = line if not opened else f"{mark} {rest}"
                break
            opened = True
        (levels[-1].unit if levels else top).add(rest)
    return top


def _open(levels: list[_Level], top: Unit, mark: str, kinds: tuple[str, ...]) -> bool:
    """Go on with an open level, or begin a deeper one; False for a label that fits neither."""
    label, readings = mark.strip("()."), [(f"{mark[-1]}{form}", value) for form, value in counted(mark.strip("()."))]
    depth = _depth(levels, readings)
    if depth is None or depth >= len(kinds):
        return False
    form, value = next((f, v) for f, v in readings if depth >= len(levels) or f == levels[depth].form)
    del levels[depth:]
    unit = Unit(kinds[depth], number=mark, key=label)
    (levels[-1].unit if levels else top).children.append(unit)
    levels.append(_Level(form, value, unit))
    return True


def _depth(levels: list[_Level], readings: list[tuple[str, int]]) -> int | None:
    """The deepest level that this label continues; a first label (a, 1, i, A) below a level of another kind opens one."""
    first = [form for form, value in readings if value == 1]
    used = {level.form for level in levels}
    if first and not used.intersection(first) and not (levels and _continues(levels[-1], readings)):
        return len(levels)
    for depth in range(len(levels) - 1, -1, -1):
        if _continues(levels[depth], readings):
            return depth
    return len(levels) if first and first[0] not in used else 0 if not levels and readings else None


def _continues(level: _Level, readings: list[tuple[str, int]]) -> bool:
    """The next label, or one a little further (repealed ones are left out)."""
    return any(form == level.form and level.value < value <= level.value + 3 for form, value in readings)


def counted(label: str) -> list[tuple[str, int]]:
    """Each way to count the label: (i) is the ninth letter or the first numeral."""
    if label.isdigit():
        return [("digit", int(label))]
    case = "upper" if label.isupper() else "lower" if label.islower() else ""
    found = []
    if case and set(label.lower()) <= _ROMAN.keys():
        found.append((f"{case} roman", _roman(label.lower())))
    if case and label.isalpha() and len(set(label)) == 1:
        found.append((case, ord(label[0].lower()) - 96 + 26 * (len(label) - 1)))
    return found


def _roman(label: str) -> int:
    values = [_ROMAN[sign] for sign in label]
    return sum(-v if any(v < later for later in values[at + 1 : at + 2]) else v for at, v in enumerate(values))
