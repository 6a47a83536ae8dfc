"""One term for another in several norms of an act, or a term that gained or lost words, told once with the places."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from msgspec.structs import replace

from crawlers.matter import Norm, Text
from crawlers.vocabulary import Modality
from index import stemming, words
from index.differences.counting import known
from index.differences.kinds import Label, NormChange
from index.differences.pairing import Group
from index.differences.reworded import Sides

# places from which one term for another is told once
LEAST = 3
# what other words may have been told as; a time, a sum, a duty that came or went is told where it stands
_WORDED = {Label.BOUND, Label.CONDITION, Label.COUNTED_FROM, Label.PENALTY, Label.CHANGED}

# the changes of a group of norms
Changed = tuple[Group, tuple[NormChange, ...]]
Stems = tuple[str, ...]


class Swap(NamedTuple):
    """A term that went and the one that came for it: by their stems, and as they are printed."""

    stems: tuple[Stems, Stems]
    was: str
    now: str


class Word(NamedTuple):
    said: str
    start: int
    end: int


class Stretch(NamedTuple):
    """Words from one place to another, before and after."""

    was: slice
    now: slice


Alike = Sequence[tuple[NormChange, Swap]]


def once(told: Sequence[Changed], sides: Sides, new: Text) -> list[NormChange]:
    """All changes; those that are one substitution at three places or more, and nothing else, become one.

    None do while the older term still stands in the newer version: then it was not replaced throughout.
    """
    found: dict[tuple[Stems, Stems], list[tuple[NormChange, Swap]]] = {}
    for group, changes in told:
        for swap in _swaps(group, changes, sides):
            found.setdefault(swap.stems, []).append((changes[0], swap))
    hidden: set[int] = set()
    same = []
    for each in sorted(found.values(), key=len, reverse=True):
        left = [(change, swap) for change, swap in each if id(change) not in hidden]
        if len(_places(left, new)) >= LEAST and not _stands(left, new):
            same.append(_joined(left, new))
            hidden |= {id(change) for change, _ in left}
    return [*(change for _, changes in told for change in changes if id(change) not in hidden), *same]


def _joined(each: Alike, new: Text) -> NormChange:
    """Stands for all of them: a norm about hosts if there is one, and the plainest form of the term."""
    first = min((change for change, _ in each), key=_distance)
    swap = min((swap for _, swap in each), key=lambda one: (len(one.was), one.was[0].isupper()))
    return replace(first, label=Label.THROUGHOUT, was=swap.was, now=swap.now, places=tuple(_places(each, new)))


def _distance(change: NormChange) -> int:
    """From what hosts must do; a definition is nearer than the rest."""
    norms = [norm for norm in (change.before, change.after) if norm]
    if any(norm.host_duty for norm in norms):
        return 0
    return 1 if any(norm.duty or norm.modality is Modality.DEFINITION for norm in norms) else 2


def _places(each: Alike, new: Text) -> list[str]:
    """Provisions of the newer version, in its order."""
    held = {change.after.provision for change, _ in each if change.after}
    return [one.id for one in new.provisions if one.id in held]


def _stands(each: Alike, new: Text) -> bool:
    """In one of its printed forms, on its own: `services provided` has the stems of `service provider`."""
    forms, stems = {tuple(words.exact(swap.was)) for _, swap in each}, each[0][1].stems
    found = (
        (said, at, at + len(form))
        for said in (words.exact(one.text) for one in new.provisions)
        for form in forms
        for at in range(len(said))
        if tuple(said[at : at + len(form)]) == form
    )
    return any(not _longer(said, start, end, stems, new.language) for said, start, end in found)


def _longer(said: Sequence[str], start: int, end: int, stems: tuple[Stems, Stems], language: str) -> bool:
    """Of a term that gained words: is what stands there the term that it became, or another that ends alike?"""
    was, now = stems
    more = len(now) - len(was)
    if more > 0 and now[more:] == was:
        return start > 0 and _is_term(said[start - 1])
    rest = stemming.stem(_kept(said[end:], language), language)
    return more > 0 and now == (*was, *rest[:more])


def _swaps(group: Group, changes: Sequence[NormChange], sides: Sides) -> list[Swap]:
    """The one substitution that makes all the difference between a norm and what it was; it may be read in two ways."""
    if len(changes) != 1 or changes[0].label not in _WORDED or not len(group.before) == len(group.after) == 1:
        return []
    before, after = group.before[0], group.after[0]
    if _binds(before) != _binds(after):
        return []
    found = list(_differences(sides.here.sentence(before), sides.there.sentence(after), sides.there.language))
    common = set.intersection(*({swap.stems for swap in each} for each in found)) if found else set()
    return [_plainest(swap for each in found for swap in each if swap.stems == stems) for stems in sorted(common)]


def _plainest(swaps: Iterable[Swap]) -> Swap:
    return min(swaps, key=lambda one: len(one.was))


def _binds(norm: Norm) -> tuple[object, ...]:
    return norm.modality, norm.host_duty


def _is_term(said: str) -> bool:
    """Words that say something, and no numbers: may for shall, or 2022 for 2019, is no other name of a thing."""
    named = any(len(word) > 2 and word not in words.stop_words() for word in words.exact(said))
    return named and not any(sign.isdigit() for sign in said)


def _differences(was: str, now: str, language: str) -> Iterator[list[Swap]]:
    """Every difference but those of signs and articles, as the terms of which it can be read; none where it is of no term."""
    old, new = _words(was, language), _words(now, language)
    lost, won = [word.said for word in old], [word.said for word in new]
    for tag, a, b, c, d in SequenceMatcher(None, lost, won, autojunk=False).get_opcodes():
        if tag != "equal":
            swaps = []
            for here, there in _terms(lost, won, Stretch(slice(a, b), slice(c, d))):
                stems = tuple(stemming.stem(lost[here], language)), tuple(stemming.stem(won[there], language))
                swaps.append(Swap(stems, _printed(was, old[here]), _printed(now, new[there])))
            yield swaps


def _terms(lost: Sequence[str], won: Sequence[str], apart: Stretch) -> Iterator[Stretch]:
    """As they differ; words that only came or went, with the word behind them or that before them: they made a term another."""
    (here, there), differ = apart, [*lost[apart.was], *won[apart.now]]
    if lost[here] and won[there]:
        read = [apart]
    else:
        read = [Stretch(slice(here.start, here.stop + 1), slice(there.start, there.stop + 1))]
        read += [Stretch(slice(here.start - 1, here.stop), slice(there.start - 1, there.stop))] if here.start else []
    if _is_term(" ".join(differ)):
        yield from (one for one in read if _is_term(" ".join(lost[one.was])) and _is_term(" ".join(won[one.now])))


def _words(text: str, language: str) -> list[Word]:
    """Without articles, which follow the term: of `del` and `du` the preposition stays."""
    heard = zip(*words.placed(text), strict=True)
    return [Word(said, start, end) for word, (start, end) in heard for said in _kept([words.fold(word)], language)]


def _kept(said: Iterable[str], language: str) -> list[str]:
    given = known(language)
    articles = given.articles if given else {}
    return [kept for word in said if (kept := articles.get(word, word))]


def _printed(text: str, row: Sequence[Word]) -> str:
    return " ".join(text[row[0].start : row[-1].end].split()) if row else ""
