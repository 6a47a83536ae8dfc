"""Words that an act puts into another act: they stay with the sentence that does so and make no units of their own."""

import re
from collections.abc import Iterable, Iterator

from crawlers.eu.acts import labels
from crawlers.eu.acts.structure import Line

_MARKS = "‘“«„\"'"
_CLOSES = re.compile(r"""[’”»“"']\s?[.,;]?$""")
_TERM = re.compile(r"[‘“«„\"'][^’”»“\"']{1,120}[’”»“\"']\s+[^\W\d]")  # the beginning of a definition


def quoted(lines: Iterable[Line]) -> Iterator[Line]:
    """All of these as words of another act, each number before the words that it numbers."""
    held: list[str] = []
    for line in lines:
        held += filter(None, [line.number])
        if line.text:
            yield Line("quote", " ".join([*held, line.text]), depth=line.depth)
            held = []


def quoting(lines: Iterable[Line]) -> Iterator[Line]:
    """The same lines, with insertions into other acts found by their quotation marks (pages do not mark them up)."""
    inside: list[Line] = []
    before = Line("text")
    own: dict[int, str] = {}  # the last number of the act's own at each depth
    for line in lines:
        if inside and (
            _resumes(line) or (line.role == "item" and labels.follows(own.get(line.depth, ""), line.number))
        ):
            yield from _unclosed(inside)
            inside = []
        if line.role == "note":  # the last words of another act may be its footnote
            yield line
        elif inside or _opens(line, before):
            inside.append(line)
        else:
            yield line
            own |= {line.depth: line.number} if line.role == "item" else {}
        if inside and _CLOSES.search(line.text):
            yield from quoted(inside)
            inside = []
        before = before if line.role == "note" else line
    yield from _unclosed(inside)


def _resumes(line: Line) -> bool:
    """Is it surely the act's own again?"""
    return bool(line.key) or line.role in {"division", "annex", "final"}


def _unclosed(inside: list[Line]) -> Iterator[Line]:
    """A quotation whose end the page leaves out goes to the next number."""
    end = next((place for place, line in enumerate(inside) if place and line.number), len(inside))
    yield from quoted(inside[: max(end, 2 if inside and not inside[0].text else 1)])
    yield from inside[max(end, 2 if inside and not inside[0].text else 1) :]


def _opens(line: Line, before: Line) -> bool:
    if line.number and line.role in {"item", "paragraph", "article"}:
        return line.number[0] in _MARKS
    announced = before.text.endswith(":") and line.role in {"text", "section"}
    return announced and line.text[:1] in _MARKS and not _TERM.match(line.text)
