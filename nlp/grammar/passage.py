"""One provision as the rules see it: words, sentences, and what the lexicon finds in them."""

from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from nlp.grammar.hits import Hit

# Words for a service, which somebody provides: no provider by what they serve.
SERVICE = ("servic", "dienst", "serviz", "serviç")


class Later:
    """Hits that are looked for when they are first asked for."""

    def __init__(self, find: Callable[[], list[Hit]]) -> None:
        self._find = find

    @cached_property
    def hits(self) -> list[Hit]:
        return self._find()


class Passage(NamedTuple):
    """`words` are lower case; `offsets[i]` and `ends[i]` are the characters of word i; sentences are ranges of words."""

    text: str
    language: str
    words: list[str]
    offsets: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]
    triggers: list[Hit]
    roles: list[Hit]
    cues: list[Hit]
    ideas: Later

    def word_at(self, offset: int) -> int:
        return bisect_left(self.offsets, offset)
