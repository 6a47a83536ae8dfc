"""Gazette of India, from its mirror at the Internet Archive: what was put there since a day, then the words of each issue."""

import re

from crawlers import paging
from crawlers.parsing import Finds, Matter, Request, Response, Source, dates, fields, ids, reading
from crawlers.record import events, numbers, record, worded
from crawlers.texts import prose
from crawlers.values.fields import Row, line, must, text
from crawlers.vocabulary import EventKind, Kind

VERSION = 1

_WORDS = re.compile(r"([\w.-]+)_djvu\.txt")  # as the archive calls what was read from the scan of an issue


def parse(response: Response, source: Source) -> Finds:
    if named := _WORDS.search(response.url) or _WORDS.search(response.name):
        yield _issue({"identifier": named[1], **response.context}, reading.decode(response.body))
        return
    answer = reading.answer(response.body, "response", "the answer is no list of issues: it has no response")
    yield from fields.declared(answer, "response", "numFound")
    yield from fields.each(fields.rows(answer, "response", "docs"), _listed)
    pages = -(-int(text(answer, "response", "numFound") or 0) // 100)
    if following := paging.by_number(response.url, "page", pages):
        yield Request(url=following)


def _listed(row: Row) -> Finds:
    yield _issue(row, "")
    number, known = must(row, "identifier"), {name: line(row, name) for name in ("title", "date")}
    yield Request(url=f"https://archive.org/download/{number}/{number}_djvu.txt", context=known)


def _issue(row: Row, words: str) -> Matter:
    number, day = must(row, "identifier"), dates.iso(line(row, "date")[:10])
    paragraphs = (" ".join(said.split()) for said in re.split(r"\n\s*\n", words))
    return record(
        id=f"in/egazette/{ids.part(number)}",
        kind=Kind.GAZETTE,
        title=line(row, "title") or number,
        url=f"https://archive.org/details/{number}",
        events=events((day, EventKind.PUBLISHED)),
        identifiers=numbers(("archive", number)),
        texts=worded("en", day, prose.from_lines(filter(None, paragraphs)), "text/plain"),
    )
