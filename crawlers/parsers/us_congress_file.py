"""Bills of Congress as the files of unitedstates/congress: other names for what the API says."""

from collections.abc import Iterator

from crawlers.matter import Link
from crawlers.parsing import Matter, Response
from crawlers.places.us import congress, congress_bill
from crawlers.record import numbers, people
from crawlers.values.fields import Row, must, rows, text


def collected(bill: Row, response: Response) -> Matter:
    """A file, with `status` already worked out by its collector."""
    actions = [congress_bill.action(text(row, "acted_at"), text(row, "text")) for row in rows(bill, "actions")]
    introduced = congress.day(text(bill, "introduced_at"))
    return congress_bill.bill(
        (must(bill, "congress"), must(bill, "bill_type"), must(bill, "number")),
        actions,
        beside=congress_bill.introduced(introduced, actions),
        law=bool(text(bill, "enacted_as", "number")),
        seen=max(text(bill, "updated_at")[:10], response.fetched[:10]),
        title=text(bill, "short_title") or text(bill, "popular_title") or text(bill, "official_title"),
        source_status=text(bill, "status"),
        published=introduced,
        links=tuple(dict.fromkeys(link for row in rows(bill, "related_bills") for link in _related(row))),
        people=(
            *people("sponsor", [text(bill, "sponsor", "name")]),
            *congress_bill.cosponsors(
                (text(row, "name"), text(row, "withdrawn_at")) for row in rows(bill, "cosponsors")
            ),
        ),
        identifiers=numbers(*short(bill)),
        summary=text(bill, "summary", "text"),
    )


def short(bill: Row) -> Iterator[tuple[str, str]]:
    """Short titles under the names of the API and of the collector, which marks the title of a mere portion."""
    whole = [row for row in rows(bill, "titles") if row.get("is_for_portion") is not True]
    titles = {text(row, "title") for row in whole if "short" in (text(row, "titleType") or text(row, "type")).lower()}
    return (("short title", title) for title in sorted(titles))


def _related(row: Row) -> Iterator[Link]:
    return congress_bill.related(text(row, "bill_id"), text(row, "reason"))
