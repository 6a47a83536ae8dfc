"""How official sources page: each style one small function that gives the next address, or none."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote_plus, urlencode, urljoin, urlsplit, urlunsplit

from crawlers.files import reading
from crawlers.parsing import Element
from crawlers.response import Request
from crawlers.sources import Source
from crawlers.values import dates


class Entry(NamedTuple):
    """A line of a sitemap: address, and the day of its last change as the source states it, or nothing."""

    url: str
    changed: str


def with_query(url: str, **values: str | int) -> str:
    """The address with these parameters set, the others as they were."""
    parts = urlsplit(url)
    kept = [part for part in parts.query.split("&") if part and unquote_plus(part.partition("=")[0]) not in values]
    return urlunsplit(parts._replace(query="&".join([*kept, urlencode(values)])))


def by_number(url: str, name: str, pages: int, first: int = 1) -> str | None:
    """The next page by its number; `pages` is how many there are."""
    number = int(_value(url, name) or first)
    return with_query(url, **{name: number + 1}) if number + 1 < pages + first else None


def by_offset(url: str, name: str, step: int, total: int) -> str | None:
    """The next page by how many rows come before it."""
    offset = int(_value(url, name) or 0) + step
    return with_query(url, **{name: offset}) if step > 0 and offset < total else None


def by_token(url: str, name: str, token: str | None) -> str | None:
    """The next page by a token of the answer; a token that was just used is a loop and ends it."""
    return with_query(url, **{name: token}) if token and token != _value(url, name) else None


def by_link(url: str, address: str | None) -> str | None:
    """The next page by an address in the answer, absolute or not."""
    following = urljoin(url, address) if address else None
    return following if following != url else None


def posted(url: str, asked: Mapping[str, Any], context: Mapping[str, str] | None = None) -> Request:
    """A question put as JSON, to be answered in JSON."""
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    return Request(url=url, method="POST", headers=headers, body=json.dumps(asked).encode(), context=context or {})


def recalling(source: Source, since: str) -> Iterator[Request]:
    """The source's addresses; the day from which changes are wanted comes back in the context of each answer."""
    yield from (Request(url=url, context={"since": since}) for url in source.urls)


def days(since: str, today: str, most: int = 0) -> Iterator[date]:
    """Each day for which a source has a file, oldest first, today included; at most the last `most`."""
    last = date.fromisoformat(today)
    first = date.fromisoformat(since) if since else last
    first = max(first, last - timedelta(days=most - 1)) if most else first
    yield from (first + timedelta(days=number) for number in range((last - first).days + 1))


def dated(names: Iterable[str], pattern: str, since: str, days: int) -> list[str]:
    """Of links in a directory, the files that fit and whose names (…YYYYMMDD-HHMMSS…) are of the day or later, by name.

    Without a day, those of so many days before the newest.
    """
    files = sorted({file for name in names if re.fullmatch(pattern, file := name.rpartition("/")[2]) and file})
    stamped = {file: re.sub(r".*?(\d{4})(\d{2})(\d{2})-\d{6}.*", r"\1-\2-\3", file) for file in files}
    first = since or (dates.plus(stamped[files[-1]], -days) if files else "")
    return [file for file, day in stamped.items() if day >= first]


def sitemap(root: Element, since: str = "") -> list[Entry]:
    """The entries of a sitemap or an index of sitemaps changed since a day; those without a day always."""
    entries = [_entry(node) for node in root if reading.local(node) in {"url", "sitemap"}]
    return [entry for entry in entries if entry.url and (not entry.changed or entry.changed[: len(since)] >= since)]


def _entry(node: Element) -> Entry:
    words = {reading.local(child): reading.words(child) for child in node}
    return Entry(words.get("loc", ""), words.get("lastmod", ""))


def _value(url: str, name: str) -> str:
    return dict(parse_qsl(urlsplit(url).query, True)).get(name, "")
