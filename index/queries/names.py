"""What a matter and its provisions are called: numbers, abbreviations, popular names, places in a law."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from crawlers import facts
from crawlers.courts.names import court_name
from crawlers.matter import Matter, Struct
from crawlers.sources import watched
from crawlers.vocabulary import Kind
from index import words
from index.queries import short_titles

_BRACKETS = re.compile(r"\(([^()]{2,90})\)")
_CELEX = re.compile(r"[0-9CE](\d{4})([A-Z]{1,2})(\d{4})")
_CORRIGENDUM = re.compile(r"(.*/[0-9CE]\d{4}[A-Z]{1,2}\d{4})R\(\d+\)")
_DIGITS = re.compile(r"\d")
_SERIES, _LETTERED = re.compile(r"[a-z]{1,7}", re.IGNORECASE), re.compile(r"([A-Za-z]{1,4})(\d{1,5})")
# kinds of provisions whose numbers run through a law; and those that are cited by the number alone
_ARTICLES = {"art", "sec"}
_CITED = _ARTICLES | {"par", "p"}
_OF_A_KIND = re.compile(r"(.+) (Directive|Regulation)")
_OF_A_YEAR = re.compile(r"((?:18|19|20)\d\d)-(\d+)")
_SECTION = re.compile(r"Section (\d+)")
# judgments, orders, opinions and notices of the two courts
_CASES = {court + kind for court in "CTF" for kind in "JOCNABV"}
_INSTRUMENTS = {"R": "Regulation", "L": "Directive", "D": "Decision", "F": "Framework Decision"}
_ELI = {"R": "reg", "L": "dir", "D": "dec"}
LONGEST_NAME = 12
# the scheme of a short title that a source gives
SHORT_TITLE = "short title"


class Names(Struct, frozen=True, kw_only=True):
    """names.yaml: what laws are called besides their titles, what single provisions are, and subjects in titles' words.

    `kinds`: how a name with a kind of act (NIS 2 Directive) is formed elsewhere. `courts`: names of courts by how the
    ids of their cases begin.
    """

    kinds: dict[str, tuple[str, ...]]
    laws: dict[str, tuple[str, ...]]
    provisions: dict[str, dict[str, tuple[str, ...]]]
    subjects: dict[str, tuple[str, ...]]
    courts: dict[str, tuple[str, ...]]


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
        *(*_titles(matter), *popular(matter.id)),
        *(identifier.value for identifier in matter.identifiers),
        *numbers(matter.id),
        *(number for alias in matter.aliases for number in numbers(alias)),
        *(inner for title in _titles(matter) for inner in _inside(title)),
        *short_titles.of(matter),
    )
    keys = dict.fromkeys(map(key, called))
    return tuple(name for name in keys if name and name.count(" ") < LONGEST_NAME)


def popular(id: str) -> Iterator[str]:
    """What names.yaml calls the law; who types Section 230 may type s 230."""
    for name in known().laws.get(id, ()):
        yield name
        if found := _OF_A_KIND.fullmatch(name):
            yield from (form.format(found[1]) for form in known().kinds[found[2]])
        if found := _SECTION.fullmatch(name):
            yield from (f"s {found[1]}", f"sec {found[1]}")


def initials(matter: Matter) -> tuple[str, ...]:
    """The first letters of its names, by which it may be known."""
    given = (identifier.value for identifier in matter.identifiers if identifier.scheme == SHORT_TITLE)
    titles = (*_titles(matter), *given, *short_titles.of(matter))
    return tuple(dict.fromkeys(short_titles.initials(matter, titles)))


def lettered(letters: str) -> str:
    """As a name, which no word is."""
    return f"initials {letters.lower()}"


def _titles(matter: Matter) -> list[str]:
    return list(dict.fromkeys((matter.title, matter.title_native, *(text.title for text in matter.texts))))


def _inside(title: str) -> Iterator[str]:
    """(Digital Services Act); (Netzwerkdurchsetzungsgesetz - NetzDG) gives both names."""
    for found in _BRACKETS.findall(title):
        yield found
        if " - " in found or " – " in found:
            yield from re.split(" [-–] ", found)


def numbers(id: str) -> Iterator[str]:
    """The printed numbers that an id spells: its last part, and with the part before it (s 1748, s1748, HB 20, 2023 50)."""
    parts = id.split("/")
    yield parts[-1]
    if len(parts) > 2 and _DIGITS.search(parts[-1]):
        yield f"{parts[-2]} {parts[-1]}"
        if _SERIES.fullmatch(parts[-2]):
            yield f"{parts[-2]}{parts[-1]}"
    if found := _OF_A_YEAR.fullmatch(parts[-1]):
        yield from (f"{found[2]}/{found[1]}", f"{parts[-2]} {found[2]}/{found[1]}")
    if lettered := _LETTERED.fullmatch(parts[-1]):
        yield f"{lettered[1]} {lettered[2]}"
    if found := _CELEX.fullmatch(parts[-1]):
        yield from _european(found[1], found[2], str(int(found[3])))


def _european(year: str, letter: str, number: str) -> Iterator[str]:
    """Acts are cited 2016/679 since 2015, 910/2014 and 2001/29/EC before; cases of the Court and of the General Court C-131/12."""
    if letter in _CASES:
        yield f"{letter[0]}-{number}/{year[2:]}"
        return
    yield f"{year}/{number}"
    yield f"{number}/{year}"
    if letter in _INSTRUMENTS:
        yield f"{_INSTRUMENTS[letter]} {year}/{number}"
        yield f"{_INSTRUMENTS[letter]} (EU) {year}/{number}"
    if letter in _ELI:
        yield f"{_ELI[letter]} {year} {number}"


def context(matter: Matter) -> Iterator[str]:
    """Words that belong to every provision of a matter: its titles, its place, what kind of thing it is, its court.

    A corrigendum is also found by what its act is called.
    """
    yield from _titles(matter)
    yield from short_titles.of(matter)
    yield " ".join(initials(matter))
    yield f"{matter.kind} {matter.instrument}"
    if corrected := _CORRIGENDUM.fullmatch(matter.id):
        yield from (*numbers(corrected[1]), *popular(corrected[1]))
    if matter.kind is Kind.CASE:
        yield from (name for start, called in known().courts.items() if matter.id.startswith(start) for name in called)
        yield court_name(matter.id.split("/")[1]) if matter.jurisdiction == "us" else ""
    places = watched().jurisdictions
    if matter.jurisdiction in places:
        yield f"{places[matter.jurisdiction].name} {matter.jurisdiction}"


@lru_cache(1 << 14)
def places(id: str) -> tuple[str, ...]:
    """How the provision of our id is cited inside its law: 16, 16 2, 16 2 a; rec 51 or prt 5 for what is no article.

    An article counts from its own number, whatever chapter it stands in, and in the act that a bill enacts.
    """
    steps = [part.rpartition("_") for part in id.split("/") if "_" in part]
    first = max((at for at, (kind, _, _) in enumerate(steps) if kind in _ARTICLES), default=0)
    kind = "" if steps and steps[first][0] in _CITED else f"{steps[first][0]} " if steps else ""
    numbered = [number.lower() for _, _, number in steps[first:]]
    return tuple(kind + key(" ".join(numbered[:length])) for length in range(1, len(numbered) + 1))
