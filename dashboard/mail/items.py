"""Lines of the digest: one window, one change, one move, one new matter, one correction, in the reader's language."""

from datetime import date
from typing import TYPE_CHECKING

from crawlers.ids import to_path
from crawlers.matter import Struct
from dashboard.mail.news import SAMPLE, News, Note, Sort
from dashboard.mail.speech import Speech
from dashboard.views.days import clock
from dashboard.views.text import clean, line, short
from index.clock import Window
from index.clock.rules import rules

if TYPE_CHECKING:
    from dashboard.mail.digest import Week

LONGEST = 300
COURTS = {"coe.ecthr": "ECtHR", "eu.cj": "CJEU", "eu.gc": "CJEU", "oas.iacthr": "IACtHR"}


class Item(Struct, frozen=True, kw_only=True):
    """One entry, in words. `aside` stands in the margin (9 days, 18 Nov, SHORTER), `lines` below the sentence.

    `what` is the sentence without its days; `left` counts days to the nearest step (None where there is none); `number` is that of its note, 0 without one.
    """

    key: str
    place: str
    aside: str
    title: str
    words: str
    what: str = ""
    url: str = ""
    aside_more: str = ""
    lines: tuple[str, ...] = ()
    was: str = ""
    now: str = ""
    warning: str = ""
    left: int | None = None
    note: Note | None = None
    number: int = 0
    matter: str = ""
    label: str = ""
    topics: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    when: str = ""
    where: str = ""


def said(words: str, longest: int = LONGEST) -> str:
    """Words of a source on one line, without what cannot be seen, not endless."""
    return short(line(str(clean(words))), longest)


def closing(windows: list[Window], week: "Week", speech: Speech, site: str) -> Item:
    """Windows of one matter that end alike: the nearest step leads; the safe day leads the last day."""
    window = min(windows, key=lambda window: (window.side in {"neither", "any"}, window.rule))
    step = date.fromisoformat(window.step)
    filings = "; ".join(dict.fromkeys(said(one.filing) for one in (window, *windows)))
    steps = _steps(window, speech)
    return Item(
        key=f"{window.key}@{window.step_says}:{window.step}",
        place=_court(window),
        aside=away((step - week.day).days, speech),
        aside_more=speech.day(step),
        title=said(window.title),
        words=f"{filings}. {steps}",
        what=filings,
        url=address(site, window.matter),
        lines=_sum(window),
        warning="" if window.answer.verified else speech.say("unverified rule"),
        left=(step - week.day).days,
        note=_rule(window, speech),
        matter=window.matter,
        topics=week.topics.get(window.matter, ()),
        duties=week.duties.get(window.matter, ()),
        when=steps,
        where=said(window.court),
    )


def _sum(window: Window) -> tuple[str, ...]:
    """The arithmetic, where there is any: one line a step."""
    steps = [step for step in window.answer.steps if step.kind in {"anchor", "count", "closed", "roll"}]
    return tuple(step.line() for step in steps) if any(step.kind == "count" for step in steps) else ()


def away(left: int, speech: Speech) -> str:
    return speech.say("today") if left == 0 else speech.count("{n} day", "{n} days", left)


def _court(window: Window) -> str:
    prefix = ".".join(window.rule.split(".")[:2])
    place = window.jurisdiction.upper()
    return place if window.jurisdiction == SAMPLE else COURTS.get(prefix, place)


def _steps(window: Window, speech: Speech) -> str:
    """Tell counsel by …; to be safe, file by …; last day …, with the clock where there is one."""
    answer = window.answer
    last = speech.day(date.fromisoformat(answer.date or window.step))
    hour = clock(answer.time or "", answer.zone or "")
    parts = []
    if window.step_says == "notify_by":
        parts.append(
            speech.say("Tell counsel of all parties by {day}.", day=speech.day(date.fromisoformat(window.step)))
        )
    if answer.safe and answer.safe < (answer.date or "") and window.step_says != "date":
        parts.append(speech.say("To be safe, file by {day}.", day=speech.day(date.fromisoformat(answer.safe))))
    parts.append(speech.say("Last day: {day}.", day=f"{last}, {hour}" if hour else last))
    if window.claims:
        days = ", ".join(sorted({speech.day(date.fromisoformat(claim.day)) for claim in window.claims}))
        parts.append(speech.say("Two days are claimed: {days}.", days=days))
    return " ".join(parts)


def _rule(window: Window, speech: Speech) -> Note:
    rule = rules()[window.rule]
    checked = speech.say("rule checked {day}", day=speech.day(date.fromisoformat(rule.verified_on)))
    unverified = "" if window.answer.verified else f"; {speech.say('unverified rule')}"
    return Note(
        source=f"{said(window.court)}, {window.answer.citation}",
        rule=f"{window.rule}; {checked}{unverified}",
        quote="",
    )


def of_news(one: News, week: "Week", speech: Speech, site: str) -> Item:
    """A fact, with what comes next and whether we learned it late."""
    day = _day(one.day)
    coming = _next(one, speech)
    return Item(
        key=one.key,
        place=one.jurisdiction.upper(),
        aside=_aside(one, day, speech),
        title=said(one.title),
        words=" ".join(part for part in (*_told(one, speech), coming, _late(one, day, week.since, speech)) if part),
        what=" ".join(part for part in _told(one, speech) if part),
        url=address(site, one.matter),
        was=said(one.was),
        now=said(one.now),
        note=one.note,
        matter=one.matter,
        label=one.label,
        topics=one.topics,
        duties=one.duties,
        when=coming or (speech.day(day) if day else ""),
        where=one.jurisdiction.upper(),
    )


def _aside(one: News, day: date | None, speech: Speech) -> str:
    """What changed, the topic of what is new, else the day."""
    if one.sort is Sort.LAW and one.label:
        return speech.say(f"law:{one.label}")
    if one.sort is Sort.NEW and one.topics:
        return speech.say(f"topic:{one.topics[0]}")
    return speech.short(day) if day else ""


def _told(one: News, speech: Speech) -> list[str]:
    """The event in our words and the source's, then the status, before and now."""
    event = speech.say(f"event:{one.event}") if one.event else ""
    event = speech.say("cancelled: {what}", what=event) if event and one.cancelled else event
    source = said(one.says)
    words = f"{event}: {source}" if event and source and event.lower() != source.lower() else source or event
    return [f"{words.rstrip('.')}." if words else "", _status(one, speech)]


def _status(one: News, speech: Speech) -> str:
    if not one.status:
        return ""
    now = speech.say(f"status:{one.status}")
    if not one.was_status:
        return speech.say("Now {status}.", status=now)
    was = speech.say(f"status:{one.was_status}")
    if one.sort is Sort.CORRECTION:
        return speech.say("We said {was}; it is {status}.", was=was, status=now)
    return speech.say("Now {status}, before {was}.", status=now, was=was)


def _day(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def _late(one: News, day: date | None, since: str, speech: Speech) -> str:
    """Said where the source dates a thing before the time that this digest covers."""
    if not day or one.sort is not Sort.MOVED or day.isoformat() >= since[:10]:
        return ""
    seen = date.fromisoformat(one.learned[:10])
    return speech.say("Learned late: dated {day}, first seen {seen}.", day=speech.short(day), seen=speech.short(seen))


def _next(one: News, speech: Speech) -> str:
    day = _day(one.next_day)
    return (
        speech.say("Next: {what}, {day}.", what=speech.say(f"event:{one.next}"), day=speech.day(day))
        if day and one.next
        else ""
    )


def address(site: str, matter: str) -> str:
    return f"{site.rstrip('/')}/matter/{to_path(matter)}" if site else ""
