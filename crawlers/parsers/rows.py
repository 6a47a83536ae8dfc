"""Lists of records (JSON, SPARQL JSON, XML or CSV), one a matter, told apart by facts alone in the source's `options`.

`rows` is the path to the records (dots, * for any name); an answer that has the field `one` is a record itself; `nothing` (path=value) is how the
source says there are none. Templates are filled from the record, {name} or {name[inner]}: `id`, `title`, `url`, `said` (the source's own status word), `instrument`, `summary`,
`text` (where its words stand), `follow` (of what moved within the days of `read`) and `next` (addresses to ask); `page` and `offset` are the parameter that counts pages or records, with the size of a page. `id <kind>` is the id of one kind; `status <word>` and `kind <word>` map words, `assume` and `kind`
hold otherwise; `event <kind>`, `identifier <scheme>`, `person <role>` and `link <kind>` take templates too.
"""

import re
from collections.abc import Iterator
from typing import Any

from crawlers import paging, papers
from crawlers.files.tables import table
from crawlers.matter import Event, Link, Person
from crawlers.parsing import Declared, Finds, Request, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.record import HERE, Told, events, linked, numbers, record
from crawlers.values import elements, options
from crawlers.values.templates import at, every, fill, parted
from crawlers.vocabulary import EventKind, LinkKind, Status

VERSION = 3
_STEPS = {
    EventKind.REFERRED: Status.COMMITTEE,
    EventKind.REPORTED: Status.REPORTED,
    EventKind.PASSED_ONE_CHAMBER: Status.PASSED_ONE_CHAMBER,
    EventKind.PASSED: Status.PASSED,
}


def parse(response: Response, source: Source) -> Finds:
    answer = _answer(response, source)
    path, _, code = source.options.get("nothing", "").partition("=")
    if path and at(answer, path) == code:
        return
    single = isinstance(answer, dict) and source.options.get("one") in answer
    rows = [answer] if single else _rows(answer, source.options["rows"])
    if rows is None:
        raise Unreadable(f"the answer has no {source.options['rows']}, so it lists nothing of {source.name}")
    total = int(at(answer, source.options.get("total", "")) or 0)
    if total:
        yield Declared(total)
    yield from fields.each(rows, _row, response, source)
    if following := fill(source.options.get("next", ""), answer) or _counted(response.url, total, source):
        yield Request(url=following)


def _counted(url: str, total: int, source: Source) -> str | None:
    """The next page where pages are numbered, or named by how many records come before them."""
    name, _, size = source.options.get("page", "").partition(" ")
    if name and total:
        return paging.by_number(url, name, -(-total // int(size)))
    name, _, size = source.options.get("offset", "").partition(" ")
    return paging.by_offset(url, name, int(size), total) if name else None


def _answer(response: Response, source: Source) -> Any:
    if response.opening == b"<":
        return elements.plain(reading.xml(response.body))
    if source.options.get("format") == "csv":
        return {"rows": table(response.body)}
    return reading.json(response.body)


def _rows(answer: Any, path: str) -> list[Any] | None:
    """The records; a single one that stands bare counts as a list of one, and a null as none."""
    value = at(answer, path) if path else answer
    if value is None or value == "":
        return [] if path and isinstance(answer, dict) and path.partition(".")[0] in answer else None
    return value if isinstance(value, list) else [value] if isinstance(value, dict) else None


def _row(row: Any, response: Response, source: Source) -> Finds:
    facts = source.options
    row = row[0] if isinstance(row, list) and len(row) == 1 else row
    if not isinstance(row, dict):
        raise Unreadable(f"{type(row).__name__} stands where a record of {source.name} should")
    row = parted(row, facts.get("parts", ""))
    kind = options.kind(fill(facts.get("kinds", ""), row), source)
    number, title = fill(facts.get(f"id {kind}", facts["id"]), row), fill(facts["title"], row)
    if not number:
        return  # a business that belongs to no bill or law
    if not title:
        raise Unreadable(f"record {number} has no title")
    said = fill(facts.get("said", ""), row)
    published = _day(fill(facts.get("published", ""), row), source).date
    told = events(*_happened(row, source))
    matter = record(
        id="/".join(ids.part(part) for part in number.split("/")),
        kind=kind,
        instrument=fill(facts.get("instrument", ""), row),
        title=title,
        summary=fill(facts.get("summary", ""), row),
        status=_reached(options.status(said, source), told),
        source_status=said,
        status_as_of=_day(fill(facts.get("as_of", ""), row), source).date,
        url=fill(facts.get("url", ""), row).replace(" ", "%20") or HERE,
        published=published,
        events=told,
        identifiers=numbers(*every("identifier", row, facts)),
        people=tuple(Person(name=value, role=name) for name, value in every("person", row, facts)),
        texts=linked(
            source.languages[0], published, fill(facts.get("text", ""), row).replace("http://", "https://", 1), ""
        ),
        links=tuple(Link(kind=LinkKind(name), target=value) for name, value in every("link", row, facts)),
    )
    yield matter
    address = fill(facts.get("follow", ""), row)
    if address and address != response.url and not papers.old(matter, source, response.fetched[:10]):
        yield Request(url=address)


def _happened(row: Any, source: Source) -> Iterator[Told]:
    for name, value in every("event", row, source.options):
        kind, _, label = name.partition(" ")
        yield _day(value, source), EventKind(kind), label


def _reached(status: Status, told: tuple[Event, ...]) -> Status:
    """A bill that its source calls introduced or pending is where its last dated step left it."""
    if status is not Status.INTRODUCED:
        return status
    steps = [_STEPS[one.kind] for one in told if one.kind in _STEPS]
    both = steps.count(Status.PASSED_ONE_CHAMBER) > 1
    return Status.PASSED if both else max(steps, key=list(Status).index, default=status)


def _day(value: str, source: Source) -> dates.When:
    """Korean dates stand with spaces after their dots (2031. 2. 3.)."""
    packed = re.sub(r"(?<=\d)\.\s+(?=\d)", ".", value)
    return dates.when(packed, source.zone, source.options.get("order", "dmy")) if value else dates.When("")
