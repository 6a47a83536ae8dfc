"""Words of a document of the Federal Register, from its own XML (RULE, PRORULE, NOTICE, PRESDOCU)."""

from crawlers.parsing import Element, Finds, Matter, Response, Source, Unreadable, ids, reading
from crawlers.places.us import register
from crawlers.record import links, numbers, people, record, timeline, worded
from crawlers.texts import federal_register, notices
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 6

_ROOTS = {"RULE": Kind.REGULATION, "PRORULE": Kind.CONSULTATION, "NOTICE": Kind.GAZETTE, "PRESDOCU": Kind.REGULATION,
          "CORRECT": Kind.GAZETTE}  # fmt: skip
_STATUS = {"RULE": Status.ENACTED, "PRORULE": Status.PROPOSED, "PRESDOCU": Status.ENACTED}


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
    number, day = register.number(root), register.day(response, root)
    title = reading.words(next(iter(root.iter("SUBJECT")), None)) or register.heading(root)
    action = register.said(root, "ACT")
    words = " ".join(filter(None, (register.said(root, "DATES"), register.said(root, "EFFDATE"))))
    told = [(at, EventKind.IN_FORCE, words) for at in register.effective(words)]
    events = (
        *notices.told(words, "", source.zone, published=day),
        *timeline([*told, (day, EventKind.PUBLISHED, ""), (register.signed(root), EventKind.SIGNED)]),
    )
    address = f"https://www.federalregister.gov/d/{number}"
    return record(
        parser=f"us_federal_register_xml/{VERSION}",
        id=f"us/fr/{day}/{ids.part(number)}" if day else register.document(number),
        aliases=(register.document(number),) if day else (),
        provisional=not day,
        kind=_ROOTS[root.tag],
        instrument=register.instrument(root),
        title=title,
        url=address,
        status=Status.WITHDRAWN if register.withdraws(action) else _STATUS.get(root.tag, Status.UNKNOWN),
        status_as_of=day,
        source_status=action,
        events=tuple(dict.fromkeys(events)),
        texts=worded("en", day, federal_register.units(root), "application/xml", title=title, url=address),
        links=(*links(LinkKind.AMENDS, register.amended(root)), *links(LinkKind.CORRECTS, register.corrected(number))),
        people=people("agency", [register.said(root, "AGY").rstrip(".")]),
        identifiers=numbers(*register.numbers(root, number)),
        summary=register.said(root, "SUM"),
        missing=tuple(name for name, value in (("title", title), ("published", day)) if not value),
    )
