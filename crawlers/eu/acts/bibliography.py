"""What Formex files say about the act they hold: number, place in the Official Journal, days, and the file beside it."""

from crawlers.eu import numbers
from crawlers.eu.acts import formex_words
from crawlers.files import reading
from crawlers.files.reading import Element
from crawlers.response import Response, Unreadable
from crawlers.values import dates


def beside(root: Element, response: Response) -> Element | None:
    """The metadata file that the act names, where it lies in the same folder (collections put a word before both names)."""
    reference = root.find("BIB.INSTANCE/DOCUMENT.REF")
    file = reference.get("FILE", "") if reference is not None else ""
    if not file:
        return None
    before, stem, _ = response.name.partition(file.partition(".doc.")[0])
    body = response.beside(before + file if stem else file)
    try:
        return reading.xml(body) if body else None
    except Unreadable:
        return None


def celex(root: Element, beside: Element | None) -> str:
    """From the number and kind of the metadata, else from number and title; empty for an annex that lies alone."""
    kind = text(beside, ".//LEGAL.VALUE") if beside is not None else ""
    number = root.find("BIB.INSTANCE/NO.DOC")
    if number is None and beside is not None:
        number = beside.find("BIB.DOC/NO.DOC")
    if number is None:
        number = root.find("BIB.INSTANCE/DOCUMENT.REF/NO.DOC")
    title = formex_words.title(root.find("TITLE")) if root.tag != "ANNEX" else ""
    return numbers.from_title(title) or numbered(number, kind or title)


def numbered(number: Element | None, kind: str) -> str:
    """`kind` is a legal value (REG, DIR, DECIMP) or a title."""
    codes = {"REG": "R", "DIR": "L", "DEC": "D", "REC": "H"}
    letter = codes.get(kind[:3], "") if kind.isupper() and " " not in kind else numbers.letter(kind)
    year, current = text(number, "YEAR"), text(number, "NO.CURRENT")
    return numbers.composed(letter, year, current) if letter and year.isdigit() and current.isdigit() else ""


def journal(root: Element) -> str:
    reference = root.find("BIB.INSTANCE/DOCUMENT.REF")
    if reference is None:
        return ""
    parts = [text(reference, name).lstrip("0") for name in ("COLL", "YEAR", "NO.OJ", "PAGE.FIRST")]
    if all(parts):
        sequence = text(reference, "PAGE.SEQ")
        return f"{'/'.join(parts)}{'' if sequence in {'', '1'} else f'.{sequence}'}"
    return numbers.journal(reference.get("FILE", ""))


def name(root: Element | None) -> str:
    found = root.find(".//ITEM.VOLUME/TITLE[TI]") if root is not None else None
    return formex_words.title(found)


def published(root: Element | None) -> str:
    return day(root, "PUBLICATION.REF/DATE")


def text(element: Element | None, path: str) -> str:
    found = element.find(path) if element is not None else None
    return formex_words.words(found)


def day(element: Element | None, path: str) -> str:
    found = element.find(path) if element is not None else None
    return dates.iso(found.get("ISO", "")) if found is not None else ""
