"""What the lexicon finds in a passage, and which of those that overlap stay."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple


class Hit(NamedTuple):
    """Words [start, end) of a passage, and the entry of the lexicon or taxonomy that found them."""

    start: int
    end: int
    entry: Any


# Hit(*fields), twice as fast: most words of a law are hit.
hit_of: Callable[[tuple[int, int, Any]], Hit] = partial(tuple.__new__, Hit)


def longest(hits: list[Hit]) -> list[Hit]:
    """Of overlapping hits the longest; like all here, of hits with the longest first."""
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif hit.end - hit.start > kept[-1].end - kept[-1].start:
            kept[-1] = hit
    return kept


def bearers(hits: list[Hit]) -> list[Hit]:
    """The longest nouns from the left, where the head of a name stands; one that bears nothing (personal data, state aid) silences those within it."""
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif hit.entry.bearer == "none" and hit.end > kept[-1].end:
            kept[-1] = hit
    return [hit for hit in kept if hit.entry.bearer != "none"]


def longest_cues(hits: list[Hit]) -> list[Hit]:
    """Duties with their hints and topics side by side: each kind keeps its longest cue at a place; a false friend silences both."""
    duties = longest([hit for hit in hits if hit.entry.topic is None])
    topics = longest([hit for hit in hits if hit.entry.duty is None and hit.entry.hint is None])
    return [hit for hit in (*duties, *topics) if hit.entry.duty or hit.entry.topic or hit.entry.hint]


def longest_ideas(hits: list[Hit]) -> list[Hit]:
    """Each idea said; of words within others the longer, so that the number of a telephone is no number."""
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.end > kept[-1].end or (hit.start, hit.end) == (kept[-1].start, kept[-1].end):
            kept.append(hit)
    return kept


def longest_first(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end
