"""A question without what no unit has: most stems of a typed word, in languages that the collection does not hold."""

from collections.abc import Callable, Iterable

import msgspec

from index.queries import plan
from index.queries.plan import Ask, Best, Every, Fixed, Nothing, Row, Some, Term, Terms

# values of one field that are looked up, at most: to ask for more of them is cheaper
MOST = 50
NOTHING = Nothing()


def pruned(ask: Ask, held: Callable[[str, str], int]) -> Ask:
    """`held` counts the units with a token in a field; what answers is the same, and scores the same."""
    match ask:
        case Term(field=field, value=value):
            return ask if held(field, value) else NOTHING
        case plan.Known():
            return ask if held(ask.sign.field, ask.sign.value) else NOTHING
        case Row(field=field, values=values):
            return ask if all(held(field, value) for value in values) else NOTHING
        case Terms(field=field, values=values) if len(values) <= MOST:
            kept = tuple(value for value in values if held(field, value))
            return Terms(field, kept) if kept else NOTHING
        case plan.Weight() | Fixed():
            part = pruned(ask.part, held)
            return part if part is NOTHING else msgspec.structs.replace(ask, part=part)
        case Best() | Some():
            parts = _kept(ask.parts, held)
            return msgspec.structs.replace(ask, parts=parts) if parts else NOTHING
        case Every():
            return _every(ask, held)
    return ask


def _every(ask: Every, held: Callable[[str, str], int]) -> Ask:
    must, only = _kept(ask.must, held), _kept(ask.only, held)
    if len(must) < len(ask.must) or len(only) < len(ask.only):
        return NOTHING
    return Every(must, only, _kept(ask.without, held), _kept(ask.better, held))


def _kept(parts: Iterable[Ask], held: Callable[[str, str], int]) -> tuple[Ask, ...]:
    return tuple(part for part in (pruned(part, held) for part in parts) if part is not NOTHING)
