"""Printed numbers of Union acts as keys that are the same in every language: "Άρθρο 16α", "16a. cikk" → 16a."""

import re
from collections.abc import Sequence

from crawlers.eu.facts import words

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_SUFFIXES = {"bis": "a", "ter": "b", "quater": "c", "quinquies": "d", "sexies": "e", "septies": "f", "octies": "g"}
_ALIKE = str.maketrans("ΙΧΜΑΒΕІХМАВЕС", "IXMABEIXMABEC")
_COUNTED = re.compile(r"(\d+)[\s.]*(?:([^\W\d_]{1,2}|bis|ter|quater|quinquies|sexies|septies|octies)(?![^\W\d_]))?")
_ROMAN = re.compile(r"(?<!\w)[IVXLCDM]+(?!\w)")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_POINT = re.compile(
    r"""["'‘“«„”’]?\s*(?:\(\w{1,6}(?:\s\w{1,8})?\)|\w{1,4}(?:\s(?:bis|ter|quater))?[.)]\)?|\d+(?:\.\d+)+\.?|[—–‒•▪●-])"""
)


def is_label(words: str) -> bool:
    """Is it the number of a point or paragraph, or a dash, and nothing else?"""
    return bool(_POINT.fullmatch(words))


def article(number: str) -> str:
    """16a from "Article 16a", "Article 16 bis", "16α"; 1 where the only or the first article has no figure."""
    found = _COUNTED.search(number)
    return found[1].lstrip("0") + _letters(found[2] or "") if found else "1"


def paragraph(number: str) -> str:
    found = _COUNTED.search(number)
    return found[1].lstrip("0") + _letters(found[2] or "") if found else point(number)


def point(number: str) -> str:
    """a from "(a)", "a)", "α)", "а)"; empty for a dash."""
    bare = re.sub(r"[^\w.]+", " ", number).strip(" .")
    head, _, suffix = bare.partition(" ")
    return (_letters(head) or head.replace(".", "-")) + _SUFFIXES.get(suffix, "")


def division(number: str) -> str:
    """3 from "CHAPTER III", "III. FEJEZET" and "KAPITEL 3"; empty where there is no number."""
    plain = number.translate(_ALIKE)
    if found := _COUNTED.search(plain):
        return found[1].lstrip("0") + _letters(found[2] or "")
    numerals = _ROMAN.findall(plain)
    return str(_roman(numerals[-1])) if numerals else ""


def annex(number: str) -> str:
    """IV from "ANNEX IV"; a figure or a letter where that is used; empty for an only annex."""
    plain = number.translate(_ALIKE)
    if numerals := _ROMAN.findall(plain):
        return str(numerals[0])
    found = _COUNTED.search(plain) or re.search(r"(?<!\w)([A-Z])(?!\w)()", plain)
    return found[1] + (found[2] or "") if found else ""


def section(heading: str) -> str:
    """The number a heading begins with: 2 from "2. Scope", A from "Section A. List"; empty where it has none."""
    found = re.match(
        r"(?:[^\W\d_]{3,}\s+)?\(?([A-Z]|[IVXLC]+|\d+(?:\.\d+)*)(?:[.):]|\s[-–—]|$)", heading.translate(_ALIKE)
    )
    return found[1].replace(".", "-") if found else ""


def follows(number: str, other: str) -> bool:
    """Is the other the next number in one list: (2) after (1), b) after a)?"""
    one, two = (re.sub(r"\W+", "", label) for label in (number, other))
    if re.sub(r"\w+", "", number) != re.sub(r"\w+", "", other):
        return False
    return (one.isdigit() and two.isdigit() and int(two) == int(one) + 1) or (
        len(one) == len(two) == 1 and ord(two) == ord(one) + 1
    )


def _letters(word: str) -> str:
    """Letters of any alphabet by their place in it, Latin ones as they are."""
    low = word.lower()
    if low in _SUFFIXES:
        return _SUFFIXES[low]
    for alphabet in words().alphabets:
        if low in alphabet:
            return _nth(alphabet, low)
    return word if word.isascii() and word.isalnum() else ""


def _nth(alphabet: Sequence[str], letter: str) -> str:
    place = alphabet.index(letter)
    return _LATIN[place] if place < len(_LATIN) else f"z{place}"


def _roman(numeral: str) -> int:
    values = [_VALUES[sign] for sign in numeral]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))
