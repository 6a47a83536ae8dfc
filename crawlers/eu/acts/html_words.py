"""The words of EUR-Lex's pages on one line, without note numbers and marks of amendment, and the classes of their parts."""

import re

from crawlers.files.reading import Element

BLOCKS = {"p", "div", "table", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "blockquote", "section", "article"}
_ARROWS = re.compile(r"[►▼]\s?[A-Z]+\d*\s*|◄\s*")
_EMPTY = re.compile(r"\s?\(\s*\)")  # what is left of a note's number


def words(element: Element | None) -> str:
    """All words on one line, without note numbers and marks of amendment."""
    return "" if element is None else clean(inline(element))


def noted(note: Element) -> str:
    """A footnote with its own number, which elsewhere is no word of the act: (1) OJ L 178, …"""
    return re.sub(r"^\(\s*([*\d]+)\s*\)", r"(\1)", " ".join("".join(map(str, note.itertext())).split()))


def name(element: Element) -> str:
    """First class of an element, the same for pages that prefix it with oj- and those that do not."""
    return element.get("class", "").partition(" ")[0].removeprefix("oj-")


def clean(text: str) -> str:
    return " ".join(_EMPTY.sub("", _ARROWS.sub("", text)).split())


def inline(element: Element) -> str:
    if element.tag in {"script", "style"} or (element.tag == "a" and _is_note(element)):
        return ""
    if element.tag == "br":
        return " "
    edge = " " if element.tag in BLOCKS or element.tag == "td" else ""
    return edge + (element.text or "") + "".join(inline(child) + (child.tail or "") for child in element) + edge


def _is_note(link: Element) -> bool:
    return link.get("href", "").startswith("#") and bool(
        re.fullmatch(r"\(?\s*[\d*]+\s*\)?", "".join(map(str, link.itertext())).strip())
    )


def blocks(element: Element) -> bool:
    return any(child.tag in BLOCKS or blocks(child) for child in element)
