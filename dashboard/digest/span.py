"""The time that a digest covers, from what a person writes: 7d, a day, an instant."""

from datetime import UTC, date, datetime, timedelta

from crawlers.fault import Fault
from crawlers.values.instants import stamp


def start(since: str, today: date) -> str:
    """The instant from which on: so many days or weeks before today, a day or an instant. Raises Fault."""
    number, unit = since[:-1], since[-1:]
    if number.isdecimal() and unit in {"d", "w"} and int(number) < 5000:
        day = today - timedelta(days=int(number) * (7 if unit == "w" else 1))
        return f"{day}T00:00:00Z"
    return stamp(_moment("--since", since, "7d, 2w, a day like 2026-11-18 or an instant like 2026-11-18T06:00:00Z"))


def end(as_of: str) -> str:
    """The instant before which all was known that is told; of a day, the next midnight. Raises Fault."""
    moment = _moment("--as-of", as_of, "a day like 2026-11-18 or an instant like 2026-11-18T06:00:00Z")
    return stamp(moment + timedelta(days=len(as_of) == 10))


def asked(as_of: str) -> str:
    """A day, or an instant in UTC, as records are asked for. Raises Fault."""
    moment = _moment("--as-of", as_of, "a day like 2026-11-18 or an instant like 2026-11-18T06:00:00Z")
    return stamp(moment) if {"T", " "} & {*as_of} else moment.date().isoformat()


def _moment(option: str, words: str, wanted: str) -> datetime:
    """Without a zone it is UTC."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        raise Fault(f"{option} {words!r}: write {wanted}") from None
    return moment.replace(tzinfo=moment.tzinfo or UTC)
