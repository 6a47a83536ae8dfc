"""Legislation of the United Kingdom: whole acts, and fragments of them."""

from typing import Unpack

from crawlers.parsing import Element, Matter, dates, reading
from crawlers.places import uk
from crawlers.record import Facts, numbers, record, timeline, worded
from crawlers.texts import clml
from crawlers.vocabulary import EventKind, Kind


def law(root: Element, address: str) -> Matter:
    title = reading.words(root.find("Metadata/title")) if root.tag == "Legislation" else ""
    language, (day, label, name) = uk.language(root, address), uk.version(root, address)
    repealed = dates.iso(clml.ended(root))
    texts = worded(
        language, day, clml.units(root), "application/xml",
        id=f"{name}.{language}", label=label, title=title, url=address.replace("http://", "https://", 1)
    )  # fmt: skip
    return matter(
        uk.must(address),
        language=language,
        title=title,
        source_status="repealed" if repealed else uk.said(root),
        events=timeline([*uk.happened(root), (repealed, EventKind.REPEALED, "")]),
        texts=texts,
        identifiers=numbers(*(("isbn", e.get("Value", "")) for e in root.iter("ISBN"))),
        summary=reading.words(root.find("Metadata/description")),
    )


def matter(work: uk.Work, **facts: Unpack[Facts]) -> Matter:
    """The act at an address, with what a file or a feed says of it."""
    texts, first = facts.get("texts", ()), [event.date for event in facts.get("events", ())][:1]
    told: Facts = {
        "id": work.id,
        "kind": Kind.REGULATION if work.secondary else Kind.ACT,
        "instrument": work.series,
        "url": work.url,
        "status": work.status(facts.get("source_status", ""), texts),
        "status_as_of": max([*(text.date for text in texts), *first], default=""),
        "published": "".join(first),
        **facts,
    }
    return record(**told)
