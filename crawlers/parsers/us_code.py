"""Titles of the Code of the United States, in USLM: each section, which is what people cite."""

import re
from collections.abc import Iterator

from crawlers.parsing import Element, Matter, dates, ids, reading
from crawlers.record import Told, events, links, numbers, record, worded
from crawlers.texts import uslm
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

_WORDS = Words("us_code")


def sections(root: Element) -> Iterator[Matter]:
    number = reading.words(root.find("meta/docNumber"))
    day = dates.iso((reading.words(root.find("meta/created")) or reading.words(root.find("meta/processedDate")))[:10])
    for section in root.iter("section"):
        found = re.fullmatch(r"/us/usc/t(\w+)/s([\w.–-]+)", section.get("identifier", ""))
        if found and number:
            yield _section(section, found[1], found[2].replace("–", "-"), day)


def _section(section: Element, title: str, number: str, day: str) -> Matter:
    heading = reading.words(section.find("heading"))
    address = f"https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title{title}-section{number}"
    said = section.get("status", "") or " ".join(re.findall(r"^\[?(Repealed|Omitted|Transferred|Renumbered)", heading))
    return record(
        id=f"us/usc/{ids.part(title)}/{ids.part(number)}",
        kind=Kind.ACT,
        instrument="section of the Code",
        title=f"{title} U.S.C. § {number} - {heading}".rstrip("- ]"),
        url=address,
        status=_WORDS.status(said) if _WORDS.knows(said) else Status.IN_FORCE,
        status_as_of=day,
        source_status=said,
        events=events(*_made(section)),
        texts=worded("en", day, uslm.section(section), "application/xml", title=heading, url=address),
        links=links(LinkKind.PART_OF, [f"us/usc/{ids.part(title)}"]),
        identifiers=numbers(("printed", f"{title} U.S.C. {number}")),
    )


def _made(section: Element) -> Iterator[Told]:
    """By the acts of its source credit: the first made it, the others amended it."""
    acts = dates.inside(reading.words(section.find("sourceCredit")))
    for place, day in enumerate(dict.fromkeys(acts)):
        yield day, EventKind.AMENDED if place else EventKind.ENACTED
