"""Texts of bills of the Parliament of Canada, in its own XML; old bills are only a number and a stage there."""

from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.parsing import Element, Found, Matter, Response, Source, Unreadable
from crawlers.record import numbers, people, record, text, timeline
from crawlers.texts import canada, outline
from crawlers.values.words import Words
from crawlers.vocabulary import Kind

VERSION = 1

_WORDS = Words("ca_bills")


def parse(response: Response, source: Source) -> Iterator[Found]:
    root = reading.xml(response.body)
    if root.tag != "Bill":
        raise Unreadable(f"the XML begins with {root.tag}, not with Bill")
    yield _bill(root, response, source)


def _bill(root: Element, response: Response, source: Source) -> Matter:
    head = root.find("Identification")
    number, session = _number(root)
    title = "" if head is None else _title(head)
    language = root.get("{http://www.w3.org/XML/1998/namespace}lang") or "en"
    words, day = _stage(root)
    stage = words.replace("-", " ").removesuffix(" house").removesuffix(" senate").strip()
    address = f"https://www.parl.ca/legisinfo/en/bill/{session}/{number.lower()}"
    texts = text(
        response, language, day, outline.provisions(canada.units(root)), "application/xml",
        label=words, title=title, url=address,
    )  # fmt: skip
    return record(
        response,
        source,
        f"ca_bills/{VERSION}",
        language=language,
        id=f"ca/bill/{ids.part(session)}/{ids.part(number)}",
        kind=Kind.BILL,
        instrument=root.get("bill-type", "bill"),
        title=title,
        url=address,
        status=_WORDS.status(stage, source),
        status_as_of=day,
        source_status=words,
        published=day,
        events=timeline(response, [(day, _WORDS.event(stage), words, address)]),
        texts=texts,
        people=people("sponsor", [reading.words(root.find("Identification/BillSponsor"))]),
        identifiers=numbers(("printed", f"{number} ({session})")),
        summary=" ".join(reading.words(e) for e in root.iterfind("Introduction/Summary/Provision")),
        missing=() if texts else ("texts",),
    )


def _number(root: Element) -> tuple[str, str]:
    """C-63 and 44-1; old bills have them at the top of the file."""
    number = root.findtext("Identification/BillNumber") or root.findtext("Number") or ""
    parliament = root.find("Identification/Parliament")
    session = root.findtext("Session") or ""
    if parliament is not None:
        session = f"{parliament.findtext('Number', '').strip()}-{parliament.findtext('Session', '').strip()}"
    if not number.strip() or not all(part.strip() for part in session.split("-")):
        raise Unreadable("the bill has no number or no session")
    return number.strip(), session.strip()


def _title(head: Element) -> str:
    return reading.words(head.find("LongTitle")) or reading.words(head.find("ShortTitle"))


def _stage(root: Element) -> tuple[str, str]:
    """The source's words ("first-reading-house" or "First Reading") and the day, of the newest stage."""
    stages = list(root.iterfind("Identification/BillHistory/Stages"))
    if not stages:
        return root.findtext("Stage", "").strip(), ""
    dated = [(canada.day(stage.find("Date")), stage.get("stage", "")) for stage in stages]
    day, words = max(dated)
    return words, day
