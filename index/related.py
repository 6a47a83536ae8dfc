"""Duties and topics in other words or another language: what people type for what the tagger calls by its code."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from crawlers import facts
from crawlers.vocabulary import Duty, Topic
from index import words


class Meant(NamedTuple):
    """A tag that the words mean, and the words (exact tokens) that say so."""

    field: str
    value: str
    said: frozenset[str]

    @property
    def tag(self) -> str:
        return f"{self.field}:{self.value}"


class _Saying(NamedTuple):
    field: str
    value: str
    language: str
    stems: frozenset[str]


@cache
def _sayings() -> tuple[_Saying, ...]:
    """related.yaml, each saying as the stems of its language, those of most words first."""
    file = Path(__file__).with_name("related.yaml")
    read = facts.convert(facts.load(file), dict[str, dict[str, dict[str, tuple[str, ...]]]], file.name, "related")
    found = []
    for field, kind in (("duty", Duty), ("topic", Topic)):
        for value, languages in read[field].items():
            for language, sayings in languages.items():
                found += [_Saying(field, kind(value), language, frozenset(_stems(said, language))) for said in sayings]
    return tuple(sorted(found, key=lambda saying: -len(saying.stems)))


def _stems(text: str, language: str) -> list[str]:
    stop = words.stop_words()
    kept = [word for word in words.lowered(text) if words.fold(word) not in stop]
    return words.stems(kept, language)


def meant(tokens: list[str]) -> list[Meant]:
    """The tags whose saying is all among the words, the saying with most words first; at most three."""
    by_language = {language: dict(zip(words.stems(tokens, language), tokens, strict=True)) for language in _languages()}
    found: dict[str, Meant] = {}
    for saying in _sayings():
        typed = by_language[saying.language]
        if saying.stems and saying.stems <= typed.keys():
            said = frozenset(typed[stem] for stem in saying.stems)
            found.setdefault(saying.value, Meant(saying.field, saying.value, said))
    return list(found.values())[:3]


@cache
def _languages() -> frozenset[str]:
    return frozenset(saying.language for saying in _sayings())
