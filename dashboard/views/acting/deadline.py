"""A deadline with its sum: rule, typed days and answer become one page; the answer itself comes from the clock."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

from markupsafe import Markup

from crawlers.matter import Struct
from dashboard.views import days
from dashboard.views.days import Due
from dashboard.views.page import render
from dashboard.words.tongue import Tongue, later
from index.clock.reply import Answer
from index.clock.rules import Kind, Rule, rules
from index.clock.step import Step


class Line(Struct, frozen=True, kw_only=True):
    """One line of the sum: the day or the number of days, why, and the rule; `kind` says how it is drawn."""

    what: str
    says: str
    citation: str
    kind: str


class Box(Struct, frozen=True, kw_only=True):
    """One of the dates that matter, with how far it is."""

    title: str
    due: Due
    says: str
    unverified: bool


class Other(Struct, frozen=True, kw_only=True):
    """What another rule of the same court says for the same days."""

    words: str
    href: str
    due: Due | None
    answer: str
    why: str
    verified: bool


HEADS = {
    Kind.DATE: "",
    Kind.NO_FIXED_PERIOD: later("No fixed period"),
    Kind.STATED_IN_NOTICE: later("Stated in the notice"),
    Kind.NOT_AVAILABLE: later("Not available here"),
    Kind.CANNOT_COMPUTE: later("Cannot be worked out"),
}


def lines(answer: Answer, tongue: Tongue) -> list[Line]:
    """The sum as it is read: each step with the day it leads to, the last one ruled off, what was not used at the end."""
    return sorted((_line(step, tongue) for step in answer.steps), key=lambda line: line.kind == "unused")


def _line(step: Step, tongue: Tongue) -> Line:
    says = step.words.said(tongue)
    if not step.day:
        return Line(what=tongue.say("Not used"), says=says, citation=step.citation, kind="unused")
    sign = "→ " if step.kind == "roll" else "= " if step.days else ""
    return Line(what=f"{sign}{days.say(step.day, tongue)}", says=says, citation=step.citation, kind=step.kind)


def boxes(rule: Rule, answer: Answer, today: date, tongue: Tongue) -> list[Box]:
    """The nearest step first: tell counsel, to be safe, file by. Each carries the flag when the rule was not seen."""
    made = []
    doubt = not answer.verified
    if answer.notify_by:
        made.append(
            _box(tongue.say("Tell counsel by"), answer.notify_by, tongue.say(rule.notice), doubt, today, tongue)
        )
    if answer.safe and answer.safe != answer.date:
        made.append(
            _box(
                tongue.say("To be safe, file by"),
                answer.safe,
                tongue.say("the earliest day that any reading gives"),
                doubt,
                today,
                tongue,
            )
        )
    if answer.date:
        made.append(
            _box(tongue.say("File by"), answer.date, "", doubt, today, tongue, answer.time or "", answer.zone or "")
        )
    return made


def _box(
    title: str, day: str, says: str, doubt: bool, today: date, tongue: Tongue, time: str = "", zone: str = ""
) -> Box:
    due = days.due(day, today, tongue, time, zone)
    return Box(title=title, due=due, says=says, unverified=doubt)


def asked_facts(rule: Rule) -> list[str]:
    """Names of the facts that move this rule or that it explains as not used, in the order they are asked for."""
    anchor = rule.anchor
    found: list[str] = []
    if anchor:
        found += [*anchor.first, *anchor.latest, *anchor.earliest, *anchor.known_from.values()]
        found += [name for names in anchor.by_side.values() for name in names]
    found += [*(rule.opens or ()), *rule.needs, *(condition.fact for condition in rule.conditions)]
    found += [span.count_fact for span in rule.period if span.count_fact]
    found += [rule.at_least.fact, rule.at_least.only_with] if rule.at_least else []
    found += [*rule.printed, *rule.unused]
    return [name for name in dict.fromkeys(found) if name not in {"side", "as_of"}]


def address(rule: str, facts: Mapping[str, str]) -> str:
    """The page of a sum; the same order of names gives the same address."""
    return f"/deadline?{urlencode([('rule', rule), *sorted((k, v) for k, v in facts.items() if v)])}"


def command(rule: str, facts: Mapping[str, str]) -> str:
    quoted = [f'{name}="{value}"' if " " in value else f"{name}={value}" for name, value in facts.items() if value]
    return " ".join(["amicus deadline", rule, *quoted])


def siblings(rule: Rule) -> list[Rule]:
    """The other rules of the same court."""
    return [other for other in rules().values() if other.court == rule.court and other.id != rule.id]


def others(
    answers: Iterable[tuple[Rule, Answer]], facts: Mapping[str, str], today: date, tongue: Tongue
) -> list[Other]:
    return [
        Other(
            words=f"{tongue.say(rule.stage)}, {tongue.say(rule.side)}",
            href=address(rule.id, facts),
            due=days.due(answer.date, today, tongue) if answer.date else None,
            answer=tongue.say(HEADS[answer.answer]) if not answer.date else "",
            why=answer.told(tongue) or tongue.say(rule.citation),
            verified=answer.verified,
        )
        for rule, answer in answers
    ]


def page(
    rule: Rule,
    answer: Answer,
    facts: Mapping[str, str],
    rest: Sequence[tuple[Rule, Answer]],
    today: date,
    tongue: Tongue,
) -> Markup:
    return render(
        "deadline.html",
        tongue,
        rule=rule,
        answer=answer,
        note=answer.told(tongue),
        head=tongue.say(HEADS[answer.answer]) if not answer.date else "",
        boxes=boxes(rule, answer, today, tongue),
        lines=lines(answer, tongue),
        command=command(rule.id, facts),
        href=address(rule.id, facts),
        ics=address(rule.id, facts).replace("/deadline?", "/deadline.ics?"),
        others=others(rest, facts, today, tongue),
        seen=days.say(rule.verified_on, tongue),
    )
