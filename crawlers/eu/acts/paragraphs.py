"""Pages of EUR-Lex before 2013, whose acts are bare paragraphs, and its oldest consolidated pages, styled line by line."""

import re
from collections.abc import Iterator

from crawlers.eu import instruments, numbers
from crawlers.eu.act import Act
from crawlers.eu.acts import html_words, plain
from crawlers.eu.acts.consolidated import REFERENCE
from crawlers.eu.acts.mixed import mixed
from crawlers.eu.acts.structure import Line
from crawlers.files import reading
from crawlers.parsing import Element, Unreadable
from crawlers.values import dates

_DAY = re.compile(r"\b(\d\d)/(\d\d)/(\d{4})\b")
_PLACE = re.compile(r"\((?:OJ|ABl|JO|DO|GU)\.?\s.*\)")


def read(page: Element) -> Act:
    """Title, language and place in the Official Journal stand in the head of the page."""
    named = {meta.get("name", ""): meta.get("content", "") for meta in page.getroottree().iter("meta")}
    texts = _paragraphs(page)
    if not texts:
        raise Unreadable("the page has the frame of an act and no text in it")
    day = _DAY.search(named.get("DC.source", ""))
    title = " ".join(named.get("DC.description", "").split()) or " ".join(texts[0].split())
    number = numbers.celex(reading.words(page.getroottree().find(".//h1")))
    corrects = _corrected(number, title)
    lines = tuple(Line("text", text) for text in texts) if corrects else plain.lines(texts)
    done = next((line.text for line in lines if line.role == "final"), "")
    return Act(
        celex=number,
        title=title,
        language=named.get("DC.language", "").lower(),
        adopted="" if corrects else dates.first(title) or dates.first(done),
        published=dates.iso(day[0], "dmy") if day else "",
        corrects=corrects,
        lines=lines,
        preamble=not corrects,
    )


def _corrected(number: str, title: str) -> str:
    """The act that a corrigendum is to, which its own number begins with; "?" where nothing names it, empty for an act."""
    act, _, corrigendum = number.partition("R(")
    named = act if corrigendum else numbers.corrected(title)
    return (named or "?") if corrigendum or instruments.is_corrigendum(title) else ""


def read_styled(page: Element) -> Act:
    """A consolidated page of before 2011: no classes at all, but the same running title."""
    texts = [text for line in page.iter("p") if (text := html_words.words(line)) or "▼" in reading.words(line)]
    found = REFERENCE.search(" ".join(texts[:3]))
    if found is None:
        raise Unreadable("the page holds no act: it has neither the classes nor the running title of one")
    place = next((at for at, text in enumerate(texts) if _PLACE.fullmatch(text)), 1)
    title = " ".join(text for text in texts[2:place] if text)
    published = dates.first(texts[place])
    return Act(
        celex=f"3{found[1]}",
        title=title,
        language=found[2].lower(),
        adopted=dates.first(title),
        published=published,
        version=dates.first(found[3]),
        lines=plain.lines(texts[place + 1 :]),
    )


def _paragraphs(page: Element) -> list[str]:
    """Of the element that holds the text alone."""
    return list(_texts(next((box for box in page.iter("div") if box.get("id") in {"TexteOnly", "textetd"}), page)))


def _texts(element: Element) -> Iterator[str]:
    """Blocks stand side by side however they are nested; a row of a table is one, and a line break two spaces."""
    if element.tag == "tr":
        yield " | ".join(filter(None, map(html_words.words, element)))
        return
    for part in mixed(element, _is_block, _inline):
        if not isinstance(part, str):
            yield from _texts(part)
        elif part.strip():
            yield part


def _is_block(element: Element) -> bool:
    named = element.tag in html_words.BLOCKS | {"tr", "txt_te"}
    return named or html_words.blocks(element) or next(element.iter("tr"), None) is not None


def _inline(element: Element) -> str:
    return "  " if element.tag == "br" else html_words.inline(element)
