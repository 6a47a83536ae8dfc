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
# When another document was published, and the day that an extension or a delay takes the place of.
_EARLIER = re.compile(
    r"(?i)\b(?:published|issued|appear(?:ed|ing)|dated|announced)\b[^.;]{0,60}?(?:\([^)]*\)[^.;]{0,20}?)?"
    r"\b[A-Z][a-z]+ \d{1,2}, \d{4}|\bfrom [A-Z][a-z]+ \d{1,2}, \d{4}(?=,? (?:to|until|through)\b)"
)
_MEETING = re.compile(r"(?i)\b(hearing|meeting|webinar|workshop|session)s?\b")


def time(words: str, day: str) -> str:
    """The time that the sentence with this day gives."""
    return next((dates.clock(sentence) for sentence in _SENTENCE.split(words) if day in dates.inside(sentence)), "")


def days(sentence: str) -> list[str]:
    """The days it sets: not the day on which what it speaks of was published, nor one that it puts off."""
    return dates.inside(_EARLIER.sub(" ", sentence))


def told(words: str, closes: str, zone: str, published: str = "") -> Iterator[Event]:
    """Deadlines and meetings that only the sentences of DATES give; marked as read from words, not from a field.

    No period for comments ends before the notice of it is `published`.
    """
    for sentence in _SENTENCE.split(" ".join(words.split())):
        found = days(sentence)
        meeting = _MEETING.search(sentence)
        kind = EventKind.COMMENT_CLOSES if _COMMENT.search(sentence) and not closes else None
        if meeting and not _COMMENT.search(sentence):
            kind = EventKind.HEARING if meeting[1].lower() == "hearing" else EventKind.MEETING
        cancelled = bool(re.search(r"(?i)\b(?:is|are|was|were|been|hereby) cancel", sentence))
        if kind is EventKind.COMMENT_CLOSES:
            found = [day for day in found if day > published]
        hour = dates.clock(sentence) if len(found) == 1 else ""
        for day in dict.fromkeys(found) if kind else ():
            yield Event(
                date=day, time=hour, zone=zone if hour else "", kind=kind or EventKind.OTHER, label=sentence,
                cancelled=cancelled, mark=Mark.SECOND_HAND
            )  # fmt: skip
