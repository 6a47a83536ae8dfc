"""All places: a grid of tiles, a table of the same numbers, and how much happened, by place and by topic."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from crawlers.matter import Matter, Struct
from dashboard.views import labels
from dashboard.views.care.freshness import Fresh
from dashboard.views.page import render
from dashboard.views.trackers.duties import shade
from dashboard.views.trackers.tracker import Month, activity
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary


class Line(Struct, frozen=True, kw_only=True):
    """A place with its code, or a topic: how many matters, where they are listed, and its events of twelve months."""

    code: str
    name: str
    href: str
    count: int
    shade: str
    months: tuple[Month, ...]
    events: int


def places(cards: Sequence[Matter], today: date, tongue: Tongue) -> list[Line]:
    """By name, as this language calls them."""
    found: dict[str, list[Matter]] = {}
    for card in cards:
        found.setdefault(card.jurisdiction, []).append(card)
    made = [
        _line(code, labels.place(code, tongue), f"/tracker?place={code}", held, today, tongue)
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
        _line("", labels.topic_label(topic, tongue), f"/search?topic={topic}", found[topic], today, tongue)
        for topic in vocabulary().topic
        if topic in found
    ]
    return sorted(made, key=lambda line: (-line.count, line.name))


def _line(code: str, name: str, href: str, held: Sequence[Matter], today: date, tongue: Tongue) -> Line:
    months = tuple(activity(held, today, tongue))
    events = sum(month.count for month in months)
    return Line(code=code, name=name, href=href, count=len(held), shade=shade(len(held)), months=months, events=events)


def page(shown: Sequence[Matter], every: Sequence[Matter], fresh: Fresh, today: date, tongue: Tongue) -> Markup:
    """Trackers hold what they show; the search that a topic leads to has every matter."""
    found, themes = places(shown, today, tongue), topics(every, today, tongue)
    return render("places.html", tongue, places=found, topics=themes, fresh=fresh, total=len(shown))
