"""Fedlex, Switzerland: SPARQL answers that list consolidations and their files, and their Akoma Ntoso."""

import re
from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Identifier, Matter
from crawlers.parsers import akoma_ntoso
from crawlers.record import events, record
from crawlers.response import Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.values import fields
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening == b"<":
        yield from akoma_ntoso.parse(response, source)
        return
    answer = reading.json(response.body)
    try:
        rows = [
            {name: cell["value"] for name, cell in row.items()} for row in fields.rows(answer["results"], "bindings")
        ]
    except (KeyError, TypeError, AttributeError) as error:
        raise Unreadable("the JSON is no SPARQL answer: it has no results with bindings") from error
    yield from fields.each(rows, _row, response, source)


def _row(row: dict[str, str], response: Response, source: Source) -> Iterator[Found]:
    if found := re.search(source.options["work"], row.get("consol") or ""):
        yield _consolidation(row, found.groupdict(), response, source)
        if (row.get("url") or "").endswith(".xml"):
            yield Request(url=row["url"])


def _consolidation(row: dict[str, str], number: dict[str, str], response: Response, source: Source) -> Matter:
    return record(
        response,
        source,
        f"fedlex/{VERSION}",
        id=ids.require(source.options["id"].format(**number)),
        kind=Kind.ACT,
        title=row.get("title", "") or row["consol"].partition("/eli/")[2],
        missing=() if row.get("title") else ("texts",),
        status=Status.ENACTED,
        url=source.options["url"].format(**number),
        events=events(response, (row.get("dateAppl", "")[:10], EventKind.APPLIES_FROM)),
        identifiers=(Identifier(scheme="eli", value=row["consol"]),),
    )
