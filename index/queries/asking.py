"""What a question is looked for by: without the words that only ask, and what is elided before a word."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index import words
from index.query import Part, Phrase, Word

# words of the longest way to ask
LONGEST = 5
_ABBREVIATION = re.compile(r"[A-Z]{2,4}")


def query_words(parts: Sequence[Part]) -> list[str]:
    """The plain words of a query in their order, as exact tokens."""
    return [token for part in parts for token in _tokens(part)]


def _tokens(part: Part) -> tuple[str, ...]:
    return _exact(part.text) if isinstance(part, Word | Phrase) else ()


@lru_cache(1 << 14)
def _exact(text: str) -> tuple[str, ...]:
    return tuple(words.exact(text))


def sought(parts: Sequence[Part]) -> Sequence[Part]:
    """Without little words, unless there is nothing else; IT and US in capitals are none."""
    asking = set(_asking(parts))
    kept = [_bare(part) for place, part in enumerate(parts) if place not in asking and not _is_little(part)]
    return kept or parts


def _bare(part: Part) -> Part:
    return Word(words.bare(part.text), part.at) if isinstance(part, Word) else part


def _is_little(part: Part) -> bool:
    if not isinstance(part, Word) or _ABBREVIATION.fullmatch(part.text):
        return False
    return _says_little(part.text)


@lru_cache(1 << 14)
def _says_little(text: str) -> bool:
    return set(words.exact(words.bare(text))) <= words.little_words()


def _asking(parts: Sequence[Part]) -> Iterator[int]:
    """The places of words that ask together: how long, combien de temps."""
    tokens = [_tokens(part) for part in parts]
    for start in range(len(parts)):
        row: tuple[str, ...] = ()
        for end in range(start + 1, min(start + LONGEST, len(parts)) + 1):
            row += tokens[end - 1]
            if row in words.asking():
                yield from range(start, end)
