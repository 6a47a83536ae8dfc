"""What to ask when no passage has all the words: the whole matter, a likely spelling, or openly fewer words."""

import math
from typing import NamedTuple

import msgspec

from index import facets, highlight, meaning, words
from index.engines.engine import Snapshot
from index.meaning import Meaning
from index.plan import Ask, Every, Fixed, Some, Terms
from index.units import HEAD

# a matter stays when it has words that tell at least so much of what the best one has
ENOUGH = 0.8
# below so many matters, those that have the words in different passages are also shown
FEW = 10
# how much more a passage counts that has all the words together
TOGETHER = 25.0


class Settled(NamedTuple):
    """The question that is answered, what answers it, the words left out, and words read in another spelling."""

    ask: Ask
    groups: dict[str, int]
    relaxed: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()


def settle(snapshot: Snapshot, meant: Meaning) -> Settled:
    ask = meant.ask()
    groups = snapshot.groups(meant.plain())
    if len(meant.needs) > 1 and groups and all(meant.loose) and len(facets.matters(groups)) < FEW:
        return _wider(snapshot, meant, ask, groups)
    if groups or not meant.needs or not any(meant.loose):
        return Settled(ask, groups)
    corrected, spellings = _corrected(snapshot, meant)
    if spellings:
        groups = snapshot.groups(corrected.plain())
        if groups:
            return Settled(corrected.ask(), groups, (), spellings)
    return _fewer(snapshot, corrected)._replace(corrected=spellings)


def _wider(snapshot: Snapshot, meant: Meaning, ask: Ask, groups: dict[str, int]) -> Settled:
    """Few matters have all the words in one passage: those that have them in different passages come behind."""
    complete = set.intersection(*(_holders(snapshot, meant, need) for need in meant.needs)) | _named(snapshot, meant)
    if not complete - facets.matters(groups):
        return Settled(ask, groups)
    head = Every(meant.needs, only=(Terms("place", (HEAD,)),))
    better = (Fixed(Every(meant.needs), TOGETHER), Fixed(head, 10.0), *meant.better)
    return _within(snapshot, msgspec.structs.replace(meant, better=better), complete, ())


def _named(snapshot: Snapshot, meant: Meaning) -> set[str]:
    """The laws that the words name, as far as they are there and the filters let them through."""
    return _holders(snapshot, meant, Terms("id", meant.named)) if meant.named else set()


def _holders(snapshot: Snapshot, meant: Meaning, need: Ask) -> set[str]:
    """The matters that have the word somewhere."""
    return facets.matters(snapshot.groups(Every((need,), meant.only, meant.without)))


def _corrected(snapshot: Snapshot, meant: Meaning) -> tuple[Meaning, tuple[tuple[str, str], ...]]:
    """Words that nothing holds, as the likeliest word that something holds."""
    needs, spellings = list(meant.needs), []
    for place, (need, typed) in enumerate(zip(meant.needs, meant.typed, strict=True)):
        if meant.loose[place] and typed.isalpha() and len(typed) > 3 and not _found(snapshot, meant, need):
            near = meaning.near(typed)
            spelled = _spelled(snapshot, meant, near, typed)
            if spelled:
                needs[place] = near
                spellings.append((typed, spelled))
    return msgspec.structs.replace(meant, needs=tuple(needs)), tuple(spellings)


def _found(snapshot: Snapshot, meant: Meaning, need: Ask) -> bool:
    return bool(snapshot.best(Every((need,), (), meant.without), 1))


def _spelled(snapshot: Snapshot, meant: Meaning, near: Ask, typed: str) -> str:
    """The word of the first hits that is spelled most like the typed one."""
    hits = snapshot.best(Every((near,), meant.only, meant.without), 10)
    found = {token.lower for shown in snapshot.shown(hits) for token in words.split(shown.body)}
    for distance in (1, 2):
        alike = sorted(
            word for word in found if highlight.within(words.fold(typed.lower()), words.fold(word), distance)
        )
        if alike:
            return alike[0]
    return ""


def _fewer(snapshot: Snapshot, meant: Meaning) -> Settled:
    """Matters that have all the words in different passages; else those that have the words that tell most."""
    held = [_holders(snapshot, meant, need) for need in meant.needs]
    firm = [matters for matters, loose in zip(held, meant.loose, strict=True) if not loose]
    everywhere = set.union(*held) if not firm else set.intersection(*firm)
    weights = [math.log(1 + (len(everywhere) + 1) / len(matters)) if matters else 0.0 for matters in held]
    scores = dict.fromkeys(everywhere, 0.0)
    for matters, weight in zip(held, weights, strict=True):
        for matter in matters & everywhere:
            scores[matter] += weight
    best = max(scores.values(), default=0.0)
    if not best:
        return Settled(Every(meant.needs, meant.only, meant.without), {})
    complete = set.intersection(*held)
    kept = complete or {matter for matter, score in scores.items() if score >= ENOUGH * best}
    kept |= _named(snapshot, meant) & everywhere
    first = min(matter for matter in kept if scores[matter] == best)
    relaxed = [typed for typed, matters in zip(meant.typed, held, strict=True) if first not in matters]
    return _within(snapshot, meant, kept, tuple(relaxed))


def _within(snapshot: Snapshot, meant: Meaning, kept: set[str], relaxed: tuple[str, ...]) -> Settled:
    only = (*meant.only, Terms("id", tuple(sorted(kept))))
    ask = Every((Some(meant.needs),), only, meant.without, meant.better)
    return Settled(ask, snapshot.groups(Every(ask.must, only, meant.without)), relaxed)
