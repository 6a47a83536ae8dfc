"""Irish Statute Book: acts as its own XML, and as pages."""

from crawlers.files.reading import local, words
from crawlers.parsers import law_page
from crawlers.parsing import Finds, Response, Source, Unreadable, dates, ids, reading
from crawlers.record import events, record, worded
from crawlers.texts import isb
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 3


def parse(response: Response, source: Source) -> Finds:
    if b"<act>" not in response.head and b"<act " not in response.head:
        yield from law_page.parse(response, source)
        return
    root = reading.xml(response.body)
    facts = {local(element): words(element) for element in root.iterfind("metadata/*")}
    if local(root) != "act" or not all(facts.get(name) for name in ("number", "year", "title")):
        raise Unreadable("the XML is no act of the Irish Statute Book: it has no number, year and title")
    day = dates.iso(facts.get("dateofenactment"))
    yield record(
        id=f"ie/act/{facts['year']}/{ids.part(facts['number'])}",
        kind=Kind.ACT,
        title=facts["title"],
        status=Status.ENACTED,
        status_as_of=day,
        url=f"https://www.irishstatutebook.ie/eli/{facts['year']}/act/{facts['number']}/enacted/en/html",
        published=day,
        events=events((day, EventKind.ENACTED)),
        texts=worded("en", day, isb.act(root), "application/xml"),
        summary=next(
            (said for line in root.iterfind("frontmatter/p") if (said := words(line)).startswith("An Act")), ""
        ),
    )
