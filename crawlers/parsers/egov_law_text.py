"""e-Gov Law, Japan: a law with its words, in the Standard Law XML."""

import re

from crawlers.files.reading import local, words
from crawlers.parsing import Element, Matter, Response, dates
from crawlers.record import HERE, events, numbers, record, worded
from crawlers.texts import egov
from crawlers.vocabulary import EventKind, Kind, Status

_NAMED = re.compile(r"(?<![0-9A-Z])(\d{3}[A-Z]{1,2}[0-9A-Z]{10,12})(?:_(\d{8}))?")
ACTS = {"Constitution", "Act"}


def law(law: Element, response: Response) -> Matter:
    title = next((words(element) for element in law.iter() if local(element) == "LawTitle"), "")
    number = next((words(element) for element in law.iter() if local(element) == "LawNum"), "")
    named = _NAMED.search(response.url) or _NAMED.search(response.name)
    day = dates.iso(named[2]) if named and named[2] else ""
    promulgated = egov.promulgated(law)
    body = next((element for element in law if local(element) == "LawBody"), law)
    return record(
        id=f"jp/law/{named[1] if named else egov.number(law)}",
        provisional=named is None,
        kind=Kind.ACT if law.get("LawType") in ACTS else Kind.REGULATION,
        instrument=law.get("LawType", ""),
        title=title or number,
        title_native=title,
        status=Status.ENACTED,
        status_as_of=day,
        url=f"https://laws.e-gov.go.jp/law/{named[1]}" if named else HERE,
        events=events((promulgated, EventKind.PUBLISHED), (day, EventKind.APPLIES_FROM)),
        identifiers=numbers(("printed", number)),
        texts=worded("ja", day or promulgated, egov.units(body), "application/xml"),
    )
