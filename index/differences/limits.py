"""Figures that differ between two sentences, and what that is in law: a time shorter or longer, who is caught, what it costs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from math import inf

from index.differences.figures import Figure, Kind, figures
from index.differences.kinds import Label
from index.differences.sentences import Place

# hours from which a limit is longer than any delay that is not undue
LONG = 168.0
_TIMES = {Kind.TIME, Kind.OFTEN}
_CLASSES = ({Kind.AGE, Kind.PERSONS}, {Kind.MONEY, Kind.SHARE})


def limits(was: str, here: Place, now: str, there: Place) -> Iterator[tuple[Label, str, str]]:
    old, new = figures(was, here.language), figures(now, there.language)
    held = Counter((one.kind, one.value) for one in old) & Counter((one.kind, one.value) for one in new)
    for one, other in _pairs(_without(old, held), _without(new, held)):
        if not _elsewhere(one, other, here, there):
            yield _named(one, other), one.text if one else "", other.text if other else ""


def _pairs(left: Sequence[Figure], right: Sequence[Figure]) -> Iterator[tuple[Figure | None, Figure | None]]:
    """By kind, in their order; a time and how often something is due are one pair where each is without another."""
    alone = [[one for one in side if one.kind in _TIMES] for side in (left, right)]
    crossed = all(len(side) == 1 for side in alone) and alone[0][0].kind is not alone[1][0].kind
    classes = (_TIMES, *_CLASSES) if crossed else ({Kind.TIME}, {Kind.OFTEN}, *_CLASSES)
    for kinds in classes:
        yield from zip_longest(*([one for one in side if one.kind in kinds] for side in (left, right)))


def _without(found: Sequence[Figure], held: Counter[tuple[Kind, float | None]]) -> list[Figure]:
    rest, left = Counter(held), []
    for one in found:
        if rest[one.kind, one.value]:
            rest[one.kind, one.value] -= 1
        else:
            left.append(one)
    return left


def _elsewhere(one: Figure | None, other: Figure | None, here: Place, there: Place) -> bool:
    """A figure without a partner went with its sentence to another provision, or came from one."""
    if one and other:
        return False
    return bool(
        (one and not here.surplus[one.kind, one.value]) or (other and not there.surplus[other.kind, other.value])
    )


def _named(one: Figure | None, other: Figure | None) -> Label:
    figure = one or other
    assert figure
    if figure.kind in {Kind.MONEY, Kind.SHARE}:
        return Label.PENALTY
    if figure.kind not in _TIMES:
        return Label.THRESHOLD
    if one and other and one.kind is not other.kind:
        return Label.CHANGED
    return _time(one, other) if figure.kind is Kind.TIME else _often(one, other)


def _often(one: Figure | None, other: Figure | None) -> Label:
    """What is due at times, is due more often than what never was."""
    was, now = (side.value or 0.0 if side else inf for side in (one, other))
    return Label.MORE_OFTEN if now < was else Label.LESS_OFTEN


def _time(one: Figure | None, other: Figure | None) -> Label:
    """What is to be done without undue delay is sooner than in a month, but who can say whether it is than in a day?"""
    if one is None or other is None:
        return Label.SHORTER if one is None else Label.LONGER
    if one.value is None or other.value is None:
        if max(one.value or 0.0, other.value or 0.0) < LONG:
            return Label.CHANGED
        return Label.SHORTER if other.value is None else Label.LONGER
    return Label.SHORTER if other.value < one.value else Label.LONGER
