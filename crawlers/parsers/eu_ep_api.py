"""Parliament's open data: procedures and documents as JSON-LD, sittings also as RDF/XML."""

from collections.abc import Iterator
from urllib.parse import quote

from crawlers.eu.parliament import open_data, procedures, sittings
from crawlers.parsers import eu_ep_api_document
from crawlers.parsing import Finds, Matter, Request, Response, Source, Unreadable, fields, reading
from crawlers.record import links, numbers, record
from crawlers.values.fields import Row
from crawlers.vocabulary import Kind, LinkKind

VERSION = 2
_API = "https://data.europarl.europa.eu/api/v2/"


def start(_source: Source, since: str) -> Iterator[Request]:
    """Procedures that changed since that day; without one, the co-decision procedures of this term."""
    changed = f"procedures/feed?timeframe=custom&start-date={since}"
    yield _asked(f"{changed if since else 'procedures?process-type=COD&parliamentary-term=10'}&limit=100&")


def _asked(path: str) -> Request:
    return Request(url=f"{_API}{path}format=application%2Fld%2Bjson", headers={"Accept": "application/ld+json"})


def parse(response: Response, source: Source) -> Finds:
    if response.opening == b"<":
        yield from sittings.sittings(response, source)
        return
    answer = reading.json(response.body)
    if not isinstance(answer, dict) or not isinstance(answer.get("data"), list):
        raise Unreadable("the JSON is no answer of Parliament's open data: it has no list of data")
    yield from fields.declared(answer, "meta", "total")
    yield from fields.each(fields.rows(answer, "data"), _item, source)


def _item(item: Row, source: Source) -> Finds:
    """A procedure in full, a document, or a line of a list that leads to one."""
    address = fields.must(item, "id")
    name = address.rpartition("/")[2]
    if "/proc/" in address and "process_title" in item:
        yield _procedure(item, source)
    elif "/doc/" in address and "title_dcterms" in item:
        yield eu_ep_api_document.document(item, source)
    elif "/proc/" in address and "consists_of" not in item:
        yield _asked(f"procedures/{quote(name)}?")


def _procedure(item: Row, source: Source) -> Matter:
    id = procedures.procedure(fields.text(item, "label") or fields.must(item, "id").rpartition("/")[2])
    if not id:
        raise Unreadable(f"the procedure {fields.text(item, 'id')!r} has no number")
    law = procedures.legislative(id)
    steps = open_data.steps(item)
    language, title = open_data.titled(item, "process_title", source)
    return record(
        language=language,
        id=id,
        aliases=procedures.names(id),
        provisional=law,
        kind=Kind.BILL if law else Kind.SIGNAL,
        instrument=open_data.last(fields.text(item, "process_type")),
        title=title,
        url=procedures.file(id),
        status=procedures.furthest((status for _, status in steps), law),
        status_as_of=steps[-1][0].date if steps else "",
        source_status=open_data.last(fields.text(item, "current_stage")),
        published=steps[0][0].date if steps else "",
        events=tuple(event for event, _ in steps),
        links=links(LinkKind.RELATED, open_data.documents(item)),
        identifiers=numbers(("procedure", procedures.printed(id))),
    )
