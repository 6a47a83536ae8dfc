"""Fedlex, Switzerland: SPARQL answers that list consolidations and their files, and their Akoma Ntoso."""

import re

from crawlers.parsers import akoma_ntoso
from crawlers.parsing import Finds, Matter, Request, Response, Source, dates, fields, reading
from crawlers.record import events, numbers, record
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1


def parse(response: Response, source: Source) -> Finds:
    if response.opening == b"<":
        yield from akoma_ntoso.parse(response, source)
        return
    answer = reading.answer(response.body, "results", "the JSON is no SPARQL answer: it has no results with bindings")
    yield from fields.each(fields.rows(answer, "results", "bindings"), _row, source)


def _row(row: Row, source: Source) -> Finds:
    if found := re.search(source.options["work"], text(row, "consol", "value")):
        yield _consolidation(row, found.groupdict(), source)
        if (url := text(row, "url", "value")).endswith(".xml"):
            yield Request(url=url)


def _consolidation(row: Row, number: dict[str, str], source: Source) -> Matter:
    title, work = text(row, "title", "value"), text(row, "consol", "value")
    return record(
        id=source.options["id"].format(**number),
        kind=Kind.ACT,
        title=title or work.partition("/eli/")[2],
        missing=() if title else ("texts",),
        status=Status.ENACTED,
        url=source.options["url"].format(**number),
        events=events((dates.iso(text(row, "dateAppl", "value")[:10]), EventKind.APPLIES_FROM)),
        identifiers=numbers(("eli", work)),
    )
