"""Questions to units, asked of the summaries of their matters instead: where a word alone decides, both have the same answer."""

from collections.abc import Iterator
from itertools import chain

import msgspec

from index.queries import plan
from index.queries.plan import Ask, Best, Every, Fixed, Row, Some, Term, Terms
from index.summary import ANY, OWN, SHARED, tongued

# what fields of summaries are called in an index
BEGINS = "all_"
FACT, ALONE, TONGUED = f"{BEGINS}fact", f"{BEGINS}alone", f"{BEGINS}tongued"
STREAMS = ("words", "exact", "also", "tongued")
KEYWORDS = (*SHARED, *OWN, "name", "alone", "fact")
NUMBERS = ("day", "relevance")
_HELD = {"words", "exact", "also", *SHARED, *OWN, "name"}
_EVERYTHING = Term(FACT, ANY)


def raised(ask: Ask) -> Ask | None:
    """Nothing where one unit must have several things at once: that some unit has each does not tell."""
    match ask:
        case plan.Everything():
            return _EVERYTHING
        case plan.Nothing():
            return ask
        case Term() | Terms() | Row() | plan.Start() | plan.Near():
            return _named(ask) if ask.field in _HELD and not _is_row(ask) else None
        case plan.Span():
            return _named(ask) if ask.field in NUMBERS else None
        case plan.Known():
            return raised(ask.sign)
        case plan.Weight() | Fixed():
            return raised(ask.part)
        case Best() | Some():
            return _some(list(map(raised, ask.parts)))
        case Every():
            return _every(ask)
    return None


def _named(ask: Term | Terms | Row | plan.Start | plan.Near | plan.Span) -> Ask:
    return msgspec.structs.replace(ask, field=BEGINS + ask.field)


def _is_row(ask: Ask) -> bool:
    return isinstance(ask, Row) and len(ask.values) > 1


def _some(parts: list[Ask | None]) -> Ask | None:
    held = [part for part in parts if part]
    return Some(tuple(held)) if len(held) == len(parts) else None


def _every(ask: Every) -> Ask | None:
    """At most one part may differ between the units of a matter, or a stem and its language."""
    differing = [part for part in (*ask.must, *ask.only) if not whole(part)]
    if len(differing) > 2 or not all(map(whole, ask.without)):
        return None
    parts = [raised(part) for part in (*ask.must, *ask.only) if whole(part)]
    parts += [_in_language(*differing) if len(differing) == 2 else raised(part) for part in differing[:1]]
    held, without = [part for part in parts if part], [part for part in map(raised, ask.without) if part]
    return Every(only=tuple(held) or (_EVERYTHING,), without=tuple(without)) if len(held) == len(parts) else None


def _in_language(part: Ask, language: Ask) -> Ask | None:
    """A stem in units of one of the languages: of all the units that are summed up, or spelled with the stem."""
    stems = list(_stems(part))
    if not isinstance(language, Terms) or language.field != "language" or not all(stems):
        return None
    spelled = tuple(tongued(stem, code) for stem in stems for code in language.values)
    alone = Every(only=(Terms(f"{BEGINS}words", tuple(stems)), Terms(ALONE, language.values)))
    return Some((alone, Terms(TONGUED, spelled)))


def _stems(part: Ask) -> Iterator[str]:
    """Any of which a unit must have; an empty one for all else."""
    match part:
        case Row(field="words", values=(value,)) | Term(field="words", value=value):
            yield value
        case plan.Weight() | Fixed():
            yield from _stems(part.part)
        case Best() | Some():
            yield from chain.from_iterable(map(_stems, part.parts))
        case _:
            yield ""


def whole(ask: Ask) -> bool:
    """Is it true of all units of a matter, or of none?"""
    match ask:
        case plan.Everything() | plan.Nothing():
            return True
        case Term() | Terms() | Row() | plan.Start() | plan.Near():
            return ask.field in SHARED and not _is_row(ask)
        case plan.Span():
            return ask.field in NUMBERS
        case plan.Weight() | Fixed():
            return whole(ask.part)
        case Best() | Some():
            return all(map(whole, ask.parts))
        case Every():
            return all(map(whole, (*ask.must, *ask.only, *ask.without)))
    return False


def apart(ask: Ask) -> tuple[Ask | None, Ask]:
    """The question to summaries, and to units what cannot be asked so: what answers has an answer to either."""
    if plainly := raised(ask):
        return plainly, plan.Nothing()
    if not isinstance(ask, Every) or len(ask.must) != 1 or not all(map(whole, (*ask.only, *ask.without))):
        return None, ask
    parts = list(_parts(ask.must[0]))
    easy, hard = ([part for part in parts if bool(raised(part)) is may] for may in (True, False))
    if not easy:
        return None, ask
    rest = Every((Best(tuple(hard)),), ask.only, ask.without)
    return raised(Every((Best(tuple(easy)),), ask.only, ask.without)), rest


def _parts(need: Ask) -> Iterator[Ask]:
    """One of which a unit has that has what is needed."""
    match need:
        case Best() | Some():
            yield from chain.from_iterable(map(_parts, need.parts))
        case plan.Weight() | Fixed():
            yield from _parts(need.part)
        case Every(must=(Best() as some,), only=only, without=()):
            yield from (Every((part,), only) for part in _parts(some))
        case _:
            yield need
