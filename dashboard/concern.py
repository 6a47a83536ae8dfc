"""Which of the matters we hold concern hosts of free knowledge: what trackers and digests tell of."""

import re
from collections.abc import Iterable

from crawlers.matter import Matter
from crawlers.vocabulary import Topic
from dashboard.mail.changes import duties
from dashboard.mail.news import SAMPLE
from nlp.cutoffs import ALERT, WATCH
from nlp.relevance import found, words

CHOSEN = {"manual", "watchlist"}
HEAD = "subjects of hosts in the title"  # of title and summary
# what a paper is, not what it is about: a request for comments, a recommendation
_PAPER = re.compile(r"\b(?:e-?)?comments?\b|\brecommend\w*", re.IGNORECASE)
GENERAL = Topic.TRANSPARENCY_OVERSIGHT_COST  # laws on banks and food have audits, assessed risks and fees too


def ours(card: Matter) -> bool:
    """Was anything found in it that concerns us: a topic, a duty of hosts, a likeness; or did a person choose it?"""
    chosen = card.source in CHOSEN or card.jurisdiction == SAMPLE
    return chosen or bool({tag.topic for tag in card.topics} - {GENERAL} or duties(card)) or _likely(card)


def _likely(card: Matter) -> bool:
    """By more than its topics: audits and assessed risks alone are no likeness. Of its head alone: by the title's own words."""
    seen = card.relevance
    if seen is None or seen.score < ALERT:
        return False
    names = {term.name for term in seen.terms if term.name != "topics" and term.value >= WATCH}
    return bool(names - {HEAD}) or (HEAD in names and _titled(card))


def _titled(card: Matter) -> bool:
    """Abstracts of notices speak of users, networks and comments whatever they are about."""
    language = card.language.partition("-")[0]
    return language in words()["subject"] and found("subject", language, _PAPER.sub(" ", card.title)) > 0


def concerning(cards: Iterable[Matter]) -> tuple[Matter, ...]:
    """A source of all laws of a place also brings those on ships and medals; they are found by search alone."""
    return tuple(card for card in cards if ours(card))
