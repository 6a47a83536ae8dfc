"""German law information system: promulgated law in LegalDocML.de, and the same documents as pages."""

from collections.abc import Iterator

from msgspec.structs import replace

from crawlers.parsers import akoma_ntoso
from crawlers.parsing import Element, Matter, Response, Source, Unreadable, reading
from crawlers.places import germany
from crawlers.record import events, numbers, record, worded
from crawlers.texts import akoma_ntoso as akn
from crawlers.texts import ldml_page
from crawlers.vocabulary import EventKind, Status

VERSION = 3


def parse(response: Response, source: Source) -> Iterator[Matter]:
    if b"<html" in response.head.lower():
        yield _page(reading.html(response.body))
    else:
        for matter in akoma_ntoso.parse(response, source):
            yield replace(matter, kind=germany.kind(matter.title))


def _page(root: Element) -> Matter:
    """A page says its number only in the full citation."""
    cited, titles, short = (ldml_page.said(root, name) for name in ("ris-vollzitat", "titel", "amtliche-abkuerzung"))
    signed, act = ldml_page.signed(root), ldml_page.act(root)
    series = germany.promulgated(cited, signed)
    if act is None or not series:
        raise Unreadable("the page shows no law of the information system, or does not cite where it was promulgated")
    return record(
        id=f"de/{series}",
        kind=germany.kind(titles),
        title=titles or cited,
        status=Status.ENACTED,
        status_as_of=signed,
        url=f"https://www.recht.bund.de/eli/bund/{series}",
        events=events((signed, EventKind.SIGNED)),
        texts=worded("de", signed, akn.units(act), "text/html", title=titles),
        identifiers=numbers(("printed", cited), ("short", short)),
    )
