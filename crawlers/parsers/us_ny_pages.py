"""Pages of New York's legislature: a bill with its history and text, and lists of bills."""

from collections.abc import Iterator

from crawlers.matter import Text
from crawlers.parsing import Element, Matter, Unreadable
from crawlers.places.us import newyork, newyork_lists, newyork_page
from crawlers.places.us.newyork_lists import Listed
from crawlers.places.us.newyork_page import Page
from crawlers.record import links, people, timeline, worded
from crawlers.vocabulary import EventKind, LinkKind


def pages(root: Element) -> Iterator[Matter]:
    """Raises Unreadable for a page that is neither."""
    if (head := newyork_page.head(root)) is not None:
        yield _bill(newyork_page.page(root, head))
        return
    listed = list(newyork_lists.listed(root))
    if not listed:
        raise Unreadable("the page is neither a bill nor a list of bills by their printed numbers")
    yield from map(_listed, listed)


def _listed(one: Listed) -> Matter:
    kind, sponsors = EventKind.MEETING if one.committee else EventKind.DEBATED, people("sponsor", [one.sponsor])
    events = timeline([(newyork_lists.when(one), kind, one.place)])
    return newyork.listed(newyork.bill(one.id, title=one.title, people=sponsors, events=events))


def _bill(page: Page) -> Matter:
    return newyork.bill(
        page.id,
        title=page.title,
        actions=tuple(page.actions),
        people=people("sponsor", [page.sponsor]),
        texts=tuple(_texts(page)),
        links=links(LinkKind.COMPANION, (other for other in page.same if other != page.id)),
        events=timeline(((day, EventKind.VOTE, said) for day, said in page.votes)),
        law=page.law,
    )


def _texts(page: Page) -> Iterator[Text]:
    """The bill as printed, then the sponsor's memorandum."""
    for label, printed in (("text", page.text), ("memorandum", page.memorandum)):
        id = "-".join(filter(None, (label, page.version)))
        yield from worded(
            "en", "", newyork.paragraphs(printed), "text/html", id=f"{id}.en", label=label.capitalize(), url=""
        )
