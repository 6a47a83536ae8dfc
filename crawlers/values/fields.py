"""Read values out of JSON records strictly: words, lists and records, or one sentence saying what stands there instead."""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from crawlers.response import Found, Response, Skipped, Unreadable
from crawlers.sources import Source

Row = dict[str, Any]
_log = logging.getLogger(__name__)

# What a parser stumbles over when bytes of the right wrapper hold something of another shape.
SHAPE = (LookupError, TypeError, AttributeError, ValueError)


def each(
    rows: Iterable[Any], read: Callable[[Any, Response, Source], Iterable[Found]], response: Response, source: Source
) -> Iterator[Found]:
    """What every row gives. One that is not like the others is told as skipped, and the rest goes on."""
    for row in rows:
        try:
            yield from list(read(row, response, source))
        except Unreadable as reason:
            yield Skipped(str(reason))
        except SHAPE as error:
            yield Skipped(f"a row has another shape: {type(error).__name__} {str(error)[:80]}")


def text(row: Row, *path: str | int) -> str:
    """Words or a number at the path; empty where a step is absent or null. Raises Unreadable for lists and records."""
    value = _at(row, path)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise Unreadable(f"{'.'.join(map(str, path))} holds {_kind(value)} where words are expected")
    return str(value).strip()


def must(row: Row, *path: str | int) -> str:
    """The same, where there is no record without it."""
    if found := text(row, *path):
        return found
    raise Unreadable(f"the record has no {'.'.join(map(str, path))}")


def row(value: Any, *path: str | int) -> Row:
    """A record at the path; empty where absent."""
    found = _at(value, path)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise Unreadable(f"{'.'.join(map(str, path)) or 'the answer'} holds {_kind(found)} where a record is expected")
    return found


def rows(value: Any, *path: str | int) -> list[Row]:
    """Records at the path; a lone one counts as a list of one (XML made JSON does so), null as none.

    Something else among records is left out, with a warning. Raises Unreadable where nothing is a record.
    """
    items = [item for item in _list(value, path) if item is not None]
    records = [item for item in items if isinstance(item, dict)]
    if items and not records:
        row(items[0])
    if len(records) < len(items):
        _log.warning("%s holds other things among its records", ".".join(map(str, path)) or "the answer")
    return records


def texts(value: Any, *path: str | int) -> list[str]:
    """Words at the path, empty ones left out."""
    return [
        str(item).strip() for item in _list(value, path) if isinstance(item, str | int | float) and str(item).strip()
    ]


def flag(value: Row, name: str) -> bool:
    """True for true, 1 and the words true, yes, y."""
    return str(value.get(name)).strip().lower() in {"true", "1", "yes", "y"}


def walk(value: Any) -> Iterator[Row]:
    """Every record in it, outermost first."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from walk(part)


def _at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and -len(value) <= step < len(value) else None
        elif isinstance(value, dict):
            value = value.get(step)
        else:
            return None
    return value


def _list(value: Any, path: tuple[str | int, ...]) -> list[Any]:
    found = _at(value, path)
    if found is None:
        return []
    return found if isinstance(found, list) else [found]


def _kind(value: Any) -> str:
    names = {dict: "a record", list: "a list", str: "words", bool: "true or false", int: "a number", float: "a number"}
    return names.get(type(value), "something else")
