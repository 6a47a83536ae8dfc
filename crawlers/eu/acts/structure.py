"""Lines of a Union act, in whatever format they came, as one tree of recitals, articles, paragraphs, points and annexes."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from crawlers.eu.acts import labels
from crawlers.texts.outline import Unit

_ROOT, _ANNEX, _DIVISION, _ARTICLE, _SECTION, _PARAGRAPH = -5000, -4000, -3000, -1000, -500, -2
_JOINED = {"rec", "pbl", "fnp", "cor"}  # their paragraphs are one text; elsewhere each is a unit


class Line(NamedTuple):
    """One line of an act.

    `role`: recital, division, annex, article, heading, section, paragraph, parting, item, text, quote, final, note, correction or title.
    `depth` counts lists around an item or text; for divisions and sections it is their rank, 0 when the format hides it;
    a note of depth 1 is of the annex it stands in, others are of the act.
    """

    role: str
    text: str = ""
    number: str = ""
    depth: int = 0
    key: str = ""


def units(lines: Iterable[Line], preamble: bool = True) -> list[Unit]:
    """Units for `outline.provisions`. With `preamble`, what stands before the first article is preamble and recitals."""
    building = _Building(preamble)
    for line in lines:
        getattr(building, line.role)(line)
    return building.whole()


class _Building:
    """The open units, outermost first, each with its level; a line closes what it does not belong to."""

    def __init__(self, preamble: bool) -> None:
        self.root = Unit("text")
        self.open: list[tuple[int, Unit]] = [(_ROOT, self.root)]
        self.ranks: list[str] = []
        self.before = preamble
        self.notes: list[tuple[Unit, Unit]] = []  # each with what it is to

    def whole(self) -> list[Unit]:
        """The act, the notes to it before its annexes, those to an annex at the end of that."""
        for owner, note in self.notes:
            annexes = (at for at, unit in enumerate(owner.children) if unit.kind == "annex")
            owner.children.insert(next(annexes, len(owner.children)), note)
        return self.root.children

    def title(self, line: Line) -> None:
        """Titles of the format's document class: the act's own first, then those of annexes."""
        top = self.open[-1][1]
        if top.kind == "annex" and not (top.text or top.children):
            self.heading(line)
        elif self.root.children:
            self.annex(Line("annex", number=line.text))

    def annex(self, line: Line) -> None:
        """Of two annex titles in a row, one without a number says what the annex is about."""
        key, top = labels.annex(line.number), self.open[-1][1]
        if top.kind == "annex" and not key and not (top.text or top.children):
            return self.heading(Line("heading", line.number))
        self.ranks.clear()
        key = key or str(1 + sum(unit.kind == "annex" for unit in self.root.children))
        return self._begin(_ANNEX, Unit("annex", line.number, line.text, key=key, root=True))

    def division(self, line: Line) -> None:
        rank = line.depth or self._rank(line.number)
        number, _, named = line.number.partition(":")
        heading = " ".join(filter(None, [named.strip(), line.text]))
        self._begin(_DIVISION + rank, Unit("div", number, heading, key=labels.division(number)))

    def article(self, line: Line) -> None:
        own = all(unit.kind != "annex" for _, unit in self.open)
        key = line.key or labels.article(line.number)
        self._begin(_ARTICLE, Unit("art", line.number, line.text, key=key, root=own))

    def heading(self, line: Line) -> None:
        top = self.open[-1][1]
        top.heading = f"{top.heading} {line.text}".strip()

    def section(self, line: Line) -> None:
        """Of two section titles in a row, the second says what the first is about."""
        level = _SECTION + line.depth
        at, top = self.open[-1]
        if at == level and not (top.text or top.children) and not labels.section(line.text):
            self.heading(line)
        else:
            self._begin(level, Unit("sec", heading=line.text, key=labels.section(line.text)))

    def recital(self, line: Line) -> None:
        key = labels.paragraph(line.number) if line.number else ""
        self._close(_DIVISION)
        self.open.append((_ARTICLE, self._child(Unit("rec", line.number, key=key, root=True))))
        self._own(line)

    def correction(self, line: Line) -> None:
        self._begin(_ARTICLE, Unit("cor", heading=line.text, root=True))

    def final(self, line: Line) -> None:
        self.before = False
        self._joined("fnp", line.text)

    def paragraph(self, line: Line) -> None:
        if all(unit.kind != "art" for _, unit in self.open):
            return self.item(line)
        self._close(_PARAGRAPH)
        key = line.key or labels.paragraph(line.number)
        self.open.append((_PARAGRAPH, self._child(Unit("par", line.number, key=key))))
        return self._own(line)

    def parting(self, line: Line) -> None:
        """A title between the paragraphs of an article, which are cited without it."""
        self._close(_PARAGRAPH)
        self._child(Unit("hdg", heading=line.text))

    def item(self, line: Line) -> None:
        if self.before and line.depth == 0 and any(sign.isdigit() for sign in line.number):
            return self.recital(line)
        self._close(2 * line.depth)
        key = labels.point(line.number)
        self.open.append((2 * line.depth, self._child(Unit("pnt" if key else "ind", line.number, key=key))))
        return self._own(line)

    def text(self, line: Line) -> None:
        if self.before and line.depth == 0:
            return self._joined("pbl", line.text)
        self._close(2 * line.depth - 1)
        top = self.open[-1][1]
        if top is not self.root and (top.kind in _JOINED or not (top.text or top.children)):
            return top.add(line.text)
        earlier = sum(child.kind == "sub" for child in top.children)
        again = Unit("sub", text=line.text, key=str(earlier + (1 if top is self.root else 2)))
        self.open.append((2 * line.depth - 1, self._child(again)))
        return None

    def quote(self, line: Line) -> None:
        """Words that the act puts into another act: part of the sentence that does so, not units of this one."""
        if self.open[-1][1] is self.root or self.before:
            return self.text(line)
        return self.open[-1][1].add(line.text)

    def note(self, line: Line) -> None:
        """Footnotes stand together behind what they are to, apart from its words."""
        owner = next((unit for _, unit in self.open if unit.kind == "annex" and line.depth), self.root)
        if all(known is not owner for known, _ in self.notes):
            self.notes.append((owner, Unit("note", key="1")))
        kept = next(note for known, note in self.notes if known is owner)
        kept.add(f"{line.number} {line.text}".strip())

    def _own(self, line: Line) -> None:
        if line.text:
            self.open[-1][1].add(line.text)

    def _joined(self, kind: str, words: str) -> None:
        self._close(_DIVISION)
        unit = next((child for child in self.root.children if child.kind == kind), None)
        if unit is None:
            unit = Unit(kind, key="1", root=True)
            self.root.children.append(unit)
        unit.add(words)

    def _begin(self, level: int, unit: Unit) -> None:
        self.before = False
        self._close(level)
        self.open.append((level, self._child(unit)))

    def _child(self, unit: Unit) -> Unit:
        self.open[-1][1].children.append(unit)
        return unit

    def _close(self, level: int) -> None:
        while self.open[-1][0] >= level:
            self.open.pop()

    def _rank(self, number: str) -> int:
        """By the order in which the words (title, chapter, section) first come: the act's own hierarchy."""
        word = (
            "".join(sign for sign in number.split(maxsplit=1)[0] if sign.isalpha())
            if len(number.split()) > 1
            else number
        )
        del self.ranks[self.ranks.index(word) + 1 if word in self.ranks else len(self.ranks) :]
        self.ranks += [] if word in self.ranks else [word]
        return len(self.ranks)


def article_words(roots: Iterable[Unit]) -> Iterator[Unit]:
    """Every unit of the enacting terms and what follows, in order: where an act says when it takes effect."""
    for unit in roots:
        if unit.kind not in {"rec", "pbl", "annex", "note"}:
            yield unit
            yield from article_words(unit.children)
