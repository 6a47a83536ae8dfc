"""German verbs whose particle stands at the end of the clause: der Anbieter bewahrt die Daten auf."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from nlp.grammar.hits import Hit, longest_first

# What follows the particle, and within how many words before it the verb stands.
ENDS = frozenset({",", ".", ";", ":", "und", "oder"})
REACH = 60


def with_verbs(cues: list[Hit], words: list[str], verbs: dict[str, dict[str, list[Any]]]) -> list[Hit]:
    """Cues in order with those that verbs are whose particle stands apart from them."""
    apart = list(joined(words, verbs)) if verbs else []
    return sorted([*cues, *apart], key=longest_first) if apart else cues


def joined(words: list[str], verbs: dict[str, dict[str, list[Any]]]) -> Iterator[Hit]:
    """A hit at each verb that was parted, for every cue of the whole verb; `verbs` are the cues by particle, then verb."""
    for end in [i for i, (word, after) in enumerate(pairwise(words)) if word in verbs and after in ENDS]:
        whole = verbs[words[end]]
        start = next((i for i in range(end - 1, max(end - REACH, -1), -1) if words[i] in whole), end)
        yield from (Hit(start, start + 1, cue) for cue in whole.get(words[start], ()))
