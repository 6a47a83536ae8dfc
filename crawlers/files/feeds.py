"""What an RSS or Atom feed says of its items: addresses, numbers, days, languages, authors, blocks of words."""

import hashlib
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit
from zoneinfo import ZoneInfo

import feedparser

from crawlers.files import reading
from crawlers.parsing import Response, Source, Unreadable
from crawlers.texts.outline import Unit
from crawlers.values import dates

_QUOTED = 300  # characters of a signal that are kept: a pointer, not a copy
_LONGEST = 180  # characters of an id after its series
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|source|ref|cmpid")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:$|T00:00(?::00)?(?:\.0+)?(?:Z|[+]00:00)?$)")
_BLOCK = re.compile(r"\n\s*\n|</?(?:p|div|li|ul|ol|h[1-6]|table|tr|blockquote|br)\b[^>]*>", re.IGNORECASE)


def read(response: Response) -> Any:
    """What feedparser makes of the bytes (never of a string, which it might open). Raises Unreadable."""
    if not response.body.strip():
        raise Unreadable("the file is empty")
    headers = {"content-location": response.url, "content-type": response.media_type or "application/xml"}
    try:
        feed = feedparser.parse(BytesIO(response.body), response_headers=headers, sanitize_html=False)
    except ValueError as error:
        raise Unreadable(f"the feed holds bytes that are not of its encoding: {error}") from error
    if not feed.version and not feed.entries:
        raise Unreadable(_why(response.body))
    if feed.bozo and not feed.entries:
        raise Unreadable(f"the feed breaks off or is not XML: {feed.bozo_exception}")
    return feed


def _why(body: bytes) -> str:
    opening = reading.decode(body)[:2_000].lower()
    return "the file is an HTML page, not a feed" if "<html" in opening else "the file is neither RSS nor Atom"


def clean(link: str) -> str:
    """The address without what only tracks readers; empty for anything that is not a web address."""
    parts = urlsplit(link.strip())
    if parts.scheme not in {"http", "https"}:
        return ""
    kept = [(name, value) for name, value in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(name)]
    query = parts.query if len(kept) == len(parse_qsl(parts.query, True)) else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, parts.fragment))


def number(name: str, source: Source) -> str:
    """guid or link as the end of an id: an address loses scheme and own host, everything else stays distinct."""
    parts = urlsplit(clean(name) or "urn:" + name.strip())
    own = not parts.hostname or parts.hostname.removeprefix("www.") in {
        host.removeprefix("www.") for host in source.hosts
    }
    pieces = ["" if own else parts.hostname or "", *parts.path.split("/"), parts.query, parts.fragment]
    readable = (re.sub(r"[^A-Za-z0-9._:()+-]+", "-", unquote(piece)).strip("-") for piece in pieces)
    number = "/".join(piece for piece in readable if piece.strip("."))
    return number if len(number) <= _LONGEST else _shortened(number, name)


def _shortened(number: str, name: str) -> str:
    """Readable to the cut, then told apart by a hash of the guid (of the name, never of the content)."""
    return f"{number[:_LONGEST].rstrip('/')}-{hashlib.sha256(name.encode()).hexdigest()[:12]}"


def day(entry: Mapping[str, Any], zone: str) -> str:
    """The source's local day of publication, else of the last change; empty when the feed does not say."""
    for name in ("published", "updated", "created"):
        if day := _local(entry.get(name, ""), zone):
            return day
    return ""


def _local(words: str, zone: str) -> str:
    """A date stays a date, also as midnight in UTC; an instant becomes the day it was at the source's place."""
    if plain := _DAY.match(words.strip()):
        return plain[1]
    try:
        moment = _instant(words.strip())
    except (ValueError, TypeError, OverflowError):
        return dates.iso(words)  # "samedi 3 janvier 2026", "03.01.2026"
    if moment.tzinfo is None or (moment.utcoffset() == UTC.utcoffset(None) and not (moment.hour or moment.minute)):
        return moment.date().isoformat()
    return moment.astimezone(ZoneInfo(zone)).date().isoformat()


def _instant(words: str) -> datetime:
    return datetime.fromisoformat(words) if re.match(r"\d{4}-", words) else parsedate_to_datetime(words)


def language(entry: Any, source: Source) -> str:
    """The language the item states, when it is one of the source's; else the source's first."""
    stated = (entry.get("title_detail", {}).get("language") or "").lower().partition("-")[0]
    return stated if stated in source.languages else source.languages[0]


def authors(entry: Any) -> list[str]:
    named = {author.get("name", "") for author in entry.get("authors", [])}
    return sorted(name for name in named if name and "@" not in name)


def units(entry: Any) -> list[Unit]:
    """Its words, a paragraph each, without mark-up."""
    content = " ".join(part.value for part in entry.get("content", [])) or entry.get("summary", "")
    return [Unit("p", text=block) for block in map(reading.plain, _BLOCK.split(content)) if block]


def flat(words: str) -> str:
    """Words without mark-up, its blocks apart."""
    return reading.plain(_BLOCK.sub(" ", words))


def link(entry: Any) -> str:
    """Where the item stands; of a broadcast, the recording."""
    enclosed = next((file.get("href", "") for file in entry.get("enclosures", [])), "")
    return clean(entry.get("link") or enclosed or "")


def cut(words: str) -> str:
    """At most 300 characters, whole words."""
    return words if len(words) <= _QUOTED else words[:_QUOTED].rpartition(" ")[0] + " …"
