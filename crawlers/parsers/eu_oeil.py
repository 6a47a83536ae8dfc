"""Parliament's Legislative Observatory: procedure files, summaries and search results."""

from crawlers.eu.parliament import observatory, procedures
from crawlers.parsers import eu_oeil_file
from crawlers.parsing import Element, Finds, Matter, Request, Response, Source, Unreadable, reading
from crawlers.record import record
from crawlers.vocabulary import Kind, Status

VERSION = 2


def parse(response: Response, source: Source) -> Finds:
    if b"<procedureList" in response.head or b"<rss" in response.head:
        yield from (Request(url=url) for url in observatory.listed(reading.xml(response.body)))
        return
    page = reading.html(response.body)
    headings = observatory.headings(page)
    reference = headings.get("es_title-h1", "")
    if procedures.procedure(reference):
        yield eu_oeil_file.procedure(page, reference, headings.get("es_title-h2", ""))
    elif any("es_product-title" in line.get("class", "") for line in page.iter("h1")):
        yield _summary(page)
    else:
        raise Unreadable("the page is neither a procedure file nor a summary of the Legislative Observatory")


def _summary(page: Element) -> Matter:
    """A summary belongs to its procedure: its words become that matter's."""
    title, day, words, whole = observatory.summary(page)
    own = procedures.procedure(whole)
    if not own:
        raise Unreadable("the summary names no procedure")
    law = procedures.legislative(own)
    return record(
        language="en",
        id=own,
        aliases=procedures.names(own),
        provisional=law,
        kind=Kind.BILL if law else Kind.SIGNAL,
        instrument=own[-3:],
        title=title,
        url=procedures.file(own),
        status=Status.PASSED if not law and title.startswith("Resolution") else Status.INTRODUCED,
        published=day,
        summary=words,
    )
