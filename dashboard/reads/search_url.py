"""The one codec between the state of a search and its address: the same state has one address, and every address a state."""

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl, urlencode

from msgspec.structs import replace

from crawlers.matter import Struct

FIELDS = ("jurisdiction", "kind", "modality", "duty", "topic", "bearer", "status", "language", "source", "date")
SORTS = ("best", "newest", "closing")
LONGEST = 2_000


class State(Struct, frozen=True, kw_only=True):
    """What a search page shows. `filters` are field and value, sorted, each once; `after` is a page token."""

    q: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    sort: str = "best"
    after: str = ""


def state(pairs: Sequence[tuple[str, str]]) -> State:
    """Of the names and values of an address; what is not ours, or is not a value of a field, is left out."""
    known = dict(pairs)
    chosen = {(name, value) for name, value in pairs if name in FIELDS and _fit(value)}
    sort = known.get("sort", "")
    after = known.get("after", "")
    return State(
        q=known.get("q", "").strip()[:LONGEST],
        filters=tuple(sorted(chosen, key=lambda pair: (FIELDS.index(pair[0]), pair[1]))),
        sort=sort if sort in SORTS else SORTS[0],
        after=after if after.isascii() and after.isdigit() and len(after) < 20 else "",
    )


def _fit(value: str) -> bool:
    return 0 < len(value) <= 80 and not set(value) & set('"\\\n\r')


def read(address: str) -> State:
    """Of an address or its query part."""
    return state(parse_qsl(address.rpartition("?")[2], keep_blank_values=True, max_num_fields=200))


def pairs(state: State) -> list[tuple[str, str]]:
    """Names and values in their one order, what is usual left out."""
    plain = [("q", state.q)] if state.q else []
    sort = [("sort", state.sort)] if state.sort != SORTS[0] else []
    return [*plain, *state.filters, *sort, *([("after", state.after)] if state.after else [])]


def write(state: State, page: str = "/search") -> str:
    query = urlencode(pairs(state))
    return f"{page}?{query}" if query else page


def grouped(state: State) -> dict[str, str | list[str]]:
    """As Streamlit keeps query parameters."""
    found: dict[str, list[str]] = {}
    for name, value in pairs(state):
        found.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def toggled(state: State, field: str, value: str) -> State:
    """With the filter put on, or taken off when it was on; from the first page."""
    pair = (field, value)
    kept = [other for other in state.filters if other != pair]
    chosen = kept if pair in state.filters else [*kept, pair]
    return replace(state, filters=tuple(sorted(chosen, key=lambda pair: (FIELDS.index(pair[0]), pair[1]))), after="")


def query(state: State) -> str:
    """The state in the query language: the words, and one group a field, its values joined by OR."""
    groups: dict[str, list[str]] = {}
    for field, value in state.filters:
        groups.setdefault(field, []).append(f"{field}:{value if _bare(value) else chr(34) + value + chr(34)}")
    parts = [group[0] if len(group) == 1 else f"({' OR '.join(group)})" for group in groups.values()]
    return " ".join(filter(None, [state.q, *parts]))


def _bare(value: str) -> bool:
    return value.startswith("[") or value.replace("_", "").replace("-", "").isalnum()


def asked(parameters: Mapping[str, Sequence[str]]) -> State:
    """Of parameters that may stand several times."""
    return state([(name, value) for name, values in parameters.items() for value in values])
