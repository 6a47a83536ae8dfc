"""Read values out of JSON records strictly: words, lists and records, or one sentence saying what stands there instead."""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVarTuple

from crawlers.matter import Matter
from crawlers.response import Declared, Finds, Found, Skipped, Unreadable

Row = dict[str, Any]
Others = TypeVarTuple("Others")
_log = logging.getLogger(__name__)

# What a parser stumbles over when bytes of the right wrapper hold something of another shape.
SHAPE = (LookupError, TypeError, AttributeError, ValueError)


def each(rows: Iterable[Any], read: Callable[[Any, *Others], Matter | Iterable[Found]], *others: *Others) -> Finds:
    """What every row gives, read with the others. One that is not like them is told as skipped, and the rest goes on."""
    for row in rows:
        try:
            found = read(row, *others)
            yield from [found] if isinstance(found, Matter) else list(found)
        except Unreadable as reason:
            yield Skipped(str(reason))
        except SHAPE as error:
            yield Skipped(f"a row {stumble(error)}")


def stumble(error: Exception) -> str:
    """What is wrong with the shape of a record, after the fault that it raised: "has no titulo"."""
    said = " ".join(str(error).split())[:120]
    return (
        f"has no {said.strip(chr(39))}"
        if isinstance(error, KeyError)
        else f"has another shape: {said or type(error).__name__}"
    )


def declared(row: Row, *path: str | int) -> Iterator[Declared]:
    """How many the source says there are, where it says a number."""
    if (total := text(row, *path)).isdigit():
        yield Declared(int(total))


def text(row: Any, *path: str | int) -> str:
    """Words or a number at the path; empty where a step is absent or null, and, with a warning, for lists and records."""
    value = _at(row, path)
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if value is None or value == []:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        _log.warning("%s holds %s where words are expected", ".".join(map(str, path)), _kind(value))
        return ""
    return str(value).strip()


def line(row: Any, *path: str | int) -> str:
    """The same on one line."""
    return " ".join(text(row, *path).split())


def must(row: Any, *path: str | int) -> str:
    """The same, where there is no record without it."""
    if found := text(row, *path):
        return found
    raise Unreadable(f"the record has no {'.'.join(map(str, path))}")


def row(value: Any, *path: str | int) -> Row:
    """A record at the path, also the only one of a list; empty where absent."""
    found = _at(value, path)
    if isinstance(found, list) and len(found) == 1:
        found = found[0]
    if found is None or found in ("", []):
        return {}
    if not isinstance(found, dict):
        raise Unreadable(f"{'.'.join(map(str, path)) or 'the answer'} holds {_kind(found)} where a record is expected")
    return found


def rows(value: Any, *path: str | int) -> list[Row]:
    """Records at the path; a lone one counts as a list of one (XML made JSON does so), null as none.

    Something else among records is left out, with a warning. Raises Unreadable where nothing is a record.
    """
    items = [item for item in _list(value, path) if item not in (None, "")]
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
    """What stands there; a list of one is seen through, as XML made JSON writes one thing either way."""
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and -len(value) <= step < len(value) else None
        elif isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
            value = value[0].get(step)
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
