"""Pages of New York's legislature: a bill with its history and text, and lists of bills."""

from collections.abc import Iterator

from crawlers.matter import Person, Text
from crawlers.parsers import us_ny_lists
from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.places import newyork, newyork_page
from crawlers.places.newyork_page import Page
from crawlers.record import links, text, timeline
from crawlers.vocabulary import EventKind, LinkKind

VERSION = 1


def pages(root: Element, response: Response, source: Source) -> Iterator[Matter]:
    """Raises Unreadable for a page that is neither."""
    if (head := newyork_page.head(root)) is not None:
        yield _bill(newyork_page.page(root, head), response, source)
        return
    listed = list(us_ny_lists.listed(root, response, source))
    if not listed:
        raise Unreadable("the page is neither a bill nor a list of bills by their printed numbers")
    yield from listed


def _bill(page: Page, response: Response, source: Source) -> Matter:
    return newyork.bill(
        page.id,
        response,
        source,
        title=page.title,
        actions=tuple(page.actions),
        people=(Person(name=page.sponsor, role="sponsor"),),
        texts=tuple(_texts(page, response)),
        links=links(LinkKind.COMPANION, (other for other in page.same if other != page.id)),
        events=timeline(response, ((day, EventKind.VOTE, said) for day, said in page.votes)),
        law=page.law,
    )


def _texts(page: Page, response: Response) -> Iterator[Text]:
    """The bill as printed, then the sponsor's memorandum."""
    for label, printed in (("text", page.text), ("memorandum", page.memorandum)):
        id, found = "-".join(filter(None, (label, page.version))), newyork.paragraphs(printed)
        yield from text(response, "en", "", found, "text/html", id=f"{id}.en", label=label.capitalize(), url="")
