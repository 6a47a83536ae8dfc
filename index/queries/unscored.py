"""A question that is only counted: what only orders is left out, and of what one has and all have each is asked once."""

from collections.abc import Iterable, Iterator
from itertools import chain

from index.queries import plan
from index.queries.plan import Ask, Best, Every, Fixed, Row, Some, Term, Terms


def unscored(ask: Ask) -> Ask:
    """What answers the one answers the other."""
    match ask:
        case Row(field=field, values=(value,)):
            return Term(field, value)
        case plan.Known():
            return ask.sign
        case plan.Weight() | Fixed():
            return unscored(ask.part)
        case Best() | Some():
            return _some(chain.from_iterable(map(_parts, ask.parts)))
        case Every():
            needs = dict.fromkeys(map(unscored, (*ask.must, *ask.only)))
            return Every(only=tuple(needs), without=tuple(map(unscored, ask.without)))
    return ask


def _parts(ask: Ask) -> Iterator[Ask]:
    plain = unscored(ask)
    yield from plain.parts if isinstance(plain, Some) else (plain,)


def _some(parts: Iterable[Ask]) -> Ask:
    """What has a word in one of some languages is among what has it in any."""
    held = dict.fromkeys(parts)
    kept = tuple(part for part in held if not any(other in held for other in _wider(part)))
    return kept[0] if len(kept) == 1 else Some(kept)


def _wider(part: Ask) -> Iterator[Ask]:
    """Questions that all answer that answer the part."""
    match part:
        case Every(only=(need, Terms(field="language")), without=()):
            yield need
