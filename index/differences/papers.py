"""Which papers of a matter are versions of the whole law, and which one has almost nothing left of the one before."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from crawlers.matter import Text
from index.differences.versions import plain

# share of the older version's neighbouring words below which it was replaced rather than amended
GUTTED = 0.3
# share of the longest older version from which a paper is a version of the whole: amendments, reports of a conference,
# a governor's letter are much shorter and change the law only by what they order; a shorter one is a version, too, where
# so much of its words stood there before
WHOLE, LEFT = 1 / 3, 0.7


def whole(older: Sequence[Text], new: Text) -> list[Text]:
    """Of the older papers those that are versions of the whole; none where the new one is not."""
    if not older:
        return []
    longest = max(older, key=size)
    least = WHOLE * size(longest)
    if not least or (size(new) < least and not _cut(longest, new)):
        return []
    return [one for one in older if size(one) >= least]


def _cut(longest: Text, new: Text) -> bool:
    """What is left of a law when most of it is struck out."""
    old, kept = _pairs_of_words(longest), _pairs_of_words(new)
    return bool(kept) and (old & kept).total() >= LEFT * kept.total()


def size(text: Text) -> int:
    """In characters."""
    return sum(len(one.text) for one in text.provisions)


def gutted(before: Text, after: Text) -> bool:
    """Almost nothing of the older version is left: another law under the same number."""
    old, new = _pairs_of_words(before), _pairs_of_words(after)
    return bool(old and new) and (old & new).total() < GUTTED * old.total()


def _pairs_of_words(text: Text) -> Counter[tuple[str, str]]:
    """Neighbours rather than words: any two texts of one language share their little words."""
    return Counter(pair for one in text.provisions for pair in pairwise(plain(one).split()))


def excerpt(old: Text, new: Text) -> Text | None:
    """Of two texts of one law the one that is no version of the whole: a part of it, or a paper about it."""
    shorter, longer = sorted((old, new), key=size)
    return None if whole([longer], shorter) else shorter


def newest_two(texts: Sequence[Text]) -> tuple[Text, Text] | None:
    """Of texts in one language the newest that has an older whole version, and that one."""
    for new in sorted(texts, key=lambda one: (one.date, size(one)), reverse=True):
        if older := whole([one for one in texts if one.date < new.date], new):
            return max(older, key=lambda one: (one.date, size(one))), new
    return None
