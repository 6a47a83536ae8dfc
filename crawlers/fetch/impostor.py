"""Recognise a page that says 200 and is not what was asked for: an error, a wall against robots, a login."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from crawlers import facts
from crawlers.files import reading
from crawlers.matter import Struct
from crawlers.response import Unreadable

_FILE = Path(__file__).with_name("impostors.yaml")
_LONGEST = 300_000  # characters; pages that only say that something is wrong are short
_TITLE = re.compile(r"<(title|h1)\b[^>]*>(.*?)</\1>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_PASSWORD = re.compile(r"<input\b[^>]*type\s*=\s*[\"']?password", re.IGNORECASE)


class Signs(Struct, frozen=True, kw_only=True):
    """`titles` are patterns of a whole title or first heading; `walls` stand in the mark-up of walls against robots."""

    titles: tuple[str, ...]
    walls: tuple[str, ...]


def impostor(body: bytes, media_type: str) -> str:
    """What the page is instead, in one sentence; empty for anything that may be what was asked for."""
    page = _page(body, media_type)
    for title in (" ".join(_TAG.sub(" ", found[2]).split()) for found in _TITLE.finditer(page)):
        if _titles().fullmatch(title):
            return f"an error page came with status 200: “{title[:100]}”"
    wall = next((sign for sign in _signs().walls if sign in page), "") if len(page) < _LONGEST else ""
    return "a wall against robots came instead of the page" if wall else ""


def login(body: bytes, media_type: str) -> str:
    """One sentence if the page asks for a password, else empty. Asked only of pages in which nothing was found."""
    return "a login page came instead of data" if _PASSWORD.search(_page(body, media_type)) else ""


def _page(body: bytes, media_type: str) -> str:
    """The mark-up of a web page; empty for other formats."""
    head = body[:2_000].lstrip().lower()
    if "html" not in media_type and not head.startswith((b"<!doctype html", b"<html")):
        return ""
    try:
        return reading.decode(body[: 4 * _LONGEST])
    except Unreadable:
        return ""


@cache
def _signs() -> Signs:
    return facts.convert(facts.load(_FILE), Signs, _FILE.name, "signs")


@cache
def _titles() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{title})" for title in _signs().titles), re.IGNORECASE)


def signs() -> Sequence[str]:
    """Every pattern, for a test that each can be read."""
    return (*_signs().titles, *_signs().walls)
