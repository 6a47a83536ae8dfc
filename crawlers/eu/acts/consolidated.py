"""HTML of consolidated acts, of the old converter (flat paragraphs) and the new one (grids)."""

import re
from collections.abc import Iterator

from crawlers.eu.act import Act
from crawlers.eu.acts import html, html_words
from crawlers.parsing import Element
from crawlers.values import dates

# "02000L0031 — EN — 17.02.2024 — 001.001"; the leading 0 came in 2018
REFERENCE = re.compile(
    r"\b0?((?:19|20)\d\d[A-Z]{1,2}\d{4})(?:\(\d\d\))?\s*[—–-]\s*([A-Z]{2})\s*[—–-]\s*(\d\d\.\d\d\.\d{4})"
)
_JOURNAL = re.compile(
    r"\b(?:[LC]\s?|(?:OJ|ABl\.?|JO|DO|GU|PB)\s(?:[PN][or°º]?\.?\s)?)\d+,?\s*(?:[^\W\d]+\.?\s)?(\d{1,2}\.\d{1,2}\.\d{4})"
)
_REPEALED = re.compile(r"repealed by|abrog|aufgehoben durch|derogad|abrogat|revogad", re.IGNORECASE)


def read(page: Element) -> Act:
    """One consolidated text as a version of the act that it consolidates."""
    head = html_words.words(page)[:3_000]
    found = REFERENCE.search(head)
    basic, language, day = found.groups() if found else ("", "", "")
    title = " ".join(dict.fromkeys(_titles(page)))
    journal = _JOURNAL.search(html_words.words(next(_of(page, "title-doc-oj-reference"), None)) or head)
    modified = " ".join(html_words.words(line) for line in _of(page, "hd-modifiers"))
    lines = tuple(html.act(page))
    repealed = bool(_REPEALED.search(modified)) and not any(line.role == "article" for line in lines)
    return Act(
        celex=f"3{basic}" if basic else "",
        title=title,
        language=language.lower(),
        adopted=dates.first(title),
        published=dates.first(journal[1]) if journal else "",
        version=dates.first(day),
        note=modified if repealed else "",
        ended=repealed,
        lines=lines,
        preamble=False,
    )


def _titles(page: Element) -> Iterator[str]:
    """The head names the act before its place in the Official Journal."""
    for line in page.iter("p"):
        kind = html_words.name(line)
        if kind == "title-doc-oj-reference":
            return
        if kind in {"title-doc-first", "title-doc-last"} and (text := html_words.words(line)):
            yield text


def _of(page: Element, kind: str) -> Iterator[Element]:
    return (line for line in page.iter("p") if html_words.name(line) == kind)
