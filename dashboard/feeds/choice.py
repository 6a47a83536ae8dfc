"""What a feed or calendar is about: a place, a topic, a duty, a matter, a search or a lens, and what we hold of it."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from crawlers.matter import Matter, Struct
from dashboard.feeds.days import Day, numbered, of_matter, of_window
from dashboard.mail.changes import facts
from dashboard.mail.news import News, Taste
from index.clock import windows
from index.records import Records

BACK = timedelta(days=90)
MOST = 500


class Choice(Struct, frozen=True, kw_only=True):
    """Everything when nothing is named; `query` is a search in our own language."""

    taste: Taste = Taste()
    query: str = ""
    name: str = "everything"


class Held(NamedTuple):
    """What we hold of a choice, and the newest instant at which anything of it was learned.

    `revisions` counts how often a matter was written.
    """

    cards: dict[str, Matter]
    news: tuple[News, ...]
    learned: str
    revisions: Callable[[str], int]


def held(records: Records, choice: Choice, today: date) -> Held:
    """Facts of the last ninety days. Raises BadQuery for a search that cannot run."""
    found = _found(choice.query, today)
    cards = {card.id: card for card in records.cards() if _wants(choice, card, found)}
    changes = records.changes((today - BACK).isoformat())
    news = tuple(facts(changes, cards, today))
    learned = max((one.learned for one in news), default=f"{today - BACK}T00:00:00Z")
    return Held(cards, news, learned, lambda id: len(records.history(id)))


def _found(query: str, today: date) -> set[str] | None:
    if not query:
        return None
    from index.intake import ready

    return {hit.matter for hit in ready(today).find(query, MOST).hits}


def _wants(choice: Choice, card: Matter, found: set[str] | None) -> bool:
    if found is not None:
        return card.id in found
    topics = (str(tag.topic) for tag in card.topics)
    return choice.taste.wants(
        card.jurisdiction, card.id, topics, (str(norm.duty) for norm in card.norms if norm.host_duty)
    )


def days(held: Held, site: str, today: date, *, only_windows: bool = False) -> Iterator[Day]:
    """Days ahead of windows and of events, each matter's with the number of its revisions as sequence."""
    found = (day for card in held.cards.values() for day in _days(card, site, today, only_windows))
    return numbered(found, today, held.revisions)


def _days(card: Matter, site: str, today: date, only_windows: bool) -> Iterator[Day]:
    for window in windows(card, today):
        yield from of_window(window, site)
    if not only_windows:
        yield from of_matter(card, site)
