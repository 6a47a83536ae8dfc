"""HUDOC, Council of Europe: RSS with raw JSON in the fragments of its links."""

import json
import re
from collections.abc import Iterator
from urllib.parse import unquote

from crawlers import ids
from crawlers.files import reading
from crawlers.parsing import Matter, Response, Source, Unreadable
from crawlers.record import events, numbers, record
from crawlers.values import dates
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

APPLICATION = re.compile(r"(?:nos?\.|n°s?|applications? nos?\.?)?\s*\b(\d{1,5})/(\d{2})\b", re.IGNORECASE)
_WORDS = Words("hudoc_feed")
_SERIES = {"ecri": "ecri", "escr": "esc", "esc": "esc", "greco": "greco", "greta": "greta", "ecrml": "ecrml"}


def feed(response: Response, source: Source) -> Iterator[Matter]:
    root = reading.xml(response.body)
    if root.find("channel") is None:
        raise Unreadable("the XML is no RSS feed: it has no channel")
    built = dates.iso(root.findtext("channel/lastBuildDate"), "dmy")
    for item in root.iter("item"):
        said = {name: reading.words(item.find(name)) for name in ("title", "description", "link", "pubDate")}
        scheme, key = _key(said["link"])
        if key:
            yield _item(said, scheme, key, built, response, source)


def _key(link: str) -> tuple[str, str]:
    """Name and value in the fragment, #{"itemid":["001-243188"]}, also when its quotes are escaped."""
    fragment = unquote(link.partition("#")[2])
    try:
        named = json.loads(fragment)
        name, values = next(iter(named.items()))
        return str(name), str(values[0])
    except (ValueError, StopIteration, AttributeError, IndexError, TypeError):
        found = re.search(r"[?&]i=([\w-]+)", link)
        return ("itemid", found[1]) if found else ("", "")


def _item(said: dict[str, str], scheme: str, key: str, built: str, response: Response, source: Source) -> Matter:
    """A judgment or decision is known by its application number; reports of other bodies by their own key.

    Of the Social Charter, complaints are cases, conclusions on reports of states are not. A day after the day on which
    the feed was made (25 June 2204) is a slip of the source.
    """
    words = f"{said['title']} {said['description']}"
    number = APPLICATION.search(words) if scheme == "itemid" else None
    body = re.search(r"hudoc\.([a-z]+)\.coe", said["link"])
    series = _SERIES.get(body[1] if body else "", "item")
    stated = dates.when(said["pubDate"], "UTC").date
    day = "" if built and stated > built else stated
    case = number is not None or series == "item" or key.startswith("cc-")
    outcome = _WORDS.status(words, source) if case and _WORDS.knows(words) else Status.UNKNOWN
    known = outcome is not Status.UNKNOWN
    return record(
        response,
        source,
        f"hudoc_feed/{VERSION}",
        id=_id(number, series, key),
        kind=Kind.CASE if case else Kind.SIGNAL,
        status=outcome,
        status_as_of=day if known else "",
        title=said["title"] or said["description"] or key,
        source_status=said["description"] if known else "",
        summary=said["description"],
        url=said["link"],
        published=day,
        events=events(response, (day, EventKind.PUBLISHED)),
        identifiers=numbers((scheme, key)),
    )


def _id(number: re.Match[str] | None, series: str, key: str) -> str:
    if number:
        return f"coe/hudoc/{number[1]}-{number[2]}"
    return f"coe/hudoc/{ids.part(key)}" if series == "item" else f"coe/{series}/{ids.part(key)}"
