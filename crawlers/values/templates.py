"""Templates such as {name} or {name[inner]}, filled from a record."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

_FIELD = re.compile(r"\{([^{}\[\]]+)((?:\[[^\]]+\])*)\}")


def at(value: Any, path: str) -> Any:
    """What stands at the path (dots, * for any name); through a list, that of all its records."""
    for name in path.split(".") if path else []:
        if isinstance(value, list):
            value = [inner for item in value if (inner := at(item, name)) is not None]
            value = value[0] if len(value) == 1 else value or None
        elif isinstance(value, dict):
            value = next(iter(value.values()), None) if name == "*" else value.get(name)
        else:
            return None
    return value if path else None


def fill(template: str, row: Any) -> str:
    """The template with the record's values; empty when one that it names is missing."""
    values = {}
    for name, inner in _FIELD.findall(template):
        value = at(row, ".".join([name, *re.findall(r"\[([^\]]+)\]", inner)]))
        if value in (None, "", []):
            return ""
        values[f"{{{name}{inner}}}"] = " ".join(str(value[0] if isinstance(value, list) else value).split())
    return _FIELD.sub(lambda found: values[found[0]], template)


def parted(row: Any, parts: str) -> Any:
    """The record with the named groups of an expression on one of its fields ("FIELD expression") as fields."""
    name, _, pattern = parts.partition(" ")
    found = re.search(pattern, fill(f"{{{name}}}", row)) if parts else None
    return {**row, **found.groupdict("")} if found else row


def every(word: str, row: Any, options: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Of the options that begin with the word, what follows it, and their templates filled; empty ones left out."""
    for name, template in options.items():
        if name.startswith(f"{word} ") and (value := fill(template, row)):
            yield name.removeprefix(f"{word} "), value
