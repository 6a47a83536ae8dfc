"""Bills of Texas: the daily feeds of Texas Legislature Online, and its bill history files."""

from crawlers.parsing import Finds, Matter, Response, Skipped, Source, Unreadable, reading
from crawlers.places.us import texas, usstates
from crawlers.record import links, numbers, record, timeline
from crawlers.vocabulary import Kind, LinkKind

VERSION = 3


def parse(response: Response, source: Source) -> Finds:
    root = reading.xml(response.body)
    if root.tag == "rss":
        for item in root.iter("item"):
            bill = texas.listed(item, source.zone, "passed" in source.id)
            yield _matter(bill) if bill else Skipped("an item links to no bill")
    elif root.tag == "billhistory":
        yield _matter(texas.history(root))
    else:
        raise Unreadable(f"the XML begins with {root.tag}, neither a feed nor the history of a bill")


def _matter(bill: texas.Bill) -> Matter:
    last = texas.newest(bill)
    return record(
        id=usstates.bill_id("tx", bill.session, bill.number),
        kind=Kind.BILL,
        title=bill.title,
        url=f"https://capitol.texas.gov/BillLookup/History.aspx?LegSess={bill.session}&Bill={bill.number}",
        status=last.status,
        status_as_of=last.day,
        source_status=last.words,
        events=timeline((step.day, step.kind, step.words) for step in bill.steps),
        texts=bill.texts,
        links=links(LinkKind.COMPANION, (usstates.bill_id("tx", bill.session, one) for one in bill.companions)),
        people=bill.people,
        identifiers=numbers(("printed", f"{bill.number} ({bill.session})")),
    )
