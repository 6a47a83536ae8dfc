"""German law information system: promulgated law in LegalDocML.de, and the same documents as pages."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from crawlers.files import reading
from crawlers.parsers import akoma_ntoso
from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.record import events, numbers, record, text
from crawlers.texts import akoma_ntoso as akn
from crawlers.texts import ldml_page, outline
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 2

_CITED = re.compile(r"BGBl\. (?:(\d{4}) )?(I{1,2}) (?:(Nr)\.|S\.) (\d+[a-z]?)")


def parse(response: Response, source: Source) -> Iterator[Matter]:
    if b"<html" in response.head.lower():
        yield _page(reading.html(response.body), response, source)
    else:
        for matter in akoma_ntoso.parse(response, source):
            yield replace(matter, kind=_kind(matter.title))


def _kind(title: str) -> Kind:
    """A law about ordinances is a law."""
    return Kind.REGULATION if re.search(r"(?i)verordnung", title) and "gesetz" not in title.lower() else Kind.ACT


def _page(root: Element, response: Response, source: Source) -> Matter:
    """A page says its number only in the full citation: (BGBl. 2025 I Nr. 145), (BGBl. I S. 593)."""
    cited, titles, short = (ldml_page.said(root, name) for name in ("ris-vollzitat", "titel", "amtliche-abkuerzung"))
    signed, act = ldml_page.signed(root), ldml_page.act(root)
    number = _CITED.search(cited)
    if act is None or number is None or not (number[1] or signed):
        raise Unreadable("the page shows no law of the information system, or does not cite where it was promulgated")
    series = f"bgbl-{len(number[2])}/{number[1] or signed[:4]}/{'' if number[3] else 's'}{number[4]}"
    return record(
        response,
        source,
        f"de_ris/{VERSION}",
        id=f"de/{series}",
        kind=_kind(titles),
        title=titles or cited,
        status=Status.ENACTED,
        status_as_of=signed,
        url=f"https://www.recht.bund.de/eli/bund/{series}",
        events=events(response, (signed, EventKind.SIGNED)),
        texts=text(response, "de", signed, outline.provisions(akn.units(act)), "text/html", title=titles),
        identifiers=numbers(("printed", cited), ("short", short)),
    )
