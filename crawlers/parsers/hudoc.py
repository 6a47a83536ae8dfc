"""HUDOC, Council of Europe: RSS with raw JSON in the fragments of its links, and the JSON of the Court's search."""

import json
import re
from collections.abc import Iterator
from urllib.parse import unquote

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Matter
from crawlers.record import Told, events, numbers, record
from crawlers.response import Found, Response, Unreadable
from crawlers.sources import Source
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 2

_APPLICATION = re.compile(r"(?:nos?\.|n°s?|applications? nos?\.?)?\s*\b(\d{1,5})/(\d{2})\b", re.IGNORECASE)
_WINDOW = 84  # days: 12 weeks from publication, Rule 44 § 3 (b)
_TYPES = {"COM": Status.WINDOW_OPEN, "JUD": Status.DECIDED, "DEC": Status.DECIDED}  # in the search's doctype
_WORDS = Words("hudoc")
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
    yield from fields.declared(answer, "resultcount")
    yield from fields.each(fields.rows(answer, "results"), _case, response, source)


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
    outcome = _WORDS.status(words, source) if case and _WORDS.knows(words) else Status.UNKNOWN
    known = outcome is not Status.UNKNOWN
    return record(
        response,
        source,
        f"hudoc/{VERSION}",
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


def _case(result: Row, response: Response, source: Source) -> Matter:
    """One item of the search; items of one application join by its number."""
    row = fields.row(result, "columns")
    item, form, day = fields.must(row, "itemid"), text(row, "doctype"), _day(text(row, "kpdate"))
    named = [f"coe/hudoc/{number}-{year}" for number, year in _APPLICATION.findall(text(row, "appno"))]
    status = next((status for sign, status in _TYPES.items() if sign in form), Status.UNKNOWN)
    communicated = status is Status.WINDOW_OPEN
    told: list[Told] = [(day, EventKind.COMMUNICATED if communicated else EventKind.DECIDED)]
    if communicated:
        label = "third-party leave, 12 weeks from publication (computed)"
        told.append((dates.plus(day, _WINDOW), EventKind.BRIEF_DUE, label))
    return record(
        response,
        source,
        f"hudoc/{VERSION}",
        id=named[0] if named else f"coe/hudoc/{ids.part(item)}",
        aliases=tuple(named[1:]),
        kind=Kind.CASE,
        title=text(row, "docname"),
        language={"ENG": "en", "FRE": "fr"}.get(text(row, "languageisocode"), source.languages[0]),
        status=status,
        status_as_of=day,
        source_status=form,
        summary=text(row, "conclusion"),
        url=f"https://hudoc.echr.coe.int/eng?i={item}",
        published=day,
        events=events(response, *told),
        identifiers=numbers(*((scheme, text(row, scheme)) for scheme in ("itemid", "ecli", "appno"))),
    )


def _day(words: str) -> str:
    """ISO, or M/D/YYYY h:mm:ss AM in older answers."""
    return dates.iso(words[:10]) if words[4:5] == "-" else dates.iso(words, "mdy")
