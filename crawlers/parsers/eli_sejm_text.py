"""ELI API of the Sejm, Poland: the page of an act, and other parts that do not say which act they are of."""

from collections.abc import Iterable

from lxml import etree

from crawlers.files.reading import words
from crawlers.parsing import Matter, Response, Unreadable, reading
from crawlers.places import poland
from crawlers.record import record, worded
from crawlers.texts import eli_sejm
from crawlers.texts.outline import Unit
from crawlers.vocabulary import Kind


def partial(response: Response, units: Iterable[Unit], title: str, media_type: str) -> Matter:
    """Text or structure of an act whose number only the address, or the file name, tells."""
    eli = poland.eli(response.url) or poland.eli(response.name)
    if not eli:
        raise Unreadable("neither the bytes nor the address say which act this is (/acts/DU/year/position)")
    return record(
        id=poland.act(eli),
        kind=Kind.ACT if title.startswith("Ustawa") else Kind.REGULATION,
        title=title,
        missing=() if title else ("title",),
        url=f"{poland.API}/{eli}",
        texts=worded("pl", "", units, media_type, id="pl" if title else "structure.pl"),
    )


def page(response: Response) -> Matter:
    root = reading.html(response.body)
    etree.strip_elements(root, "script", with_tail=False)
    units = eli_sejm.of_page(root)
    title = " ".join(words(span) for span in root.iterfind(".//h1/span"))
    if not title or root.find(".//div[@data-id]") is None:
        raise Unreadable("the page is no act of the ELI API: it has no title or no numbered units")
    return partial(response, units, title, "text/html")
