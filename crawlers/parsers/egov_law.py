"""e-Gov Law, Japan: the Standard Law XML, and the same tree as JSON of tag, attr and children."""

import re
from collections.abc import Iterator

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.files.reading import local, words
from crawlers.matter import Matter
from crawlers.record import events, numbers, record
from crawlers.record import text as version
from crawlers.response import Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.texts import egov, outline, tree
from crawlers.values import dates, fields
from crawlers.values.fields import Row, must, text
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_NAMED = re.compile(r"(?<![0-9A-Z])(\d{3}[A-Z]{1,2}[0-9A-Z]{10,12})(?:_(\d{8}))?")
_ERAS = {"Meiji": (1, 1867), "Taisho": (2, 1911), "Showa": (3, 1925), "Heisei": (4, 1988), "Reiwa": (5, 2018)}
_TYPES = {"Constitution": "CO", "Act": "AC", "CabinetOrder": "CO", "ImperialOrder": "IO", "MinisterialOrdinance": "MO"}
_ACTS = {"Constitution", "Act"}


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening == b"<":
        root = reading.xml(response.body)
    else:
        answer = fields.row(reading.json(response.body))
        if "laws" in answer:
            yield from fields.each(fields.rows(answer, "laws"), _row, response, source)
            return
        root = egov.of_json(fields.row(answer, "law_full_text") or answer)
    law = next((element for element in root.iter() if local(element) == "Law"), None)
    if law is None:
        raise Unreadable("the document is no law of e-Gov: it has no Law element")
    yield _law(law, response, source)


def _row(row: Row, response: Response, source: Source) -> Iterator[Found]:
    """A law of the list: facts now, the text by a request of its own."""
    info, revision = (
        fields.row(row, "law_info"),
        fields.row(row, "current_revision_info") or fields.row(row, "revision_info"),
    )
    number, promulgated = must(info, "law_id"), dates.iso(text(info, "promulgation_date"))
    yield record(
        response,
        source,
        f"egov_law/{VERSION}",
        id=f"jp/law/{ids.part(number)}",
        kind=Kind.ACT if text(info, "law_type") in _ACTS else Kind.REGULATION,
        title=text(revision, "law_title"),
        status=Status.REPEALED if text(revision, "repeal_status") == "Repeal" else Status.ENACTED,
        source_status=text(revision, "repeal_status"),
        url=f"https://laws.e-gov.go.jp/law/{number}",
        published=promulgated,
        events=events(
            response,
            (promulgated, EventKind.PUBLISHED),
            (dates.iso(text(revision, "amendment_enforcement_date")), EventKind.APPLIES_FROM),
        ),
        identifiers=numbers(("printed", text(info, "law_num"))),
    )
    yield Request(url=f"https://{source.hosts[0]}/api/2/law_data/{number}")


def _law(law: etree._Element, response: Response, source: Source) -> Matter:
    title = next((words(element) for element in law.iter() if local(element) == "LawTitle"), "")
    number = next((words(element) for element in law.iter() if local(element) == "LawNum"), "")
    named = _NAMED.search(response.url) or _NAMED.search(response.name)
    day = dates.iso(named[2]) if named and named[2] else ""
    promulgated = _promulgated(law)
    body = next((element for element in law if local(element) == "LawBody"), law)
    return record(
        response,
        source,
        f"egov_law/{VERSION}",
        id=f"jp/law/{named[1]}" if named else _provisional(law),
        provisional=named is None,
        kind=Kind.ACT if law.get("LawType") in _ACTS else Kind.REGULATION,
        instrument=law.get("LawType", ""),
        title=title or number,
        title_native=title,
        status=Status.ENACTED,
        status_as_of=day,
        url=f"https://laws.e-gov.go.jp/law/{named[1]}" if named else response.url,
        published=promulgated,
        events=events(response, (promulgated, EventKind.PUBLISHED), (day, EventKind.APPLIES_FROM)),
        identifiers=numbers(("printed", number)),
        texts=version(
            response, "ja", day or promulgated, outline.provisions(tree.units(body, egov.SHAPE)), "application/xml"
        ),
    )


def _promulgated(law: etree._Element) -> str:
    """From the era, year, month and day of the attributes; empty where one is lacking."""
    parts = [law.get(name, "") for name in ("Year", "PromulgateMonth", "PromulgateDay")]
    if law.get("Era") not in _ERAS or not all(part.isdigit() for part in parts):
        return ""
    year, month, day = map(int, parts)
    return dates.iso(f"{_ERAS[law.get('Era', '')][1] + year}-{month:02}-{day:02}")


def _provisional(law: etree._Element) -> str:
    """Era, year, kind and number make the number of the law up to a digit that only the service knows."""
    era, year, number = law.get("Era", ""), law.get("Year", ""), law.get("Num", "")
    if era not in _ERAS or not (year.isdigit() and number.isdigit()):
        raise Unreadable("neither the law nor the address says its number: it has no Era, Year and Num")
    kind = _TYPES.get(law.get("LawType", ""), "XX")
    return f"jp/law/{_ERAS[era][0]}{int(year):02}{kind}{int(number):010}"
