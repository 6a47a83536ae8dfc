"""Lines of the Commission's proposals by the styles of its drafting tool."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from crawlers.eu import facts, numbers
from crawlers.eu.acts.nesting import HIDDEN, nested
from crawlers.eu.acts.quotations import quoting
from crawlers.eu.acts.structure import Line, units
from crawlers.files import reading
from crawlers.matter import Text
from crawlers.parsing import Element, Response, Unreadable
from crawlers.record import worded

_COVER = re.compile(
    r"Statut|Typedudocument|Titreobjet|R.?f.?rence|Emission|Logo|Datedadoption|Languefaisantfoi|cpMarking|Corrigendum"
)
_LANGUAGE = re.compile(rb"_([A-Z]{2})_(?:ACT|ANNEX)|<html[^>]*\slang=\"([a-z]{2})\"|\bLW_LANGUE;value=\"([A-Z]{2})\"")
_ENGLISH = re.compile(r"(?:joint )?proposal for an?\s+(.+?)(?: of the |$)", re.IGNORECASE)
_FINAL = re.compile(r"Fait|Institutionquisigne|Personnequisigne")
_HEADING = re.compile(r"(?:Manual)?Heading(\d)|ChapterTitle|SectionTitle|PartTitle")
_MARKS = ("footnoteRef", "FootnoteReference", "EndnoteReference")


def style_of(line: Element) -> str:
    return line.get("class", "").removeprefix("li ").partition(" ")[0]


def paragraphs(page: Element) -> list[Element]:
    return [line for line in page.iter("p") if style_of(line)]


def without_marks(page: Element) -> dict[Element, list[str]]:
    """Takes the marks of footnotes out of the text: the notes of each paragraph that has some."""
    notes = {f"#{note.get('id', '')}": reading.words(note) for note in page.iter("dd", "li")}
    found: dict[Element, list[str]] = {}
    for mark in [part for part in page.iter("a", "span") if part.get("class", "") in _MARKS]:
        named = [notes[link] for part in mark.iter("a") if (link := part.get("href", "")) in notes]
        for line in mark.iterancestors("p"):
            found.setdefault(line, []).extend(named)
        for inside in mark.iter():
            inside.text, inside.tail = None, inside.tail if inside is mark else None
    return found


def language(response: Response) -> str:
    """The drafting tool puts it into the page's title (COM(2025)18 final.ENG.xhtml…_EN_ACT) or among its variables."""
    found = _LANGUAGE.search(response.body, 0, 20_000)
    return next(filter(None, found.groups())).decode().lower() if found else "en"


def first(lines: Iterable[Element], style: str) -> str:
    return next((words for line in lines if style_of(line).startswith(style) and (words := reading.words(line))), "")


def number(lines: list[Element]) -> str:
    """The CELEX number after the COM number on the cover. Raises Unreadable."""
    if found := next(filter(None, (numbers.proposal(reading.words(line)) for line in lines)), ""):
        return found
    raise Unreadable("the page is no proposal of the Commission: no line of it is a COM number")


def title(lines: list[Element]) -> str:
    """As the cover says it in three lines: proposal for a, what, on what."""
    return " ".join(filter(None, (first(lines, style) for style in ("Statut", "Typedudocument", "Titreobjet"))))


def instrument(lines: list[Element]) -> str:
    """proposal for a regulation, by the cover, in whatever language it names it."""
    said = f"{first(lines, 'Statut')} {first(lines, 'Typedudocument')}".strip()
    english = _ENGLISH.match(said)
    letter = numbers.letter(said)
    kind = english[1].lower() if english else facts.words().instruments[letter].name if letter else ""
    return f"proposal for a {kind}" if kind else "proposal"


def texts(
    page: list[Element], notes: Mapping[Element, list[str]], day: str, language: str, title: str
) -> Iterator[Text]:
    """The memorandum ends where the institution that acts is named; each has the notes to its paragraphs."""
    begins = next((at for at, line in enumerate(page) if style_of(line).startswith("Institutionquiagit")), 0)
    parts = (("explanatory memorandum", page[:begins], False), ("proposal", page[begins:], True))
    for label, part, preamble in parts:
        read = list(quoting(nested(_lines(part))))
        read += [Line("note", note) for element in part for note in dict.fromkeys(notes.get(element, ()))]
        articles = preamble and any(line.role == "article" for line in read)
        name = f"{day or 'original'}.{language}{'' if preamble else '.memorandum'}"
        yield from worded(language, day, units(read, articles), "", id=name, label=label, title=title)


def _lines(part: Iterable[Element]) -> Iterator[Line]:
    """Of paragraphs, each table as one text, a line a row."""
    for table, inside in groupby(part, key=lambda line: next(line.iterancestors("table"), None)):
        if table is None:
            yield from (line for element in inside for line in lines(element))
            continue
        rows = ([reading.words(cell) for cell in row if cell.tag in {"td", "th"}] for row in table.iter("tr"))
        yield Line("text", "\n".join(" | ".join(row) for row in rows if any(row)))


def lines(element: Element) -> Iterator[Line]:
    style = style_of(element)
    number = reading.words(next((part for part in element.iter("span") if part.get("class") == "num"), None))
    words = reading.words(element)
    text = words.removeprefix(number).strip()
    if not re.search(r"\w", words) or _COVER.match(style):
        return
    if style.startswith("Titrearticle"):
        head = re.match(r"\S+\s+\S+", words)
        yield Line("article", words[head.end() :].strip() if head else "", head[0] if head else words)
    elif style.startswith(("Annexetitre", "AnnexTitle")):
        yield Line("annex", number=words)
    elif heading := _HEADING.match(style):
        yield Line("section", f"{number} {text}".strip(), depth=int(heading[1] or 1))
    elif _FINAL.match(style):
        yield Line("final", words)
    elif "Considrant" in style or "Considerant" in style:
        yield Line("recital", text, number)
    elif style.startswith(("ManualNumPar", "NumPar")):
        yield Line("paragraph", text, number)
    elif style.startswith(("Point", "Tiret", "Bullet")):
        yield Line("item", number=number or "—", depth=HIDDEN)
        yield Line("text", text, depth=HIDDEN)
    else:
        yield Line("text", words)
