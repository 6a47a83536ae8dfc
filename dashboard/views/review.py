"""The queue of tags that wait for a person: the least certain first, each with its neighbours."""

from collections.abc import Sequence

from markupsafe import Markup

from crawlers.matter import Matter, Norm, Provision, Text
from crawlers.vocabulary import ReviewState
from dashboard.views import labels, law
from dashboard.views.page import render
from dashboard.words.tongue import Tongue
from nlp.review import why

SHOWN = 12
Waiting = tuple[Matter, Text, Norm]


def queue(matters: Sequence[Matter], provision: str = "") -> list[Waiting]:
    """Norms nobody has looked at: those of an asked provision, those with a reason to doubt, then by score."""
    found = [
        (matter, text, norm)
        for matter in matters
        for text in matter.texts
        for norm in matter.norms
        if norm.text == text.id
        and (norm.host_duty or norm.exemption or norm.provision == provision or why(matter, norm))
        if norm.review.state is ReviewState.UNREVIEWED
    ]
    return sorted(
        found,
        key=lambda one: (
            one[2].provision != provision,
            not why(one[0], one[2]),
            one[2].score,
            one[0].id,
            one[2].provision,
            one[2].start,
        ),
    )


def page(waiting: Sequence[Waiting], done: int, tongue: Tongue) -> Markup:
    matter, text, norm = waiting[0]
    units = {unit.id: unit for unit in text.provisions}
    before, here, after = _around(norm.provision, text)
    return render(
        "review.html",
        tongue,
        waiting=[(m, law.where(n.provision, {u.id: u for u in t.provisions}), n) for m, t, n in waiting[:SHOWN]],
        total=len(waiting),
        done=done,
        matter=matter,
        text=text,
        norm=norm,
        reason=why(matter, norm),
        where=law.where(norm.provision, units),
        before=before,
        here=here,
        after=after,
        stretches=law.marked(here.text if here else norm.quote, law.marks([norm]) if here else []),
        duty=labels.duty_label(norm.duty, tongue),
    )


def _around(id: str, text: Text) -> tuple[Provision | None, Provision | None, Provision | None]:
    """The provision with the one before and the one after."""
    units = list(text.provisions)
    at = next((index for index, unit in enumerate(units) if unit.id == id), None)
    if at is None:
        return None, None, None
    return units[at - 1] if at else None, units[at], units[at + 1] if at + 1 < len(units) else None
