"""What happened, said in the reader's language: an event or a status, a change in law, a day."""

import re
from datetime import date

from crawlers.vocabulary import EventKind, Status
from dashboard.digest.names import happening, names
from dashboard.digest.news import REPLACED, News, Sort
from dashboard.views.text import clean, line, short
from dashboard.words.tongue import Tongue, later

LONGEST = 300
# What a program calls a thing (first-reading-house, dateApplicability, 2023-06-01.fr, in-force: yes) is no sentence.
_CODE = re.compile(r"(?=.*[a-z])(?:[\w.]+[-_.:][\w.:-]*|[a-z]+[A-Z]\w*|[a-z]+|[a-z]+[-_][a-z]+: ?\w*)")

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?")


def said(words: str, longest: int = LONGEST) -> str:
    """Words of a source on one line, without what cannot be seen, not endless."""
    return short(line(str(clean(words))), longest)


def sentence(fact: News, today: date, speech: Tongue) -> str:
    """What changed in law and how, else what happened."""
    changed = " → ".join(spoken(words, speech) for words in (fact.was, fact.now) if words)
    label = f"{speech.say(names().law[fact.label])}:" if fact.sort is Sort.LAW and fact.label else ""
    return " ".join(part for part in (label, happened(fact, today, speech), changed) if part)


LATER = later("By its own dates; we have not been told of a repeal.")


def happened(one: News, today: date, speech: Tongue) -> str:
    """The event in our words and the source's, then the status, before and now."""
    if one.label == REPLACED:
        return speech.say(
            "Almost nothing of the version before is left: read it as another law. Its title and summary may still speak"
            " of the old one."
        )
    status, source = _status(one, today, speech), "" if _CODE.fullmatch(one.says.strip()) else said(one.says)
    if status and not one.event:
        same = source.lower() in {"", *map(str.lower, (one.status, speech.say(names().status[Status(one.status)])))}
        told = speech.say("The source says: {told}.", told=source.rstrip("."))
        return status if same else f"{status} {told}"
    named = one.event and not (one.event == EventKind.OTHER and source)
    event = happening(one.event, speech) if named else ""
    event = speech.say("cancelled: {what}", what=event) if event and one.cancelled else event
    words = f"{event}: {source}" if event and source and event.lower() != source.lower() else source or event
    words = f"{words} ({spoken(one.ahead, speech)})" if one.ahead else words
    return " ".join(part for part in (f"{words.rstrip('.')}." if words else "", status) if part)


def spoken(words: str, speech: Tongue) -> str:
    """A day as the reader writes it, with its hour; other words as they are."""
    day = day_of(words[:10]) if _DAY.fullmatch(words) else None
    return f"{speech.day(day)}{words[10:].replace(' ', ', ')}" if day else said(words)


def _status(one: News, today: date, speech: Tongue) -> str:
    if not one.status:
        return ""
    if one.status == Status.UNKNOWN:
        return speech.say("Its stage is not known.")
    now = speech.say(names().status[Status(one.status)])
    if one.sort is Sort.NEW:
        day = day_of(one.day)
        words = later("Stage: {status} ({day}).") if day else later("Stage: {status}; no day is given.")
        told = speech.say(words, status=now, day=speech.near(day, today) if day else "")
        return f"{told} {speech.say(LATER)}" if one.by_its_dates else told
    if not one.was_status:
        return speech.say("Now {status}.", status=now)
    was = speech.say(names().status[Status(one.was_status)])
    if one.sort is Sort.CORRECTION:
        return speech.say("We said {was}; it is {status}.", was=was, status=now)
    return speech.say("Now {status}, before {was}.", status=now, was=was)


def day_of(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
