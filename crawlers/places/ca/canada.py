"""What bills and laws of Canada say of themselves in the XML of Parliament and of Justice Laws."""

from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.parsing import Element, Unreadable
from crawlers.record import Told
from crawlers.texts import canada as parts
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Status

_SERIES = {"DORS/": "SOR/", "TR/": "SI/", ", ch. ": ", c. "}
_IN_FORCE = {"yes": Status.IN_FORCE, "no": Status.ENACTED, "": Status.IN_FORCE}
LIMS = "{http://justice.gc.ca/lims}"
_FOLDERS = {
    ("Statute", "en"): "eng/acts", ("Statute", "fr"): "fra/lois",
    ("Regulation", "en"): "eng/regulations", ("Regulation", "fr"): "fra/reglements",
}  # fmt: skip
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def language(root: Element, otherwise: str) -> str:
    return root.get(_LANGUAGE) or otherwise


def titles(head: Element | None) -> tuple[str, str]:
    """Short and long; empty where there is none."""
    return ("", "") if head is None else (reading.words(head.find("ShortTitle")), reading.words(head.find("LongTitle")))


def bill_number(root: Element) -> tuple[str, str]:
    """C-63 and 44-1; old bills have them at the top of the file."""
    printed = root.findtext("Identification/BillNumber") or root.findtext("Number") or ""
    parliament = root.find("Identification/Parliament")
    session = root.findtext("Session") or ""
    if parliament is not None:
        session = f"{parliament.findtext('Number', '').strip()}-{parliament.findtext('Session', '').strip()}"
    if not printed.strip() or not all(part.strip() for part in session.split("-")):
        raise Unreadable("the bill has no number or no session")
    return printed.strip(), session.strip()


def stage(root: Element) -> tuple[str, str, str]:
    """The source's words ("first-reading-house" or "First Reading"), the same without house, and the day, of the newest stage."""
    stages = root.iterfind("Identification/BillHistory/Stages")
    dated = [(parts.day(stage.find("Date")), stage.get("stage", "")) for stage in stages]
    day, words = max(dated, default=("", root.findtext("Stage", "").strip()))
    return words, words.replace("-", " ").removesuffix(" house").removesuffix(" senate").strip(), day


def chapter(root: Element) -> str:
    """Of the statutes, where the bill has become an act: S.C. 2023, c. 23."""
    annual = root.find("Identification/Chapter/AnnualStatuteId")
    said = ("", "") if annual is None else (annual.findtext("YYYY"), annual.findtext("AnnualStatuteNumber"))
    year, number = ((part or "").strip() for part in said)
    return f"S.C. {year}, c. {number}" if year and number else ""


def cited(root: Element) -> str:
    """An act of the revised statutes by its chapter in them (R.S.C. 1985, c. G-2), any other by that of its year."""
    revised = root.find("Identification/Chapter/ConsolidatedNumber[@official='yes']")
    return chapter(root) if revised is None else f"R.S.C. 1985, c. {reading.words(revised)}"


def bill(root: Element) -> list[str]:
    """The bill that became the act, where its head still names it."""
    try:
        number, session = bill_number(root)
    except Unreadable:
        return []
    return [f"ca/bill/{ids.part(session)}/{ids.part(number)}"]


def identified(root: Element) -> tuple[Element, str]:
    """The head of a law and its number. Raises Unreadable where it lacks them."""
    head = root.find("Identification")
    number = "" if head is None else _number(head)
    if head is None or not number:
        raise Unreadable("the law has neither a chapter nor an instrument number")
    return head, number


def _number(head: Element) -> str:
    """C-46 for an act, SOR/99-129 for a regulation; an act not yet in the revised statutes has year and chapter."""
    yearly = [head.findtext(f"Chapter/AnnualStatuteId/{name}", "").strip() for name in ("YYYY", "AnnualStatuteNumber")]
    numbers = (head.findtext("Chapter/ConsolidatedNumber", ""), head.findtext("InstrumentNumber", ""))
    printed = next((n.strip() for n in numbers if n.strip()), "-c-".join(filter(None, yearly)))
    for french, english in _SERIES.items():
        printed = printed.replace(french, english)
    return printed


def law_address(root: Element, number: str, language: str) -> str:
    folder = _FOLDERS.get((str(root.tag), language), "eng/acts")
    return f"https://laws-lois.justice.gc.ca/{folder}/{ids.part(number)}/"


def enabling(head: Element) -> list[str]:
    """The acts under which a regulation is made, by their chapters."""
    named = (link.get("link", "") for link in head.iterfind("EnablingAuthority/XRefExternal"))
    return [f"ca/law/{ids.part(act)}" for act in named if act]


def standing(root: Element) -> tuple[Status, str]:
    """Where a law stands, and its own words for it."""
    if root.find("Repealed") is not None and root.find("Body") is None:
        return Status.REPEALED, reading.words(root.find("Repealed"))
    said = root.get("in-force", "")
    return _IN_FORCE[said], said and f"in-force: {said}"


def told(root: Element, head: Element) -> Iterator[Told]:
    """What the head of a law dates."""
    yield parts.day(head.find("RegistrationDate/Date")), EventKind.PUBLISHED, "registered"
    yield dates.iso(root.get(f"{LIMS}lastAmendedDate")), EventKind.AMENDED, "last amended"
    for stage in head.iter("Stages"):
        if "assent" in stage.get("stage", ""):
            yield parts.day(stage.find("Date")), EventKind.ENACTED, stage.get("stage", "")
