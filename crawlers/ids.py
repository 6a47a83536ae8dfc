"""Ids of matters: one grammar, and one codec for web paths, queries and file names."""

import re
from urllib.parse import quote

from crawlers.fault import Fault

GRAMMAR = re.compile(r"[a-z0-9-]+(?:/[A-Za-z0-9._:()+-]+)+")
_ESCAPES = {"_": "__", "/": "_-", ":": "_."}


class BadId(Fault):
    """An id outside the grammar."""


def valid(id: str) -> bool:
    """Is it lower-case jurisdiction / series / number, of safe characters, without a part that walks upwards?"""
    return bool(GRAMMAR.fullmatch(id)) and not any(set(part) == {"."} for part in id.split("/"))


def require(id: str) -> str:
    """The id itself. Raises BadId when it is outside the grammar."""
    if not valid(id):
        raise BadId(f"{id!r} is not an id: write jurisdiction/series/number, letters, digits and . _ : ( ) + - only")
    return id


def part(words: str) -> str:
    """Words as one part of an id: what the grammar does not allow becomes a hyphen. Raises BadId if nothing is left."""
    kept = re.sub(r"[^A-Za-z0-9._:()+-]+", "-", words.strip()).strip("-")
    if not kept.strip("."):
        raise BadId(f"no part of an id can be made from {words!r}")
    return kept


def jurisdiction(id: str) -> str:
    return id.partition("/")[0]


def to_path(id: str) -> str:
    """For the path of an address: slashes stay."""
    return quote(require(id), safe="/:()+-._")


def to_query(id: str) -> str:
    """For one value of a query string."""
    return quote(require(id), safe="/:()-._")


def to_file(id: str) -> str:
    """One file name without slashes or colons, another for each id."""
    return re.sub("[_/:]", lambda found: _ESCAPES[found.group()], require(id))
