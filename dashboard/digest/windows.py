"""Windows of the digest: what must be done by when, with the sum and the rule behind it."""

from datetime import date
from typing import TYPE_CHECKING

from dashboard.digest.lines import Item, address
from dashboard.digest.news import SAMPLE, Note
from dashboard.digest.sentences import said
from dashboard.digest.titles import entitled
from dashboard.views.days import clock
from dashboard.words.tongue import Tongue, later
from index.clock import Window
from index.clock.rules import rules

if TYPE_CHECKING:
    from dashboard.digest.build import Week

COURTS = {
    "coe.ecthr": later("ECtHR"),
    "eu.cj": later("CJEU"),
    "eu.gc": later("CJEU"),
    "oas.iacthr": later("IACtHR"),
}


def closing(windows: list[Window], week: "Week", speech: Tongue, site: str) -> Item:
    """Windows of one matter that end alike: the nearest step leads; the safe day leads the last day."""
    window = min(windows, key=lambda window: (window.side in {"neither", "any"}, window.rule))
    step = date.fromisoformat(window.step)
    filings = speech.joint.join(dict.fromkeys(said(speech.say(one.filing)) for one in (window, *windows)))
    steps = _steps(window, speech)
    return Item(
        keys=(f"{window.key}@{window.step_says}:{window.step}",),
        place=_court(window, speech),
        aside=away((step - week.day).days, speech),
        aside_more=speech.day(step),
        title=week.names.get(window.matter) or entitled(window.title),
        language=week.languages.get(window.matter, ""),
        words=f"{filings}. {steps}",
        what=filings,
        url=address(site, window.matter),
        lines=_sum(window, speech),
        warning="" if window.answer.verified else speech.say("unverified rule"),
        left=(step - week.day).days,
        note=_rule(window, speech),
        matter=window.matter,
        topics=week.topics.get(window.matter, ()),
        duties=week.duties.get(window.matter, ()),
        when=steps,
        where=said(speech.say(window.court)),
    )


def _sum(window: Window, speech: Tongue) -> tuple[str, ...]:
    """The arithmetic, where there is any: one line a step."""
    steps = [step for step in window.answer.steps if step.kind in {"anchor", "count", "closed", "roll"}]
    return tuple(step.whole().said(speech) for step in steps) if any(step.kind == "count" for step in steps) else ()


def away(left: int, speech: Tongue) -> str:
    return speech.say("today") if left == 0 else speech.count("{n} day", "{n} days", left)


def _court(window: Window, speech: Tongue) -> str:
    prefix = ".".join(window.rule.split(".")[:2])
    place = window.jurisdiction.upper()
    return speech.say(COURTS[prefix]) if prefix in COURTS and window.jurisdiction != SAMPLE else place


def _steps(window: Window, speech: Tongue) -> str:
    """Tell counsel by …; to be safe, file by …; last day …, with the clock where there is one."""
    answer = window.answer
    last = speech.day(answer.date or window.step)
    hour = clock(answer.time or "", answer.zone or "")
    parts = []
    if window.step_says == "notify_by":
        parts.append(speech.say("Tell counsel of all parties by {day}.", day=speech.day(window.step)))
    if answer.safe and answer.safe < (answer.date or "") and window.step_says != "date":
        parts.append(speech.say("To be safe, file by {day}.", day=speech.day(answer.safe)))
    parts.append(speech.say("Last day: {day}.", day=f"{last}, {hour}" if hour else last))
    if window.claims:
        days = ", ".join(sorted({speech.day(claim.day) for claim in window.claims}))
        parts.append(speech.say("Two days are claimed: {days}.", days=days))
    return " ".join(parts)


def _rule(window: Window, speech: Tongue) -> Note:
    rule = rules()[window.rule]
    checked = speech.say("rule checked {day}", day=speech.day(rule.verified_on))
    unverified = "" if window.answer.verified else speech.say("unverified rule")
    leave = speech.say("leave: {what}", what=speech.say(rule.leave)) if rule.leave else ""
    words = (leave, speech.say(rule.length), window.rule, checked, unverified)
    return Note(
        source=f"{said(speech.say(window.court))}, {speech.say(window.answer.citation)}",
        rule=speech.joint.join(part for part in words if part),
    )
