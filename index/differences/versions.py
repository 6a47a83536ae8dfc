"""Two versions of a text, provision by provision: the same, changed, added, dropped, moved or renumbered."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from crawlers.matter import Provision, Struct, Text
from index import words
from index.differences import printed
from index.differences.places import Renumbered
from index.differences.preambles import shared

# share of words that a provision under another number must have in common with one that is gone
ALIKE = 0.6
# by how much less a provision under the same number may be alike to be the one
SAME_NUMBER = 0.25
_LEADS_ON = re.compile(r"[;,]\s+(?:and/or|and|or|und|oder|et|ou|y|o|e)\s*$")
# letters from which words are so many that they stand under another number by no chance
TELLING = 12
# provisions without a partner that are compared with each other at most, so that two books take no hour
MOST = 400


class How(StrEnum):
    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    DROPPED = "dropped"
    MOVED = "moved"


class Piece(Struct, frozen=True, kw_only=True):
    """Words that stand in both versions, or in one of them: same, added, dropped."""

    how: How
    text: str


class Pair(Struct, frozen=True, kw_only=True):
    """A provision before and after; `moved` may also have changed words. `pieces` are empty where both are the same."""

    how: How
    before: Provision | None = None
    after: Provision | None = None
    pieces: tuple[Piece, ...] = ()


def compare(before: Text, after: Text) -> list[Pair]:
    """In the order of the newer version; what was dropped stands where it stood. Recitals that only one carries are none of it."""
    before, after = shared(before, after)
    partners = match(before.provisions, after.provisions)
    old = {provision.id: provision for provision in before.provisions}
    pairs = [_pair(old.get(partners.get(new.id, "")), new, after.language) for new in after.provisions]
    kept = set(partners.values())
    for place, provision in enumerate(before.provisions):
        if provision.id not in kept:
            pairs.insert(_place(pairs, before.provisions[:place]), Pair(how=How.DROPPED, before=provision))
    return pairs


def _place(pairs: Sequence[Pair], earlier: Sequence[Provision]) -> int:
    """Behind the nearest provision that stood before it."""
    for provision in reversed(earlier):
        for place, pair in enumerate(pairs):
            if pair.before is not None and pair.before.id == provision.id:
                return place + 1
    return 0


def _pair(before: Provision | None, after: Provision, language: str) -> Pair:
    if before is None:
        return Pair(how=How.ADDED, after=after)
    same = alike(before, after, language)
    if before.id == after.id and same:
        return Pair(how=How.SAME, before=before, after=after)
    how = How.CHANGED if before.id == after.id else How.MOVED
    return Pair(how=how, before=before, after=after, pieces=() if same else tuple(pieces(before.text, after.text)))


def same(one: Text, other: Text) -> bool:
    """The same words in the same order; numbers of provisions aside, also where other provisions name them."""
    one, other = shared(one, other)
    if len(one.provisions) != len(other.provisions):
        return _same_words_of(one, other)
    return _same_words_of(one, other) or _renumbered(one, other)


def _same_words_of(one: Text, other: Text) -> bool:
    here, there = ("\n".join(f"{each.heading} {each.text}" for each in text.provisions) for text in (one, other))
    return printed.same(here, there, other.language)


def _renumbered(one: Text, other: Text) -> bool:
    numbers = Renumbered(match(one.provisions, other.provisions))
    pairs = zip(one.provisions, other.provisions, strict=True)
    return all(numbers.same(_said(old), _said(new), other.language) for old, new in pairs)


def alike(before: Provision, after: Provision, language: str) -> bool:
    return printed.same(_said(before), _said(after), language)


def plain(provision: Provision) -> str:
    """What counts as the same words: signs, spaces, accents and capitals do not."""
    return " ".join(words.exact(_said(provision)))


def _said(provision: Provision) -> str:
    """Without the `or` that leads to the next item of a list."""
    return f"{provision.heading} {_LEADS_ON.sub('', provision.text)}"


def match(before: Iterable[Provision], after: Iterable[Provision]) -> dict[str, str]:
    """For each provision after, the id of the one before that it is: same words, else most alike, else same id.

    A provision that keeps its id but got wholly other words, while its words stand elsewhere, has been renumbered.
    """
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    old_words, new_words = ({id: plain(one) for id, one in held.items()} for held in (old, new))
    partners = {id: id for id in new if id in old and old_words[id] == new_words[id]}
    _same_words(old_words, new_words, partners)
    _alike(old_words, new_words, partners)
    free = set(old) - set(partners.values())
    return partners | {id: id for id in new if id not in partners and id in free}


def _same_words(old: dict[str, str], new: dict[str, str], partners: dict[str, str]) -> None:
    """Words of some length that stand once before and once after, under other numbers."""
    taken = set(partners.values())
    places: dict[str, list[str]] = {}
    for id, text in old.items():
        if id not in taken and len(text) > TELLING:
            places.setdefault(text, []).append(id)
    for id, text in new.items():
        if id not in partners and len(found := places.get(text, [])) == 1:
            partners[id] = found.pop()


def _alike(old: dict[str, str], new: dict[str, str], partners: dict[str, str]) -> None:
    """The most alike first; one under the same number needs less to be the same."""
    free = sorted(set(old) - set(partners.values()))
    lost = [id for id in new if id not in partners and len(new[id]) > 40]
    if len(lost) * len(free) > MOST * MOST:
        return
    held = {id: set(map(printed.spelled, old[id].split())) for id in free if len(old[id]) > 40}
    words_of = {id: set(map(printed.spelled, new[id].split())) for id in lost}
    scores = [
        (_share(words_of[id], held[other]) + SAME_NUMBER * (id == other), id, other) for id in lost for other in held
    ]
    taken: set[str] = set()
    for score, id, other in sorted(scores, key=lambda found: (-found[0], found[1], found[2])):
        if score >= ALIKE and id not in partners and other not in taken:
            partners[id] = other
            taken.add(other)


def _share(one: set[str], other: set[str]) -> float:
    return len(one & other) / (len(one | other) or 1)


def pieces(before: str, after: str) -> list[Piece]:
    """Word by word."""
    old, new = before.split(), after.split()
    found = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece(how=How.SAME, text=" ".join(old[a:b])))
            continue
        if b > a:
            found.append(Piece(how=How.DROPPED, text=" ".join(old[a:b])))
        if d > c:
            found.append(Piece(how=How.ADDED, text=" ".join(new[c:d])))
    return found
