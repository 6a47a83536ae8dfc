"""One provision as the rules see it: words, sentences, and what the lexicon finds in them."""

from bisect import bisect_left
from typing import NamedTuple

from nlp.grammar.hits import Hit

# Words for a service, which somebody provides: no provider by what they serve.
SERVICE = ("servic", "dienst", "serviz", "serviç")


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

    def word_at(self, offset: int) -> int:
        return bisect_left(self.offsets, offset)
