"""Sentences of ours in the note of a record: written in English, and told apart again so that a page can say them in any language."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

HAD = "The watch-list had “{title}” as {status}."
HAD_ON = "The watch-list had “{title}” as {status} on {day}."
BY_HAND = "By hand: “{title}”, {status}."
BY_HAND_ON = "By hand: “{title}”, {status} on {day}."
ENTERED = "Entered by hand: {who}, {day}."
DISAGREE = "Sources disagree: {what}."
# What restate looks for at the beginning of a note.
WITHDRAWN = "The source no longer shows this: its address answers {code} on {day}."
SENTENCES = (HAD_ON, HAD, BY_HAND_ON, BY_HAND, ENTERED, DISAGREE, WITHDRAWN)
_VALUES = {
    "title": ".+?",
    "status": "[a-z ]+?",
    "day": r"\d{4}(?:-\d\d){0,2}(?:T[\d:]+Z)?",
    "who": r"[^,]+?",
    "what": r".+?(?=\.(?:\s|$))",
    "code": r"\d+",
}
_HOLE = re.compile(r"\\{(\w+)\\}")


class Remark(NamedTuple):
    """A sentence of ours with its values, or words of somebody else, which are in `values` as `words`."""

    sentence: str
    values: Mapping[str, str]


def remarks(note: str) -> Iterator[Remark]:
    """The note from its first word to its last."""
    last = 0
    for found in _pattern().finditer(note):
        if words := note[last : found.start()].strip():
            yield Remark("", {"words": words})
        yield _read(found.group())
        last = found.end()
    if words := note[last:].strip():
        yield Remark("", {"words": words})


def _read(words: str) -> Remark:
    for sentence in SENTENCES:
        if found := re.fullmatch(_regex(sentence, "P<{}>"), words, re.DOTALL):
            return Remark(sentence, found.groupdict())
    raise AssertionError(words)


def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(_regex(sentence, ":") for sentence in SENTENCES), re.DOTALL)


def _regex(sentence: str, group: str) -> str:
    """The sentence as a pattern; `group` is how a value is bracketed, with its name where it wants it."""
    return _HOLE.sub(lambda hole: f"(?{group.format(hole[1])}{_VALUES[hole[1]]})", re.escape(sentence))
