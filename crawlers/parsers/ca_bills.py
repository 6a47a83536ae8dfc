"""Texts of bills of the Parliament of Canada, in its own XML; old bills are only a number and a stage there."""

import logging
from collections.abc import Iterator

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Matter, Person, Text
from crawlers.record import numbers, record
from crawlers.response import Found, Response, Unreadable
from crawlers.sources import Source
from crawlers.texts import canada, outline
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

# The stage of the printed text: what it says of the bill, and what happened on its day.
STAGES = {
    "first reading": (Status.INTRODUCED, EventKind.INTRODUCED),
    "second reading": (Status.INTRODUCED, EventKind.DEBATED),
    "committee": (Status.REPORTED, EventKind.REPORTED),
    "as amended by committee": (Status.REPORTED, EventKind.REPORTED),
    "report stage": (Status.REPORTED, EventKind.REPORTED),
    "third reading": (Status.PASSED_ONE_CHAMBER, EventKind.PASSED_ONE_CHAMBER),
    "passed": (Status.PASSED_ONE_CHAMBER, EventKind.PASSED_ONE_CHAMBER),
    "royal assent": (Status.ENACTED, EventKind.ENACTED),
    "assented to": (Status.ENACTED, EventKind.ENACTED),
}
_log = logging.getLogger(__name__)


def parse(response: Response, source: Source) -> Iterator[Found]:
    root = reading.xml(response.body)
    if root.tag != "Bill":
        raise Unreadable(f"the XML begins with {root.tag}, not with Bill")
    yield _bill(root, response, source)


def _bill(root: etree._Element, response: Response, source: Source) -> Matter:
    head = root.find("Identification")
    number, session = _number(root)
    title = "" if head is None else _title(head)
    words, day = _stage(root)
    status, kind = _known(words, source)
    address = f"https://www.parl.ca/legisinfo/en/bill/{session}/{number.lower()}"
    text = _text(root, words, day, title, address, response)
    event = Event(date=day, kind=kind, label=words, url=address, snapshot=response.snapshot)
    return record(
        response,
        source,
        f"ca_bills/{VERSION}",
        language=_language(root),
        id=f"ca/bill/{ids.part(session)}/{ids.part(number)}",
        kind=Kind.BILL,
        instrument=root.get("bill-type", "bill"),
        title=title,
        url=address,
        status=status,
        status_as_of=day,
        source_status=words,
        published=day,
        events=(event,) if day else (),
        texts=(text,) if text else (),
        people=_sponsor(head),
        identifiers=numbers(("printed", f"{number} ({session})")),
        summary=" ".join(reading.words(e) for e in root.iterfind("Introduction/Summary/Provision")),
        missing=tuple(name for name, value in (("title", title), ("texts", text)) if not value),
    )


def _language(root: etree._Element) -> str:
    return root.get("{http://www.w3.org/XML/1998/namespace}lang") or "en"


def _number(root: etree._Element) -> tuple[str, str]:
    """C-63 and 44-1; old bills have them at the top of the file."""
    number = root.findtext("Identification/BillNumber") or root.findtext("Number") or ""
    parliament = root.find("Identification/Parliament")
    session = root.findtext("Session") or ""
    if parliament is not None:
        session = f"{parliament.findtext('Number', '').strip()}-{parliament.findtext('Session', '').strip()}"
    if not number.strip() or not all(part.strip() for part in session.split("-")):
        raise Unreadable("the bill has no number or no session")
    return number.strip(), session.strip()


def _title(head: etree._Element) -> str:
    return reading.words(head.find("LongTitle")) or reading.words(head.find("ShortTitle"))


def _stage(root: etree._Element) -> tuple[str, str]:
    """The source's words ("first-reading-house" or "First Reading") and the day, of the newest stage."""
    stages = list(root.iterfind("Identification/BillHistory/Stages"))
    if not stages:
        return root.findtext("Stage", "").strip(), ""
    dated = [(_day(stage), stage.get("stage", "")) for stage in stages]
    day, words = max(dated)
    return words, day


def _day(stage: etree._Element) -> str:
    parts = [stage.findtext(f"Date/{name}", "").strip() for name in ("YYYY", "MM", "DD")]
    return "{}-{:0>2}-{:0>2}".format(*parts) if all(part.isdigit() for part in parts) else ""


def _known(words: str, source: Source) -> tuple[Status, EventKind]:
    plain = words.lower().replace("-", " ").removesuffix(" house").removesuffix(" senate").strip()
    if plain in STAGES:
        return STAGES[plain]
    _log.warning("%s: unknown stage of a bill: %r", source.id, words)
    return Status.UNKNOWN, EventKind.OTHER


def _sponsor(head: etree._Element | None) -> tuple[Person, ...]:
    name = "" if head is None else reading.words(head.find("BillSponsor"))
    return (Person(name=name, role="sponsor"),) if name else ()


def _text(root: etree._Element, words: str, day: str, title: str, address: str, response: Response) -> Text | None:
    provisions = outline.provisions(canada.units(root))
    if not provisions:
        return None
    language = _language(root)
    return Text(
        id=f"{day or 'text'}.{language}",
        label=words,
        title=title,
        date=day,
        language=language,
        url=address,
        media_type="application/xml",
        snapshot=response.snapshot,
        provisions=provisions,
    )
