"""What the XML of a document of the Federal Register says of it: its number, its days, the heads of its preamble."""

import re
from collections.abc import Iterator

from crawlers.files import reading
from crawlers.parsing import Element, Response, Unreadable, ids
from crawlers.texts import federal_register, notices
from crawlers.values import dates

_NUMBER = re.compile(r"FR Doc\.?\s*([\w-]+\d)")
_DAY = re.compile(r"(?:FR-)?(\d{4})[-/](\d{2})[-/](\d{2})")
_CORRECTING = re.compile(r"[CR]\d-(?=\w+-\d)")
_PARTS = re.compile(r"(?i)\b(\d+) CFR Parts? ((?:\d+(?:, and |, | and |, & | & )?)+)")
_NUMBERED = {"eo": re.compile(r"Executive Order (\d+)"), "proclamation": re.compile(r"Proclamation (\d+)")}
_EFFECTIVE = re.compile(r"(?i)\beffective\b")


def number(root: Element) -> str:
    """Raises Unreadable for a document without one."""
    printed = _NUMBER.search(reading.words(next(root.iter("FRDOC"), None)).replace("\N{EN DASH}", "-"))
    if not printed:
        raise Unreadable("the document has no number (FRDOC)")
    return printed[1]


def day(response: Response, root: Element) -> str:
    """A whole issue prints its day; the XML of one document does not: it comes with the request, the address or the file's name."""
    issue = next(
        (reading.words(above.find("DATE")) for above in root.iterancestors() if above.find("DATE") is not None), ""
    )
    stated = response.context.get("day", "") or dates.iso(issue)
    found = _DAY.search(response.url.partition("://")[2].rpartition("/")[0]) or _DAY.match(response.name)
    return stated or ("-".join(found.groups()) if found and dates.iso("-".join(found.groups())) else "")


def said(root: Element, name: str) -> str:
    """What stands under a head of the preamble."""
    return " ".join(reading.words(part) for part in root.iterfind(f"PREAMB/{name}/*") if part.tag != "HD")


def effective(words: str) -> list[str]:
    sentences = re.split(r"(?<=[.;])\s+(?=[A-Z])", words)
    days = [notices.days(sentence) for sentence in sentences if _EFFECTIVE.search(sentence)]
    return next((found[:1] for found in days if found), [])


def numbers(root: Element, number: str) -> Iterator[tuple[str, str]]:
    yield "fr", number
    for scheme, name in (("docket", "DEPDOC"), ("rin", "RIN"), ("cfr", "CFR")):
        for said in root.iterfind(f"PREAMB/{name}"):
            yield scheme, reading.words(said).strip("[]").removeprefix("RIN ")
    for scheme, pattern in _NUMBERED.items():
        if found := pattern.search(_label(root)):
            yield scheme, found[1]


def heading(root: Element) -> str:
    """What a document of the President is about: it has no subject."""
    heads = () if _own(root) is None else root.iter("HD")
    return reading.words(next((head for head in heads if head.get("SOURCE") == "HED"), None))


def signed(root: Element) -> str:
    """Printed in the label of an order (Executive Order 99001 of May 4, 2031) and again below the signature."""
    return dates.first(_label(root))


def instrument(root: Element) -> str:
    own = _own(root)
    return federal_register.PRESIDENTIAL[own.tag] or root.tag.lower() if own is not None else root.tag.lower()


def withdraws(action: str) -> bool:
    """All of it: a partial withdrawal leaves the rest."""
    return bool(re.search(r"(?i)\bwithdraw", action)) and not re.search(r"(?i)\bpartial", action)


def corrected(number: str) -> list[str]:
    """Corrections by the Office itself have the number of what they correct: C1-2031-99001."""
    return [document(_CORRECTING.sub("", number, count=1))] if _CORRECTING.match(number) else []


def amended(root: Element) -> Iterator[str]:
    """Parts of the Code of Federal Regulations that the heads of a rule name: 12 CFR Parts 1002, 1005 and 1026."""
    for head in root.iterfind("PREAMB/CFR"):
        for title, parts in _PARTS.findall(reading.words(head)):
            yield from (f"us/cfr/{title}/{part}" for part in re.findall(r"\d+", parts))


def document(number: str) -> str:
    """The name by which documents are found that are cited without their day."""
    return f"us/fr/{ids.part(number)}" if number else ""


def _own(root: Element) -> Element | None:
    return (
        next((part for part in root if part.tag in federal_register.PRESIDENTIAL), None)
        if root.tag == "PRESDOCU"
        else None
    )


def _label(root: Element) -> str:
    """The line above the title that says which number and day it is of."""
    own = _own(root)
    parts = () if own is None else own
    return next((reading.words(part) for part in parts if part.tag not in {"TITLE3", "PRES", "HD"}), "")
