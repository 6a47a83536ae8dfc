"""What this week and the digest are made from, read through the doors: facts learned, windows, sources."""

from collections.abc import Iterable
from datetime import date, timedelta
from urllib.parse import urlencode

from msgspec.structs import replace

from crawlers.matter import Matter
from dashboard import doors
from dashboard.digest.build import Week
from dashboard.digest.changes import duties
from dashboard.digest.news import News
from dashboard.public.relevant import ours
from dashboard.views import labels
from dashboard.views.part import Part
from dashboard.views.week import Lens
from dashboard.words.tongue import Tongue
from index.lenses import lenses


def week(today: date, place: str = "") -> Week:
    """The seven days that end with today, of real matters (of the invented place when it is named)."""
    cards = {card.id: card for card in doors.cards(place)}
    since = (today - timedelta(days=7)).isoformat()
    return Week(
        day=today,
        since=f"{since}T00:00:00Z",
        until=f"{(today + timedelta(days=1)).isoformat()}T00:00:00Z",
        news=tuple(doors.news(since, today, place)),
        windows=doors.open_windows(today, place),
        sources=tuple(doors.sources(place)),
        topics={id: tuple(tag.topic for tag in card.topics) for id, card in cards.items()},
        duties={id: found for id, card in cards.items() if (found := duties(card))},
        ours=frozenset(id for id, card in cards.items() if ours(card)),
    )


def beside(week: Week, known: Iterable[Matter]) -> Week:
    """What is news beside the matters that came with the program."""
    ids = {card.id for card in known}
    return replace(week, news=tuple(one for one in week.news if one.matter not in ids))


def places(week: Week, cards: tuple[Matter, ...], tongue: Tongue) -> list[Lens]:
    """Places with matters of which something was learned this week, busiest first."""
    total: dict[str, int] = {}
    for card in cards:
        total[card.jurisdiction] = total.get(card.jurisdiction, 0) + 1
    moved = _moved(week.news)
    order = sorted(total, key=lambda code: (-moved.get(code, 0), -total[code], code))
    return [
        Lens(
            name=labels.place(code, tongue),
            href=f"/tracker?place={code}",
            week=moved.get(code, 0),
            week_href=Part(place=code).address(),
            all=total[code],
            all_href=f"/search?jurisdiction={code}",
        )
        for code in order[:10]
    ]


def _moved(news: tuple[News, ...]) -> dict[str, int]:
    found: dict[str, set[str]] = {}
    for one in news:
        found.setdefault(one.jurisdiction, set()).add(one.matter)
    return {code: len(ids) for code, ids in found.items()}


def lensed(week: Week, today: date, tongue: Tongue) -> list[Lens]:
    """The organisation's own questions, with matters of this week and in all."""
    moved = {one.matter for one in week.news}
    return [
        Lens(
            name=tongue.say(lens.name),
            href=(listed := f"/search?{urlencode({'q': lens.query})}"),
            week=len(ids & moved),
            week_href=Part(lens=lens.id).address(),
            all=len(ids),
            all_href=listed,
        )
        for lens in lenses()
        for ids in [doors.lens(lens.query, today)]
    ]
