"""What to ask when no passage has all the words: the whole matter, a likely spelling, or openly fewer words."""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from index import words
from index.engines.counting import Counted
from index.engines.engine import Snapshot
from index.queries import names, translations
from index.queries.meaning import Meaning
from index.queries.plan import Ask, Every, Fixed, Some, Term, Terms
from index.queries.spelling import corrected
from index.query import Query
from index.unit import HEAD

_HEAD = Terms("place", (HEAD,))
_NUMERAL = re.compile(r"[IVX]+")
# a matter stays when it has words that tell at least so much of what the best one has
ENOUGH = 0.5
# of so many words and more, others follow the matters that have them all
LONG = 3
# below so many matters, those that have the words in different passages are also shown
FEW = 20
# how much more the name of a place tells than another word
PLACE = 2.0
# how much less a word tells that stands somewhere in a matter, not in its head: a long law has most words somewhere
SOMEWHERE = 0.5
# how much more a passage counts that has all the words together
TOGETHER = 25.0
# and one that is from a place that is named, or speaks of it
THERE = 8.0
# and a matter that has them all, or tells as much, before those that tell less
WHOLE = 6.0


class Settled(NamedTuple):
    """The question that is answered, what answers it, the words left out, and words read in another spelling.

    `whole`: of how many matters no word was left out, where some were left out of others. `lacking`: which words, by
    matter; `relaxed` are those that the best of these matters do without. `translated`: words that were also looked for
    in other languages, and what they may be there.
    """

    ask: Ask
    counted: Counted
    relaxed: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    whole: int = 0
    lacking: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 -- never changed
    translated: translations.Told = ()


def settle(snapshot: Snapshot, asked: Query, meant: Meaning) -> Settled:
    ask = meant.ask()
    counted = snapshot.groups(meant.plain())
    if not meant.needs or not any(meant.loose) or (counted.total and not _few(meant, counted)):
        return Settled(ask, counted)
    meant, told = (meant, ()) if counted.total else translations.widened(meant)
    counted = snapshot.groups(meant.plain()) if told else counted
    spellings: tuple[tuple[str, str], ...] = ()
    if not counted.total:
        meant, spellings = corrected(snapshot, asked, meant)
        meant, told = translations.widened(meant) if spellings else (meant, told)
        counted = snapshot.groups(meant.plain()) if spellings else counted
        if counted.total:
            return Settled(meant.ask(), counted, (), spellings, translated=told)
    return _wider(snapshot, meant, counted)._replace(corrected=spellings, translated=told)


def _few(meant: Meaning, counted: Counted) -> bool:
    return len(meant.needs) > 1 and counted.total < FEW


def _wider(snapshot: Snapshot, meant: Meaning, counted: Counted) -> Settled:
    """Behind the passages that have all the words: matters that have them in different passages.

    Then those that have the duty that is meant; of longer queries, and where nothing has all words, those that tell most.
    """
    held = [_holders(snapshot, meant, need) for need in meant.needs]
    heads = [_holders(snapshot, meant, Every((need,), only=(_HEAD,))) for need in meant.needs]
    scores = _with_ideas(snapshot, meant, _scores(held, heads, meant))
    if not any(scores.values()):
        return Settled(Every(meant.needs, meant.only, meant.without), counted)
    named, first = _named(snapshot, meant) & scores.keys(), counted.matters()
    complete = set.intersection(*held) | (named if first else set())
    kept = complete | named | (_tagged(snapshot, meant) & scores.keys())
    if not complete:
        kept |= _telling(held, scores)
    elif len(held) >= LONG:
        kept |= set(_others(held, scores, kept))
    if kept <= first:
        return Settled(meant.ask(), counted)
    placed = _placed(meant, held, kept)
    there = set().union(*placed)
    whole = _as_telling(complete, scores) or named | _most_telling(scores, there or kept)
    whole = whole & there or whole
    lacking = {matter: _lacking(meant, held, matter) for matter in kept - complete}
    relaxed = _best_lack(meant, lacking, scores)
    ordered = _in_order(meant, whole, named, WHOLE if complete else TOGETHER)
    settled = _within(snapshot, _there(ordered, placed), kept)
    return settled._replace(relaxed=relaxed, whole=len(complete) if relaxed else 0, lacking=lacking)


def _as_telling(complete: set[str], scores: dict[str, float]) -> set[str]:
    """The matters that have all the words, and those that tell no less: a long law may have them all, far apart."""
    least = min((scores[matter] for matter in complete & scores.keys()), default=math.inf)
    return complete | {matter for matter, score in scores.items() if score >= least}


def _in_order(meant: Meaning, whole: set[str], named: set[str], score: float) -> Meaning:
    """Passages that have all the words first, and laws that are named; then matters that have them all, or most."""
    head = Every(meant.needs, only=(_HEAD,))
    most, laws = (Terms("id", tuple(sorted(ids))) for ids in (whole, named - whole))
    better = (Fixed(Every(meant.needs), TOGETHER), Fixed(head, 10.0), Fixed(most, score), Fixed(laws, TOGETHER))
    return msgspec.structs.replace(meant, better=(*better, *meant.better))


def _there(meant: Meaning, placed: Sequence[set[str]]) -> Meaning:
    """What is from a place that is named, or speaks of it, before what does neither."""
    better = (Fixed(Terms("id", tuple(sorted(matters))), THERE) for matters in placed)
    return msgspec.structs.replace(meant, better=(*meant.better, *better))


def _placed(meant: Meaning, held: Sequence[set[str]], kept: set[str]) -> list[set[str]]:
    """For each place that is named what is from there, or speaks of it."""
    return [kept & matters for typed, matters in zip(meant.typed, held, strict=True) if _is_place(meant, typed)]


def _most_telling(scores: dict[str, float], among: set[str]) -> set[str]:
    best = max(scores.get(matter, 0.0) for matter in among)
    return {matter for matter in among if scores.get(matter) == best}


def _is_place(meant: Meaning, typed: str) -> bool:
    return " ".join(words.exact(typed)) in meant.places


def _others(held: Sequence[set[str]], scores: dict[str, float], kept: set[str]) -> list[str]:
    """A few more, best first: a long law may have all the words far apart and tell less than a title with most of them."""
    others = sorted((-scores[matter], matter) for matter in _telling(held, scores) - kept)
    return [matter for _, matter in others[: max(FEW // 2, FEW - len(kept))]]


def _telling(held: Sequence[set[str]], scores: dict[str, float]) -> set[str]:
    enough = ENOUGH * max(scores.values())
    return {matter for matter, score in scores.items() if score >= enough} | _all_but_one(held, scores)


def _all_but_one(held: Sequence[set[str]], scores: dict[str, float]) -> set[str]:
    """Of the words that anything has, when they are some, all but one: however rare that one is."""
    there = [matters for matters in held if matters]
    if len(there) < LONG:
        return set()
    return {matter for matter in scores if sum(matter in matters for matters in there) >= len(there) - 1}


def _lacking(meant: Meaning, held: Sequence[set[str]], matter: str) -> tuple[str, ...]:
    """The words that the matter does not have."""
    return tuple(typed for typed, matters in zip(meant.typed, held, strict=True) if matter not in matters)


def _best_lack(meant: Meaning, lacking: dict[str, tuple[str, ...]], scores: dict[str, float]) -> tuple[str, ...]:
    """What the best of the matters that lack a word do without, in the order of the query."""
    best = max((scores[matter] for matter in lacking), default=0.0)
    left = {word for matter, words in lacking.items() if scores[matter] == best for word in words}
    return tuple(typed for typed in meant.typed if typed in left)


def _named(snapshot: Snapshot, meant: Meaning) -> set[str]:
    """The laws that the words or a printed number name, as far as they are there and the filters let them through."""
    numbers = (names.key(typed) for typed, may in zip(meant.typed, meant.loose, strict=True) if not may)
    asks = [Term("name", number) for number in numbers if number]
    return set().union(*(_holders(snapshot, meant, ask) for ask in (Terms("id", meant.named), *asks)))


def _tagged(snapshot: Snapshot, meant: Meaning) -> set[str]:
    """The matters that concern hosts and have the duty that the words mean."""
    return set().union(*(_holders(snapshot, meant, tag.ask()) for tag in meant.tags if tag.field == "duty"))


def _holders(snapshot: Snapshot, meant: Meaning, need: Ask) -> set[str]:
    """The matters that have the word somewhere."""
    return snapshot.listed(Every((need,), meant.only, meant.without)).matters()


def _weights(held: Sequence[set[str]], meant: Meaning) -> list[float]:
    """How much each word tells: the fewer have it, the more. What is from elsewhere than was asked is hardly an answer."""
    everywhere = len(set().union(*held))
    factors = [PLACE if _is_place(meant, typed) else 1.0 for typed in meant.typed]
    return [
        factor * math.log(1 + (everywhere + 1) / len(matters)) if matters else 0.0
        for factor, matters in zip(factors, held, strict=True)
    ]


def _scores(held: Sequence[set[str]], heads: Sequence[set[str]], meant: Meaning) -> dict[str, float]:
    """How much the words tell that a matter has, in its head or somewhere, of all that have the words that may not be left out.

    Numbers alone tell nothing: what has none of the words is something else.
    """
    firm = [matters for matters, may in zip(held, meant.loose, strict=True) if not may]
    said = [matters for matters, typed in zip(held, meant.typed, strict=True) if _says(typed)]
    scores = dict.fromkeys(set.intersection(set().union(*(said or held)), *firm), 0.0)
    for matters, head, weight in zip(held, heads, _weights(held, meant), strict=True):
        for matter in matters & scores.keys():
            scores[matter] += weight if matter in head else SOMEWHERE * weight
    return scores


def _with_ideas(snapshot: Snapshot, meant: Meaning, scores: dict[str, float]) -> dict[str, float]:
    """Where several of the words stand together, or what they say together stands otherwise, they tell more."""
    for idea in meant.ideas:
        held = _holders(snapshot, meant, idea) & scores.keys()
        head = _holders(snapshot, meant, Every((idea,), only=(_HEAD,)))
        weight = math.log(1 + (len(scores) + 1) / len(held)) if held else 0.0
        for matter in held:
            scores[matter] += weight if matter in head else SOMEWHERE * weight
    return scores


def _says(typed: str) -> bool:
    """Numbers and numerals (II) only tell one thing from another of the same name."""
    return any(map(str.isalpha, typed)) and not _NUMERAL.fullmatch(typed)


def _within(snapshot: Snapshot, meant: Meaning, kept: set[str]) -> Settled:
    only = (*meant.only, Terms("id", tuple(sorted(kept))))
    ask = Every((Some(meant.needs),), only, meant.without, meant.better)
    return Settled(ask, snapshot.groups(Every(ask.must, only, meant.without)))
