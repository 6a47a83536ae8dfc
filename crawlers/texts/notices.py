"""Deadlines and meetings that a notice tells only in its sentences."""

import re
from collections.abc import Iterator

from crawlers.matter import Event
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Mark

# Not after "p.m." with its zone, nor after an abbreviation: what stands there belongs together.
_SENTENCE = re.compile(
    r"(?<=[.;])(?<![ap]\.m\.)(?<!\bNo\.)(?<!\bNos\.)(?<!\bU\.S\.)\s+(?=[A-Z(])|(?<=[ap]\.m\.)\s+(?=The |Comments |Written |A |If |For |See )"
)
_COMMENT = re.compile(r"(?i)\bcomments?\b|\bwritten (?:views|submissions)\b|\brepl(?:y|ies)\b")
_MEETING = re.compile(r"(?i)\b(hearing|meeting|webinar|workshop|session)s?\b")


def time(words: str, day: str) -> str:
    """The time that the sentence with this day gives."""
    return next((dates.clock(sentence) for sentence in _SENTENCE.split(words) if day in dates.inside(sentence)), "")


def told(words: str, closes: str, zone: str) -> Iterator[Event]:
    """Deadlines and meetings that only the sentences of DATES give; marked as read from words, not from a field."""
    for sentence in _SENTENCE.split(" ".join(words.split())):
        days = dates.inside(sentence)
        meeting = _MEETING.search(sentence)
        kind = EventKind.COMMENT_CLOSES if _COMMENT.search(sentence) and not closes else None
        if meeting and not _COMMENT.search(sentence):
            kind = EventKind.HEARING if meeting[1].lower() == "hearing" else EventKind.MEETING
        cancelled = bool(re.search(r"(?i)\b(?:is|are|was|were|been|hereby) cancel", sentence))
        hour = dates.clock(sentence) if len(days) == 1 else ""
        for day in dict.fromkeys(days) if kind else ():
            yield Event(
                date=day, time=hour, zone=zone if hour else "", kind=kind or EventKind.OTHER, label=sentence,
                cancelled=cancelled, mark=Mark.SECOND_HAND
            )  # fmt: skip
