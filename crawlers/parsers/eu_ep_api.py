"""Parliament's open data: procedures and documents as JSON-LD, sittings also as RDF/XML."""

import logging
from collections.abc import Iterator
from typing import Any

from lxml import etree

from crawlers import reading
from crawlers.eu import parliament
from crawlers.matter import Event, Identifier, Link, Matter, Provision, Text
from crawlers.response import Declared, Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1
_API = "https://data.europarl.europa.eu/api/v2/"
_FORMAT = "format=application%2Fld%2Bjson"
_log = logging.getLogger(__name__)


def start(_source: Source, since: str) -> Iterator[Request]:
    """Procedures that changed since that day; without one, the co-decision procedures of this term."""
    asked = (
        f"procedures/feed?timeframe=custom&start-date={since}"
        if since
        else "procedures?process-type=COD&parliamentary-term=10"
    )
    yield Request(url=f"{_API}{asked}&limit=100&{_FORMAT}", headers={"Accept": "application/ld+json"})


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.body.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<"):
        yield from _sittings(response, source)
        return
    answer = reading.json(response.body)
    items = answer.get("data") if isinstance(answer, dict) else None
    if not isinstance(items, list):
        raise Unreadable("the JSON is no answer of Parliament's open data: it has no list of data")
    if isinstance(total := answer.get("meta", {}).get("total"), int):
        yield Declared(total)
    for item in items:
        yield from _item(item, response, source)


def _item(item: Any, response: Response, source: Source) -> Iterator[Found]:
    """A procedure in full, a document, or a line of a list that leads to one."""
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        raise Unreadable("an item of the answer has no id")
    name = item["id"].rpartition("/")[2]
    if "/proc/" in item["id"] and "process_title" in item:
        yield _procedure(item, response, source)
    elif "/doc/" in item["id"] and "title_dcterms" in item:
        yield _document(item, response, source)
    elif "/proc/" in item["id"] and "consists_of" not in item:
        yield Request(url=f"{_API}procedures/{name}?{_FORMAT}", headers={"Accept": "application/ld+json"})


def _procedure(item: dict[str, Any], response: Response, source: Source) -> Matter:
    id = parliament.procedure(item.get("label") or item["id"].rpartition("/")[2])
    law = parliament.legislative(id)
    steps = sorted(
        {step for made in item.get("consists_of", []) if (step := _step(made, response))}, key=lambda step: step[0].date
    )
    language, title = _titled(item["process_title"], source)
    return Matter(
        id=id,
        aliases=parliament.names(id),
        provisional=law,
        source=source.id,
        jurisdiction=source.jurisdiction,
        kind=Kind.BILL if law else Kind.SIGNAL,
        instrument=item.get("process_type", "").rpartition("/")[2],
        title=title,
        language=language,
        url=parliament.file(id),
        status=parliament.furthest((status for _, status in steps), law),
        status_as_of=steps[-1][0].date if steps else "",
        source_status=item.get("current_stage", "").rpartition("/")[2],
        published=steps[0][0].date if steps else "",
        events=tuple(event for event, _ in steps),
        links=tuple(
            Link(kind=LinkKind.RELATED, target=doc) for doc in _documents(item.get("created_a_realization_of", []))
        ),
        identifiers=(Identifier(scheme="procedure", value=parliament.printed(id)),),
        snapshot=response.snapshot,
        parser=f"eu_ep_api/{VERSION}",
    )


def _step(made: Any, response: Response) -> tuple[Event, Status] | None:
    """A dated activity; one that we know no word for keeps its own, loudly."""
    if not isinstance(made, dict) or not made.get("activity_date"):
        return None
    code = made.get("had_activity_type", "").rpartition("/")[2]
    known = parliament.ACTIVITIES.get(code)
    if not known and "-DEC-DCPL-" in made.get("activity_id", ""):
        known = parliament.ACTIVITIES["DEC-DCPL"]
    if not known:
        if code and code not in _PAPERS:
            _log.warning("an activity of Parliament that is not mapped: %s", code)
        return None
    return Event(date=made["activity_date"][:10], kind=known[0], snapshot=response.snapshot), known[1]


_PAPERS = {"TABLING_PLENARY", "PLENARY_VOTE_RESULTS", "PLENARY_ACTIVITY", "COMMITTEE_TABLING_AMENDMENT", "PLENARY_AMEND",
           "PLENARY_REFER_COMMITTEE_INTERINSTITUTIONAL_NEGOTIATIONS"}  # fmt: skip


def _document(item: dict[str, Any], response: Response, source: Source) -> Matter:
    id = parliament.document(item["id"].rpartition("/")[2])
    if not id:
        raise Unreadable(f"the document {item['id']} has no number of the kinds we know")
    language, title = _titled(item["title_dcterms"], source)
    day = str(item.get("document_date", ""))[:10]
    adopted = "/TA-" in f"/{id}"
    return Matter(
        id=id,
        source=source.id,
        jurisdiction=source.jurisdiction,
        kind=Kind.SIGNAL,
        instrument=item.get("work_type", "").rpartition("/")[2].lower().replace("_", " "),
        title=title,
        language=language,
        url=f"https://www.europarl.europa.eu/doceo/document/{id.rpartition('/')[2]}_{language.upper()}.html",
        status=Status.PASSED if adopted else Status.INTRODUCED,
        status_as_of=day,
        published=day,
        events=(
            Event(date=day, kind=EventKind.ADOPTED if adopted else EventKind.INTRODUCED, snapshot=response.snapshot),
        )
        if day
        else (),
        links=tuple(Link(kind=LinkKind.PART_OF, target=target) for target in _procedures(item)),
        identifiers=(Identifier(scheme="printed", value=item.get("label") or item.get("identifier", id)),),
        snapshot=response.snapshot,
        parser=f"eu_ep_api/{VERSION}",
    )


def _titled(titles: Any, source: Source) -> tuple[str, str]:
    if not isinstance(titles, dict) or not titles:
        raise Unreadable("an item of the answer has no title")
    language = next((code for code in source.languages if code in titles), next(iter(titles)))
    return language, " ".join(str(titles[language]).split())


def _documents(names: Any) -> Iterator[str]:
    for name in names if isinstance(names, list) else []:
        if isinstance(name, str) and (id := parliament.document(name.rpartition("/")[2])):
            yield id


def _procedures(item: dict[str, Any]) -> Iterator[str]:
    for name in item.get("inverse_created_a_realization_of", []):
        if isinstance(name, str) and "/proc/" in name:
            yield parliament.procedure(name.rpartition("/")[2])


def _sittings(response: Response, source: Source) -> Iterator[Matter]:
    """Each day of plenary, its agenda as the units of a text in every language we read."""
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag != "RDF":
        raise Unreadable(f"the XML is no RDF of Parliament's open data: its root is {root.tag!r}")
    for sitting in root.iterfind("Activity"):
        yield _sitting(sitting, response, source)


def _sitting(sitting: etree._Element, response: Response, source: Source) -> Matter:
    name, day = reading.words(sitting.find("activity_id")), reading.words(sitting.find("activity_date"))[:10]
    if not name or not day:
        raise Unreadable("the sitting has no id or no date")
    language = next((code for code in source.languages if _label(sitting, code)), "en")
    items = [
        Provision(id=f"item_{at}", text=label)
        for at, part in enumerate(sitting.iterfind("consists_of/Activity"), 1)
        if (label := _label(part, language))
    ]
    return Matter(
        id=f"eu/ep/{name}",
        source=source.id,
        jurisdiction=source.jurisdiction,
        kind=Kind.SIGNAL,
        instrument="plenary sitting",
        title=f"Plenary sitting, {_label(sitting, language)}",
        language=language,
        url=f"https://www.europarl.europa.eu/plenary/en/agendas.html#{day}",
        status=Status.DECIDED if response.fetched[:10] > day else Status.PENDING,
        status_as_of=day,
        published=day,
        events=(Event(date=day, kind=EventKind.MEETING, snapshot=response.snapshot),),
        texts=(
            Text(
                id=f"{day}.{language}",
                label="agenda",
                date=day,
                language=language,
                snapshot=response.snapshot,
                provisions=tuple(items),
            ),
        )
        if items
        else (),
        snapshot=response.snapshot,
        parser=f"eu_ep_api/{VERSION}",
    )


def _label(activity: etree._Element, language: str) -> str:
    spoken = "{http://www.w3.org/XML/1998/namespace}lang"
    return next(
        (reading.words(label) for label in activity.findall("activity_label") if label.get(spoken) == language), ""
    )
