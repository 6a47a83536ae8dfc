"""Bills of the United States Congress: govinfo's sitemaps and BILLSTATUS files, schema 1.0.0 and 3.0.0."""

from collections.abc import Iterator

from msgspec.structs import replace

from crawlers.files import reading
from crawlers.matter import Link, Text
from crawlers.parsers import us_bills
from crawlers.parsing import Declared, Element, Found, Request, Response, Source
from crawlers.places import congress, congress_bill
from crawlers.places.congress import Action
from crawlers.record import numbers, people, timeline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, LinkKind, Status

VERSION = 2


def start(source: Source, since: str) -> Iterator[Request]:
    for url in source.urls:
        yield Request(url=url, context={"since": since})


def parse(response: Response, source: Source) -> Iterator[Found]:
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag in {"urlset", "sitemapindex"}:
        yield from _listed(root, response)
    elif root.tag == "billStatus" and (bill := root.find("bill")) is not None:
        yield from _bill(bill, response, source)
    else:
        yield from us_bills.parse(response, source)


def _listed(root: Element, response: Response) -> Iterator[Found]:
    """Those changed since the day that the first request carried."""
    since = response.context.get("since", "")
    entries = [(e.findtext("loc", "").strip(), e.findtext("lastmod", "")) for e in root]
    changed = [url for url, day in entries if url and day[:10] >= since]
    if root.tag == "urlset":
        yield Declared(len(changed))
    for url in changed:
        yield Request(url=url, headers={"Accept": "application/xml"}, context=dict(response.context))


def _bill(bill: Element, response: Response, source: Source) -> Iterator[Found]:
    number = bill.findtext("number") or bill.findtext("billNumber") or ""
    key = bill.findtext("congress") or "", bill.findtext("type") or bill.findtext("billType") or "", number
    matter = congress_bill.bill(
        key,
        [action for action in map(_action, bill.iterfind("actions/item")) if action.day],
        response,
        source,
        f"us_billstatus/{VERSION}",
        law=bill.find("laws/item") is not None,
        seen=max(_day(bill, "updateDate"), response.fetched[:10]),
        title=reading.words(bill.find("title")),
        published=_day(bill, "introducedDate"),
        texts=congress_bill.once(text for text in _texts(bill, response) if text.url),
        links=tuple(sorted({*_related(bill), *_laws(bill)}, key=lambda link: (link.kind, link.target))),
        people=(
            *people("sponsor", map(reading.words, bill.iterfind("sponsors/item/fullName"))),
            *people("cosponsor", map(reading.words, bill.iterfind("cosponsors/item/fullName"))),
        ),
        identifiers=numbers(*_names(bill)),
        summary=_summary(bill),
    )
    if matter.status is Status.LAPSED:
        ended = timeline(response, [(matter.status_as_of, EventKind.LAPSED, "Congress ended (computed)")])
        matter = replace(matter, events=(*matter.events, *ended))
    yield matter
    if source.options.get("texts") == "newest" and matter.texts:
        yield Request(url=matter.texts[0].url)


def _day(bill: Element, name: str) -> str:
    return congress.day(bill.findtext(name) or "")


def _action(item: Element) -> Action:
    if item.findtext("type") == "NotUsed":
        return Action("", "")
    time = congress.time(item.findtext("actionTime") or "")
    code = (item.findtext("actionCode") or "").strip()
    return Action(congress.day(item.findtext("actionDate") or ""), reading.words(item.find("text")), code, time)


def _texts(bill: Element, response: Response) -> Iterator[Text]:
    """Printed versions, newest first; the words come with the files they name. The last item can be an empty shell."""
    for item in bill.iterfind("textVersions/item"):
        day = dates.when(item.findtext("date"), "America/New_York").date
        yield from congress_bill.printing(
            item.findtext("type") or "", day, item.findtext("formats/item/url") or "", response
        )


def _related(bill: Element) -> Iterator[Link]:
    for item in bill.iterfind("relatedBills/item"):
        key = [item.findtext(name) or "" for name in ("congress", "type", "number")]
        told = {detail.findtext("type") or "" for detail in item.iterfind("relationshipDetails/item")}
        kind = next(
            (congress_bill.RELATIONS[word] for word in sorted(told) if word in congress_bill.RELATIONS),
            LinkKind.RELATED,
        )
        yield Link(kind=kind, target=congress.bill_id(*key))


def _laws(bill: Element) -> Iterator[Link]:
    for law in bill.iterfind("laws/item"):
        series = "plaw" if (law.findtext("type") or "").startswith("Public") else "pvtlaw"
        yield Link(
            kind=LinkKind.BECOMES, target=f"us/{series}/{(law.findtext('number') or '').strip().replace('-', '/')}"
        )


def _names(bill: Element) -> list[tuple[str, str]]:
    """Short and popular titles, which is how people call bills."""
    titles = [(i.findtext("titleType") or "", reading.words(i.find("title"))) for i in bill.iterfind("titles/item")]
    return [
        ("short title", title) for title in sorted({t for kind, t in titles if "Short" in kind or "Popular" in kind})
    ]


def _summary(bill: Element) -> str:
    """The newest summary of the Congressional Research Service, markup taken off."""
    found = [*bill.iterfind("summaries/summary"), *bill.iterfind("summaries/billSummaries/item")]
    newest = max(found, key=lambda item: item.findtext("actionDate") or "", default=None)
    return "" if newest is None else congress_bill.plain(newest.findtext("text") or newest.findtext("cdata/text") or "")
