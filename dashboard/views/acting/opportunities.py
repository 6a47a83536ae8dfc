"""Windows to act as people read them: days left, who may speak, and the sum behind every date."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

from markupsafe import Markup

from crawlers import ids
from crawlers.matter import Matter, Struct
from dashboard.views import days, labels
from dashboard.views.acting.deadline import HEADS, Line, lines
from dashboard.views.days import Due
from dashboard.views.page import render
from dashboard.views.paged import first
from dashboard.words.tongue import Tongue, later
from index.advice.opportunities import Opportunity, Weight
from index.clock import Window

# windows on one page: those with a day come first, and of those without one there may be a thousand
PAGE = 100
KINDS = {
    "all": later("All"),
    "case": later("Courts"),
    "consultation": later("Consultations"),
    "other": later("Drafts and laws"),
}


class Chance(Struct, frozen=True, kw_only=True):
    """One window with its matter; `head` says the answer where it is no date."""

    matter: Matter
    href: str
    dossier: str
    window: Window
    step: Due | None
    tells: bool
    file: Due | None
    safe: Due | None
    head: str
    note: str
    lines: tuple[Line, ...]
    fit: str
    about: str
    others: int
    claims: str = ""


def chances(
    found: Sequence[Opportunity], cards: dict[str, Matter], kind: str, today: date, tongue: Tongue
) -> list[Chance]:
    """Those with a day by nearest step, then those without. Of sides that end alike one stands for all."""
    rows = [
        _chance(one, window, cards[one.matter], today, tongue)
        for one in found
        if _wanted(one, kind) and one.matter in cards
        for window in one.windows
    ]
    ordered = sorted(rows, key=lambda row: (row.step is None, row.step.left if row.step else 0, row.window.key))
    return list({(row.matter.id, row.window.step, row.head): row for row in reversed(ordered)}.values())[::-1]


def _wanted(one: Opportunity, kind: str) -> bool:
    return kind == "all" or one.kind == kind or (kind == "other" and one.kind not in {"case", "consultation"})


def _chance(one: Opportunity, window: Window, matter: Matter, today: date, tongue: Tongue) -> Chance:
    answer = window.answer
    clock = (answer.time or "", answer.zone or "")
    names = [
        *(labels.duty_label(duty, tongue) for duty in one.duties),
        *(labels.topic_label(topic, tongue) for topic in one.topics),
    ]
    return Chance(
        matter=matter,
        href=f"/matter?id={ids.to_query(matter.id)}",
        dossier=f"/dossier.html?id={ids.to_query(matter.id)}",
        window=window,
        step=days.due(window.step, today, tongue) if window.step else None,
        tells=window.step_says == "notify_by",
        file=days.due(answer.date, today, tongue, *clock) if answer.date else None,
        safe=days.due(answer.safe, today, tongue) if answer.safe and answer.safe != answer.date else None,
        head=tongue.say(HEADS[answer.answer]) if not answer.date else "",
        note=answer.told(tongue).removeprefix(tongue.say(HEADS[answer.answer])).removeprefix(".").strip(),
        lines=tuple(lines(answer, tongue)),
        fit=reason(one.fit, tongue),
        about=", ".join([name for name in names if name][:4]),
        others=len(one.others),
        claims=", ".join(days.say(day, tongue) for day in sorted({claim.day for claim in window.claims})),
    )


def reason(weight: Weight, tongue: Tongue) -> str:
    """Why it weighs so much: duties and topics by the names that pages give them."""
    duties = [labels.duty_label(duty, tongue) for duty in weight.duties]
    topic = labels.topic_label(weight.topic, tongue) if weight.topic else ""
    return tongue.say(weight.says, what=", ".join(filter(None, [*duties, topic])))


def page(rows: Sequence[Chance], kind: str, after: str, tongue: Tongue) -> Markup:
    """The windows behind the first `after`, as many as one page holds, under how many there are with a day and without."""
    before = first(after, len(rows))
    dated = sum(row.step is not None for row in rows)
    return render(
        "opportunities.html",
        tongue,
        rows=rows[before : before + PAGE],
        lead=[
            tongue.count("{n} window has a day", "{n} windows have a day", dated),
            tongue.count("{n} has none", "{n} have none", len(rows) - dated),
        ],
        first=_address(kind) if before else "",
        following=_address(kind, before + PAGE) if len(rows) > before + PAGE else "",
    )


def _address(kind: str, after: int = 0) -> str:
    return f"/opportunities?{urlencode({'kind': kind, **({'after': after} if after else {})})}"


def dossier_links(id: str, tongue: Tongue) -> Markup:
    """The dossier of one matter in its three formats; what persons wrote is in none of them."""
    query = ids.to_query(id)
    return render("dossier_links.html", tongue, query=query)
