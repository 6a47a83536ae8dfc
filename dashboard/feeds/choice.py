"""What a feed or calendar is about: a place, a topic, a duty, a matter, a search or a lens, and what we hold of it."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from crawlers.matter import Matter, Struct
from crawlers.sources import watched
from dashboard.digest.changes import duties, facts
from dashboard.digest.news import SAMPLE, News, Taste
from dashboard.digest.unchecked import of_places
from dashboard.feeds.days import ENGLISH, Day, numbered, of_matter, of_window
from dashboard.upkeep.health import health
from dashboard.views import days as spoken
from dashboard.views import labels
from dashboard.views.care.freshness import BAD
from dashboard.words.tongue import Tongue
from index.clock import windows
from index.records import Records

BACK = timedelta(days=90)


class Choice(Struct, frozen=True, kw_only=True):
    """Everything when nothing is named; `query` is a search in our own language; `lens` the name of one."""

    taste: Taste = Taste()
    query: str = ""
    lens: str = ""
    typed: str = ""

    def name(self, speech: Tongue) -> str:
        """Everything that narrows it, as the reader calls it."""
        words = [
            *(labels.place(place, speech) for place in self.taste.places),
            *(labels.topic_label(topic, speech) for topic in self.taste.topics),
            *(labels.duty_label(duty, speech) for duty in self.taste.duties),
            *self.taste.matters,
            speech.say(self.lens),
            self.typed,
        ]
        return ", ".join(filter(None, words)) or speech.say("everything")


class Checked(NamedTuple):
    """How fresh it is: how many of its sources answered when last asked, and the newest instant at which one did."""

    at: str
    answered: int
    total: int

    def said(self, speech: Tongue) -> str:
        if not self.at:
            return speech.say("No source of it has been checked yet")
        return speech.say(
            "Checked {at}; {answered} of {total} sources answered",
            at=spoken.moment(self.at, speech),
            answered=speech.number(self.answered),
            total=speech.number(self.total),
        )


class Held(NamedTuple):
    """What we hold of a choice, the newest instant at which anything of it was learned, and how fresh it is.

    `revisions` counts how often a matter was written.
    """

    cards: dict[str, Matter]
    news: tuple[News, ...]
    learned: str
    revisions: Callable[[str], int]
    checked: Checked


def held(records: Records, choice: Choice, today: date) -> Held:
    """Facts of the last ninety days. Raises BadQuery for a search that cannot run."""
    found = _found(choice.query, today)
    cards = {card.id: card for card in records.cards() if _wants(choice, card, found)}
    changes = records.changes((today - BACK).isoformat())
    news = tuple(facts(changes, cards, today))
    learned = max((one.learned for one in news), default=f"{today - BACK}T00:00:00Z")
    checked = _checked(records, choice, cards)
    return Held(cards, news, learned, lambda id: len(records.history(id)), checked)


def _found(query: str, today: date) -> set[str] | None:
    """Exactly what was asked: a feed never leaves out a word."""
    if not query:
        return None
    from index.intake import ready

    return ready(today).matters(query)


def _wants(choice: Choice, card: Matter, found: set[str] | None) -> bool:
    if found is not None and card.id not in found:
        return False
    topics = (str(tag.topic) for tag in card.topics)
    return choice.taste.wants(card.jurisdiction, card.id, topics, map(str, duties(card)))


def _checked(records: Records, choice: Choice, cards: dict[str, Matter]) -> Checked:
    """Of the sources of its places; of matters that are named, of theirs."""
    known = health(watched(), records.runs(), sample=choice.taste.places == (SAMPLE,))
    names = {card.source for card in cards.values()}
    named = bool(choice.taste.matters)
    found = [one for one in known if one.id in names] if named else list(of_places(known, choice.taste))
    good = [one for one in found if one.checked and one.verdict not in BAD]
    return Checked(max((one.checked for one in found), default=""), len(good), len(found))


def days(held: Held, site: str, today: date, speech: Tongue = ENGLISH, *, only_windows: bool = False) -> Iterator[Day]:
    """Days ahead of windows and of events, each matter's with the number of its revisions as sequence."""
    found = (day for card in held.cards.values() for day in _days(card, site, today, speech, only_windows))
    return numbered(found, today, held.revisions)


def _days(card: Matter, site: str, today: date, speech: Tongue, only_windows: bool) -> Iterator[Day]:
    for window in windows(card, today):
        yield from of_window(window, site, speech)
    if not only_windows:
        yield from of_matter(card, site, speech)
