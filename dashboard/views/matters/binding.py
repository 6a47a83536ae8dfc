"""Does it bind us? The verdict with its steps: the question, their words, our fact, the answer."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import partial
from urllib.parse import urlencode

from markupsafe import Markup, escape

from crawlers import ids
from crawlers.matter import Matter, Struct
from crawlers.vocabulary import Duty
from dashboard.kept import Kept
from dashboard.views import days, labels
from dashboard.views.acting.actions import Action
from dashboard.views.care.freshness import Fresh
from dashboard.views.matters import law
from dashboard.views.page import render
from dashboard.words.tongue import Tongue, later, tag
from dashboard.words.vocabulary import vocabulary
from index.advice.brief import Wording
from index.advice.dossier import Heading, headings
from index.binding.profile import old
from index.binding.verdict import Outcome, Verdict

WORDINGS = 4
WORDS = {
    "applies": later("It applies."),
    "becomes": later("It would apply if it became law."),
    "ended": later("It would apply, but it stands no longer."),
    "undetermined": later("Undetermined."),
    "exempt": later("Exempt."),
}
SHADES = {Outcome.APPLIES: "must", Outcome.EXEMPT: "exempt", Outcome.UNDETERMINED: "warn"}
ANSWERS = {"yes": ("y", later("Yes")), "no": ("n", later("No")), "unknown": ("u", later("Not known"))}


def answered(verdict: Verdict, matter: Matter) -> str:
    """A key of the words above: what is no law yet, or no longer, binds nobody, whatever its words say."""
    shape = vocabulary().status[matter.status].shape
    if verdict.outcome is not Outcome.APPLIES or shape not in {"early", "moving", "over"}:
        return verdict.outcome
    return "ended" if shape == "over" else "becomes"


def outcome_of(verdict: Verdict, matter: Matter, tongue: Tongue) -> str:
    return tongue.say(WORDS[answered(verdict, matter)])


class Marked:
    """A reader's language in which words of a law keep the mark of their own."""

    def __init__(self, tongue: Tongue, language: str) -> None:
        self.tongue = tongue
        self._law = Markup('<span lang="{}">{}</span>').format(tag(language), "{}") if tag(language) else Markup("{}")

    def say(self, words: str, /, **values: object) -> str:
        marked = {name: self._law.format(value) if name == "words" else value for name, value in values.items()}
        return escape(self.tongue.say(words)).format(**marked)

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        return self.tongue.count(one, many, number, **values)

    def day(self, day: date) -> str:
        return self.tongue.day(day)

    def number(self, number: float) -> str:
        return self.tongue.number(number)


class Binds(Struct, frozen=True, kw_only=True):
    """The verdict beside a matter."""

    words: str
    shade: str
    missing: str
    reason: str
    href: str


def unknown(verdict: Verdict, tongue: Tongue) -> str:
    """Before what is missing: of a law that applies it is missing for other duties than those that make it apply."""
    applies = verdict.outcome is Outcome.APPLIES
    return tongue.say("Not known of its other duties:") if applies else tongue.say("Missing:")


def lacking(verdict: Verdict, tongue: Tongue) -> str:
    """What is missing, as one sentence; empty where nothing is."""
    facts = ", ".join(one.said(tongue) for one in verdict.lacking)
    return f"{unknown(verdict, tongue)} {facts}." if facts else ""


def binds(verdict: Verdict, matter: Matter, name: str, tongue: Tongue) -> Binds:
    missing = lacking(verdict, tongue)
    return Binds(
        words=outcome_of(verdict, matter, tongue),
        shade=SHADES[verdict.outcome],
        missing=missing,
        reason=" ".join(filter(None, (tongue.say(name) + ".", missing))),
        href=f"/assessments?id={ids.to_query(verdict.matter)}",
    )


def page(
    matter: Matter,
    verdicts: Sequence[tuple[str, Verdict]],
    history: Sequence[Kept],
    wordings: Sequence[Wording],
    fresh: Fresh,
    today: date,
    tongue: Tongue,
) -> Markup:
    return render(
        "assessment.html",
        tongue,
        matter=matter,
        voice=Marked(tongue, matter.language),
        verdicts=[(name, verdict, outcome_of(verdict, matter, tongue)) for name, verdict in verdicts],
        unknown=lambda verdict: unknown(verdict, tongue),
        answer=lambda step: (ANSWERS[step.answer][0], tongue.say(ANSWERS[step.answer][1])),
        stale=lambda step: bool(step.day) and old(step.day, today),
        decision=history[-1] if history else None,
        history=history,
        called=labels.called(matter.title),
        wordings=sorted(wordings, key=lambda one: not _duties(one.matter) & _duties(matter))[:WORDINGS],
        place_in=lambda one: _place(one.matter, one.norm.text, one.norm.provision),
        called_of=labels.called,
        place=partial(_place, matter),
        headings=[(name, one.title, _passages(one, matter)) for name, one in headings().items()],
        moment=lambda instant: days.moment(instant, tongue),
        fresh=fresh,
        today=today,
    )


def _duties(matter: Matter) -> set[Duty]:
    return {norm.duty for norm in matter.norms if norm.host_duty and norm.duty}


def _place(matter: Matter, text: str, provision: str) -> tuple[str, str]:
    """Where words stand, as the law counts, and the address at which they are read."""
    units = {unit.id: unit for one in matter.texts if one.id == text for unit in one.provisions}
    article = urlencode({"version": text, "article": provision.partition("/")[0]})
    return law.where(provision, units), f"/matter?id={ids.to_query(matter.id)}&part=text&{article}"


def _passages(heading: Heading, matter: Matter) -> list[tuple[str, str]]:
    """Provisions of the version shown first whose duties belong under the heading, each once."""
    text = law.shown(matter)
    found = [norm.provision for norm in matter.norms if text and norm.text == text.id and norm.duty in heading.duties]
    return [_place(matter, text.id, provision) for provision in dict.fromkeys(found) if text]


def listing(
    rows: Sequence[tuple[Matter, Sequence[tuple[str, Verdict]], Kept | None]],
    todo: Sequence[Action],
    fresh: Fresh,
    tongue: Tongue,
) -> Markup:
    """Every profile's verdict; in the order and the counts of the first, those that apply before what is not determined."""
    keyed = [(answered(said[0][1], matter), (matter, said, decision)) for matter, said, decision in rows]
    ranked = sorted(keyed, key=lambda pair: list(WORDS).index(pair[0]))
    named = [
        (
            matter,
            labels.called(matter.title),
            [(name, outcome_of(one, matter, tongue), lacking(one, tongue)) for name, one in said],
            decision,
            key,
        )
        for key, (matter, said, decision) in ranked
    ]
    counts = Counter(key for key, _ in keyed)
    told = [(tongue.say(words), counts[key], key) for key, words in WORDS.items() if counts[key]]
    return render("assessments.html", tongue, rows=named, told=told, actions=todo, across=True, fresh=fresh)
