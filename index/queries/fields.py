"""The fields of the query language, and what each may hold."""

import re
from difflib import get_close_matches
from enum import StrEnum

from crawlers.vocabulary import Bearer, Duty, Kind, Modality, Status, Topic
from index.phrase import phrase
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
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def bound(field: str, text: str, at: int) -> tuple[int, int]:
    """First and last number that the bound covers: a year covers its days."""
    if field == "relevance":
        return _thousandths(text, at)
    text = text.strip('"')
    if not _DAY.fullmatch(text):
        raise BadQuery(phrase("{words} is not a day; write 2024, 2024-05 or 2024-05-31", words=repr(text)), at)
    if field == "year":
        return int(text[:4]), int(text[:4])
    digits = text.replace("-", "")
    return int(digits.ljust(8, "0")), int(digits.ljust(8, "9"))


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
    if field in {"id", "person"}:
        return Is(field, text, at)
    if not re.fullmatch(r"[A-Za-z0-9._-]+", text):
        told = phrase("{words} is no value of {field}; write its code, like {field}:de", words=repr(text), field=field)
        raise BadQuery(told, at)
    return Is(field, text if field == "source" else text.lower() if field == "jurisdiction" else _code(text), at)


def _code(language: str) -> str:
    base, _, rest = language.partition("-")
    return f"{base.lower()}-{rest}" if rest else base.lower()


def _listed(field: str, text: str, at: int) -> str:
    values = [str(value) for value in ENUMS[field]]
    wanted = text.lower().replace(" ", "_").replace("-", "_")
    if wanted in values:
        return wanted
    near = get_close_matches(wanted, values, 3, 0.4) or values[:6]
    told = phrase(
        "there is no {field} {words}; write one of {values}", field=field, words=repr(text), values=", ".join(near)
    )
    raise BadQuery(told, at)
