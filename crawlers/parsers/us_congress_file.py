"""Bills of Congress as the files of unitedstates/congress: other names for what the API says."""

from collections.abc import Iterable, Iterator

from crawlers.files import reading
from crawlers.matter import Link, Person, Text
from crawlers.parsing import Matter, Response, Source
from crawlers.places import congress
from crawlers.places.congress import Action
from crawlers.record import numbers, record
from crawlers.values import fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import Kind, LinkKind, Status

VERSION = 1

RELATIONS = {"Identical bill", "Companion bill", "identical"}


def short(parts: Row) -> Iterator[tuple[str, str]]:
    """Under the names of the API and of the collector, which marks the title of a mere portion."""
    rows = [row for row in fields.rows(parts, "titles") if row.get("is_for_portion") is not True]
    titles = {text(row, "title") for row in rows if "short" in (text(row, "titleType") or text(row, "type")).lower()}
    for title in sorted(titles - {""}):
        yield "short title", title


def collected(bill: Row, response: Response, source: Source) -> Matter:
    """A file of unitedstates/congress: other names for the same facts, `status` already worked out by it."""
    key = fields.must(bill, "congress"), fields.must(bill, "bill_type"), fields.must(bill, "number")
    rows = fields.rows(bill, "actions")
    actions = [
        Action(congress.day(text(r, "acted_at")), text(r, "text"), "", _clock(text(r, "acted_at"))) for r in rows
    ]
    law = bool(text(bill, "enacted_as", "number")) if isinstance(bill.get("enacted_as"), dict) else False
    status, words, day = congress.standing(actions, congress.series(key[1]), law)
    if congress.lapsed(
        status, congress.series(key[1]), key[0], max(text(bill, "updated_at")[:10], response.fetched[:10])
    ):
        status, day = Status.LAPSED, congress.ended(key[0])
    title = text(bill, "short_title") or text(bill, "popular_title") or text(bill, "official_title")
    people = [
        ("sponsor", text(bill, "sponsor", "name")),
        *(("cosponsor", text(r, "name")) for r in fields.rows(bill, "cosponsors")),
    ]
    return record(
        response,
        source,
        f"us_congress_file/{VERSION}",
        id=congress.bill_id(*key),
        kind=Kind.BILL,
        instrument=congress.series(key[1]),
        title=title,
        url=congress.address(*key),
        status=status,
        status_as_of=day,
        source_status=text(bill, "status") or words,
        published=congress.day(text(bill, "introduced_at")),
        events=congress.events(actions, source.zone, response.snapshot),
        links=tuple(_collected_links(bill)),
        people=tuple(dict.fromkeys(Person(name=name, role=role) for role, name in people if name)),
        identifiers=numbers(("printed", congress.printed(*key)), *short(bill)),
        summary=text(bill, "summary", "text") if isinstance(bill.get("summary"), dict) else "",
    )


def _clock(moment: str) -> str:
    return congress.time(moment[11:16]) if len(moment) > 10 else ""


def _collected_links(bill: Row) -> Iterator[Link]:
    for row in fields.rows(bill, "related_bills"):
        name, _, number = text(row, "bill_id").rpartition("-")
        series, digits = name.rstrip("0123456789"), name[len(name.rstrip("0123456789")) :]
        if series in congress.SLUGS and digits and number.isdigit():
            kind = LinkKind.COMPANION if text(row, "reason") in RELATIONS else LinkKind.RELATED
            yield Link(kind=kind, target=congress.bill_id(number, series, digits))


def version(name: str, day: str, url: str, response: Response) -> Iterator[Text]:
    """A printed version by its name, without words."""
    if name:
        yield Text(
            id=f"{congress.version(name)}.en", label=name, date=day, language="en", url=url, media_type="application/xml",
            snapshot=response.snapshot,
        )  # fmt: skip


def once(texts: Iterable[Text]) -> tuple[Text, ...]:
    """The first of each id."""
    kept: dict[str, Text] = {}
    for one in texts:
        kept.setdefault(one.id, one)
    return tuple(kept.values())


def plain(words: str) -> str:
    """A summary without its markup."""
    return reading.words(reading.html(words.encode())) if "<" in words else " ".join(words.split())
