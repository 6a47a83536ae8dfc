"""Pages that list matters in rows of the same make: what differs between the sites are facts in `options`.

`row` and `link` are XPaths (the link within its row); `number` is a regular expression with named groups on the link's
address and the row's words, `id` and `url` templates of its groups; `title`, `event <kind>` and `said` are expressions on the
row's words, `status <word>` maps them, `assume` holds otherwise; `next` is the XPath of the link to the next page. `under` is the XPath, from the row, of what its
group is called, read as one more line before the row's words; `spell <word>` writes a group of `number` in letters of an id.
"""

import operator
import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from crawlers.files.reading import words
from crawlers.parsing import Element, Finds, Request, Response, Skipped, Source, Unreadable, dates, ids, reading
from crawlers.record import Told, record, timeline
from crawlers.texts.lines import lines
from crawlers.values import options
from crawlers.vocabulary import EventKind, Kind

VERSION = 1


def parse(response: Response, source: Source) -> Finds:
    root = reading.html(response.body)
    rows = _found(root, source.options["row"])
    if not rows:
        raise Unreadable(f"the page lists nothing that is marked as {source.options['row']}")
    for row in rows:
        yield from _row(row, response, source)
    for link in _found(root, source.options.get("next", "")):
        yield Request(url=urljoin(response.url, link.get("href", "")))


def _found(element: Element, path: str) -> list[Element]:
    found = element.xpath(path) if path else []
    return [node for node in found if etree.iselement(node)] if isinstance(found, list) else []


def _row(row: Element, response: Response, source: Source) -> Finds:
    links = _found(row, source.options["link"])
    if not links:
        return
    address = urljoin(response.url or f"https://{source.hosts[0]}/", links[0].get("href", ""))
    shown = "\n".join([*map(words, _found(row, source.options.get("under", ""))), *lines(row)])
    number = re.search(source.options["number"], f"{address}\n{shown}", re.MULTILINE)
    title = _fact(shown, source.options.get("title", "")) or words(links[0])
    if not number or not title:
        yield Skipped("a row that links to something has no number of ours")
        return
    spelled = source.options.get
    groups = {name: ids.part(spelled(f"spell {value}", value)) for name, value in number.groupdict().items() if value}
    said = _fact(shown, source.options.get("said", ""))
    happened = timeline(_happened(shown, source))
    yield record(
        id=source.options["id"].format(**groups),
        kind=Kind(source.options["kind"]),
        title=title,
        status=options.status(said, source, operator.eq),
        source_status=said,
        url=address,
        published=min((event.date for event in happened if event.kind is not EventKind.COMMENT_CLOSES), default=""),
        events=happened,
    )


def _fact(shown: str, pattern: str) -> str:
    found = re.search(pattern, shown, re.MULTILINE) if pattern else None
    return " ".join(found[1].split()) if found else ""


def _happened(shown: str, source: Source) -> Iterator[Told]:
    for name, pattern in source.options.items():
        if name.startswith("event ") and (value := _fact(shown, pattern)):
            day = dates.when(value, source.zone, source.options.get("order", "dmy"))
            yield day, EventKind(name.removeprefix("event "))
