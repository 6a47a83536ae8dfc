"""The words of a German law in the XML of gesetze-im-internet.de as a tree of units.

Ids: § 3 Absatz 1 Nummer 2 Buchstabe a is sec_3/sub_1/no_2/let_a, an article art_3, an annex anx_1.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from crawlers.files.reading import Element, words
from crawlers.texts.gii_words import LEFT_OUT, ROW, rows, said
from crawlers.texts.outline import Unit

_UNITS = (
    (re.compile(r"§+|Paragraph\b"), "sec"),
    (re.compile(r"Art(?:ikel|\.|\b)"), "art"),
    (re.compile(r"Anlagen?\b|Anhang\b"), "anx"),
    (re.compile(r"Eingangsformel|Präambel"), "preamble"),
    (re.compile(r"Schlu(?:ss|ß)formel"), "closing"),
    (re.compile(r"Inhalts(?:übersicht|verzeichnis)"), "toc"),
)
_HEADINGS = {
    "Buch": "bok",
    "Teil": "prt",
    "Kapitel": "chp",
    "Abschnitt": "div",
    "Unterabschnitt": "subdiv",
    "Titel": "tit",
}
_AT_THE_END = {"anx", "closing"}
_SUBSECTION = re.compile(r"\((\d+[a-z]{0,2})\)\s*")
_FLAT = {"BR": "\n", "P": "\n", "row": "\n", "DT": "\n", "Title": "\n", "pre": "\n", "entry": " | "}


def units(norms: Iterable[Element]) -> list[Unit]:
    """Sections below the headings that hold them, by the code numbers of the structure."""
    top: list[Unit] = []
    open_headings: list[tuple[str, Unit]] = []
    for norm in norms:
        meta = norm.find("metadaten")
        if meta is None:
            continue
        place = meta.find("gliederungseinheit")
        if place is not None:
            code = place.findtext("gliederungskennzahl", "")
            open_headings = [(above, unit) for above, unit in open_headings if code.startswith(above) and code != above]
            _into(top, open_headings, _heading(place))
            open_headings.append((code, _last(top, open_headings)))
        if meta.find("enbez") is not None:
            unit = _section(norm, meta)
            open_headings = [] if unit.kind in _AT_THE_END else open_headings
            if unit.kind != "toc":
                _into(top, open_headings, unit)
        elif place is None or norm.find("textdaten/text/Content") is not None:
            for unit in _loose(norm):
                _into(top, open_headings, unit)
    return top


def _into(top: list[Unit], headings: list[tuple[str, Unit]], unit: Unit) -> None:
    (headings[-1][1].children if headings else top).append(unit)


def _last(top: list[Unit], headings: list[tuple[str, Unit]]) -> Unit:
    return (headings[-1][1].children if headings else top)[-1]


def _heading(place: Element) -> Unit:
    label = words(place.find("gliederungsbez"))
    kind = next((short for name, short in _HEADINGS.items() if name.lower() in label.lower()), "div")
    return Unit(kind, number=label, heading=words(place.find("gliederungstitel")))


def _section(norm: Element, meta: Element) -> Unit:
    number = words(meta.find("enbez"))
    bare = number.removeprefix("(XXXX)").strip()
    kind = next((short for sign, short in _UNITS if sign.match(bare)), "nrm")
    unit = Unit(
        kind,
        number="" if kind in {"preamble", "closing"} else number,
        heading=said(meta.find("titel")) or ("" if kind not in {"preamble", "closing"} else number),
        root=True,
        key=_key(bare, kind),
    )
    _fill(unit, _blocks(norm))
    return unit


def _key(number: str, kind: str) -> str:
    """What the id is made of: "§§ 3 bis 5" is 3-5 (no Latin bis), "Anlage (zu § 2)" has no number of its own."""
    ranged = re.match(r"\W*(?:Art\w*\.?)?\s*(\d+[a-z]?) (?:bis|und|u\.) (\d+[a-z]?)", number)
    if ranged:
        return f"{ranged[1]}-{ranged[2]}"
    own = re.match(r"(?:Anlagen?|Anhang)\s+([\dIVXA-Z]+[a-z]?)\b", number)
    return (own[1] if own else "") if kind == "anx" else ""


def _loose(norm: Element) -> Iterator[Unit]:
    """The words of a norm without a number of its own: a short notice, an introduction."""
    unit = Unit("txt", root=True)
    _fill(unit, _blocks(norm))
    if unit.says() or unit.children:
        yield unit


def _blocks(norm: Element) -> list[Element]:
    return [
        block
        for place in norm.findall("textdaten/text")
        for block in (*place.findall("Content/*"), *place.findall("TOC/*"))
    ]


def _fill(unit: Unit, blocks: list[Element]) -> None:
    """Paragraphs that open with (1) become subsections, but not those of a law that is quoted; others add to what is open."""
    target, quoted = unit, _quoted(blocks)
    for block, inside in zip(blocks, quoted, strict=True):
        if block.tag == "DL":
            target.children += _entries(block)
            continue
        opening = _SUBSECTION.match(" ".join((block.text or "").split())) if block.tag == "P" and not inside else None
        if opening:
            target = Unit("sub", number=f"({opening[1]})")
            unit.children.append(target)
        _flow(target, block, _SUBSECTION if opening else None)


def _quoted(blocks: list[Element]) -> list[bool]:
    """Which blocks begin within quotation marks that an earlier one opened; none where the marks do not pair."""
    balance = [line.count("„") - line.count("“") for line in map(words, blocks)]
    opened = list(accumulate(balance, initial=0))
    return [depth > 0 for depth in opened[:-1]] if opened[-1] == 0 else [False] * len(blocks)


def _flow(unit: Unit, block: Element, opening: re.Pattern[str] | None = None) -> None:
    """Own words before a list are the chapeau, its entries children; what follows a list stands below as a paragraph."""
    for chunk in _chunks(block):
        if isinstance(chunk, str):
            for piece in chunk.split(ROW):
                line = " ".join(piece.split()) if "|" not in piece else _table(piece)
                unit.add(opening.sub("", line, count=1) if opening else line)
                opening = None if line else opening
        else:
            unit.children += _entries(chunk)


def _chunks(block: Element) -> Iterator[str | Element]:
    """Text up to each list, then the list."""
    pieces: list[str] = [block.text or ""]
    for part in block:
        if part.tag == "DL":
            yield "".join(pieces)
            yield part
            pieces = []
        elif part.tag == "tgroup":
            pieces.append(ROW.join(("", *rows(part), "")))
        elif part.tag not in LEFT_OUT:
            inner = list(_chunks(part))
            for chunk in inner:
                if isinstance(chunk, str):
                    pieces.append(_FLAT.get(part.tag, "") + chunk)
                else:
                    yield "".join(pieces)
                    yield chunk
                    pieces = []
        pieces.append(part.tail or "")
    yield "".join(pieces)


def _table(text: str) -> str:
    rows = (" ".join(row.split()).strip("| ") for row in text.split("\n"))
    return "\n".join(row for row in rows if row)


def _entries(listed: Element) -> Iterator[Unit]:
    """DT and DD in turn; a bullet without a number is a dash."""
    number = ""
    for part in listed:
        if part.tag == "DT":
            number = words(part)
        elif part.tag == "DD":
            unit = Unit(_entry_kind(number), number=number)
            for line in part if len(part) else [part]:
                _flow(unit, line)
            yield unit


def _entry_kind(number: str) -> str:
    bare = number.strip(" .()")
    return "no" if bare[:1].isdigit() else "let" if bare.isalpha() else "pnt"
