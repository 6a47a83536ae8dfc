"""The phrases of the lexicons as official texts may spell them."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

ELIDING = frozenset({"fr", "it"})
CHOICE = re.compile(r"[()]")
PLAIN = {"à": "a", "è": "e", "é": "e", "ì": "i", "ò": "o", "ù": "u"}
ASCII_ITALIAN = re.compile(r"[àèéìòù](?!\w)")


def spelled(language: str, phrases: Iterable[str]) -> list[str]:
    """The phrases with every choice they offer, in the spellings of official texts: ’ for ', and Italian e' for è."""
    given = [each for phrase in phrases for each in choices(phrase)]
    if language in ELIDING:
        given += [phrase.replace("'", "’") for phrase in given if "'" in phrase]
    if language == "it":
        given += [_ascii(phrase) for phrase in given if ASCII_ITALIAN.search(phrase)]
        # spaCy takes E' at the beginning of a sentence for one word, and e' for two
        given += ["E'" + phrase[2:] for phrase in given if phrase.startswith("e' ")]
    return list(dict.fromkeys(given))


def choices(phrase: str) -> Iterator[str]:
    """(is|are) (|hereby) repealed: every way of taking one of each group."""
    parts = [part.split("|") for part in CHOICE.split(phrase)]
    yield from (" ".join("".join(taken).split()) for taken in product(*parts))


def _ascii(phrase: str) -> str:
    return ASCII_ITALIAN.sub(lambda found: PLAIN[found[0]] + "'", phrase)
