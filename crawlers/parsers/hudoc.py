"""HUDOC, Council of Europe: RSS with raw JSON in the fragments of its links, and the JSON of the Court's search."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Identifier, Matter
from crawlers.record import events, record
from crawlers.response import Declared, Found, Response, Unreadable
from crawlers.sources import Source
from crawlers.values import dates, fields
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 2

_APPLICATION = re.compile(r"(?:nos?\.|n°s?|applications? nos?\.?)?\s*\b(\d{1,5})/(\d{2})\b", re.IGNORECASE)
_WINDOW = 84  # days: 12 weeks from publication, Rule 44 § 3 (b)
_TYPES = {"COM": Status.WINDOW_OPEN, "JUD": Status.DECIDED, "DEC": Status.DECIDED}
_WORDS = {
    "communicated case": Status.WINDOW_OPEN,
    "judgment": Status.DECIDED,
    "decision on the merits": Status.DECIDED,
    "decision on admissibility": Status.PENDING,
}
_BODIES = {
    "ecri": "ecri",
    "escr": "esc",
    "esc": "esc",
    "greco": "greco",
    "greta": "greta",
    "echr": "item",
    "ecrml": "ecrml",
}


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening == b"<":
        yield from _feed(response, source)
        return
    answer = reading.json(response.body)
    if not isinstance(answer, dict) or "results" not in answer:
        raise Unreadable("the JSON is no answer of HUDOC: it has no results")
    yield Declared(int(answer.get("resultcount") or 0))
    yield from fields.each(answer["results"] or [], _result, response, source)


def _result(row: dict[str, Any], response: Response, source: Source) -> Iterator[Found]:
    yield _case(row["columns"], response, source)


def _feed(response: Response, source: Source) -> Iterator[Matter]:
    root = reading.xml(response.body)
    if root.find("channel") is None:
        raise Unreadable("the XML is no RSS feed: it has no channel")
    built = dates.iso(root.findtext("channel/lastBuildDate"), "dmy")
    for item in root.iter("item"):
        said = {
            name: " ".join((item.findtext(name) or "").split()) for name in ("title", "description", "link", "pubDate")
        }
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
    number = _APPLICATION.search(words) if scheme == "itemid" else None
    body = re.search(r"hudoc\.([a-z]+)\.coe", said["link"])
    series = _BODIES.get(body[1] if body else "", "item")
    stated = dates.when(said["pubDate"], "UTC").date
    day = "" if built and stated > built else stated
    case = number is not None or series == "item" or key.startswith("cc-")
    outcome = next((status for word, status in _WORDS.items() if word in words.lower()), Status.UNKNOWN)
    return record(
        response,
        source,
        f"hudoc/{VERSION}",
        id=_id(number, series, key),
        kind=Kind.CASE if case else Kind.SIGNAL,
        status=outcome if case else Status.UNKNOWN,
        status_as_of=day if case and outcome is not Status.UNKNOWN else "",
        title=said["title"] or said["description"] or key,
        source_status=said["description"] if case and outcome is not Status.UNKNOWN else "",
        summary=said["description"],
        url=said["link"],
        published=day,
        events=events(response, (day, EventKind.PUBLISHED)),
        identifiers=(Identifier(scheme=scheme, value=key),),
    )


def _id(number: re.Match[str] | None, series: str, key: str) -> str:
    if number:
        return ids.require(f"coe/hudoc/{number[1]}-{number[2]}")
    return ids.require(f"coe/hudoc/{ids.part(key)}" if series == "item" else f"coe/{series}/{ids.part(key)}")


def _case(row: dict[str, Any], response: Response, source: Source) -> Matter:
    """One item of the search; items of one application join by its number."""
    day = _day(row.get("kpdate") or "")
    numbers = _APPLICATION.findall(str(row.get("appno") or ""))
    status = next((status for sign, status in _TYPES.items() if sign in str(row.get("doctype"))), Status.UNKNOWN)
    named = [f"coe/hudoc/{number}-{year}" for number, year in numbers]
    found = [(day, EventKind.COMMUNICATED if status is Status.WINDOW_OPEN else EventKind.DECIDED)]
    window = Event(
        date=dates.plus(day, _WINDOW),
        kind=EventKind.BRIEF_DUE,
        label="third-party leave, 12 weeks from publication (computed)",
        snapshot=response.snapshot,
    )
    return record(
        response,
        source,
        f"hudoc/{VERSION}",
        id=ids.require(named[0] if named else f"coe/hudoc/{ids.part(row['itemid'])}"),
        aliases=tuple(named[1:]),
        kind=Kind.CASE,
        title=row["docname"],
        language={"ENG": "en", "FRE": "fr"}.get(str(row.get("languageisocode")), source.languages[0]),
        status=status,
        status_as_of=day,
        source_status=str(row.get("doctype") or ""),
        summary=str(row.get("conclusion") or ""),
        url=f"https://hudoc.echr.coe.int/eng?i={row['itemid']}",
        published=day,
        events=(*events(response, *found), *([window] if status is Status.WINDOW_OPEN and day else [])),
        identifiers=tuple(
            Identifier(scheme=scheme, value=str(row[scheme]))
            for scheme in ("itemid", "ecli", "appno")
            if row.get(scheme)
        ),
    )


def _day(words: str) -> str:
    """ISO, or M/D/YYYY h:mm:ss AM in older answers."""
    return dates.iso(words[:10]) if words[4:5] == "-" else dates.iso(words, "mdy")
