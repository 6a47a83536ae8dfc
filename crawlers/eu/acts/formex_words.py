"""The words of Formex 4 on one line: quotation marks set, notes and metadata left out."""

from crawlers.files.reading import Element

LEFT_OUT = {
    "BIB.INSTANCE", "BIB.DATA", "BIB.OPINION", "BIB.JUDGMENT", "BIB.ORDER", "BIB.DOC", "INFO.CONSLEG", "INFO.PROD", "FAM.COMP",
    "TOC", "INDEX", "GR.NOTES", "NOTE", "INCL.ELEMENT", "INCLUSIONS", "PAGE.HEADER", "CURR.TITLE", "PUBLICATION", "PDF", "PAPER",
}  # fmt: skip
BLOCKS = {
    "P", "LIST", "ITEM", "NP", "NP.ECR", "ALINEA", "PARAG", "TBL", "GR.TBL", "DLIST", "DLIST.ITEM", "QUOT.S", "GR.SEQ", "ARTICLE",
    "DIVISION", "TXT", "ENACTING.TERMS", "PREAMBLE", "CONSID", "GR.CONSID", "VISA", "GR.VISA", "FINAL", "SIGNATURE", "SIGNATORY",
    "ANNEX", "CONS.ANNEX", "CONTENTS", "TITLE", "TI", "STI", "CORRECTION", "PL.DATE", "SUBDIV", "COMMENT", "FORMULA.S", "ACT",
    "CONS.DOC", "GENERAL", "INTRO",
}  # fmt: skip


def words(element: Element | None) -> str:
    """All words of an element on one line, quotation marks set, notes left out."""
    return "" if element is None else " ".join(inline(element).split())


def title(element: Element | None) -> str:
    """The title of an act, its lines joined, without footnotes; empty for None."""
    if element is None:
        return ""
    return " ".join(filter(None, (words(line) for line in element.iterfind(".//TI/P")))) or words(element)


def is_block(element: Element) -> bool:
    return element.tag in BLOCKS or any(child.tag in BLOCKS for child in element if element.tag != "NOTE")


def inline(element: Element) -> str:
    if element.tag in LEFT_OUT:
        return ""
    if element.tag in {"QUOT.START", "QUOT.END"}:
        return _mark(element.get("CODE", ""))
    inside = "".join(inline(child) + (child.tail or "") for child in element)
    edge = " " if element.tag in BLOCKS or element.tag in {"BR", "CELL"} else ""
    return edge + (element.text or "") + inside + edge


def _mark(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
