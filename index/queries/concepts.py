"""What ideas are called in the words of each language, as concepts.yaml tells; and which units have them in several words.

The rows of words are known when texts are indexed: a unit that has one holds a sign of it, which is found and counted like a
word, while places of words would have to be compared.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from crawlers import facts
from index import stemming, words

Concept = dict[str, tuple[str, ...]]
Stems = tuple[str, ...]


@cache
def known() -> tuple[Concept, ...]:
    file = Path(__file__).with_name("concepts.yaml")
    return facts.convert(facts.load(file), tuple[Concept, ...], file.name, "concepts")


@cache
def headings() -> tuple[str, ...]:
    """What laws are about, as it is said in the six main languages."""
    said = (name for concept in known() for code in stemming.MAIN for name in concept.get(code, ()))
    return tuple(dict.fromkeys(said))


@cache
def heading_words() -> frozenset[str]:
    """Each word of those, as it is spelled, lower."""
    return frozenset(word for said in headings() for word in words.lowered(said))


@cache
def said(place: int) -> tuple[tuple[str, tuple[Stems, ...]], ...]:
    """The words of an idea by language, in its stems."""
    return tuple(
        (language, tuple(tuple(stemming.stem(words.lowered(name), language)) for name in listed))
        for language, listed in known()[place].items()
    )


def spelled(row: Stems, language: str) -> str:
    """The sign of a row of stems in texts of the language."""
    return f"{language}:{' '.join(row)}"


class _Row(NamedTuple):
    """How it stands in a text, and its sign."""

    said: str
    sign: str


class _Rows(NamedTuple):
    """Those of a language by the two stems that they begin with."""

    begun: frozenset[tuple[str, str]]
    rows: dict[tuple[str, str], list[_Row]]


def signs(stemmed: Sequence[str], text: str, languages: Iterable[str]) -> list[str]:
    """Of the rows that stand among the stems, which are the words of the text, in these languages: asked for each passage."""
    text, found = f" {text} ", []
    for known_here in map(_rows, languages):
        for begun in known_here.begun.intersection(pairwise(stemmed)):
            found += [sign for said, sign in known_here.rows[begun] if said in text]
    return sorted(found)


@cache
def _rows(language: str) -> _Rows:
    listed = {row for place in range(len(known())) for code, rows in said(place) if code == language for row in rows}
    found: dict[tuple[str, str], list[_Row]] = {}
    for row in sorted(row for row in listed if len(row) > 1):
        found.setdefault((row[0], row[1]), []).append(_Row(f" {' '.join(row)} ", spelled(row, language)))
    return _Rows(frozenset(found), found)
