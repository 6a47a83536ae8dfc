"""The doors to records and search, opened once a process, and what pages ask of them, kept while nothing changes."""

import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from crawlers.matter import Link, Matter
from crawlers.sources import watched
from dashboard.digest.changes import facts
from dashboard.digest.news import News
from dashboard.digest.span import end
from dashboard.reads.reviewed import laid
from dashboard.today import today
from dashboard.upkeep.health import health
from dashboard.views.care.freshness import Fresh, Health, fresh
from dashboard.words.tongue import Tongue
from index.advice.opportunities import Opportunity
from index.advice.opportunities import opportunities as rank
from index.clock import Window, windows
from index.in_force import standing
from index.references import Held, cited, held, names_which

if TYPE_CHECKING:
    from index.records import Records
    from index.search import Search

SAMPLE = "zz"


@cache
def records() -> "Records":
    from index.records import open_records

    return open_records()


@cache
def search() -> "Search":
    """Its index is brought up to the records when it is opened; later the update does that itself."""
    from index.intake import ready

    return ready(today())


def follow() -> None:
    """What this process has just written is shown at once, and found unless another process writes the index."""
    from index import intake
    from index.engines.engine import Busy

    _position.cache_clear()
    with suppress(Busy):
        intake.follow(records(), search(), today(), patience=0)


def position() -> str:
    """Another with every change of the records and on every day: what was read at one position stays true at it."""
    return f"{today()} {_position(records(), int(time.monotonic() * 4))}"


@lru_cache(4)
def _position(of: "Records", quarter: int) -> str:  # noqa: ARG001 -- asked at most four times a second: one page asks often
    return f"{of.engine.url} {of.mark()}"


def matter(id: str, as_of: str = "") -> Matter | None:
    """Kept while the records stand still, because one page asks several times."""
    found = _matter(id, as_of, position())
    return laid(found, end(as_of) if as_of else "") if found else None


@lru_cache(200)
def _matter(id: str, as_of: str, position: str) -> Matter | None:  # noqa: ARG001 -- the position is part of the key
    found = records().get(id, as_of)
    return seen(found, date.fromisoformat(as_of[:10]) if as_of else today()) if found else None


def cards(place: str = "") -> tuple[Matter, ...]:
    """Matters without their words, real ones only; the invented place when it is named."""
    return _placed(position()).get(place, ()) if place else _real(position())


@lru_cache(2)
def _real(position: str) -> tuple[Matter, ...]:
    return tuple(card for card in _cards(position) if card.jurisdiction != SAMPLE)


@lru_cache(2)
def _placed(position: str) -> Mapping[str, tuple[Matter, ...]]:
    found: dict[str, list[Matter]] = {}
    for card in _cards(position):
        found.setdefault(card.jurisdiction, []).append(card)
    return {place: tuple(held) for place, held in found.items()}


@lru_cache(2)
def _cards(position: str) -> tuple[Matter, ...]:  # noqa: ARG001
    day = today()
    return tuple(seen(card, day) for card in records().cards())


def seen(matter: Matter, day: date) -> Matter:
    """As it stands on the day; what has no title, as a fragment of a law, is called by its number, else by its id."""
    name = matter.title or next((one.value for one in matter.identifiers), matter.id)
    return standing(matter if matter.title else replace(matter, title=name), day)


def places() -> frozenset[str]:
    """Codes of those that we watch, and of those that a source told us of beside its own."""
    return frozenset(watched().jurisdictions) | {card.jurisdiction for card in _cards(position())}


def open_windows(today: date, place: str = "") -> tuple[Window, ...]:
    return tuple(
        window
        for window in _windows(position(), today)
        if (window.jurisdiction == place if place else window.jurisdiction != SAMPLE)
    )


@lru_cache(2)
def _windows(position: str, today: date) -> tuple[Window, ...]:
    return tuple(window for card in _cards(position) for window in windows(card, today))


@lru_cache(2)
def _pointing(position: str) -> Mapping[str, tuple[tuple[str, Link], ...]]:
    """Who points where: target id → (id of the one that points, its link)."""
    found: dict[str, list[tuple[str, Link]]] = {}
    for card in _cards(position):
        for link in card.links:
            found.setdefault(link.target, []).append((card.id, link))
    return {target: tuple(pairs) for target, pairs in found.items()}


@lru_cache(2)
def _citing(position: str) -> tuple[Held, Mapping[str, tuple[str, ...]]]:
    """What references may call the matters we hold, and who cites whom: id → ids of those whose words name it."""
    known = held(_cards(position))
    found: dict[str, list[str]] = {}
    for card in _cards(position):
        for id in cited(card, known):
            found.setdefault(id, []).append(card.id)
    return known, {id: tuple(citing) for id, citing in found.items()}


def cites(of: Matter) -> tuple[tuple[Matter, ...], tuple[Matter, ...]]:
    """The held matters that its words name, and those whose words name it."""
    known, back = _citing(position())
    cards = _by_id(position())
    to = tuple(cards[id] for id in cited(of, known) if id in cards)
    return to, tuple(cards[id] for id in back.get(of.id, ()) if id in cards)


def called() -> Held:
    """What references may call the matters we hold."""
    return _citing(position())[0]


def named(of: Matter) -> dict[str, str]:
    """Ids of the held matters by what references in its words call them."""
    known, _ = _citing(position())
    found = {one.target: names_which(one.target, of.id, known) for one in of.citations}
    return {called: id for called, id in found.items() if id}


def around(of: Matter) -> tuple[dict[str, Matter], tuple[tuple[str, Link], ...]]:
    """The matters it points to and those that point to it, by id."""
    back = tuple(pair for id in (of.id, *of.aliases) for pair in _pointing(position()).get(id, ()))
    wanted = {link.target for link in of.links} | {id for id, _ in back}
    return {card.id: card for card in _cards(position()) if card.id in wanted or wanted & {*card.aliases}}, back


def sources(place: str = "", until: str = "") -> list[Health]:
    """How the real sources are, or were before an instant; of one place, or of the invented one when it is named."""
    runs = (run for run in records().runs() if not until or run.ended < until)
    found = health(watched(), runs, sample=place == SAMPLE)
    return [source for source in found if not place or source.jurisdiction == place]


def freshness(today: date, tongue: Tongue, place: str = "", until: str = "") -> Fresh:
    """As it is, or as it was before an instant."""
    return fresh(sources(place, until), today, tongue, place)


def news(since: str, today: date, place: str = "") -> list[News]:
    """Facts learned since a day, as the digest tells them."""
    return list(_news(since, today, place, position()))


@lru_cache(8)
def _news(since: str, today: date, place: str, position: str) -> tuple[News, ...]:
    found = facts(records().changes(since), dict(_by_id(position)), today)
    return tuple(one for one in found if (one.jurisdiction == place if place else one.jurisdiction != SAMPLE))


def card(id: str) -> Matter | None:
    return _by_id(position()).get(id)


@lru_cache(2)
def _by_id(position: str) -> Mapping[str, Matter]:
    return {card.id: card for card in _cards(position)}


def opportunities(today: date) -> tuple[Opportunity, ...]:
    return _opportunities(position(), today)


@lru_cache(2)
def _opportunities(position: str, today: date) -> tuple[Opportunity, ...]:
    real = [card for card in _cards(position) if card.jurisdiction != SAMPLE]
    return tuple(rank(real, today))


def lens(query: str, today: date) -> frozenset[str]:
    """The matters that answer, all of them."""
    return _lens(query, position(), today)


@lru_cache(100)
def _lens(query: str, position: str, today: date) -> frozenset[str]:  # noqa: ARG001 -- parts of the key
    return frozenset(search().matters(query))
