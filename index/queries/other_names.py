"""What laws and subjects are also called: typed names lead to the law, to acts that cite its number, to other words."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from crawlers import facts
from index import stemming, words
from index.queries import names
from index.queries.plan import Ask, Best, Every, Fixed, Row, Some, Term, Terms, Weight

_NUMBERED = re.compile(r"\D*\d+/\d+")
LONGEST = 7


Concept = dict[str, tuple[str, ...]]


class Way(NamedTuple):
    """Words (exact tokens) that say something together, and where else it is said."""

    said: frozenset[str]
    asks: tuple[Ask, ...]


@cache
def _laws() -> dict[str, tuple[str, ...]]:
    """Ids of the laws by what they are called in names.yaml."""
    found: dict[str, tuple[str, ...]] = {}
    for id in names.known().laws:
        for name in map(names.key, names.popular(id)):
            found[name] = (*found.get(name, ()), id)
    return found


@cache
def spelled() -> frozenset[str]:
    """Every word of those names: no misspelling, though nothing may have it."""
    return frozenset(token for name in _laws() for token in name.split())


@cache
def headings() -> tuple[str, ...]:
    """What laws are about, as it is said in the six main languages."""
    said = (name for concept in _read() for code in stemming.MAIN for name in concept.get(code, ()))
    return tuple(dict.fromkeys(said))


@cache
def heading_words() -> frozenset[str]:
    """Each word of those, as it is spelled, lower."""
    return frozenset(word for said in headings() for word in words.lowered(said))


@cache
def _read() -> tuple[Concept, ...]:
    file = Path(__file__).with_name("concepts.yaml")
    return facts.convert(facts.load(file), tuple[Concept, ...], file.name, "concepts")


@cache
def _subjects() -> dict[str, tuple[str, ...]]:
    return {_in_stems(words.exact(said), "en"): others for said, others in names.known().subjects.items()}


@cache
def _concepts() -> dict[str, list[Concept]]:
    """Ideas of concepts.yaml by each of their words, in the stems of its language."""
    found: dict[str, list[Concept]] = {}
    for concept in _read():
        for name in {_in_stems(words.exact(said), code) for code, listed in concept.items() for said in listed}:
            found.setdefault(name, []).append(concept)
    return found


def _in_stems(tokens: Sequence[str], language: str) -> str:
    return f"{language} {' '.join(stemming.stem(tokens, language))}"


def _subjects_of(span: Sequence[str]) -> tuple[str, ...]:
    return _subjects().get(_in_stems(span, "en"), ())


def _concepts_of(span: Sequence[str]) -> list[Concept]:
    """The ideas that the words name in any of the languages, in any form, each once."""
    found = [concept for code in stemming.MAIN for concept in _concepts().get(_in_stems(span, code), ())]
    return [concept for place, concept in enumerate(found) if concept not in found[:place]]


def _spans(tokens: list[str]) -> Iterator[tuple[str, ...]]:
    for length in range(min(LONGEST, len(tokens)), 0, -1):
        for start in range(len(tokens) - length + 1):
            yield tuple(tokens[start : start + length])


def named(tokens: list[str]) -> tuple[str, ...]:
    """Ids of the laws that the words name, those with the longest name first."""
    return tuple(dict.fromkeys(id for span in _spans(tokens) for id in named_so(" ".join(span))))


def named_so(name: str) -> tuple[str, ...]:
    """Ids of the laws that names.yaml calls so."""
    return _laws().get(name, ())


def ways(tokens: list[str], anywhere: bool = False) -> list[Way]:
    """In the six main languages; `anywhere`: in every language that an idea is known in, as where a place is named."""
    found = []
    for span in _spans(tokens):
        name = " ".join(span)
        asks = (*_under(name), *_otherwise(span), *_elsewhere(span, anywhere))
        if asks:
            found.append(Way(frozenset(span), asks))
    return found


def ideas(tokens: list[str], anywhere: bool = False) -> Iterator[Ask]:
    """What several words say together: as they stand, or in the words of another language; the longest rows first."""
    said: set[str] = set()
    for span in _spans(tokens):
        if len(span) > 1 and not said.issuperset(span) and _concepts_of(span):
            said.update(span)
            rows = (Row("words", stems) for stems in stemming.every_stem(span))
            yield Some((*rows, *_elsewhere(span, anywhere)))


def _under(name: str) -> Iterator[Ask]:
    """Provisions that cite the law, and titles that cite its number: acts under it, and its corrigenda."""
    for id in named_so(name):
        yield Fixed(Term("cites", id), 2.0)
        for number in names.numbers(id):
            if _NUMBERED.fullmatch(number):
                yield Weight(Row("also", tuple(words.exact(number))), 0.2)


def _otherwise(span: Sequence[str]) -> Iterator[Ask]:
    for other in _subjects_of(span):
        for stems in stemming.every_stem(tuple(words.lowered(other))):
            yield Row("also", stems)
            yield Weight(Row("words", stems), 0.5)


def _elsewhere(span: Sequence[str], anywhere: bool) -> Iterator[Ask]:
    """The idea in the words of each language, in texts of that language; what is typed is asked for as it is."""
    for concept in _concepts_of(span):
        for language, listed in concept.items():
            if language not in stemming.MAIN and not anywhere:
                continue
            typed = stemming.stem(span, language)
            said = (stemming.stem(words.lowered(name), language) for name in listed)
            if rows := tuple(Row("words", tuple(stems)) for stems in said if stems != typed):
                yield Weight(Every((Best(rows),), only=(Terms("language", (language,)),)), 0.5)


def said_otherwise(tokens: list[str]) -> Iterator[str]:
    """The subjects and ideas among the words, as they are also said; of the longest row of words first."""
    for span in _spans(tokens):
        yield from _subjects_of(span)
        for concept in _concepts_of(span):
            yield from (said for listed in concept.values() for said in listed)
