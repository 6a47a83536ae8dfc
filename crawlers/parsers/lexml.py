"""LexML Brasil: bills and provisional measures as XML, and the same tree as JSON of its XML binding (JSONiX)."""

import re
from collections.abc import Iterator

from crawlers.parsing import Element, Matter, Response, Source, Unreadable, fields, reading
from crawlers.places.br import lexml_urn
from crawlers.record import events, numbers, record, worded
from crawlers.texts import lexml
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 4

_STATES = {"mpv": Status.IN_FORCE, "senado": Status.INTRODUCED, "camara": Status.INTRODUCED}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    if response.opening == b"<":
        root = reading.without_namespaces(reading.xml(response.body))
    else:
        value = fields.row(reading.json(response.body), "value")
        if "metadado" not in value:
            raise Unreadable("the JSON is no LexML document: it has no metadado")
        root = lexml.of_json("LexML", value)
    yield _matter(root, lexml_urn.named(root), response)


def _matter(root: Element, named: str, response: Response) -> Matter:
    heading, summary = (next((reading.words(e) for e in root.iter(name)), "") for name in ("Epigrafe", "Ementa"))
    id, day, provisional = lexml_urn.work(named, heading, response.name or response.url.rpartition("/")[2])
    return record(
        id=id,
        provisional=provisional,
        kind=Kind.BILL if id.split("/")[1] in {"senado", "camara", "congresso", "mpv"} else Kind.ACT,
        instrument=re.split(r"\s+n[ºo°.]", heading.lower(), maxsplit=1)[0],
        title=f"{heading}: {summary}" if heading and summary else heading or summary or named,
        summary=summary,
        status=_STATES.get(id.split("/")[1], Status.ENACTED),
        status_as_of=day,
        published=day,
        events=events((day, EventKind.PUBLISHED if "/mpv/" in id else EventKind.INTRODUCED)),
        url=response.url or lexml_urn.address(named),
        links=tuple(dict.fromkeys(link for link in lexml_urn.laws(root) if link.target != id)),
        identifiers=numbers(("urn", named)),
        texts=worded("pt", day, lexml.units(root), "application/xml"),
    )
