"""Bills of New York as the Legislative Bill Drafting Commission sends them: XML messages, SOBI lines, law files, pages."""

import codecs
from collections.abc import Iterator

from crawlers.parsers import us_ny_agenda, us_ny_laws, us_ny_sobi
from crawlers.parsing import Aside, Element, Finds, Matter, Response, Source, Unreadable, reading
from crawlers.places.us import newyork, newyork_lists, newyork_message, newyork_page
from crawlers.record import links
from crawlers.texts import lbdc
from crawlers.vocabulary import LinkKind

VERSION = 5

_AGENDAS = {"senagenda", "senagendavote", "sencalendar", "sencalendaractive"}
_CONTROL = bytes(set(range(32)) - {9, 10, 13})


def parse(response: Response, source: Source) -> Finds:
    wide = response.body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    body = response.body if wide else response.body.translate(None, _CONTROL)
    plain = reading.decode(body)
    if lbdc.opens(plain):
        yield from us_ny_laws.laws(plain)
    elif any(us_ny_sobi.SOBI.match(line) for line in plain.splitlines()[:4]):
        yield from us_ny_sobi.sobi(plain)
    elif newyork_page.PAGE.match(plain):
        yield from _page(reading.html(body))
    elif "No data to process" in plain:
        yield Aside("the message says that there is no data to process")
    else:
        root = reading.xml(body)
        session = root.get("sessyr") or root.get("year") or ""
        if root.tag in _AGENDAS:
            yield from us_ny_agenda.agenda(root, session)
        else:
            yield _bill(root, session)


def _page(root: Element) -> Iterator[Matter]:
    """A bill, or a list of bills."""
    if (head := newyork_page.head(root)) is not None:
        yield newyork_page.bill(root, head)
        return
    listed = list(newyork_lists.bills(root))
    if not listed:
        raise Unreadable("the page is neither a bill nor a list of bills by their printed numbers")
    yield from listed


def _bill(root: Element, session: str) -> Matter:
    return newyork.bill(
        newyork_message.bill(root, session),
        title=reading.words(root.find("title")) or reading.words(root.find("blurb")),
        actions=newyork_message.actions(root),
        people=newyork_message.sponsors(root),
        texts=newyork_message.printed(root),
        links=links(LinkKind.COMPANION, newyork_message.same(root, session)),
        summary=reading.words(root.find("summary")),
        law=reading.words(root.find("law")),
    )
