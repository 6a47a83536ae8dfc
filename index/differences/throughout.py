"""One term for another in several norms of an act, told once with the places instead of norm by norm."""

from collections.abc import Iterator, Sequence
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

Told = tuple[Group, tuple[NormChange, ...]]
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


Alike = Sequence[tuple[NormChange, Swap]]


def once(told: Sequence[Told], sides: Sides, new: Text) -> list[NormChange]:
    """All changes; those that are one substitution at three places or more, and nothing else, become one.

    None do while the older term still stands in the newer version: then it was not replaced throughout.
    """
    found: dict[tuple[Stems, Stems], list[tuple[NormChange, Swap]]] = {}
    for group, changes in told:
        if swap := _only(group, changes, sides):
            found.setdefault(swap.stems, []).append((changes[0], swap))
    same = [each for each in found.values() if len(_places(each, new)) >= LEAST and not _stands(each, new)]
    hidden = {id(change) for each in same for change, _ in each}
    single = [change for _, changes in told for change in changes if id(change) not in hidden]
    return [*single, *(_joined(each, new) for each in same)]


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
    """In one of its printed forms: `services provided` has the stems of `service provider`."""
    wanted = {f" {' '.join(words.exact(swap.was))} " for _, swap in each}
    said = (f" {' '.join(words.exact(one.text))} " for one in new.provisions)
    return any(form in text for text in said for form in wanted)


def _only(group: Group, changes: Sequence[NormChange], sides: Sides) -> Swap | None:
    """The one substitution that makes all the difference between a norm and what it was."""
    if len(changes) != 1 or changes[0].label not in _WORDED or not len(group.before) == len(group.after) == 1:
        return None
    before, after = group.before[0], group.after[0]
    if _binds(before) != _binds(after):
        return None
    swaps = list(_swaps(sides.here.sentence(before), sides.there.sentence(after), sides.there.language))
    if len({swap.stems for swap in swaps}) != 1 or not all(map(_is_term, (swaps[0].was, swaps[0].now))):
        return None
    return min(swaps, key=lambda one: len(one.was))


def _binds(norm: Norm) -> tuple[object, ...]:
    return norm.modality, norm.host_duty


def _is_term(said: str) -> bool:
    """Words that say something, and no numbers: may for shall, or 2022 for 2019, is no other name of a thing."""
    named = any(len(word) > 2 and word not in words.stop_words() for word in words.exact(said))
    return named and not any(sign.isdigit() for sign in said)


def _swaps(was: str, now: str, language: str) -> Iterator[Swap]:
    """Every difference but those of signs and articles; one side is empty where words only came or went."""
    old, new = _words(was, language), _words(now, language)
    lost, won = [word.said for word in old], [word.said for word in new]
    for tag, a, b, c, d in SequenceMatcher(None, lost, won, autojunk=False).get_opcodes():
        if tag != "equal":
            stems = tuple(stemming.stem(lost[a:b], language)), tuple(stemming.stem(won[c:d], language))
            yield Swap(stems, _printed(was, old[a:b]), _printed(now, new[c:d]))


def _words(text: str, language: str) -> list[Word]:
    """Without articles, which follow the term: of `del` and `du` the preposition stays."""
    given = known(language)
    articles = given.articles if given else {}
    heard = ((words.fold(word), *place) for word, place in zip(*words.placed(text), strict=True))
    return [Word(said, start, end) for word, start, end in heard if (said := articles.get(word, word))]


def _printed(text: str, row: Sequence[Word]) -> str:
    return " ".join(text[row[0].start : row[-1].end].split()) if row else ""
