"""Printed numbers as people cite them in six languages, asked for as the records print them; facts in cited_numbers.yaml."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from crawlers import facts
from crawlers.matter import Struct
from index import words
from index.query import Any_, Part, Word

# (EU), (UE), (EG) between the kind of an act and its number
_UNION = r"(?:\((?:EU|UE|EC|EEC|EG|EWG|CE|CEE|WE)\)\s*)?"
# the letters of the community behind the number of a directive
_COMMUNITY = re.compile(r"(?<=\d)/[A-Z]{2,3}\b", re.IGNORECASE)
# how far words are apart and what they weigh, which is no number of a citation
_MEASURE = re.compile(r"[~^][\d.]+")
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:\.|º|°|er)?"


class _Series(Struct, frozen=True, kw_only=True):
    before: tuple[str, ...]
    number: str


class _Facts(Struct, frozen=True, kw_only=True):
    """cited_numbers.yaml."""

    number: tuple[str, ...]
    labels: tuple[_Series, ...]
    series: tuple[_Series, ...]
    reporters: tuple[tuple[str, ...], ...]
    yearly: tuple[str, ...]
    dated: tuple[str, ...]
    months: tuple[str, ...]


class _Printed(NamedTuple):
    """Where a citation stands in what was typed, and the ways in which records print it; none where it tells nothing."""

    start: int
    end: int
    ways: tuple[str, ...]


def as_printed(text: str, parts: Sequence[Part]) -> list[Part]:
    """The words of each citation as one question for any of its printed forms; what is in quotation marks stays. None is without a digit."""
    found = list(parts)
    for printed in _printed(text) if re.search(r"\d", _MEASURE.sub("", text)) else ():
        inside = [place for place, part in enumerate(found) if printed.start <= _at(part) < printed.end]
        if inside and len(inside) == inside[-1] - inside[0] + 1:
            found[inside[0] : inside[-1] + 1] = _asked(printed)
    return found


def _at(part: Part) -> int:
    return part.at if isinstance(part, Word) else -1


def _asked(printed: _Printed) -> list[Part]:
    asked = tuple(Word(way, printed.start) for way in printed.ways)
    return [Any_(asked)] if len(asked) > 1 else list(asked)


def _printed(text: str) -> Iterator[_Printed]:
    """Those of one citation that overlap come once, the first rule wins."""
    taken: list[_Printed] = []
    for printed in (*_dated(text), *_labelled(text), *_in_series(text), *_in_reporters(text)):
        if not any(one.start < printed.end and printed.start < one.end for one in taken):
            taken.append(printed)
            yield printed


def _dated(text: str) -> Iterator[_Printed]:
    """decreto legislativo 22 gennaio 2004, n. 42 is 42/2004; Lei n.º 12.965, de 23 de abril de 2014 is 12.965/2014."""
    for found in _rules().day_first.finditer(text):
        yield _Printed(found.start(), found.end(), _of_year(found["number"], found["year"]))
    for found in _rules().number_first.finditer(text):
        yield _Printed(found.start(), found.end(), _of_year(found["number"], found["year"]))
    for found in _rules().of_year.finditer(text):
        yield _Printed(found.start(), found.end(), (*_of_year(found["number"], found["year"]), found[0]))
    for found in _rules().day_after.finditer(text):
        yield _Printed(found.start("date"), found.end(), ())


def _of_year(number: str, year: str) -> tuple[str, ...]:
    plain = number.replace(".", "")
    return tuple(dict.fromkeys((f"{number}/{year}", f"{plain}/{year}", f"{year}-{plain}")))


def _labelled(text: str) -> Iterator[_Printed]:
    """The number alone, without the letters of the community."""
    for rule in _rules().labels:
        for found in rule.finditer(text):
            if found.start() < found.start("number") or _COMMUNITY.search(found["number"]):
                yield _Printed(found.start(), found.end(), (_COMMUNITY.sub("", found["number"]),))


def _in_series(text: str) -> Iterator[_Printed]:
    for listed, rule in _rules().series:
        for found in rule.finditer(text):
            plain = dict.fromkeys(" ".join(words.lowered(before)) for before in listed)
            joined = (f"{before.replace(' ', '')}{found['number']}" for before in plain)
            ways = (*(f"{before} {found['number']}" for before in plain), *joined)
            yield _Printed(found.start(), found.end(), tuple(dict.fromkeys(ways)))


def _in_reporters(text: str) -> Iterator[_Printed]:
    for listed, rule in _rules().reporters:
        for found in rule.finditer(text):
            plain = dict.fromkeys(" ".join(words.lowered(name)) for name in listed)
            ways = tuple(f"{found['volume']} {name} {found['page']}" for name in plain)
            yield _Printed(found.start(), found.end(), ways)


class _Rules(NamedTuple):
    labels: tuple[re.Pattern[str], ...]
    series: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]
    reporters: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]
    day_first: re.Pattern[str]
    number_first: re.Pattern[str]
    of_year: re.Pattern[str]
    day_after: re.Pattern[str]


@cache
def _rules() -> _Rules:
    file = Path(__file__).with_name("cited_numbers.yaml")
    known = facts.convert(facts.load(file), _Facts, file.name, "citing")
    sign = rf"(?:(?:{_any(known.number)})\s*)?"
    day = rf"(?P<date>{_DAY}\s*(?:de\s+)?(?:{'|'.join(known.months)})"
    year = r"\s+(?:de\s+)?(?P<year>(?:1[89]|20)\d\d)"
    date = f"{day}{year})"
    number = r"(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,5})\b(?![/-])"
    return _Rules(
        labels=tuple(
            _rule(rf"(?:(?:{_any(one.before)})\s*)?{_UNION}{sign}(?P<number>{one.number})") for one in known.labels
        ),
        series=tuple(
            (one.before, _rule(rf"(?:{_any(one.before)})\s*{sign}(?P<number>{one.number})")) for one in known.series
        ),
        reporters=tuple(
            (names, _rule(rf"(?P<volume>\d{{1,3}})\s*(?:{_any(names)})\s*(?P<page>\d+)")) for names in known.reporters
        ),
        day_first=_rule(
            rf"(?P<act>(?:{_any(known.dated)})\s+(?:del\s+)?)?{date},?\s*(?:{_any(known.number)})\s*{number}"
        ),
        number_first=_rule(rf"(?:{_any(known.number)})\s*{number},?\s+(?:de|of|du|vom|del)\s+{date}"),
        of_year=_rule(
            rf"(?:{_any(known.yearly)})\s+{sign}(?P<number>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,5}})"
            r"(?:\s*/\s*|\s+(?:de|del|of|du|vom)\s+)(?P<year>(?:1[89]|20)\d\d)"
        ),
        day_after=re.compile(rf"(?<=\d),?\s+(?:de|of|du|vom|del|von)\s+{day}(?:{year})?)(?!\w)", re.IGNORECASE),
    )


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.-]){pattern}(?![\w/])", re.IGNORECASE)


def _any(forms: Sequence[str]) -> str:
    """Longest first; dots may be left out, a space may follow each."""
    return "|".join(map(_loosely, sorted(forms, key=len, reverse=True)))


def _loosely(form: str) -> str:
    return re.escape(form).replace(r"\.", r"\.?\s?").replace(r"\ ", r"\s*")
