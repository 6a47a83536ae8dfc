"""Courts of the United States as the Bluebook (tables 1 and 7) shortens them, from the short ids that everybody uses."""

import re
from typing import TYPE_CHECKING

from crawlers.courts.names import STATES

if TYPE_CHECKING:
    from dashboard.views.evidence.citation import Book

_DISTRICT = re.compile(r"([a-z]{2})([nsewmc]?)([db])")


def court(code: str, book: "Book") -> str:
    """Ohio Ct. App., E.D.N.Y., 9th Cir.; the department of an intermediate court is left out; empty where unknown."""
    stem = code.partition("-")[0]
    return book.federal.get(stem) or _circuit(stem) or _state(stem, book) or _district(stem, book)


def state(code: str, book: "Book") -> str:
    """The postal code of the state whose court this is; empty for a federal one."""
    stem = code.partition("-")[0]
    if stem in book.federal or _circuit(stem):
        return ""
    return next((postal for postal, tail in _states(stem, book) if _level(tail, book) is not None), "")


def ordinal(number: int) -> str:
    """1st, 2d, 3d, 4th, as American lawyers write them."""
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'd', 3: 'd'}.get(number % 10, 'th') }"


def _circuit(stem: str) -> str:
    found = re.fullmatch(r"ca(\d+|dc|fc)", stem)
    if found is None:
        return ""
    code = found[1]
    return f"{ordinal(int(code)) if code.isdigit() else {'dc': 'D.C.', 'fc': 'Fed.'}[code]} Cir."


def _district(stem: str, book: "Book") -> str:
    """N.D. Cal., D. Md., and E.D.N.Y., D.D.C.: single capitals stand close together (rule 6.1)."""
    found = _DISTRICT.fullmatch(stem)
    if found is None or found[1] not in book.states:
        return ""
    place = book.states[found[1]]
    close = "" if re.fullmatch(r"(?:[A-Z]\.)+", place) else " "
    return f"{'Bankr. ' if found[3] == 'b' else ''}{book.parts[found[2]]}{close}{place}"


def _states(stem: str, book: "Book") -> list[tuple[str, str]]:
    """States whose name, short name or postal code it may begin with, and the rest; the longest first."""
    full = {postal: name.replace(" ", "") for name, postal in STATES.items()}
    heads = {
        (head, postal)
        for postal, short in book.states.items()
        for head in (re.sub(r"[. ]", "", short).lower(), full.get(postal, postal), postal)
        if stem.startswith(head)
    }
    return [(postal, stem.removeprefix(head)) for head, postal in sorted(heads, key=lambda one: -len(one[0]))]


def _level(tail: str, book: "Book") -> str | None:
    """The words that it is made of; the highest court of a state has none."""
    words = []
    while tail and not tail.isdigit():
        word = next((one for one in sorted(book.levels, key=len, reverse=True) if tail.startswith(one)), "")
        if not word:
            return None
        words.append(book.levels[word])
        tail = tail.removeprefix(word)
    return " ".join(words)


def _state(stem: str, book: "Book") -> str:
    for postal, tail in _states(stem, book):
        level = _level(tail, book)
        if level is None:
            continue
        if postal == "tx" and (seat := book.seats.get(tail.removeprefix("ctapp"))):
            return f"Tex. App.—{seat}"
        return f"{book.states[postal]} {level}".strip()
    return ""
