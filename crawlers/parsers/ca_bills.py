"""Texts of bills of the Parliament of Canada, in its own XML; old bills are only a number and a stage there."""

from crawlers.parsing import Element, Finds, Matter, Response, Source, ids, reading
from crawlers.places.ca import canada
from crawlers.record import numbers, people, record, timeline, worded
from crawlers.texts import canada as parts
from crawlers.values.words import Words
from crawlers.vocabulary import Kind

VERSION = 5

_WORDS = Words("ca_bills")


def parse(response: Response, source: Source) -> Finds:
    yield from map(_bill, reading.listed(response.body, "Bill", "Bill"))


def _bill(root: Element) -> Matter:
    number, session = canada.bill_number(root)
    short, long = canada.titles(root.find("Identification"))
    title, language = long or short, canada.language(root, "en")
    words, stage, day = canada.stage(root)
    address = f"https://www.parl.ca/legisinfo/en/bill/{session}/{number.lower()}"
    texts = worded(language, day, parts.units(root), "application/xml", label=words, title=title, url=address)
    return record(
        language=language,
        id=f"ca/bill/{ids.part(session)}/{ids.part(number)}",
        kind=Kind.BILL,
        instrument=root.get("bill-type", "bill"),
        title=title,
        url=address,
        status=_WORDS.status(stage),
        status_as_of=day,
        source_status=words,
        published=day,
        events=timeline([(day, _WORDS.event(stage), words, address)]),
        texts=texts,
        people=people("sponsor", [reading.words(root.find("Identification/BillSponsor"))]),
        identifiers=numbers(
            ("printed", f"{number} ({session})"), ("short title", short), ("statute", canada.chapter(root))
        ),
        summary=" ".join(reading.words(e) for e in root.iterfind("Introduction/Summary/Provision")),
        missing=() if texts else ("texts",),
    )
