"""Duties that bind us: how many are late, due, standing; and the table, late first, with the quote and how its day was counted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from markupsafe import Markup

from crawlers import ids
from crawlers.matter import Matter, Struct
from dashboard.views import days, labels
from dashboard.views.days import Due
from dashboard.views.matters import law
from dashboard.views.page import render
from dashboard.words.tongue import Tongue, later
from index.advice.register import Due as State
from index.advice.register import Row
from index.binding.verdict import Verdict

SHOWN = 40
NOBODY = "nobody"
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
    counted: str
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
        counted=row.counted.said(tongue),
        shape=shape,
        state=tongue.say(state),
    )


def where(row: Row, matter: Matter) -> str:
    """Article 16(2), as the law counts."""
    return law.where(row.article, {unit.id: unit for text in matter.texts for unit in text.provisions})


class Asked(NamedTuple):
    """What the reader wants of the register; an empty name is every one, of `profile` the usual, NOBODY the duties that nobody owns."""

    state: str = ""
    law: str = ""
    owner: str = ""
    profile: str = ""

    def of(self, rows: Sequence[Row]) -> list[Row]:
        return [
            row
            for row in rows
            if self.state in {"", row.due} and self.law in {"", row.matter} and self.owner in {"", row.owner or NOBODY}
        ]

    def address(self, **other: str) -> str:
        """Of the register as it is asked for, but for one answer."""
        given = {name: value for name, value in {**self._asdict(), **other}.items() if value}
        return f"/collections?{urlencode({'part': 'duties', **given})}"

    def whole(self) -> "Asked":
        """All of the register of the same profile."""
        return Asked(profile=self.profile)

    def csv(self) -> str:
        return f"/register.csv?{urlencode({'profile': self.profile})}" if self.profile else "/register.csv"


class Open(Struct, frozen=True, kw_only=True):
    """Laws of which it cannot be said whether they bind the profile of this name."""

    name: str = ""
    laws: tuple[tuple[Matter, Verdict], ...] = ()


def strip(rows: Sequence[Row], asked: Asked, undecided: Open, tongue: Tongue) -> Markup:
    """How many of ours there are of each state, without those that bind States; each number leads to its list."""
    lacking = dict.fromkeys(one.said(tongue) for _, told in undecided.laws for one in told.lacking)
    ours = [row for row in rows if not row.states]
    counts = Counter(row.due for row in ours)
    made = [
        (tongue.say(words), shade, counts[state], asked.whole().address(state=state), state == asked.state)
        for state, (_, shade, words) in STATES.items()
    ]
    return render(
        "register_strip.html",
        tongue,
        counts=made,
        total=len(ours),
        every=asked.whole().address(),
        undecided=[
            (f"/assessments?id={ids.to_query(one.id)}", labels.titled(one, tongue), one) for one, _ in undecided.laws
        ],
        name=undecided.name,
        lacking=list(lacking),
    )


def table(
    rows: Sequence[Row], laws: Mapping[str, Matter], asked: Asked, undecided: Open, today: date, tongue: Tongue
) -> Markup:
    """All rows, or those of one state, law and owner; what binds States and reaches us through their laws stands apart."""
    wanted = asked.of(rows)
    found = lines([row for row in wanted if not row.states], laws, today, tongue)
    return render(
        "register.html",
        tongue,
        strip=strip(rows, asked, undecided, tongue),
        first=found[:SHOWN],
        rest=found[SHOWN:],
        states=lines([row for row in wanted if row.states], laws, today, tongue),
        laws=len({row.matter for row in rows}),
        total=len(rows),
        asked=asked,
        by_law=_choices(Counter(row.matter for row in rows), asked, "law"),
        by_owner=_choices(Counter(row.owner or NOBODY for row in rows), asked, "owner"),
        called=lambda id: (labels.called(laws[id].title), laws[id].language),
        nobody=NOBODY,
    )


def _choices(counts: Counter[str], asked: Asked, name: str) -> list[tuple[str, int, str, bool]]:
    """Each value with its number, the address that asks for it alone (or for all again), and whether it is asked."""
    chosen = getattr(asked, name)
    return [
        (value, count, asked.address(**{name: "" if value == chosen else value}), value == chosen)
        for value, count in counts.most_common()
    ]
