"""What happened in a place or under a topic: how many events each month had, and the events of one month or of all twelve."""

from collections.abc import Iterator, Sequence
from datetime import date

from crawlers.matter import Event, Matter, Struct
from dashboard.views import days, labels
from dashboard.words.tongue import Tongue

MONTHS = 12
YEAR = "12"  # asks for all twelve months


class Month(Struct, frozen=True, kw_only=True):
    """Events of one month, YYYY-MM; `height` is that of its bar of 60 pixels."""

    month: str
    name: str
    count: int
    height: int


class Happened(Struct, frozen=True, kw_only=True):
    """An event with its matter; `language` is that of `what`, if a source's."""

    matter: Matter
    day: str
    what: str
    language: str


def activity(cards: Sequence[Matter], today: date, tongue: Tongue) -> list[Month]:
    """Events of the last twelve months, the running one last."""
    months = _months(today)
    dates = [event.date[:7] for _, event in _events(cards)]
    counts = [dates.count(month) for month in months]
    tallest = max([*counts, 1])
    return [
        Month(
            month=month,
            name=tongue.day(f"{month}-01", "MMM y"),
            count=count,
            height=round(count / tallest * 54),
        )
        for month, count in zip(months, counts, strict=True)
    ]


def happened(cards: Sequence[Matter], month: str, today: date, tongue: Tongue) -> list[Happened]:
    """Of the month, or of YEAR, newest first; nothing for any other word."""
    wanted = {one for one in _months(today) if month in {one, YEAR}}
    found = sorted(
        ((card, event) for card, event in _events(cards) if event.date[:7] in wanted),
        key=lambda pair: (pair[1].date, pair[0].id),
        reverse=True,
    )
    return [
        Happened(
            matter=card,
            day=days.say(event.date, tongue),
            what=labels.label(event, tongue),
            language=labels.foreign(event, card.language),
        )
        for card, event in found
    ]


def _events(cards: Sequence[Matter]) -> Iterator[tuple[Matter, Event]]:
    return ((card, event) for card in cards for event in card.events if not event.cancelled)


def _months(today: date) -> list[str]:
    return [_month(today, back) for back in range(MONTHS - 1, -1, -1)]


def _month(today: date, back: int) -> str:
    year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
    return f"{year}-{month + 1:02}"
