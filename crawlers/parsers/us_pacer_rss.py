"""Recent docket entries of the federal courts, from the feeds of CM/ECF: each case with the entries of the day."""

from crawlers.courts import docket, names
from crawlers.courts.case import case
from crawlers.courts.filings import Filing, filings
from crawlers.parsing import Finds, Matter, Response, Skipped, Source, Unreadable, ids, reading

VERSION = 1


def parse(response: Response, source: Source) -> Finds:
    root = reading.xml(response.body)
    if root.tag != "rss":
        raise Unreadable(f"the XML begins with {root.tag}, not with rss")
    for filing in filings(root, source.zone):
        yield _case(filing) if filing else Skipped("an item names neither a case nor a court")


def _case(filing: Filing) -> Matter:
    status, words, day = docket.standing([filing.entry])
    return case(
        f"{filing.court}/{ids.part(names.docket(filing.number))}",
        filing.number,
        title=filing.title,
        url=filing.entry.url,
        status=status,
        status_as_of=day,
        source_status=words,
        events=tuple(docket.events([filing.entry])) if filing.entry.day else (),
    )
