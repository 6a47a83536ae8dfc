"""Bills of the United States Congress: govinfo's sitemaps and BILLSTATUS files, schema 1.0.0 and 3.0.0."""

from msgspec.structs import replace

from crawlers import paging
from crawlers.parsers import us_bills
from crawlers.parsing import Declared, Element, Finds, Request, Response, Source, reading
from crawlers.places.us import billstatus, congress_bill
from crawlers.record import numbers, people, timeline
from crawlers.vocabulary import EventKind, Status

VERSION = 5

start = paging.recalling


def parse(response: Response, source: Source) -> Finds:
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag in {"urlset", "sitemapindex"}:
        yield from _listed(root, response)
    elif root.tag == "billStatus" and (bill := root.find("bill")) is not None:
        yield from _bill(bill, response, source)
    else:
        yield from us_bills.parse(response, source)


def _listed(root: Element, response: Response) -> Finds:
    """Those changed since the day that the first request carried."""
    changed = paging.sitemap(root, response.context.get("since", ""))
    if root.tag == "urlset":
        yield Declared(len(changed))
    for entry in changed:
        yield Request(url=entry.url, headers={"Accept": "application/xml"}, context=dict(response.context))


def _bill(bill: Element, response: Response, source: Source) -> Finds:
    number = bill.findtext("number") or bill.findtext("billNumber") or ""
    key = bill.findtext("congress") or "", bill.findtext("type") or bill.findtext("billType") or "", number
    heir = billstatus.heir(bill)
    matter = congress_bill.bill(
        key,
        [action for action in map(billstatus.action, bill.iterfind("actions/item")) if action.day],
        beside=list(billstatus.meetings(bill)),
        heir=heir,
        law=bill.find("laws/item") is not None,
        seen=max(billstatus.day(bill, "updateDate"), response.fetched[:10]),
        title=reading.words(bill.find("title")),
        published=billstatus.day(bill, "introducedDate"),
        texts=tuple(text for text in billstatus.texts(bill) if text.url),
        links=tuple(sorted({*billstatus.related(bill), *billstatus.laws(bill)})),
        people=(
            *people("sponsor", map(reading.words, bill.iterfind("sponsors/item/fullName"))),
            *congress_bill.cosponsors(
                (reading.words(item.find("fullName")), (item.findtext("sponsorshipWithdrawnDate") or "").strip())
                for item in bill.iterfind("cosponsors/item")
            ),
        ),
        identifiers=numbers(*billstatus.names(bill)),
        summary=billstatus.summary(bill),
    )
    if matter.status in {Status.LAPSED, Status.MERGED}:
        said = f"Congress ended (computed){f'; its companion {heir} became law' if heir else ''}"
        ended = timeline([(matter.status_as_of, EventKind.LAPSED, said)])
        matter = replace(matter, events=(*matter.events, *ended))
    yield matter
    if source.options.get("texts") == "newest" and matter.texts:
        yield Request(url=matter.texts[0].url)
