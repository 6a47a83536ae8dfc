"""Words of a document of the Federal Register, from its own XML (RULE, PRORULE, NOTICE, PRESDOCU)."""

import re
from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.parsing import Element, Found, Matter, Response, Source, Unreadable
from crawlers.record import numbers, record, text, timeline
from crawlers.texts import federal_register, notices, outline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_ROOTS = {"RULE": Kind.REGULATION, "PRORULE": Kind.CONSULTATION, "NOTICE": Kind.GAZETTE, "PRESDOCU": Kind.REGULATION}
_STATUS = {"RULE": Status.ENACTED, "PRORULE": Status.PROPOSED, "NOTICE": Status.UNKNOWN, "PRESDOCU": Status.ENACTED}
_NUMBER = re.compile(r"FR Doc\.?\s*([\w-]+\d)")
_DAY = re.compile(r"(\d{4})[-/](\d{2})[-/](\d{2})")
_EFFECTIVE = re.compile(r"(?i)\beffective\b")


def parse(response: Response, source: Source) -> Iterator[Found]:
    root = reading.xml(response.body)
    found = [root] if root.tag in _ROOTS else list(root.iter(*_ROOTS))
    if not found:
        raise Unreadable(
            f"the XML begins with {root.tag} and holds no rule, proposed rule, notice or presidential document"
        )
    for document in found:
        yield _matter(document, response, source)


def _matter(root: Element, response: Response, source: Source) -> Matter:
    printed = _NUMBER.search(reading.words(root.find("FRDOC")))
    if not printed:
        raise Unreadable("the document has no number (FRDOC)")
    number, day = printed[1], _day(response)
    title = reading.words(next(iter(root.iter("SUBJECT")), None))
    action = _said(root, "ACT")
    words = " ".join(filter(None, (_said(root, "DATES"), _said(root, "EFFDATE"))))
    told = [(at, EventKind.IN_FORCE, words) for at in _effective(words)]
    events = (
        *notices.told(words, "", source.zone, response),
        *timeline(response, [*told, (day, EventKind.PUBLISHED, "")]),
    )
    address = f"https://www.federalregister.gov/d/{number}"
    withdrawn = bool(re.search(r"(?i)withdraw", action))
    found = outline.provisions(federal_register.units(root))
    return record(
        response,
        source,
        f"us_federal_register_xml/{VERSION}",
        id=f"us/fr/{day}/{ids.part(number)}" if day else f"us/fr/{ids.part(number)}",
        provisional=not day,
        kind=_ROOTS[root.tag],
        instrument=root.tag.lower(),
        title=title,
        url=address,
        status=Status.WITHDRAWN if withdrawn else _STATUS[root.tag],
        status_as_of=day,
        source_status=action,
        published=day,
        events=tuple(dict.fromkeys(events)),
        texts=text(response, "en", day, found, "application/xml", title=title, url=address),
        identifiers=numbers(*_numbers(root, number)),
        summary=_said(root, "SUM"),
        missing=tuple(name for name, value in (("title", title), ("published", day)) if not value),
    )


def _day(response: Response) -> str:
    """The XML of one document does not print its day: it comes with the request, the address or the file's name."""
    stated = response.context.get("day", "")
    found = _DAY.search(response.url.partition("://")[2].rpartition("/")[0]) or _DAY.match(response.name)
    return stated or ("-".join(found.groups()) if found and dates.iso("-".join(found.groups())) else "")


def _said(root: Element, name: str) -> str:
    """The paragraphs under a head of the preamble."""
    return " ".join(reading.words(p) for p in root.iterfind(f"PREAMB/{name}/P"))


def _effective(words: str) -> list[str]:
    sentences = re.split(r"(?<=[.;])\s+(?=[A-Z])", words)
    days = [dates.inside(sentence) for sentence in sentences if _EFFECTIVE.search(sentence)]
    return days[0][:1] if days else []


def _numbers(root: Element, number: str) -> Iterator[tuple[str, str]]:
    yield "fr", number
    for scheme, name in (("docket", "DEPDOC"), ("rin", "RIN"), ("cfr", "CFR")):
        for said in root.iterfind(f"PREAMB/{name}"):
            yield scheme, reading.words(said).strip("[]").removeprefix("RIN ")
