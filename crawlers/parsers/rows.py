"""Lists of records (JSON, SPARQL JSON, XML or CSV), one a matter, told apart by facts alone in the source's `options`.

`rows` is the path to the records (dots, * for any name); an answer that has the field `one` is a record itself; `nothing` (path=value) is how the
source says there are none. Templates are filled from the record, {name} or {name[inner]}: `id`, `title`, `url`, `said` (the source's own status word), `instrument`, `summary`,
`follow` and `next` (addresses to ask); `page` and `offset` are the parameter that counts pages or records, with the size of a page. `status <word>` and `kind <word>` map words, `assume` and `kind`
hold otherwise; `event <kind>`, `identifier <scheme>`, `person <role>` and `link <kind>` take templates too.
"""

import logging
import re
from collections.abc import Iterator
from typing import Any

from crawlers import ids, paging
from crawlers.files import reading
from crawlers.files.reading import local
from crawlers.files.tables import table
from crawlers.matter import Event, Identifier, Link, Person
from crawlers.parsing import Declared, Element, Found, Request, Response, Source, Unreadable
from crawlers.record import record
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_FIELD = re.compile(r"\{([^{}\[\]]+)((?:\[[^\]]+\])*)\}")
_log = logging.getLogger(__name__)


def parse(response: Response, source: Source) -> Iterator[Found]:
    answer = _answer(response, source)
    path, _, code = source.options.get("nothing", "").partition("=")
    if path and _at(answer, path) == code:
        return
    single = isinstance(answer, dict) and source.options.get("one") in answer
    rows = [answer] if single else _rows(answer, source.options["rows"])
    if rows is None:
        raise Unreadable(f"the answer has no {source.options['rows']}, so it lists nothing of {source.name}")
    total = int(_at(answer, source.options.get("total", "")) or 0)
    if total:
        yield Declared(total)
    for row in rows:
        yield from _row(row, response, source)
    if following := _fill(source.options.get("next", ""), answer) or _counted(response.url, total, source):
        yield Request(url=following)


def _counted(url: str, total: int, source: Source) -> str | None:
    """The next page where pages are numbered, or named by how many records come before them."""
    name, _, size = source.options.get("page", "").partition(" ")
    if name and total:
        return paging.by_number(url, name, -(-total // int(size)))
    name, _, size = source.options.get("offset", "").partition(" ")
    return paging.by_offset(url, name, int(size), total) if name else None


def _answer(response: Response, source: Source) -> Any:
    start = response.opening
    if start == b"<":
        return _plain(reading.xml(response.body))
    if source.options.get("format") == "csv":
        return {"rows": table(response.body)}
    return reading.json(response.body)


def _plain(element: Element) -> Any:
    """An element as a value: words, or its children by local name, a list where a name comes again."""
    if not len(element):
        return " ".join((element.text or "").split())
    found: dict[str, Any] = {}
    for child in element:
        name, value = local(child), _plain(child)
        if name in found:
            found[name] = [*found[name], value] if isinstance(found[name], list) else [found[name], value]
        else:
            found[name] = value
    return found


def _rows(answer: Any, path: str) -> list[Any] | None:
    """The records; a single one that stands bare counts as a list of one, and a null as none."""
    value = _at(answer, path) if path else answer
    if value is None or value == "":
        return [] if path and isinstance(answer, dict) and path.partition(".")[0] in answer else None
    return value if isinstance(value, list) else [value] if isinstance(value, dict) else None


def _at(value: Any, path: str) -> Any:
    for name in path.split(".") if path else []:
        if isinstance(value, list):
            value = [inner for item in value if (inner := _at(item, name)) is not None]
            value = value[0] if len(value) == 1 else value or None
        elif isinstance(value, dict):
            value = next(iter(value.values()), None) if name == "*" else value.get(name)
        else:
            return None
    return value if path else None


def _fill(template: str, row: Any) -> str:
    """The template with the record's values; empty when one that it names is missing."""
    values = {}
    for name, inner in _FIELD.findall(template):
        value = _at(row, ".".join([name, *re.findall(r"\[([^\]]+)\]", inner)]))
        if value in (None, "", []):
            return ""
        values[f"{{{name}{inner}}}"] = " ".join(str(value[0] if isinstance(value, list) else value).split())
    return _FIELD.sub(lambda found: values[found[0]], template)


def _row(row: Any, response: Response, source: Source) -> Iterator[Found]:
    options = source.options
    row = row[0] if isinstance(row, list) and len(row) == 1 else row
    if not isinstance(row, dict):
        return
    row = _parted(row, options.get("parts", ""))
    number, title = _fill(options["id"], row), _fill(options["title"], row)
    if not number or not title:
        return
    said = _fill(options.get("said", ""), row)
    yield record(
        response,
        source,
        f"rows/{VERSION}",
        id="/".join(ids.part(part) for part in number.split("/")),
        kind=Kind(_worded(options, "kind", _fill(options.get("kinds", ""), row)) or options.get("kind", Kind.BILL)),
        instrument=_fill(options.get("instrument", ""), row),
        title=title,
        summary=_fill(options.get("summary", ""), row),
        status=_status(said, source),
        source_status=said,
        status_as_of=_day(_fill(options.get("as_of", ""), row), source).date,
        url=_fill(options.get("url", ""), row) or response.url,
        published=_day(_fill(options.get("published", ""), row), source).date,
        events=tuple(sorted(_events(row, response, source), key=lambda event: (event.date, event.kind, event.label))),
        identifiers=tuple(Identifier(scheme=name, value=value) for name, value in _every("identifier", row, options)),
        people=tuple(Person(name=value, role=name) for name, value in _every("person", row, options)),
        links=tuple(Link(kind=LinkKind(name), target=value) for name, value in _every("link", row, options)),
    )
    if (address := _fill(options.get("follow", ""), row)) and address != response.url:
        yield Request(url=address)


def _parted(row: Any, parts: str) -> Any:
    """The record with the named groups of an expression on one of its fields ("FIELD expression") as fields."""
    name, _, pattern = parts.partition(" ")
    found = re.search(pattern, _fill(f"{{{name}}}", row)) if parts else None
    return {**row, **found.groupdict("")} if found else row


def _every(word: str, row: Any, options: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, template in options.items():
        if name.startswith(f"{word} ") and (value := _fill(template, row)):
            yield name.removeprefix(f"{word} "), value


def _events(row: Any, response: Response, source: Source) -> Iterator[Event]:
    for name, value in _every("event", row, source.options):
        when = _day(value, source)
        kind, _, label = name.partition(" ")
        if when.date:
            yield Event(
                date=when.date,
                time=when.time,
                zone=when.zone,
                kind=EventKind(kind),
                label=label,
                snapshot=response.snapshot,
            )


def _day(value: str, source: Source) -> dates.When:
    """Korean dates stand with spaces after their dots (2031. 2. 3.)."""
    packed = re.sub(r"(?<=\d)\.\s+(?=\d)", ".", value)
    return dates.when(packed, source.zone, source.options.get("order", "dmy")) if value else dates.When("")


def _worded(options: dict[str, str], word: str, said: str) -> str:
    return (
        {name.removeprefix(f"{word} ").lower(): value for name, value in options.items()}.get(said.lower(), "")
        if said
        else ""
    )


def _status(said: str, source: Source) -> Status:
    """Ours by the source's own word: the whole of it, else the longest of ours that it begins with."""
    assumed = Status(source.options.get("assume", Status.UNKNOWN))
    if not said:
        return assumed
    known = {n.removeprefix("status ").lower(): v for n, v in source.options.items() if n.startswith("status ")}
    fits = [word for word in known if said.lower().startswith(word)]
    if not fits:
        _log.warning("%s: unknown status word %r", source.id, said)
        return Status.UNKNOWN
    return Status(known[max(fits, key=len)])
