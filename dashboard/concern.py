"""Which of the matters we hold concern hosts of free knowledge: what trackers and digests tell of."""

from collections.abc import Iterable

from crawlers.matter import Matter
from dashboard.mail.changes import duties
from dashboard.mail.news import SAMPLE
from nlp.cutoffs import ALERT

CHOSEN = {"manual", "watchlist"}


def ours(card: Matter) -> bool:
    """Was anything found in it that concerns us: a topic, a duty of hosts, a likeness; or did a person choose it?"""
    likely = card.relevance is not None and card.relevance.score >= ALERT
    return bool(card.topics or duties(card) or likely or card.source in CHOSEN or card.jurisdiction == SAMPLE)


def concerning(cards: Iterable[Matter]) -> tuple[Matter, ...]:
    """A source of all laws of a place also brings those on ships and medals; they are found by search alone."""
    return tuple(card for card in cards if ours(card))
