"""Duties that bind us: how many are late, due, standing; and the table, late first, with the quote and how its day was counted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

from markupsafe import Markup

from crawlers import ids
from crawlers.matter import Matter, Struct
from dashboard.views import days, labels, law
from dashboard.views.days import Due
from dashboard.views.page import render
from dashboard.words.tongue import Tongue, later
from index.compliance import Due as State
from index.compliance import Row

SHOWN = 40
STATES = {
    State.LATE: ("l", "soon", later("Late")),
    State.SOON: ("y", "soon", later("Due within 30 days")),
    State.LATER: ("d", "", later("Due later")),
    State.STANDING: ("d", "", later("Standing")),
    State.UNKNOWN: ("u", "coming", later("Cannot be worked out")),
}


class Line(Struct, frozen=True, kw_only=True):
    """One duty; `shape` and `state` say how it stands, by shape and by word."""

    row: Row
    place: str
    where: str
    called: str
    language: str
    duty: str
    href: str
    due: Due | None
    last: str
    shape: str
    state: str


def lines(rows: Sequence[Row], laws: Mapping[str, Matter], today: date, tongue: Tongue) -> list[Line]:
    return [_line(row, laws[row.matter], today, tongue) for row in rows]


def _line(row: Row, matter: Matter, today: date, tongue: Tongue) -> Line:
    shape, _, state = STATES[row.due]
    article = urlencode({"article": row.article.partition("/")[0]})
    return Line(
        row=row,
        place=ids.jurisdiction(row.matter),
        where=where(row, matter),
        called=labels.called(row.law),
        language=matter.language,
        duty=labels.duty_label(row.duty, tongue),
        href=f"/matter?id={ids.to_query(row.matter)}&part=text&{article}",
        due=days.due(row.next, today, tongue) if row.next else None,
        last=days.say(row.last_done, tongue) if row.last_done else "",
        shape=shape,
        state=tongue.say(state),
    )


def where(row: Row, matter: Matter) -> str:
    """Article 16(2), as the law counts."""
    return law.where(row.article, {unit.id: unit for text in matter.texts for unit in text.provisions})


def strip(rows: Sequence[Row], asked: str, tongue: Tongue) -> Markup:
    """How many there are of each state; each number leads to its list."""
    counts = Counter(row.due for row in rows)
    made = [
        (tongue.say(words), shade, counts[state], f"/collections?part=duties&state={state}", state == asked)
        for state, (_, shade, words) in STATES.items()
    ]
    return render("register_strip.html", tongue, counts=made, total=len(rows))


def table(rows: Sequence[Row], laws: Mapping[str, Matter], asked: str, today: date, tongue: Tongue) -> Markup:
    """All rows, or those of one state."""
    found = lines([row for row in rows if not asked or row.due == asked], laws, today, tongue)
    return render(
        "register.html",
        tongue,
        strip=strip(rows, asked, tongue),
        first=found[:SHOWN],
        rest=found[SHOWN:],
        laws=len({row.matter for row in rows}),
        total=len(rows),
        asked=asked,
    )
