"""The fields of the query language, and what each may hold."""

import re
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import cache

from babel import Locale

from crawlers.sources import watched
from crawlers.vocabulary import Bearer, Duty, Kind, Modality, Status, Topic
from index import stemming, words
from index.phrase import phrase
from index.queries import named_places
from index.query import BadQuery, Between, Is, Part

ENUMS: dict[str, type[StrEnum]] = {
    "kind": Kind,
    "status": Status,
    "topic": Topic,
    "duty": Duty,
    "bearer": Bearer,
    "modality": Modality,
}
FIELDS = (*ENUMS, "jurisdiction", "language", "source", "person", "year", "id", "date", "relevance")
RANGES = ("date", "year", "relevance")
# values that an error names at most
MOST = 12
_YEAR = re.compile(r"\d{4}(-\d{2}){0,2}")
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def bound(field: str, text: str, at: int) -> tuple[int, int]:
    """First and last number that the bound covers: a year covers its days."""
    if field == "relevance":
        return _thousandths(text, at)
    text = text.strip('"')
    if field == "year" and not _YEAR.fullmatch(text):
        raise BadQuery(phrase("{words} is not a year; write 2024", words=repr(text)), at)
    if not _is_day(text):
        raise BadQuery(phrase("{words} is not a day; write 2024, 2024-05 or 2024-05-31", words=repr(text)), at)
    if field == "year":
        return int(text[:4]), int(text[:4])
    digits = text.replace("-", "")
    return int(digits.ljust(8, "0")), int(digits.ljust(8, "9"))


def _is_day(text: str) -> bool:
    """A year, a month or a day that is in the calendar."""
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return bool(_DAY.fullmatch(text))


def _thousandths(text: str, at: int) -> tuple[int, int]:
    if not re.fullmatch(r"[01](\.\d+)?|\.\d+", text):
        told = phrase("{words} is not a relevance; write a number from 0 to 1: relevance:[0.5 TO 1]", words=repr(text))
        raise BadQuery(told, at)
    number = round(float(text) * 1000)
    return number, number


def value(field: str, text: str, at: int) -> Part:
    if field in RANGES:
        low, high = bound(field, text, at)
        return Between(field, low, high, at)
    if field in ENUMS:
        return Is(field, _listed(field, text, at), at)
    if not text.strip(" *"):
        raise BadQuery(phrase("write a value behind {field}:, or leave the field out to ask for all", field=field), at)
    if "*" in text:
        raise BadQuery(phrase("write the whole value behind {field}:, without *", field=field), at)
    if field in {"id", "person"}:
        return Is(field, text, at)
    if field == "jurisdiction":
        return Is(field, _place(text.lower(), at), at)
    if field == "language":
        return Is(field, _code(text, at), at)
    if not re.fullmatch(r"[A-Za-z0-9._-]+", text):
        told = phrase("{words} is no value of {field}; write its code, like {field}:de", words=repr(text), field=field)
        raise BadQuery(told, at)
    return Is(field, text.lower(), at)


def no_source(text: str, at: int) -> BadQuery:
    """For a source that neither jurisdictions.yaml nor any record names."""
    if near := get_close_matches(text, [*watched().sources], 3):
        return _none("source", text, near, at)
    return BadQuery(
        phrase("there is no source {words}; the page Sources and `amicus sources` list them all", words=repr(text)), at
    )


def _place(code: str, at: int) -> str:
    """A state of a country that is watched may come from elsewhere."""
    known = watched().jurisdictions
    if code in known or (code.partition("-")[0] in known and re.fullmatch(r"[a-z-]+", code)):
        return code
    said = tuple(words.exact(code))
    raise _none("jurisdiction", code, [named_places.code(said)] if named_places.code(said) else [*known], at)


def _code(language: str, at: int) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,3}(-\w+)*", language):
        code = _languages().get(words.fold(language.lower()))
        raise _none("language", language, [code] if code else [*stemming.MAIN], at)
    base, dash, rest = language.partition("-")
    if base.lower() not in Locale.parse("en").languages:
        raise _none("language", language, get_close_matches(base.lower(), stemming.MAIN, 1) or [*stemming.MAIN], at)
    return f"{base.lower()}{dash}{rest}"


@cache
def _languages() -> dict[str, str]:
    """Codes of the main languages by their names in each of them."""
    said = ((Locale.parse(inside).languages[code], code) for code in stemming.MAIN for inside in stemming.MAIN)
    return {words.fold(name.lower()): code for name, code in said}


def _listed(field: str, text: str, at: int) -> str:
    values = [str(value) for value in ENUMS[field]]
    wanted = text.lower().replace(" ", "_").replace("-", "_")
    if wanted in values:
        return wanted
    having = [one for one in values if wanted in one.split("_")]
    raise _none(field, text, having or get_close_matches(wanted, values, 3, 0.5) or values, at)


def _none(field: str, text: str, values: list[str], at: int) -> BadQuery:
    if len(values) == 1:
        return BadQuery(
            phrase("there is no {field} {words}; write {value}", field=field, words=repr(text), value=values[0]), at
        )
    told = phrase(
        "there is no {field} {words}; write one of {values}",
        field=field,
        words=repr(text),
        values=", ".join(values[:MOST]) + (" …" if len(values) > MOST else ""),
    )
    return BadQuery(told, at)
