"""Which norm of an older version became which of a newer one: by their words first, then by what they say and where."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from crawlers.matter import Norm, Struct
from crawlers.vocabulary import Modality
from index import words
from index.differences import printed

# share of words in common from which two norms are one: in one provision, and anywhere
HERE, ANYWHERE = 0.5, 0.75
# the same of two that say the same duty of the same host in one provision
SAYING = 0.3
# share of the neighbouring words of a norm from which it stood in words that went elsewhere
STOOD = 0.5
# norms without a partner that are compared with each other at most
MOST = 60_000
# between these a statement may change and stay the same one: shall becomes may
DEONTIC = frozenset({Modality.OBLIGATION, Modality.PROHIBITION, Modality.PERMISSION, Modality.RIGHT, Modality.POWER})


class Group(Struct, frozen=True, kw_only=True):
    """Norms before and what they became; several where a provision was split or merged, none where one came or went."""

    before: tuple[Norm, ...] = ()
    after: tuple[Norm, ...] = ()


def groups(old: Sequence[Norm], new: Sequence[Norm], partners: Mapping[str, str], balance: "Balance") -> list[Group]:
    """`partners` names for a newer provision the older one that it was."""
    found = _single(old, new, partners)
    for one in [one for one in found if not one.before and balance.stood(one.after[0])]:
        found = _joined(found, one)
    for one in [one for one in found if not one.after and balance.stands(one.before[0])]:
        found = _joined(found, one)
    return found


def _single(old: Sequence[Norm], new: Sequence[Norm], partners: Mapping[str, str]) -> list[Group]:
    left, right = dict(enumerate(old)), dict(enumerate(new))
    both: list[Group] = []
    for least in (1.0, HERE, ANYWHERE):
        for _, here, there in sorted(_candidates(left, right, partners, least)):
            if here in left and there in right:
                both.append(Group(before=(left.pop(here),), after=(right.pop(there),)))
    gone, came = (Group(before=(norm,)) for norm in left.values()), (Group(after=(norm,)) for norm in right.values())
    return [*both, *came, *gone]


def _joined(found: Sequence[Group], lone: Group) -> list[Group]:
    """The lone norm beside the one whose words it took, or whose words took it in."""
    others = [one for one in found if one is not lone and (one.before if lone.after else one.after)]
    own = lone.after or lone.before
    best = max(others, key=lambda one: _held(own[0], one.before if lone.after else one.after), default=None)
    if best is None:
        return list(found)
    more = Group(before=(*best.before, *lone.before), after=(*best.after, *lone.after))
    return [more if one is best else one for one in found if one is not lone]


def _held(norm: Norm, others: Sequence[Norm]) -> float:
    own = _pairs(norm.quote)
    there = _pairs(others[0].quote).union(*(_pairs(one.quote) for one in others[1:]))
    return len(own & there) / (len(own) or 1)


@lru_cache(maxsize=4096)
def _pairs(quote: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(_words(quote)))


def _candidates(
    left: Mapping[int, Norm], right: Mapping[int, Norm], partners: Mapping[str, str], least: float
) -> Iterable[tuple[float, int, int]]:
    """Pairs that may be one, the likeliest first: the same words; else of one provision; else wherever they stand."""
    if least != HERE and len(left) * len(right) > MOST:
        return
    for there, after in right.items():
        for here, before in left.items():
            near = partners.get(after.provision) == before.provision
            if (least == HERE and not near) or not _may_be(before, after):
                continue
            score = alike(before.quote, after.quote)
            same = score >= SAYING and before.host_duty and _says(before) == _says(after)
            if score >= least or (least == HERE and same):
                yield -(score + 0.3 * near + 0.1 * same), here, there


def _may_be(before: Norm, after: Norm) -> bool:
    return before.modality is after.modality or {before.modality, after.modality} <= DEONTIC


def _says(norm: Norm) -> tuple[object, ...]:
    return norm.duty, norm.modality, norm.bearer, norm.host_duty


def alike(one: str, other: str) -> float:
    """Share of the words that two passages have in common; 1 where they are the same but for signs."""
    here, there = _words(one), _words(other)
    if here == there:
        return 1.0
    return min(0.99, 2 * len(set(here) & set(there)) / (len(set(here)) + len(set(there)) or 1))


@lru_cache(maxsize=4096)
def _words(quote: str) -> tuple[str, ...]:
    return tuple(words.exact(quote))


class Balance:
    """The words of all provisions that changed, before and after: what left one place may have come to another."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old, self.new = _neighbours(old), _neighbours(new)
        self.words = Counter(printed.spelled(word) for text in new for word in _words(text))
        self.words.subtract(printed.spelled(word) for text in old for word in _words(text))

    def stood(self, norm: Norm) -> bool:
        """Had a new norm's words been there before, in words that went to make it?"""
        return self._moved(norm, self.old, self.new)

    def stands(self, norm: Norm) -> bool:
        """Are the words of a norm that is gone there now, in words that came from it?"""
        return self._moved(norm, self.new, self.old)

    def _moved(self, norm: Norm, there: Counter[tuple[str, str]], here: Counter[tuple[str, str]]) -> bool:
        own = _neighbours([norm.quote])
        held = sum(min(count, max(0, there[pair] - here[pair] + count)) for pair, count in own.items())
        return held >= STOOD * own.total()


def _neighbours(texts: Sequence[str]) -> Counter[tuple[str, str]]:
    return Counter(pair for text in texts for pair in pairwise(_words(text)))
