"""Duties, topics, kinds and standings in other words or another language: what people type for what has a code."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from crawlers import facts
from crawlers.matter import Struct
from crawlers.vocabulary import Duty, Kind, Status, Topic
from index import stemming, words
from index.queries.plan import Ask, Every, Span, Term
from index.unit import CONCERNS

# words of a saying in which others may stand for its own
LEAST = 3


class Meant(NamedTuple):
    """A tag that the words mean, and the words (exact tokens) that say so."""

    field: str
    value: str
    said: frozenset[str]

    @property
    def tag(self) -> str:
        return f"{self.field}:{self.value}"

    @property
    def tagged(self) -> bool:
        """By the tagger, and no fact of the source."""
        return self.field in {"duty", "topic"}

    def ask(self) -> Ask:
        """What is so tagged; a tag of a matter that hardly concerns hosts says little. What it is and how it stands is certain."""
        if not self.tagged:
            return Term(self.field, self.value)
        return Every((Term(self.field, self.value),), only=(Span("relevance", CONCERNS, 1000),))


class _Saying(NamedTuple):
    field: str
    value: str
    language: str
    stems: frozenset[str]


Sayings = dict[str, dict[str, tuple[str, ...]]]


class _Facts(Struct, frozen=True, kw_only=True):
    """related.yaml: sayings by value and language; `alike` are words that people use for each other in them."""

    alike: dict[str, tuple[tuple[str, ...], ...]]
    duty: Sayings
    topic: Sayings
    kind: Sayings
    status: Sayings


@cache
def _read() -> _Facts:
    file = Path(__file__).with_name("related.yaml")
    return facts.convert(facts.load(file), _Facts, file.name, "related")


@cache
def _sayings() -> tuple[_Saying, ...]:
    """Each saying as the stems of its language, those of most words first."""
    found = []
    for field, kind in (("duty", Duty), ("topic", Topic), ("kind", Kind), ("status", Status)):
        for value, languages in getattr(_read(), field).items():
            for language, sayings in languages.items():
                found += [_Saying(field, kind(value), language, frozenset(_stems(said, language))) for said in sayings]
    return tuple(sorted(found, key=lambda saying: -len(saying.stems)))


def _stems(text: str, language: str) -> list[str]:
    stop = words.stop_words()
    kept = [word for word in words.lowered(text) if words.fold(word) not in stop]
    return stemming.stem(kept, language)


def meant(tokens: list[str]) -> list[Meant]:
    """The tags whose saying is all among the words, the saying with most words first; at most three, and kinds and standings."""
    found: dict[str, Meant] = {}
    for _, saying, said in sorted(_candidates(tokens), key=lambda candidate: candidate[0]):
        found.setdefault(saying.value, Meant(saying.field, saying.value, said))
    tags = [tag for tag in found.values() if tag.tagged]
    return [*tags[:3], *(tag for tag in found.values() if not tag.tagged)]


def _candidates(tokens: list[str]) -> Iterator[tuple[int, _Saying, frozenset[str]]]:
    """Place, saying, and the typed words that say it: in its own words, or each in one that people use for its word."""
    stems = stemming.in_main(tuple(tokens))
    for language, by_first in _by_first().items():
        typed = dict(zip(stems[language], tokens, strict=True))
        alike = {other: token for stem, token in typed.items() for other in _alike(language).get(stem, ())} | typed
        for stem in alike:
            for place, saying in by_first.get(stem, ()):
                if saying.stems <= alike.keys():
                    said = frozenset(alike[one] for one in saying.stems)
                    if saying.stems <= typed.keys() or (LEAST <= len(said) == len(saying.stems)):
                        yield place, saying, said


@cache
def _alike(language: str) -> dict[str, frozenset[str]]:
    """For the stem of a word the stems of those that people use for it."""
    found: dict[str, frozenset[str]] = {}
    for listed in _read().alike.get(language, ()):
        stems = frozenset(stemming.stem(words.lowered(" ".join(listed)), language))
        found |= {stem: found.get(stem, frozenset()) | stems for stem in stems}
    return found


@cache
def _by_first() -> dict[str, dict[str, list[tuple[int, _Saying]]]]:
    """Sayings and their places by language and one of their stems, so that few are looked at."""
    found: dict[str, dict[str, list[tuple[int, _Saying]]]] = {}
    for place, saying in enumerate(_sayings()):
        if saying.stems:
            by_first = found.setdefault(saying.language, {})
            by_first.setdefault(min(saying.stems), []).append((place, saying))
    return found
