"""Words of a document of the Federal Register, from its own XML (RULE, PRORULE, NOTICE, PRESDOCU)."""

import re

from crawlers.parsing import Element, Finds, Matter, Response, Source, Unreadable, ids, reading
from crawlers.places import register
from crawlers.record import numbers, record, timeline, worded
from crawlers.texts import federal_register, notices
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_ROOTS = {"RULE": Kind.REGULATION, "PRORULE": Kind.CONSULTATION, "NOTICE": Kind.GAZETTE, "PRESDOCU": Kind.REGULATION}
_STATUS = {"RULE": Status.ENACTED, "PRORULE": Status.PROPOSED, "NOTICE": Status.UNKNOWN, "PRESDOCU": Status.ENACTED}


def parse(response: Response, source: Source) -> Finds:
    root = reading.xml(response.body)
    found = [root] if root.tag in _ROOTS else list(root.iter(*_ROOTS))
    if not found:
        raise Unreadable(
            f"the XML begins with {root.tag} and holds no rule, proposed rule, notice or presidential document"
        )
    for document in found:
        yield _matter(document, response, source)


def _matter(root: Element, response: Response, source: Source) -> Matter:
    number, day = register.number(root), register.day(response)
    title = reading.words(next(iter(root.iter("SUBJECT")), None))
    action = register.said(root, "ACT")
    words = " ".join(filter(None, (register.said(root, "DATES"), register.said(root, "EFFDATE"))))
    told = [(at, EventKind.IN_FORCE, words) for at in register.effective(words)]
    events = (
        *notices.told(words, "", source.zone),
        *timeline([*told, (day, EventKind.PUBLISHED, "")]),
    )
    address = f"https://www.federalregister.gov/d/{number}"
    withdrawn = bool(re.search(r"(?i)withdraw", action))
    return record(
        parser=f"us_federal_register_xml/{VERSION}",
        id=f"us/fr/{day}/{ids.part(number)}" if day else f"us/fr/{ids.part(number)}",
        provisional=not day,
        kind=_ROOTS[root.tag],
        instrument=root.tag.lower(),
        title=title,
        url=address,
        status=Status.WITHDRAWN if withdrawn else _STATUS[root.tag],
        status_as_of=day,
        source_status=action,
        events=tuple(dict.fromkeys(events)),
        texts=worded("en", day, federal_register.units(root), "application/xml", title=title, url=address),
        identifiers=numbers(*register.numbers(root, number)),
        summary=register.said(root, "SUM"),
        missing=tuple(name for name, value in (("title", title), ("published", day)) if not value),
    )
