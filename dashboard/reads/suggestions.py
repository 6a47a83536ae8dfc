"""What a reader may look at next: the same in other words, words that begin as typed, matters like one."""

from contextlib import suppress
from functools import lru_cache

from msgspec.structs import replace

from crawlers.matter import Matter
from dashboard import doors
from dashboard.reads import search_url
from dashboard.reads.search_url import State
from dashboard.views import search as view
from dashboard.views.search import Choice
from dashboard.words.tongue import Tongue
from index.engines.engine import NoEngine
from index.queries import hints

MOST, ALIKE = 4, 5


def suggested(state: State) -> list[Choice]:
    """For a list without results."""
    found = hints.suggest(doors.search(), state.q, MOST)
    return [_choice(State(q=hint.query), hint.query, hint.matters) for hint in found]


def otherwise(state: State, tongue: Tongue) -> list[Choice]:
    """A tag that the words mean becomes a filter; other words take their place."""
    kept = State(filters=state.filters, sort=state.sort)
    found = hints.alternatives(doors.search(), search_url.query(state), MOST)
    return [_other(kept, hint, tongue) for hint in found]


def _other(kept: State, hint: hints.Hint, tongue: Tongue) -> Choice:
    field, _, value = hint.words.partition(":")
    if value:
        return _choice(search_url.toggled(kept, field, value), view.named(field, value, tongue), hint.matters)
    return _choice(replace(kept, q=hint.words), hint.words, hint.matters)


def _choice(to: State, words: str, count: int) -> Choice:
    return Choice(words=words, href=search_url.write(to), count=count)


def alike(of: Matter) -> tuple[Matter, ...]:
    """A few others that share its telling words, duties or topics, the most alike first; none while the index is filled."""
    with suppress(NoEngine):
        return tuple(card for card in map(doors.card, _alike(of.id, doors.position())) if card is not None)
    return ()


@lru_cache(200)
def _alike(id: str, position: str) -> tuple[str, ...]:  # noqa: ARG001 -- the position is part of the key
    known = doors.records().get(id)
    return tuple(hit.matter for hit in hints.alike(doors.search(), known, ALIKE)) if known else ()
