"""A citation to copy, in the forms lawyers use; only of what the record says."""

import re
from datetime import date
from functools import cache
from pathlib import Path

from crawlers import facts
from crawlers.matter import Matter, Struct
from dashboard.views import labels
from dashboard.views.evidence import citation_names, citation_parts, official_numbers
from dashboard.views.text import web

FILE = Path(__file__).with_name("citation.yaml")
_PART = re.compile(r"\{(\w+)\}")
# what a part that fell out leaves behind, and what stands there then
_GAPS = (
    (re.compile(r"\([^\w()\ue000]*\)|\[\s*\]"), ""),
    (re.compile(r"\s+(?=[,)])|,\s*(?=[,)])"), ""),
    (re.compile(r",?\s+(?=\()"), " "),
    (re.compile(r"\(\s+"), "("),
)


class Rule(Struct, frozen=True, kw_only=True):
    """`id` is a pattern for the whole id; `needs` a part that must be known for the rule to count."""

    id: str
    bluebook: str
    oscola: str
    needs: str = ""


class Book(Struct, frozen=True, kw_only=True):
    """All of citation.yaml."""

    rules: tuple[Rule, ...]
    chambers: dict[str, str]
    instruments: dict[str, str]
    sectors: dict[str, str]
    months: tuple[str, ...]
    countries: dict[str, str]
    states: dict[str, str]
    courts: dict[str, str]
    codes: dict[str, str]
    parts: dict[str, str]
    federal: dict[str, str]
    levels: dict[str, str]
    seats: dict[str, str]
    words: dict[str, str]
    bodies: dict[str, str]
    series: dict[str, str]
    series_own: dict[str, str]
    authors: dict[str, str]
    assemblies: dict[str, str]


@cache
def book() -> Book:
    return facts.convert(facts.load(FILE), Book, FILE.name, "citation")


def cite(matter: Matter, today: date) -> list[tuple[str, str]]:
    """Name of the form and the citation; official identifiers first."""
    known = official_numbers.official(matter)
    named = [(name, known[name]) for name in ("ELI", "ECLI", "CELEX") if name in known]
    rule, parts = _rule(matter)
    if rule is None:
        return [*named, *_general(matter, today)]
    bluebook = _filled(rule.bluebook, parts | {"title": citation_names.titled(matter, "v.", book())})
    oscola = _filled(rule.oscola, parts | {"title": citation_names.titled(matter, "v", book())})
    return [*named, ("Bluebook", f"{bluebook.removesuffix('.')}."), ("OSCOLA", oscola)]


def _rule(matter: Matter) -> tuple[Rule | None, dict[str, str]]:
    for rule in book().rules:
        if found := re.fullmatch(rule.id, matter.id):
            parts = citation_parts.parts(
                matter, {name: words or "" for name, words in found.groupdict().items()}, book()
            )
            if not rule.needs or parts.get(rule.needs):
                return rule, parts
    return None, {}


def _filled(template: str, parts: dict[str, str]) -> str:
    """What is not known falls out, with the brackets and commas of the template around it; titles keep theirs."""
    kept: list[str] = []

    def mark(found: re.Match[str]) -> str:
        words = parts.get(found.group(1), "")
        kept.append(words)
        return f"\ue000{len(kept) - 1}\ue001" if words else ""

    bare = " ".join(_PART.sub(mark, template).split())
    for gap, left in _GAPS:
        bare = gap.sub(left, bare)
    return re.sub("\ue000(\\d+)\ue001", lambda found: kept[int(found.group(1))], " ".join(bare.strip(", ").split()))


def _states() -> dict[str, str]:
    return {f"us-{code}": name for code, name in book().states.items()}


def _general(matter: Matter, today: date) -> list[tuple[str, str]]:
    """Title, number, day and country, and where it was read: for what no rule of its own is written."""
    number, day, code = _number(matter), citation_parts.day_of(matter), matter.jurisdiction
    bluebook, oscola = _called(matter, "v.", number), _called(matter, "v", number)
    url = web(matter.url.replace(" ", "%20"))
    visited = f", {url} (last visited {citation_parts.american(today, book())})" if url else ""
    accessed = f" <{url}> accessed {citation_parts.english(today)}" if url else ""
    country = {**book().countries, **_states()}.get(code, labels.place(code))
    place = "" if code in {"uk", "intl"} else labels.place(code)
    written, plain = (citation_parts.american(day, book()), citation_parts.english(day)) if day else ("", "")
    if matter.kind != "case":
        bluebook = ", ".join(filter(None, (bluebook, written)))
        oscola = ", ".join(filter(None, (oscola, plain)))
        written = plain = ""
    return [
        ("Bluebook", f"{bluebook}{_bracketed(country, written)}{visited}."),
        ("OSCOLA", f"{oscola}{_bracketed(place, plain, ', ')}{accessed}"),
    ]


def _number(matter: Matter) -> str:
    """The printed one; what only counts the pages of Parliament's site is no number of a bill."""
    printed = official_numbers.number(matter)
    return (
        "" if re.fullmatch(r"uk/bill/(\d+)", matter.id) and printed.endswith(matter.id.rpartition("/")[2]) else printed
    )


def _called(matter: Matter, versus: str, number: str) -> str:
    title = citation_names.titled(matter, versus, book()) if matter.kind == "case" else citation_names.named(matter)
    return ", ".join(filter(None, (title, "" if number.rstrip(".") in title else number))) or matter.title


def _bracketed(place: str, day: str, between: str = " ") -> str:
    inside = between.join(filter(None, (place, day)))
    return f" ({inside})" if inside else ""
