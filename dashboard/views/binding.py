"""Does it bind us? The verdict with its steps: the question, their words, our fact, the answer."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from crawlers import ids
from crawlers.matter import Matter, Struct
from dashboard.private import Kept
from dashboard.views import days
from dashboard.views.fresh import Fresh
from dashboard.views.page import render
from dashboard.words.tongue import Tongue, later
from index.binding.profile import old
from index.binding.verdict import Outcome, Verdict
from index.dossier import headings

WORDS = {
    Outcome.APPLIES: later("It applies."),
    Outcome.EXEMPT: later("Exempt."),
    Outcome.UNDETERMINED: later("Undetermined."),
}
SHADES = {Outcome.APPLIES: "must", Outcome.EXEMPT: "exempt", Outcome.UNDETERMINED: "warn"}
ANSWERS = {"yes": ("y", later("Yes")), "no": ("n", later("No")), "unknown": ("u", later("Not known"))}


class Binds(Struct, frozen=True, kw_only=True):
    """The verdict beside a matter."""

    words: str
    shade: str
    missing: str
    reason: str
    href: str


def binds(verdict: Verdict, name: str, tongue: Tongue) -> Binds:
    missing = tongue.say("Missing: {facts}.", facts=", ".join(verdict.missing)) if verdict.missing else ""
    return Binds(
        words=tongue.say(WORDS[verdict.outcome]),
        shade=SHADES[verdict.outcome],
        missing=missing,
        reason=" ".join(filter(None, (name + ".", missing))),
        href=f"/assessments?id={ids.to_query(verdict.matter)}",
    )


def page(
    matter: Matter,
    verdicts: Sequence[tuple[str, Verdict]],
    history: Sequence[Kept],
    fresh: Fresh,
    today: date,
    tongue: Tongue,
) -> Markup:
    return render(
        "assessment.html",
        tongue,
        matter=matter,
        verdicts=[(name, verdict, tongue.say(WORDS[verdict.outcome])) for name, verdict in verdicts],
        answer=lambda step: (ANSWERS[step.answer][0], tongue.say(ANSWERS[step.answer][1])),
        stale=lambda step: bool(step.day) and old(step.day, today),
        decision=history[-1] if history else None,
        history=history,
        headings={name: heading.title for name, heading in headings().items()},
        moment=lambda instant: days.moment(instant, tongue),
        fresh=fresh,
        today=today,
    )


def listing(rows: Sequence[tuple[Matter, Verdict, Kept | None]], fresh: Fresh, tongue: Tongue) -> Markup:
    named = [(matter, tongue.say(WORDS[verdict.outcome]), verdict, decision) for matter, verdict, decision in rows]
    return render("assessments.html", tongue, rows=named, fresh=fresh)
