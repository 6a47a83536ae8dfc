"""The tracker of a place as read through the doors: what pages, routes and published files show of it."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from crawlers.matter import Matter
from dashboard import doors
from dashboard.public.position_formats import stated
from dashboard.public.positions import declared
from dashboard.public.relevant import concerning
from dashboard.reads.about_matter import bound
from dashboard.views.matters.binding import Binds
from dashboard.views.trackers.tracker import Tracked
from dashboard.words.tongue import Tongue

DAYS = 30


def tracked(place: str, today: date, tongue: Tongue) -> Tracked:
    """Public material and published positions alone: what an organisation thinks of a law is asked for with `verdicts`.

    A matter on which a position was published is listed whatever its words say of hosts.
    """
    every = doors.cards(place)
    positions = stated(every, declared())
    spoken_of = {card.id for card, _ in positions}
    about = {card.id for card in listed(place, today)} | spoken_of
    cards = tuple(card for card in every if card.id in about)
    since = (today - timedelta(days=DAYS)).isoformat()
    news = doors.news(since, today, place if place == doors.SAMPLE else "")
    return Tracked(
        place=place,
        cards=cards,
        left_out=tuple(card for card in every if card.id not in about),
        news=tuple(one for one in news if one.matter in about),
        fresh=doors.freshness(today, tongue, place),
        today=today,
        declared=positions,
    )


def listed(place: str, today: date) -> tuple[Matter, ...]:
    """The matters of a place that concern us; found once for all its languages and forms."""
    return _listed(place, today, doors.position())


@lru_cache(200)
def _listed(place: str, today: date, position: str) -> tuple[Matter, ...]:  # noqa: ARG001 -- part of the key
    return concerning(doors.cards(place), today)


def verdicts(cards: Iterable[Matter], tongue: Tongue) -> Mapping[str, tuple[Binds, ...]]:
    """Does it bind us, by matter, once for every profile; only of those whose words put a duty on hosts."""
    duties = [card.id for card in cards if any(norm.host_duty for norm in card.norms)]
    found = {id: _bound(id, tongue, doors.position()) for id in duties}
    return {id: said for id, said in found.items() if said}


@lru_cache(500)
def _bound(id: str, tongue: Tongue, position: str) -> tuple[Binds, ...]:  # noqa: ARG001 -- judged anew only when the records change
    matter = doors.matter(id)
    return bound(matter, tongue) if matter else ()
