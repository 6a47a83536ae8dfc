"""Inter-American Court of Human Rights: the list of judgments, which answers a form sent by POST."""

from collections.abc import Iterator

from crawlers.parsers import listing
from crawlers.parsing import Finds, Request, Response, Source

VERSION = 1


def start(source: Source, _since: str) -> Iterator[Request]:
    """The form has no filter by day, so the day changes nothing; the site wants to see where the form was."""
    yield Request(
        url=source.urls[0],
        method="POST",
        headers={
            "Referer": "https://corteidh.or.cr/casos_sentencias.cfm?lang=en",
            "Content-Type": "application/x-www-form-urlencoded",
        },
        body=b"lang=en&page_rows=3000&startrow=1&search_param=name",
    )


def parse(response: Response, source: Source) -> Finds:
    yield from listing.parse(response, source)
