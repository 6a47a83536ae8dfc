"""All places: a grid of tiles, a table of the same numbers, and how much happened, by place and by topic."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from crawlers.matter import Matter, Struct
from dashboard.views import labels
from dashboard.views.care.freshness import Fresh
from dashboard.views.page import render
from dashboard.views.trackers.duties import shade
from dashboard.views.trackers.happened import YEAR, Month, activity, happened
from dashboard.views.trackers.tracker import Asked
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary


class Line(Struct, frozen=True, kw_only=True):
    """A place with its code, or a topic: how many matters, its events of twelve months, and where both are listed."""

    code: str
    name: str
    href: str
    count: int
    shade: str
    months: tuple[Month, ...]
    events: int
    events_href: str


def places(cards: Sequence[Matter], today: date, tongue: Tongue) -> list[Line]:
    """By name, as this language calls them."""
    found: dict[str, list[Matter]] = {}
    for card in cards:
        found.setdefault(card.jurisdiction, []).append(card)
    made = [
        _line(code, labels.place(code, tongue), f"/tracker?place={code}", f"/tracker?place={code}", held, today, tongue)
        for code, held in found.items()
    ]
    return sorted(made, key=lambda line: line.name)


def topics(cards: Sequence[Matter], today: date, tongue: Tongue) -> list[Line]:
    """Those with matters, most first."""
    found: dict[str, list[Matter]] = {}
    for card in cards:
        for tag in {tag.topic for tag in card.topics}:
            found.setdefault(tag, []).append(card)
    made = [
        _line(
            "",
            labels.topic_label(topic, tongue),
            f"/search?topic={topic}",
            f"/tracker?topic={topic}",
            found[topic],
            today,
            tongue,
        )
        for topic in vocabulary().topic
        if topic in found
    ]
    return sorted(made, key=lambda line: (-line.count, line.name))


def _line(code: str, name: str, href: str, asked: str, held: Sequence[Matter], today: date, tongue: Tongue) -> Line:
    months = tuple(activity(held, today, tongue))
    events = sum(month.count for month in months)
    return Line(
        code=code,
        name=name,
        href=href,
        count=len(held),
        shade=shade(len(held)),
        months=months,
        events=events,
        events_href=f"{asked}&month={YEAR}",
    )


def page(
    shown: Sequence[Matter], every: Sequence[Matter], fresh: Fresh, today: date, tongue: Tongue, topic: str = ""
) -> Markup:
    """Trackers hold what they show; the search that a topic leads to has every matter, and so have its events."""
    found, themes = places(shown, today, tongue), topics(every, today, tongue)
    return render(
        "places.html",
        tongue,
        places=found,
        topics=themes,
        fresh=fresh,
        total=len(shown),
        **_about(topic, every, today, tongue),
    )


def _about(topic: str, every: Sequence[Matter], today: date, tongue: Tongue) -> dict[str, object]:
    """What happened under a topic, where that is asked for."""
    cards = [card for card in every if topic in {tag.topic for tag in card.topics}]
    return {
        "asked": Asked(month=YEAR),
        "events": happened(cards, YEAR, today, tongue),
        "address": "/tracker",
        "permanent": False,
        "months": (),
    }
