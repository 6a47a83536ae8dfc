"""Pages of the German law information system: LegalDocML.de shown as HTML, turned back into its elements by class names."""

from lxml import etree

from crawlers.files.reading import words
from crawlers.parsing import Element
from crawlers.values import dates

_NAMES = {
    "content": "content",
    "eingangsformel": "preamble",
    "official-toc": "toc",
    "inhaltsuebersicht": "blockContainer",
    "nichtamtliche-fussnoten": "notes",
}


def act(root: Element) -> Element | None:
    """The act as the elements that the classes name (akn-paragraph is a paragraph); None where there is none."""
    whole = next((element for element in root.iter() if "akn-act" in element.get("class", "").split()), None)
    if whole is None:
        return None
    for heading in list(whole.iter("h2")):
        _lift(heading)
    for element in whole.iter():
        element.tag = _name(element)
    return whole


def said(root: Element, name: str) -> str:
    return next((words(element) for element in root.iter() if name in element.get("class", "").split()), "")


def signed(root: Element) -> str:
    """The ISO day of signature; empty where the page does not say it."""
    dated = (e.get("data-date", "") for e in root.iter() if "ausfertigung-datum" in e.get("class", ""))
    return next(map(dates.iso, dated), "")


def _lift(heading: Element) -> None:
    """Number and heading of an article stand in a link inside it; of an annex, in a block before its document."""
    owner = next(
        (a for a in heading.iterancestors() if a.tag == "article" or "akn-attachment" in a.get("class", "")), None
    )
    if owner is None:
        return
    if owner.tag == "article":
        owner[:0] = list(heading)
    else:
        owner.insert(0, _heading(words(heading)))
    holder = heading.getparent()
    if holder is not None:
        holder.remove(heading)


def _heading(said: str) -> Element:
    element = etree.Element("heading")
    element.text = said
    return element


def _name(element: Element) -> str:
    for said in element.get("class", "").split():
        if said.startswith("akn-"):
            return said.removeprefix("akn-")
        if said in _NAMES:
            return _NAMES[said]
    return str(element.tag)
