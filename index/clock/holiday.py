"""What a holiday is called, told apart from what was moved to its day."""

import re
from functools import cache

from index.phrase import Phrase, phrase, together

_OBSERVED = re.compile(r"(.+) \(observed\)")


@cache
def named(holidays: str) -> Phrase:
    """What the package calls a day: several holidays, and those that were moved to it, told apart."""
    return together((_holiday(name) for name in holidays.split("; ")), "; ")


def _holiday(name: str) -> Phrase:
    moved = _OBSERVED.fullmatch(name)
    return phrase("{holiday} (observed)", holiday=phrase(moved[1])) if moved else phrase(name)


def plain(holidays: str) -> set[str]:
    """The names alone; those with a remark of another kind are left out."""
    names = {_OBSERVED.sub(r"\1", name) for name in holidays.split("; ")}
    return {name for name in names if "(" not in name}
