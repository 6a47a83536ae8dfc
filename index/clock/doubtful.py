"""Days that a source states and nobody should count on: so far ahead that they are rather a slip or a stand-in."""

from datetime import date

from msgspec.structs import replace

from index.clock.reply import Answer
from index.clock.rule import Kind
from index.phrase import phrase

FAR = 20  # years; no window of the rules we hold is longer than months


def far(day: str, today: date) -> bool:
    return day > f"{today.year + FAR}{today:-%m-%d}"


def doubted(found: Answer, today: date) -> Answer:
    """The answer without its date where that is too far ahead; the day of the source is told, and leads nowhere."""
    if not found.date or not far(found.date, today):
        return found
    words = phrase(
        "The source states {day}, more than {n} years ahead: a mistake there, or a stand-in for no day. It leads no list.",
        day=date.fromisoformat(found.date),
        n=FAR,
    )
    bare = replace(found, answer=Kind.CANNOT_COMPUTE, date=None, safe=None, notify_by=None, time=None, zone=None)
    return replace(bare, opens=None, words=(words,), steps=())
