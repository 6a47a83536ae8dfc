"""The table of contents at the head of a law, which is no law."""

from crawlers.texts.headings import TRIM

_CONTENTS = {
    "índex", "índice", "indice", "sumario", "sumário", "sumari", "sommario", "sommaire", "table des matières", "contents", "inhalt",
    "inhaltsübersicht", "inhaltsverzeichnis", "spis treści", "obsah", "cuprins", "arrangement of sections", "inhoud",
}  # fmt: skip
_OPENINGS = ("an act to ", "an act for ", "be it enacted", "be it therefore enacted", "enacted by the ")


def without_contents(lines: list[str]) -> list[str]:
    """The lines without the table of contents: what stands from its heading to the long title or the enacting words, else to
    where one of its first entries comes again.
    """
    keys = [_key(line) for line in lines]
    for position, key in enumerate(keys[:200]):
        if key in _CONTENTS:
            formula = (at for at in range(position, len(keys)) if keys[at].startswith(_OPENINGS))
            again = (_again(keys, first) for first in range(position + 1, min(position + 7, len(keys))))
            end = next(formula, 0) or next(filter(None, again), 0)
            return lines[:position] + lines[end:] if end else lines
    return lines


def _key(line: str) -> str:
    """A heading may be set with wide spaces: S O M M A R I O."""
    words = line.casefold().strip(TRIM).split()
    return "".join(words) if words and all(len(word) == 1 for word in words) else " ".join(words)


def _again(keys: list[str], first: int) -> int:
    """Where the entry stands a second time, or 0."""
    return next((at for at in range(first + 1, len(keys)) if keys[at] == keys[first]), 0)
