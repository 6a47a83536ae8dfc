"""The tag that waits for a person, with its neighbours, and those that wait behind it."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from crawlers.matter import Provision, Text
from dashboard.reads.reviewed import record_of
from dashboard.views import days, labels
from dashboard.views.evidence import model
from dashboard.views.matters import law
from dashboard.views.page import render
from dashboard.words.tongue import Tongue
from nlp.queue import Waiting
from nlp.review import Verdict

SHOWN = 12


def page(waiting: Sequence[Waiting], done: int, tongue: Tongue) -> Markup:
    matter, text, norm, reason = waiting[0]
    units = {unit.id: unit for unit in text.provisions}
    before, here, after = _around(norm.provision, text)
    return render(
        "review.html",
        tongue,
        waiting=[
            (one.matter, law.where(one.norm.provision, {u.id: u for u in one.text.provisions}), one.norm, one.reason)
            for one in waiting
        ],
        shown=SHOWN,
        total=len(waiting),
        done=done,
        matter=matter,
        text=text,
        norm=norm,
        reason=reason,
        model=model.said(norm, tongue),
        record=record_of(norm.evidence[0].rule) if norm.evidence else (0, 0),
        where=law.where(norm.provision, units),
        before=before,
        here=here,
        after=after,
        stretches=law.marked(here.text if here else norm.quote, law.marks([norm]) if here else []),
        duty=labels.duty_label(norm.duty, tongue),
    )


def done(judged: Iterable[Verdict], tongue: Tongue) -> Markup:
    """What people here said of tags, the last word on each, newest first."""
    ordered = sorted(judged, key=lambda one: one.at, reverse=True)
    return render("reviewed.html", tongue, done=ordered, moment=lambda instant: days.moment(instant, tongue))


def _around(id: str, text: Text) -> tuple[Provision | None, Provision | None, Provision | None]:
    """The provision with the one before and the one after."""
    units = list(text.provisions)
    at = next((index for index, unit in enumerate(units) if unit.id == id), None)
    if at is None:
        return None, None, None
    return units[at - 1] if at else None, units[at], units[at + 1] if at + 1 < len(units) else None
