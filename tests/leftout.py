"""Which named values of a file appear in none of its records."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from crawlers.files import reading
from crawlers.matter import Matter, to_json
from crawlers.response import Unreadable
from crawlers.values import dates

SHOWN = 8
_TRIED = 40  # values of one name that are looked for before it counts as left out
_LETTERS = re.compile(r"\w")


def left_out(read: Iterable[tuple[Path, tuple[Matter, ...]]]) -> list[str]:
    """The most frequent first. Only files of their own are looked into, not members of archives."""
    missed: Counter[str] = Counter()
    kept: set[str] = set()
    for file, matters in read:
        record = _plain(b"\n".join(to_json(matter) for matter in matters).decode())
        for name, value in _values(file) if file.is_file() else ():
            if name in kept or missed[name] >= _TRIED or not _LETTERS.search(value):
                continue
            if _appears(value, record):
                kept.add(name)
            else:
                missed[name] += 1
    return [name for name, _ in missed.most_common() if name not in kept][:SHOWN]


def _appears(value: str, record: str) -> bool:
    """As it stands, or as the day it names."""
    if _plain(value[:200]) in record:
        return True
    day = next(iter(dates.inside(value, "mdy") or dates.inside(value, "dmy")), "") if len(value) < 40 else ""
    return bool(day) and _plain(day) in record


def _plain(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).lower()


def _values(file: Path) -> Iterator[tuple[str, str]]:
    body = file.read_bytes()
    try:
        if body.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in b"{[":
            yield from _of_json(reading.json(body), "")
        elif b"<html" not in body[:3_000].lower():
            yield from _of_xml(reading.xml(body))
    except Unreadable:
        return


def _of_json(value: Any, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _of_json(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _of_json(inner, name)
    elif value not in (None, "", True, False):
        yield name, value if isinstance(value, str) else json.dumps(value)


def _of_xml(root: Any) -> Iterator[tuple[str, str]]:
    """Words of elements without children."""
    for element in root.iter():
        if not len(element) and element.text and element.text.strip():
            yield reading.local(element), element.text
