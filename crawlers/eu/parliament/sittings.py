"""Sittings of Parliament's plenary, from the RDF of its open data."""

from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.files.reading import Element
from crawlers.matter import Matter, Provision, Text
from crawlers.record import record, timeline
from crawlers.response import Response, Unreadable
from crawlers.sources import Source
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status


def sittings(response: Response, source: Source) -> Iterator[Matter]:
    """Each day of plenary, its agenda as the units of a text in every language we read."""
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag != "RDF":
        raise Unreadable(f"the XML is no RDF of Parliament's open data: its root is {root.tag!r}")
    for sitting in root.iterfind("Activity"):
        yield _sitting(sitting, response, source)


def _sitting(sitting: Element, response: Response, source: Source) -> Matter:
    name, day = reading.words(sitting.find("activity_id")), dates.iso(reading.words(sitting.find("activity_date"))[:10])
    if not name or not day:
        raise Unreadable("the sitting has no id or no date")
    language = next((code for code in source.languages if _label(sitting, code)), "en")
    items = [
        Provision(id=f"item_{at}", text=label)
        for at, part in enumerate(sitting.iterfind("consists_of/Activity"), 1)
        if (label := _label(part, language))
    ]
    return record(
        language=language,
        id=f"eu/ep/{ids.part(name)}",
        kind=Kind.SIGNAL,
        instrument="plenary sitting",
        title=f"Plenary sitting, {_label(sitting, language)}",
        url=f"https://www.europarl.europa.eu/plenary/en/agendas.html#{day}",
        status=Status.DECIDED if response.fetched[:10] > day else Status.PENDING,
        status_as_of=day,
        published=day,
        events=timeline([(day, EventKind.MEETING)]),
        texts=(Text(id=f"{day}.{language}", label="agenda", date=day, language=language, provisions=tuple(items)),)
        if items
        else (),
    )


def _label(activity: Element, language: str) -> str:
    spoken = "{http://www.w3.org/XML/1998/namespace}lang"
    return next(
        (reading.words(label) for label in activity.findall("activity_label") if label.get(spoken) == language), ""
    )
