"""A document of Parliament on its own page, without what the frame of the site says."""

import re
from typing import NamedTuple

from crawlers.eu import parliament
from crawlers.files import reading
from crawlers.parsing import Element, Response, Unreadable
from crawlers.values import dates


class Document(NamedTuple):
    id: str
    printed: str
    title: str
    language: str
    day: str
    lines: list[str]


def document(page: Element, response: Response) -> Document:
    """Title, number and language stand in the head. Raises Unreadable for a page without a number or a text."""
    named = {meta.get("name", ""): meta.get("content", "") for meta in page.iter("meta")}
    title, _, rest = reading.words(page.find(".//title")).partition(" | ")
    id = next(filter(None, map(parliament.document, (rest, response.url, response.name))), "")
    if not id or not (lines := _lines(page)):
        raise Unreadable("the page is no document of Parliament: it has no document number or no text")
    day = dates.first(named.get("available", ""), "dmy")
    return Document(id, rest.partition(" | ")[0], title, named.get("language", "en"), day, lines)


def _lines(page: Element) -> list[str]:
    """Paragraphs set in the classes of documents, and the headings and rows between them."""
    found = []
    for line in page.iter("p", "h1", "h2", "h3", "h4"):
        inside = " ".join(part.get("class", "") for part in line.iter())
        words = reading.words(line)
        if "doceo-" in inside and re.search(r"\w", words):
            found.append(words)
    return found
