"""German verbs whose particle stands at the end of the clause: der Anbieter bewahrt die Daten auf."""

from collections.abc import Iterator
from typing import Any

from nlp.grammar.hits import Hit

# What follows the particle, and within how many words before it the verb stands.
ENDS = frozenset({",", ".", ";", ":", "und", "oder"})
REACH = 60


def joined(words: list[str], verbs: dict[tuple[str, str], list[Any]]) -> Iterator[Hit]:
    """A hit at each verb that was parted, for every cue of the whole verb; `verbs` are the cues by particle and verb."""
    particles = {particle for particle, _ in verbs}
    for end in (i for i, word in enumerate(words[:-1]) if word in particles and words[i + 1] in ENDS):
        start = next((i for i in range(end - 1, max(end - REACH, -1), -1) if (words[end], words[i]) in verbs), end)
        yield from (Hit(start, start + 1, cue) for cue in verbs.get((words[end], words[start]), ()))
