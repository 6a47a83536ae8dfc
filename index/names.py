"""What a matter and its provisions are called: numbers, abbreviations, popular names, places in a law."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from crawlers import facts
from crawlers.matter import Matter, Provision, Struct
from crawlers.sources import watched
from index import words

_BRACKETS = re.compile(r"\(([^()]{2,90})\)")
_CELEX = re.compile(r"[0-9CE](\d{4})([A-Z]{1,2})(\d{4})")
_CORRIGENDUM = re.compile(r"(.*/[0-9CE]\d{4}[A-Z]{1,2}\d{4})R\(\d+\)")
_DIGITS = re.compile(r"\d")
_INSTRUMENTS = {"R": "Regulation", "L": "Directive", "D": "Decision", "F": "Framework Decision"}
LONGEST_NAME = 12


class Names(Struct, frozen=True, kw_only=True):
    """names.yaml: what laws are called besides their titles, what single provisions are, and subjects in titles' words.

    `concepts` are ideas, each with its words by language.
    """

    laws: dict[str, tuple[str, ...]]
    provisions: dict[str, dict[str, tuple[str, ...]]]
    subjects: dict[str, tuple[str, ...]]
    concepts: tuple[dict[str, tuple[str, ...]], ...]


@cache
def known() -> Names:
    file = Path(__file__).with_name("names.yaml")
    return facts.convert(facts.load(file), Names, file.name, "names")


def key(name: str) -> str:
    """A name as it is compared: exact tokens with one space between."""
    return " ".join(words.exact(name))


def of(matter: Matter) -> tuple[str, ...]:
    """All names of a matter, as keys, each once."""
    called = (
        *(matter.title, matter.title_native, *known().laws.get(matter.id, ())),
        *(identifier.value for identifier in matter.identifiers),
        *numbers(matter.id),
        *(number for alias in matter.aliases for number in numbers(alias)),
        *(inner for title in _titles(matter) for inner in _inside(title)),
    )
    keys = dict.fromkeys(map(key, called))
    return tuple(name for name in keys if name and name.count(" ") < LONGEST_NAME)


def _titles(matter: Matter) -> list[str]:
    return list(dict.fromkeys((matter.title, matter.title_native, *(text.title for text in matter.texts))))


def _inside(title: str) -> Iterator[str]:
    """(Digital Services Act); (Netzwerkdurchsetzungsgesetz - NetzDG) gives both names."""
    for found in _BRACKETS.findall(title):
        yield found
        if " - " in found or " – " in found:
            yield from re.split(" [-–] ", found)


def numbers(id: str) -> Iterator[str]:
    """The printed numbers that an id spells: its last part, and with the part before it (s 1748, 2023 50)."""
    parts = id.split("/")
    yield parts[-1]
    if len(parts) > 2 and _DIGITS.search(parts[-1]):
        yield f"{parts[-2]} {parts[-1]}"
    if found := _CELEX.fullmatch(parts[-1]):
        yield from _european(found[1], found[2], str(int(found[3])))


def _european(year: str, letter: str, number: str) -> Iterator[str]:
    """Acts are cited 2016/679 since 2015, 910/2014 and 2001/29/EC before."""
    yield f"{year}/{number}"
    yield f"{number}/{year}"
    if letter in _INSTRUMENTS:
        yield f"{_INSTRUMENTS[letter]} {year}/{number}"
        yield f"{_INSTRUMENTS[letter]} (EU) {year}/{number}"


def context(matter: Matter) -> Iterator[str]:
    """Words that belong to every provision of a matter: its titles, its place, what kind of thing it is.

    A corrigendum is also found by what its act is called.
    """
    yield from _titles(matter)
    yield f"{matter.kind} {matter.instrument}"
    if corrected := _CORRIGENDUM.fullmatch(matter.id):
        yield from (*numbers(corrected[1]), *known().laws.get(corrected[1], ()))
    places = watched().jurisdictions
    if matter.jurisdiction in places:
        yield f"{places[matter.jurisdiction].name} {matter.jurisdiction}"


def places(provision: Provision) -> Iterator[str]:
    """How the provision is cited inside its law: 16, 16 2, 16 2 a."""
    numbered = [part.rpartition("_")[2].lower() for part in provision.id.split("/") if "_" in part]
    for length in range(1, len(numbered) + 1):
        yield key(" ".join(numbered[:length]))


_PLACE = re.compile(
    r"(?:\b(?:art(?:icles?|ikel|[íi]culos?|icol[oi]|igos?)?|sec(?:tions?|t)?|rec(?:itals?)?|para(?:graphs?|graf)?|reg(?:ulations?)?|rule|clause|s|r|cl)\b\.?|§§?)"
    r"\s*(\d+\s?[a-z]?\b(?:[.(\s]*\(?[0-9a-z]{1,3}\))*)",
    re.IGNORECASE,
)


def cited(text: str) -> Iterator[str]:
    """The places in laws that a text cites, from the widest to the narrowest: 16, 16 2, 16 2 a."""
    for found in _PLACE.finditer(text):
        steps = words.exact(re.sub(r"(?<=\d)\s(?=[a-z]\b)", "", found[1].lower()))
        for length in range(1, len(steps) + 1):
            yield " ".join(steps[:length])
