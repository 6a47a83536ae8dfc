"""Pages of New York's legislature: a bill with its history and text, and lists of bills."""

from collections.abc import Iterator

from crawlers.matter import Person, Text
from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.places import newyork, newyork_lists, newyork_page
from crawlers.places.newyork_lists import Listed
from crawlers.places.newyork_page import Page
from crawlers.record import links, people, text, timeline
from crawlers.vocabulary import EventKind, LinkKind

VERSION = 1


def pages(root: Element, response: Response, source: Source) -> Iterator[Matter]:
    """Raises Unreadable for a page that is neither."""
    if (head := newyork_page.head(root)) is not None:
        yield _bill(newyork_page.page(root, head), response, source)
        return
    listed = list(newyork_lists.listed(root))
    if not listed:
        raise Unreadable("the page is neither a bill nor a list of bills by their printed numbers")
    for one in listed:
        yield _listed(one, response, source)


def _listed(one: Listed, response: Response, source: Source) -> Matter:
    kind, sponsors = EventKind.MEETING if one.committee else EventKind.DEBATED, people("sponsor", [one.sponsor])
    events = timeline(response, [(one.day, kind, one.place)])
    return newyork.listed(newyork.bill(one.id, response, source, one.title, people=sponsors, events=events))


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
