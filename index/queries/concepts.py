"""What ideas are called in the words of each language, as concepts.yaml tells; and which units have them in several words.

The rows of words are known when texts are indexed: a unit that has one holds a sign of it, which is found and counted like a
word, while places of words would have to be compared.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
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
    """The stem of it that tells most but one, how it stands in a text, and its sign."""

    second: str
    said: str
    sign: str


class _Rows(NamedTuple):
    """Those of a language by the one of their stems that tells most; `stems` are all of them."""

    stems: frozenset[str]
    telling: frozenset[str]
    by_telling: dict[str, list[_Row]]


def signs(stemmed: Sequence[str], text: str, languages: Iterable[str]) -> list[str]:
    """Of the rows that stand among the stems, which are the words of the text, in these languages: asked for each passage."""
    text, found = f" {text} ", []
    for rows in map(_rows, languages):
        there = rows.stems.intersection(stemmed)
        for telling in rows.telling & there:
            for second, said, sign in rows.by_telling[telling]:
                if second in there and said in text:
                    found.append(sign)
    return found


@cache
def _rows(language: str) -> _Rows:
    listed = {row for place in range(len(known())) for code, rows in said(place) if code == language for row in rows}
    several = sorted(row for row in listed if len(row) > 1)
    often = Counter(stem for row in several for stem in set(row))
    by_telling: dict[str, list[_Row]] = {}
    for row in several:
        telling, second, *_ = sorted(row, key=lambda stem: (stem in words.stop_words(), often[stem], -len(stem)))
        by_telling.setdefault(telling, []).append(_Row(second, f" {' '.join(row)} ", spelled(row, language)))
    return _Rows(frozenset(often), frozenset(by_telling), by_telling)
