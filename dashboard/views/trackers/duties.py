"""Duties by place: how many matters put each duty on hosts; a number in every cell, 0 is not the same as not read."""

from collections.abc import Sequence

from markupsafe import Markup

from crawlers.matter import Matter, Struct
from dashboard.reads import search_url
from dashboard.views import labels
from dashboard.views.care.freshness import Fresh
from dashboard.views.page import render
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary

STEPS = (1, 3, 5, 9)
COLUMNS = 12


class Cell(Struct, frozen=True, kw_only=True):
    """`count` is None where we hold no words of the place that we can read."""

    count: int | None
    shade: str
    href: str


class Row(Struct, frozen=True, kw_only=True):
    name: str
    href: str
    cells: tuple[Cell, ...]


def shade(count: int | None) -> str:
    """c1 … c5 by the scale of the key, z for none, nc for not read."""
    if count is None:
        return "nc"
    return f"c{1 + sum(count > step for step in STEPS)}" if count else "z"


def counts(cards: Sequence[Matter]) -> dict[tuple[str, str], int]:
    """Matters, not statements, by duty and place."""
    found: dict[tuple[str, str], int] = {}
    for card in cards:
        for duty in {str(norm.laid) for norm in card.norms if norm.laid}:
            found[duty, card.jurisdiction] = found.get((duty, card.jurisdiction), 0) + 1
    return found


def table(cards: Sequence[Matter], tongue: Tongue) -> tuple[list[str], list[Row]]:
    """Places with most tagged matters first; duties in the order of the taxonomy that any place has."""
    counted = counts(cards)
    read = {card.jurisdiction for card in cards if card.texts}
    totals = {
        place: sum(n for (_, where), n in counted.items() if where == place)
        for place in {c.jurisdiction for c in cards}
    }
    places = sorted(totals, key=lambda place: (-totals[place], place not in read, place))[:COLUMNS]
    rows = [_row(duty, places, read, counted, tongue) for duty in vocabulary().duty if duty != "other"]
    return places, rows


def _row(duty: str, places: Sequence[str], read: set[str], counted: dict[tuple[str, str], int], tongue: Tongue) -> Row:
    cells = tuple(_cell(duty, place, counted.get((duty, place), 0) if place in read else None) for place in places)
    return Row(name=labels.duty_label(duty, tongue), href=f"/search?duty={duty}", cells=cells)


def _cell(duty: str, place: str, count: int | None) -> Cell:
    return Cell(count=count, shade=shade(count), href=f"/duties?duty={duty}&jurisdiction={place}#list")


def page(cards: Sequence[Matter], fresh: Fresh, tongue: Tongue) -> Markup:
    places, rows = table(cards, tongue)
    tagged = sum(any(norm.laid for norm in card.norms) for card in cards)
    return render(
        "duties.html",
        tongue,
        fresh=fresh,
        places=[(place, labels.place(place, tongue)) for place in places],
        rows=rows,
        tagged=tagged,
        any_duty=search_url.write(
            search_url.State(filters=tuple(("duty", duty) for duty in sorted(vocabulary().duty)))
        ),
        total=len(cards),
    )
