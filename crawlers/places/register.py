"""What the XML of a document of the Federal Register says of it: its number, its days, the heads of its preamble."""

import re
from collections.abc import Iterator

from crawlers.files import reading
from crawlers.parsing import Element, Response, Unreadable
from crawlers.values import dates

_NUMBER = re.compile(r"FR Doc\.?\s*([\w-]+\d)")
_DAY = re.compile(r"(\d{4})[-/](\d{2})[-/](\d{2})")
_EFFECTIVE = re.compile(r"(?i)\beffective\b")


def number(root: Element) -> str:
    """Raises Unreadable for a document without one."""
    printed = _NUMBER.search(reading.words(root.find("FRDOC")))
    if not printed:
        raise Unreadable("the document has no number (FRDOC)")
    return printed[1]


def day(response: Response) -> str:
    """The XML of one document does not print its day: it comes with the request, the address or the file's name."""
    stated = response.context.get("day", "")
    found = _DAY.search(response.url.partition("://")[2].rpartition("/")[0]) or _DAY.match(response.name)
    return stated or ("-".join(found.groups()) if found and dates.iso("-".join(found.groups())) else "")


def said(root: Element, name: str) -> str:
    """The paragraphs under a head of the preamble."""
    return " ".join(reading.words(p) for p in root.iterfind(f"PREAMB/{name}/P"))


def effective(words: str) -> list[str]:
    sentences = re.split(r"(?<=[.;])\s+(?=[A-Z])", words)
    days = [dates.inside(sentence) for sentence in sentences if _EFFECTIVE.search(sentence)]
    return days[0][:1] if days else []


def numbers(root: Element, number: str) -> Iterator[tuple[str, str]]:
    yield "fr", number
    for scheme, name in (("docket", "DEPDOC"), ("rin", "RIN"), ("cfr", "CFR")):
        for said in root.iterfind(f"PREAMB/{name}"):
            yield scheme, reading.words(said).strip("[]").removeprefix("RIN ")
