"""Read jurisdictions.yaml: which places are watched, from which sources, with which expectations."""

import re
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from msgspec.structs import replace

from crawlers import facts, ids
from crawlers.facts import BadFacts
from crawlers.matter import Struct
from crawlers.vocabulary import Kind, Status

FILE = "jurisdictions.yaml"
_CADENCE = re.compile(r"[1-9][0-9]*[hdw]")


class Default(StrEnum):
    """Is the source asked without being told to: yes, when its key is set, or no."""

    ON = "on"
    KEY = "key"
    OFF = "off"


class Republish(StrEnum):
    """What the licence lets us publish of it; every exporter obeys."""

    TEXT = "text"
    EXCERPT = "excerpt"
    LINK = "link"


class Proof(StrEnum):
    """Has real recorded output been parsed, or only the documentation read?"""

    BYTES = "bytes"
    DOCUMENTATION = "documentation"


class Politeness(Struct, frozen=True, kw_only=True):
    """How we ask: seconds between two requests to one host, requests at once, quotas across runs, and why."""

    reason: str
    delay: float = 1.0
    concurrency: int = 1
    per_minute: int | None = None
    per_hour: int | None = None
    per_day: int | None = None


class Canary(Struct, frozen=True, kw_only=True):
    """A question with a known answer: an address whose response contains these words as long as the source lives.

    Without an address of its own it is put to the first of the source's `urls`, which is then asked once for both.
    """

    contains: str
    url: str = ""


class Feed(Struct, frozen=True, kw_only=True):
    """An RSS or Atom feed read by facts alone: `series` begins the ids, e.g. intl/eff."""

    series: str
    kind: Kind
    status: Status = Status.UNKNOWN
    instrument: str = ""


class Token(Struct, frozen=True, kw_only=True):
    """Where the key, which then reads id:secret, is traded for a token that every request bears (OAuth 2, client credentials)."""

    url: str
    scope: str = ""


class Source(Struct, frozen=True, kw_only=True):
    """One official (or signal) source. Exactly one of `parser` (a module of crawlers.parsers) and `feed` is set.

    `urls` may hold {since}, {today}, {year}, {key}, and {day} for one address a day (see addresses). `cadence` is how often it normally brings news (12h, 1d, 2w);
    `minimum` how many matters a full run yields at least; `hosts` all it may reach; `key` the environment variable.
    """

    id: str
    name: str
    jurisdiction: str
    format: str
    urls: tuple[str, ...]
    hosts: tuple[str, ...]
    languages: tuple[str, ...]
    default: Default
    cadence: str
    licence: str
    republish: Republish
    evidence: Proof
    politeness: Politeness
    zone: str = "UTC"
    parser: str = ""
    feed: Feed | None = None
    reason: str = ""
    minimum: int = 0
    key: str = ""
    token: Token | None = None
    canary: Canary | None = None
    options: dict[str, str] = {}  # noqa: RUF012 -- msgspec copies it


class Jurisdiction(Struct, frozen=True, kw_only=True):
    """A place: English name, its languages (the first is the one its trackers open in), its clock."""

    code: str
    name: str
    languages: tuple[str, ...]
    zone: str


class Watched(Struct, frozen=True, kw_only=True):
    """All of jurisdictions.yaml."""

    jurisdictions: dict[str, Jurisdiction]
    sources: dict[str, Source]

    def source(self, id: str) -> Source:
        """Raises BadFacts naming the sources that are spelled most like it."""
        if id in self.sources:
            return self.sources[id]
        import difflib

        near = ", ".join(difflib.get_close_matches(id, self.sources, 3)) or "see `amicus sources`"
        raise BadFacts(f"{FILE}: there is no source {id!r}; near it: {near}")


@cache
def watched(path: Path | None = None) -> Watched:
    """Read and check the file once. Raises BadFacts."""
    path = path or facts.find(FILE)
    places: dict[str, Jurisdiction] = {}
    sources: dict[str, Source] = {}
    content = facts.load(path)
    if not isinstance(content, dict):
        raise BadFacts(f"{path.name}: must be a mapping of jurisdiction codes to places")
    for code, place in content.items():
        entries = _taken(place, path.name, code)
        places[code] = facts.convert({"code": code, **place}, Jurisdiction, path.name, code)
        for id, entry in entries.items():
            if id in sources:
                raise BadFacts(f"{path.name}: {code}: source {id!r} stands twice")
            sources[id] = _source(path.name, places[code], id, entry)
    return Watched(jurisdictions=places, sources=sources)


def _taken(place: Any, file: str, code: Any) -> dict[str, Any]:
    """The sources of a place, taken out of it."""
    if not isinstance(code, str) or not isinstance(place, dict):
        raise BadFacts(
            f"{file}: {code}: must be a code (in quotes where YAML reads a number) with name, languages, zone"
        )
    entries = place.pop("sources", None) or {}
    if not isinstance(entries, dict):
        raise BadFacts(f"{file}: {code}: sources: must map source ids to entries")
    return entries


def _source(file: str, place: Jurisdiction, id: str, entry: Any) -> Source:
    if not isinstance(entry, dict):
        raise BadFacts(f"{file}: {id}: must be a mapping of keys to values")
    inherited = {"jurisdiction": place.code, "zone": place.zone, "languages": place.languages}
    source = facts.convert({"id": id, **inherited, **entry}, Source, file, id)
    for fault in _faults(source):
        raise BadFacts(f"{file}: {id}: {fault}")
    known = source.canary
    return replace(source, canary=replace(known, url=known.url or source.urls[0])) if known else source


def _faults(source: Source) -> list[str]:
    """What the types cannot say, one sentence each."""
    rules = [
        (bool(source.parser) == (source.feed is not None), "parser: name either a parser or a feed, not both"),
        (not _CADENCE.fullmatch(source.cadence), f"cadence: {source.cadence!r} is not like 12h, 1d or 2w"),
        (source.default is not Default.ON and not source.reason, "reason: say why the source is not on"),
        (source.default is Default.KEY and not source.key, "key: name the environment variable that holds it"),
        (source.token and not source.key, "token: name the environment variable of its id and secret as key"),
        (source.feed and not ids.GRAMMAR.fullmatch(f"{source.feed.series}/x"), "feed.series: must be like intl/eff"),
        (_unasked(source), "canary: give it a url on one of the hosts, or the source a first address that holds no {}"),
        *(
            (not url.startswith(("http://", "https://")), f"urls: {url!r} is not an http address")
            for url in source.urls
        ),
    ]
    return [fault for broken, fault in rules if broken]


def _unasked(source: Source) -> bool:
    """Is there a known answer, and no address to ask for it?"""
    if not source.canary:
        return False
    own = [url for url in source.urls[:1] if "{" not in url.replace("{key}", "")]
    url = next(filter(None, (source.canary.url, *own)), "")
    return urlsplit(url).hostname not in source.hosts


def by_parser(source: Source) -> str:
    """Module that reads the source."""
    return f"crawlers.parsers.{source.parser}" if source.parser else "crawlers.parsers.feed"
