"""Fetch what a digest is made from: changes, cards, windows and the health of sources, out of the records."""

from collections.abc import Iterable
from datetime import date

from crawlers.matter import Matter
from crawlers.sources import watched
from crawlers.values import instants
from dashboard.digest.build import Week
from dashboard.digest.changes import duties, facts
from dashboard.digest.news import REPLACED
from dashboard.digest.now_in_force import begun
from dashboard.digest.titles import named
from dashboard.feeds.days import of_window
from dashboard.public.relevant import ours
from dashboard.upkeep.health import health
from index.changes import Change, What
from index.clock import Window, windows
from index.in_force import standing
from index.records import Records


def week(records: Records, since: str, until: str, day: date, *, then: bool = True) -> Week:
    """Everything between two instants, of every place; a reader's taste is applied when the digest is built.

    `then`: what was learned from `until` on is laid aside, so that the week of a past instant is what it was then.
    """
    held = known(records, until) if then else list(records.cards())
    cards = {card.id: standing(card, day) for card in held}
    changes = _changes(records, held, since, until)
    was = _replaced(records, changes, since)
    runs = [run for run in records.runs() if run.ended < until]
    dated = tuple(window for card in cards.values() for window in windows(card, day))
    return Week(
        day=day,
        since=since,
        until=until,
        news=tuple(facts(changes, cards, day, was)),
        windows=dated,
        sources=(*health(watched(), runs), *health(watched(), runs, sample=True)),
        topics={id: tuple(tag.topic for tag in card.topics) for id, card in cards.items() if card.topics},
        ours=frozenset(card.id for card in (*cards.values(), *was.values()) if ours(card)),
        duties={id: found for id, card in cards.items() if (found := duties(card))},
        names={one.matter: named(cards[one.matter]) for one in dated if one.matter in cards},
        languages={one.matter: cards[one.matter].language for one in dated if one.matter in cards},
        revisions={id: sum(learned < until for _, learned in records.history(id)) for id in sorted(_ahead(dated, day))},
    )


def _changes(records: Records, held: Iterable[Matter], since: str, until: str) -> list[Change]:
    """What sources told, and what their laws' own days did; a new matter says where it stands anyway."""
    told = list(records.changes(since, until))
    new = {change.matter for change in told if change.what is What.NEW}
    return [*told, *begun((card for card in held if card.id not in new), since, until)]


def known(records: Records, until: str) -> list[Matter]:
    """Cards as they were just before an instant; only what was revised since is read from the past."""
    later = records.revised(until)
    newer = {*later}
    return [*(card for card in records.cards() if card.id not in newer), *records.some(later, instants.plus(until, -1))]


def _replaced(records: Records, changes: Iterable[Change], since: str) -> dict[str, Matter]:
    """Matters whose text was replaced, as they stood before: who followed them for what they were is told."""
    ids = sorted({change.matter for change in changes if change.label == REPLACED})
    return {card.id: card for card in records.some(ids, instants.plus(since, -1))} if ids else {}


def _ahead(dated: Iterable[Window], day: date) -> set[str]:
    """Matters that have an entry in a calendar."""
    return {entry.matter for window in dated for entry in of_window(window, "") if entry.day >= day.isoformat()}
