"""Pages on which the sites of Laws.Africa show Akoma Ntoso: classes name the elements, numbers stand in the headings."""

import re

from lxml import etree

from crawlers.files.reading import words
from crawlers.parsing import Element

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
# "1. Short title", "5A. Powers", "Part II – Offences", "CHAPTER ONE — GENERAL"
_NUMBERED = re.compile(r"((?:[A-Za-z]+ )?(?:\d+[A-Z]*|[IVXL]+|[A-Z]+))\s*[.:–—-]+\s*(.+)")


def act(root: Element) -> Element | None:
    """The act as the elements that the classes name (akn-section is a section); None where there is none."""
    whole = next((element for element in root.iter() if "akn-act" in element.get("class", "").split()), None)
    for element in list(whole.iter()) if whole is not None else ():
        if element.tag in _HEADINGS:
            _part(element)
        else:
            element.tag = next(
                (name.removeprefix("akn-") for name in element.get("class", "").split() if name.startswith("akn-")),
                element.tag,
            )
    return whole


def _part(heading: Element) -> None:
    """A heading as number and heading; as it is where it has no number."""
    said = words(heading)
    found = _NUMBERED.fullmatch(said)
    heading.tag, number = "heading", found[1] if found else ""
    for inner in list(heading):
        heading.remove(inner)
    heading.text = found[2] if found else said
    if number:
        element = etree.Element("num")
        element.text = number
        heading.addprevious(element)
