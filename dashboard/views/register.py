"""Duties that bind us as a table: late first, with the quote, who owns each, and how its next day was counted."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from crawlers import ids
from crawlers.matter import Struct
from dashboard.views import days, labels
from dashboard.views.days import Due
from dashboard.views.page import render
from dashboard.words.tongue import Tongue, later
from index.compliance import Due as State
from index.compliance import Row

STATES = {
    State.LATE: ("l", later("Late")),
    State.SOON: ("y", later("Due within 30 days")),
    State.LATER: ("d", later("Due later")),
    State.STANDING: ("d", later("Standing")),
    State.UNKNOWN: ("u", later("Cannot be worked out")),
}


class Line(Struct, frozen=True, kw_only=True):
    """One duty; `shape` and `state` say how it stands, by shape and by word."""

    row: Row
    place: str
    duty: str
    href: str
    due: Due | None
    last: str
    shape: str
    state: str


def lines(rows: Sequence[Row], today: date, tongue: Tongue) -> list[Line]:
    return [_line(row, today, tongue) for row in rows]


def _line(row: Row, today: date, tongue: Tongue) -> Line:
    shape, state = STATES[row.due]
    return Line(
        row=row,
        place=ids.jurisdiction(row.matter),
        duty=labels.duty_label(row.duty, tongue),
        href=f"/matter?id={ids.to_query(row.matter)}",
        due=days.due(row.next, today, tongue) if row.next else None,
        last=days.say(row.last_done, tongue) if row.last_done else "",
        shape=shape,
        state=tongue.say(state),
    )


def table(rows: Sequence[Row], today: date, tongue: Tongue) -> Markup:
    return render("register.html", tongue, lines=lines(rows, today, tongue))
