"""What a public law or a compilation of statutes of the United States says of itself in USLM."""

import re
from collections.abc import Iterable, Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Link
from crawlers.parsing import Element, Unreadable
from crawlers.places.us import bill_xml, congress
from crawlers.record import Told, links
from crawlers.values import dates
from crawlers.vocabulary import EventKind, LinkKind

_BILL = re.compile(r"/us/bill/(\d+)/([a-z]+)/(\d+)")
_YEAR = re.compile(r"\((\d{4})\):?$")
# "Apr. 6, 7, 11–14, considered and passed Senate": the days of debate, the last of which is that of the vote.
_STEP = re.compile(r"([A-Z][a-z]{2,8})\.? (?:[\d–-]+, )*?(?:\d+[–-])?(\d{1,2}), (?=[A-Za-z])(.+)")

_LAWS = {"public": ("plaw", "publ"), "private": ("pvtlaw", "pvtl")}


def numbered(root: Element) -> tuple[str, str]:
    """The id of public law 115-11 or of compilation 10510, and its package at govinfo."""
    number = reading.words(root.find("meta/docNumber"))
    chamber = reading.words(root.find("meta/congress"))
    file = next((reading.words(e) for e in root.iter("property") if e.get("role") == "fileId"), "")
    if root.tag == "statuteCompilation" and file:
        return f"us/comps/{ids.part(file)}", f"COMPS-{file}"
    if root.tag == "pLaw" and number and chamber:
        series, package = _LAWS.get(reading.words(root.find("meta/publicPrivate")), _LAWS["public"])
        law = ids.part(re.split("[-–]", number)[-1])
        return f"us/{series}/{ids.part(chamber)}/{law}", f"PLAW-{ids.part(chamber)}{package}{law}"
    raise Unreadable("the law has no number")


def named(root: Element) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """Its short title where the law gives itself one, then what it is for, and each short title as an identifier."""
    official = reading.words(root.find("meta/title"))
    if root.tag == "statuteCompilation":
        return official, "", ()
    official = official.partition(": ")[2] or official
    short = tuple(bill_xml.short(root))
    return (short[0][1], official, short) if short else (official, "", ())


def approved(root: Element) -> str:
    """The day on which it became law."""
    said = (reading.words(e) for e in root.iter("actionDescription"))
    days = [reading.words(e) for e in root.iter("approvedDate")]
    days += [day for words in said if "pproved" in words for day in dates.inside(words)]
    return dates.iso(days[0]) if days else ""


def sources(root: Element) -> Iterator[Link]:
    """The bill that became this law, and the bills printed beside it; the law that a compilation compiles."""
    margin = _bills(root.iterfind(".//longTitle//sidenote//ref"))
    history = _bills(root.iterfind(".//legislativeHistory/heading//ref"))
    became = (margin or history)[:1]
    yield from links(LinkKind.FOLLOWS, became)
    yield from links(LinkKind.RELATED, [bill for bill in dict.fromkeys([*margin, *history]) if bill not in became])
    for cited in root.iterfind("meta/citableAs") if root.tag == "statuteCompilation" else ():
        if named := re.match(r"Public Law (\d+)[-–](\d+)(?:, as amended)?$", reading.words(cited)):
            yield from links(LinkKind.RELATED, [f"us/plaw/{named[1]}/{named[2]}"])


def _bills(refs: Iterable[Element]) -> list[str]:
    found = (_BILL.fullmatch(ref.get("href", "")) for ref in refs)
    return [congress.bill_id(bill[1], bill[2], bill[3]) for bill in found if bill]


def passed(root: Element) -> Iterator[Told]:
    """What the chambers did with the bill, of which the law prints the pages in the record of Congress."""
    for note in root.iterfind(".//legislativeHistory/note"):
        parts, year = list(note), ""
        if not any("CONGRESSIONAL RECORD" in reading.words(part) for part in parts[:1]):
            continue
        for part, line in _steps(parts):
            year = found[1] if part.tag != "p" and (found := _YEAR.search(line)) else year
            if year and part.tag == "p" and (step := _STEP.match(line)):
                kind = EventKind.PASSED_ONE_CHAMBER if step[3].startswith("considered and passed") else EventKind.OTHER
                yield dates.iso(f"{step[1]} {step[2]}, {year}"), kind, step[3]


def _steps(parts: list[Element]) -> list[tuple[Element, str]]:
    """The paragraphs, the end of each that a line of the print broke joined to it."""
    steps: list[tuple[Element, str]] = []
    for part in parts:
        line = reading.words(part)
        if steps and part.tag == steps[-1][0].tag == "p" and not _STEP.match(line):
            steps[-1] = steps[-1][0], f"{steps[-1][1]} {line}"
        else:
            steps.append((part, line))
    return steps
