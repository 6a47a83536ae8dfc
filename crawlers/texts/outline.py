"""A tree of numbered units as provisions whose short ids stay the same across versions and languages of a text."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from crawlers.matter import Provision

_ORDINAL = re.compile(r"(?<=\d)\s?(?:[º°ª]|(?:er|ère|re|ième|st|nd|rd|th)\b)")
_ROMAN_ORDINAL = re.compile(r"(?<![A-Za-z])([IVX]+)(?:er|ère|re|e)(?![^\W\d_])")  # Titre Ier, IIe partie
_COUNTED = re.compile(
    r"(\d+(?:[.\-/]\d+)*)"
    r"(?:[ \-.]?(bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|undecies|duodecies|[A-Za-z]{1,2})"
    r"(?![A-Za-z]))?"
)
_LETTERED = re.compile(
    r"(?<![A-Za-z])([A-Za-z]{1,2})[ \-.](bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)(?![A-Za-z])"
)
_UNIT_WORD = re.compile(r"^\W*(?![IVX]+(?![^\W\d_]))[^\W\d_]{3,}\.?\s+(?=[\w(])")
_ROMAN = re.compile(r"(?<![A-Za-z])[IVXLCDM]+(?![a-z])")
_LETTERS = re.compile(r"[A-Za-z]+")
_KANJI = re.compile("[〇零一二三四五六七八九十百千]+")
_DIGITS = dict(zip("〇零一二三四五六七八九", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_CONNECTIVE = 6  # characters: "; and", "oder"
_POWERS = {"十": 10, "百": 100, "千": 1000}


@dataclass
class Unit:
    """A numbered part while it is read. `kind` is a short word (art, par, pnt); `root`: its id starts anew.

    The id of a root unit is its own label alone (art_16) as long as that is unique in the text; where numbering
    starts again in each chapter, the label of what holds it goes before (chp_2/sec_1). `key` stands for the number in
    the id where the printed number differs between languages.
    """

    kind: str
    number: str = ""
    heading: str = ""
    text: str = ""
    children: list["Unit"] = field(default_factory=list)
    root: bool = False
    key: str = ""

    def says(self) -> bool:
        return bool(self.number or self.heading or self.text)

    def add(self, line: str) -> None:
        """One more line of its own words; after its parts they stand below it as a paragraph, a mere "; and" with the last part."""
        if not line:
            return
        if self.children and len(line) <= _CONNECTIVE:
            self.last().text += line if line[0] in ".,;:)" else f" {line}"
        elif self.children and not self.children[-1].is_paragraph():
            self.children.append(Unit("p", text=line))
        else:
            open_ = self.children[-1] if self.children else self
            open_.text = f"{open_.text}\n{line}" if open_.text else line

    def last(self) -> "Unit":
        """The part that ends it, or itself."""
        return self.children[-1].last() if self.children else self

    def all(self) -> Iterator["Unit"]:
        """Itself and its parts, in order."""
        yield self
        for child in self.children:
            yield from child.all()

    def is_paragraph(self) -> bool:
        return self.kind == "p" and not (self.number or self.heading or self.children)


def grown(ranked: Iterable[tuple[int, Unit]]) -> list[Unit]:
    """The tree of units in reading order, each in the last one before it that has a lower rank."""
    top = Unit("top")
    stack: list[tuple[int, Unit]] = [(-1, top)]
    for rank, unit in ranked:
        while stack[-1][0] >= rank:
            stack.pop()
        stack[-1][1].children.append(unit)
        stack.append((rank, unit))
    return top.children


def provisions(units: Iterable[Unit]) -> tuple[Provision, ...]:
    """All units in reading order; one without words of its own passes its children up."""
    placed = list(_placed(units, "", ""))
    shared = {label for label, times in Counter(u.label for u in placed if u.unit.root).items() if times > 1}
    ids: dict[str, str] = {"": ""}
    taken: Counter[str] = Counter()
    found = []
    for place in placed:
        above = ids[place.parent]
        alone = place.unit.root and place.label not in shared
        ids[place.path] = _unique(place.label if alone or not above else f"{above}/{place.label}", taken)
        found.append(_provision(place.unit, ids[place.path], above))
    return tuple(found)


@dataclass(frozen=True)
class _Place:
    unit: Unit
    label: str
    path: str
    parent: str


def _placed(units: Iterable[Unit], parent: str, above: str) -> Iterator[_Place]:
    """Every unit with its label and a path of positions that is unique while ids are not known yet."""
    counts: Counter[str] = Counter()
    for position, unit in enumerate(_speaking(units)):
        counts[unit.kind] += 1
        label = f"{unit.kind}_{unit.key or slug(unit.number) or counts[unit.kind]}"
        path = f"{above}/{position}"
        yield _Place(unit, label, path, parent)
        yield from _placed(unit.children, path, path)


def _speaking(units: Iterable[Unit]) -> Iterator[Unit]:
    for unit in units:
        if unit.says():
            yield unit
        else:
            yield from _speaking(unit.children)


def _unique(id: str, taken: Counter[str]) -> str:
    taken[id] += 1
    return id if taken[id] == 1 else _unique(f"{id}~{taken[id]}", taken)


def _provision(unit: Unit, id: str, parent: str) -> Provision:
    return Provision(id=id, number=unit.number, heading=unit.heading, text=unit.text, parent=parent)


def slug(number: str) -> str:
    """What counts in a printed number, in ASCII: "Art. 16 bis" → 16bis, "§ 5a" → 5a, "(IV)" → IV, "第十二条の三" → 12-3."""
    plain = _ascii(_ORDINAL.sub("", counted_kanji(_UNIT_WORD.sub("", _ROMAN_ORDINAL.sub(r"\1", number)))))
    if found := _COUNTED.search(plain):
        return re.sub(r"[/]", "-", found[1]) + (found[2] or "")
    if found := _LETTERED.search(plain):
        return (found[1] if _ROMAN.fullmatch(found[1]) else found[1].lower()) + found[2]
    if found := _ROMAN.search(plain):
        return found[0]
    letters = _LETTERS.findall(plain)
    return letters[-1].lower()[:24] if letters else ""


def counted_kanji(number: str) -> str:
    """With its numerals in digits: 第十二条の三 → 第12-3."""
    spelled = _KANJI.sub(lambda found: str(_value(found[0])), number)
    return re.sub(r"(?<=\d)[条條項号號]?[の之](?=\d)", "-", spelled)


def _value(kanji: str) -> int:
    """Positional (二〇) or with powers (百二十三)."""
    if not set(kanji) & _POWERS.keys():
        return int("".join(str(_DIGITS[sign]) for sign in kanji[:12]))
    total, digit = 0, 0
    for sign in kanji:
        if sign in _POWERS:
            total, digit = total + (digit or 1) * _POWERS[sign], 0
        else:
            digit = _DIGITS[sign]
    return total + digit


def _ascii(words: str) -> str:
    return unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
