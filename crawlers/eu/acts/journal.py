"""XHTML of the Official Journal, of both generations of class names: acts with their annexes, corrigenda, treaty articles."""

import re
from collections.abc import Iterator

from crawlers.eu import instruments, numbers
from crawlers.eu.act import Act
from crawlers.eu.acts import html, html_words
from crawlers.parsing import Element
from crawlers.values import dates

_ELI = re.compile(r"http://data\.europa\.eu/eli/\S+")


def read(page: Element) -> Act:
    """One page as one matter; `page` is what holds the act, without the frame of a site around it."""
    title = " ".join(html_words.words(line) for line in _titles(page))
    imprint = [html_words.words(line) for line in page.iter("p") if html_words.words(line).startswith("ELI: ")]
    eli = _ELI.search(" ".join(imprint))
    head = page.getroottree().find(".//title")
    lines = tuple(html.act(page))
    number, corrigendum = numbers.from_eli(eli[0]) if eli else ("", False)
    published = dates.first(_running(page, "hd-date"))
    corrected = (number or numbers.corrected(title) or "?") if corrigendum or instruments.is_corrigendum(title) else ""
    return Act(
        celex="" if corrected else number,
        journal=numbers.journal(html_words.words(head)),
        eli=eli[0] if eli else "",
        title=title or " ".join(word for line in lines[:2] for word in (line.number, line.text) if word),
        language=_running(page, "hd-lg").lower(),
        adopted="" if corrected else dates.first(title),
        published=published,
        corrects=corrected,
        lines=lines,
        preamble=any(line.role == "article" for line in lines) and bool(title),
    )


def _titles(page: Element) -> Iterator[Element]:
    """The lines of the first title, which other text ends."""
    begun = False
    for line in page.iter("p"):
        if html_words.name(line) == "doc-ti":
            begun = True
            yield line
        elif begun:
            return


def _running(page: Element, kind: str) -> str:
    return next((html_words.words(line) for line in page.iter("p") if html_words.name(line) == kind), "")
