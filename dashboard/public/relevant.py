"""Which of the matters we hold concern hosts of free knowledge: what trackers and digests tell of."""

from collections.abc import Iterable
from datetime import date

from crawlers.matter import Matter
from crawlers.vocabulary import Kind, Topic
from dashboard.digest.changes import duties
from dashboard.digest.news import SAMPLE
from nlp.scores.cutoffs import ALERT, WATCH

CHOSEN = {"manual", "watchlist"}
GENERAL = Topic.TRANSPARENCY_OVERSIGHT_COST  # laws on banks and food have audits, assessed risks and fees too


def ours(card: Matter) -> bool:
    """Was anything found in it that concerns us: a topic, a duty of hosts, a likeness; or did a person choose it?"""
    chosen = card.source in CHOSEN or card.jurisdiction == SAMPLE
    return chosen or bool({tag.topic for tag in card.topics} - {GENERAL} or duties(card)) or _likely(card)


def _likely(card: Matter) -> bool:
    """By more than its topics: audits and assessed risks alone are no likeness."""
    seen = card.relevance
    if seen is None or seen.score < ALERT:
        return False
    return any(term.name != "topics" and term.value >= WATCH for term in seen.terms)


def concerning(cards: Iterable[Matter], today: date) -> tuple[Matter, ...]:
    """A source of all laws of a place also brings those on ships and medals; they are found by search alone."""
    return tuple(card for card in cards if ours(card) and _law_or_date(card, today))


def _law_or_date(card: Matter, today: date) -> bool:
    """News is neither law nor draft, consultation nor case: a press release is listed only for a date that is ahead."""
    if card.kind is not Kind.SIGNAL or card.source in CHOSEN or card.jurisdiction == SAMPLE:
        return True
    return any(event.date >= today.isoformat() and not event.cancelled for event in card.events)
