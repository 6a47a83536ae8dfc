"""A version of a bill of California as a file that says itself which bill it is."""

from typing import NamedTuple

from crawlers.files import reading
from crawlers.matter import Person
from crawlers.parsing import Element, Unreadable
from crawlers.values import dates

_NAMES = ("SessionYear", "SessionNum", "MeasureType", "MeasureNum")


class Measure(NamedTuple):
    bill: str  # as leginfo's tables number it
    code: str
    version: str
    title: str
    summary: str
    people: tuple[Person, ...]
    history: list[tuple[str, str]]  # day and words


def measure(root: Element) -> Measure:
    """Raises Unreadable for one without session and number."""
    year, session, form, number = (reading.words(root.find(f".//LegislativeInfo/{name}")) for name in _NAMES)
    if not (year and session and form and number):
        raise Unreadable("the bill does not name its session and number")
    first = int(year[:4]) if year[:4].isdigit() else 0
    code = reading.words(root.find(".//MeasureState"))
    return Measure(
        f"{first}{first + 1}{session}{form}{number}",
        code,
        version=reading.words(root.find(".//VersionNum")) + code,
        title=reading.words(root.find(".//Subject")).rstrip("."),
        summary=" ".join(reading.words(part) for part in root.iterfind(".//DigestText/p")),
        people=tuple(_person(one) for one in root.iter("Legislator")),
        history=[_action(action) for action in root.iter("Action")],
    )


def _person(legislator: Element) -> Person:
    role = reading.words(legislator.find("Contribution")).lower().replace("_", " ")
    return Person(name=reading.words(legislator.find("Name")), role=role)


def _action(action: Element) -> tuple[str, str]:
    return dates.iso(reading.words(action.find("ActionDate"))[:10]), reading.words(action.find("ActionText"))
