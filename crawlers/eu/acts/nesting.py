"""How deep a point stands where a flat page shows it by its label alone: (1) holds (a), (a) holds (i), (i) holds dashes."""

import re
from collections.abc import Iterable, Iterator

from crawlers.eu.acts.structure import Line

HIDDEN = -1  # the depth of an item whose page does not show it
_ROMAN = re.compile(r"[ivxl]+")


def nested(lines: Iterable[Line]) -> Iterator[Line]:
    """The same lines, every hidden depth found out; a list set in columns may stand inside such a point."""
    held: list[tuple[str, str]] = []  # shape and label of each item that is held
    for line in lines:
        if line.role == "item" and (line.depth == HIDDEN or (line.depth == 0 and held)):
            shape = _shape(line.number, held)
            shapes = [known for known, _ in held]
            del held[shapes.index(shape) if shape in shapes else len(held) :]
            held.append((shape, _bare(line.number)))
            yield line._replace(depth=len(held) - 1)
        elif line.depth == HIDDEN:
            yield line._replace(depth=len(held))
        elif line.depth and held and line.role != "note":
            yield line._replace(depth=line.depth + len(held) - 1)
        else:
            held = held if line.role in {"quote", "note"} else []
            yield line


def _shape(number: str, held: list[tuple[str, str]]) -> str:
    """What kind of label: i is a letter after h, else a numeral."""
    bare = _bare(number)
    if not bare:
        return number.strip()
    frame = re.sub(r"\w+", "", number)
    if bare.isdigit():
        return "1" + frame
    letters = [label for shape, label in held if shape == _case(bare) + frame]
    follows = any(_next(label) == bare for label in letters)
    numerals = any(shape.startswith("i") for shape, _ in held)
    if _ROMAN.fullmatch(bare.lower()) and not follows and (len(bare) > 1 or bare.lower() == "i" or numerals):
        return "i" + frame
    return _case(bare) + frame


def _bare(number: str) -> str:
    return re.sub(r"\W+", "", number)


def _case(letters: str) -> str:
    return "A" if letters.isupper() else "a"


def _next(label: str) -> str:
    return chr(ord(label) + 1) if len(label) == 1 else ""
