"""Pages of the Official Journal and of consolidated acts as lines of an act, by the class of each paragraph."""

import re
from collections.abc import Iterator

from crawlers.eu.acts import html_words, labels
from crawlers.eu.acts.html_words import BLOCKS, blocks, clean, inline, name, words
from crawlers.eu.acts.mixed import mixed
from crawlers.eu.acts.nesting import HIDDEN, nested
from crawlers.eu.acts.quotations import quoted, quoting
from crawlers.eu.acts.structure import Line
from crawlers.files.reading import Element

_ROLES = {
    "ti-art": "article", "title-article-norm": "article", "sti-art": "heading", "stitle-article-norm": "heading",
    "ti-section-1": "division", "title-division-1": "division", "ti-section-2": "heading", "title-division-2": "heading",
    "title-annex-1": "annex", "title-annex-2": "heading", "doc-ti": "title", "signatory": "final",
}  # fmt: skip
_SKIPPED = re.compile(r"hd-|toc-|arrow|modref|disclaimer|reference|title-fam|title-member|title-doc|page")
_SECTION = re.compile(r"(?:ti-grseq|title-gr-seq-level)-(\d)")
_PARAGRAPH = re.compile(r"(\(?\d{1,3}[a-z]{0,2}(?: bis| ter| quater)?[.)])\s+(?=\S)")
_QUOTED = re.compile(r"\s*[‘“«„\"'”]")
_IMPRINT = re.compile(r"ELI: http|ISSN [\d-]+")
_SPACED = re.compile("word-spacing")


def act(body: Element) -> list[Line]:
    """All lines of a page."""
    return list(nested(quoting(lines(body))))


def lines(element: Element, depth: int = 0) -> Iterator[Line]:
    """What an element says, in order; running heads and marks of amendment are left out."""
    kind = name(element)
    if _SKIPPED.match(kind) or element.tag in {"script", "style", "head", "hr", "img"}:
        return
    if kind in {"note", "footnote"} and element.tag == "p":
        yield Line("note", html_words.noted(element), depth=int(kind == "note"))
    elif element.get("id", "").startswith("rct_"):
        yield from _recital(element)
    elif kind == "final" or element.get("id", "").startswith("fnp_"):
        yield from (line if line.role == "note" else line._replace(role="final") for line in flow(element, 0))
    elif kind in {"grid-container", "enumeration-spacing"} and len(element):
        yield from _point(list(element), depth)
    elif element.tag == "table":
        yield from _table(element, depth)
    elif element.tag == "div" and _is_quote(element):
        yield from quoted(flow(element, depth))
    elif element.tag == "p" or not blocks(element):
        yield from _paragraph(element, kind, depth)
    elif (number := element.find("span")) is not None and name(number) == "no-parag":
        yield Line("paragraph", number=words(number))
        yield from (line for child in element if child is not number for line in lines(child, 0))
    else:
        yield from flow(element, depth)


def flow(element: Element, depth: int) -> Iterator[Line]:
    """Running words are a text line, blocks speak for themselves."""
    for part in mixed(element, _is_block, inline):
        if not isinstance(part, str):
            yield from lines(part, depth)
        elif re.search(r"\w", text := clean(part)):
            yield Line("text", text, depth=depth)


def _is_block(element: Element) -> bool:
    return element.tag in BLOCKS or blocks(element)


def _is_quote(element: Element) -> bool:
    return not {"class", "id"} & set(element.attrib) and bool(_QUOTED.match("".join(map(str, element.itertext()))))


def _paragraph(element: Element, kind: str, depth: int) -> Iterator[Line]:
    text = words(element)
    if not re.search(r"\w", text) or _IMPRINT.match(text):
        return
    if section := _SECTION.match(kind):
        yield Line("section", text, depth=int(section[1]))
    elif kind in {"ti-art", "title-article-norm", "ti-section-1", "title-division-1", "title-annex-1"}:
        yield Line(_ROLES[kind], number=text, key=_key(element))
    elif kind in _ROLES:
        yield Line(_ROLES[kind], text)
    elif blocks(element):
        yield from flow(element, depth)
    else:
        yield from _numbered(element, text, kind, depth)


def _key(title: Element) -> str:
    """What the page itself calls the article that this is the title of: 5a from id="art_5a"."""
    above = title.getparent()
    kind, _, number = (above.get("id", "") if above is not None else "").partition("_")
    return number.lower() if kind == "art" and number.isalnum() else ""


def _numbered(element: Element, text: str, kind: str, depth: int) -> Iterator[Line]:
    """Words that begin with their own number: set apart by a wide space in older pages, else a paragraph's."""
    label = clean(element.text or "")
    gap = next(iter(element), None)
    if gap is not None and _SPACED.search(gap.get("style", "")) and labels.is_label(label):
        yield Line("item", number=label, depth=HIDDEN)
        yield Line("text", text.removeprefix(label).strip(), depth=HIDDEN)
    elif depth == 0 and (found := _PARAGRAPH.match(text)):
        yield Line("paragraph", text[found.end() :], found[1])
    elif depth == 0 and kind == "list":
        yield Line("text", text, depth=HIDDEN)
    else:
        yield Line("text", text, depth=depth)


def _point(columns: list[Element], depth: int) -> Iterator[Line]:
    """A label and, beside it, what it numbers."""
    yield Line("item", number=words(columns[0]), depth=depth)
    inside = [line for column in columns[1:] for line in flow(column, depth + 1)]
    if (
        len(inside) > 1
        and inside[0].text.endswith(":")
        and inside[0].role == inside[1].role == "text"
        and _is_term(columns[1])
    ):
        inside[:2] = [inside[0]._replace(text=f"{inside[0].text} {inside[1].text}")]
    yield from inside


def _is_term(column: Element) -> bool:
    """A term to be defined is set in a class of its own, before the words that define it."""
    first = next(iter(column), None)
    return first is not None and first.get("class") == "normal"


def _recital(element: Element) -> Iterator[Line]:
    inside = list(flow(element, 0))
    number = inside[0].number if inside and inside[0].role in {"item", "paragraph"} else ""
    yield Line("recital", number=number)
    for line in inside:
        if line.text:
            yield Line("text", line.text, depth=1)


def _table(element: Element, depth: int) -> Iterator[Line]:
    if any(name(line).startswith("hd-") for line in element.iter("p")):
        return
    rows = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]
    if _is_data(element):
        text = "\n".join(filter(lambda row: row.strip(" |"), (" | ".join(map(words, _cells(row))) for row in rows)))
        yield from [Line("text", text, depth=depth)] if text else []
        return
    for row in rows:
        yield from _row([cell for cell in _cells(row) if words(cell)], depth)


def _row(cells: list[Element], depth: int) -> Iterator[Line]:
    if len(cells) > 1 and labels.is_label(words(cells[0])):
        yield from _point(cells, depth)
    else:
        for cell in cells:
            yield from flow(cell, depth)


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row if cell.tag in {"td", "th"}]


def _is_data(table: Element) -> bool:
    if table.get("border", "0") not in {"0", ""} or "table" in name(table) or name(table).startswith("border"):
        return True
    return any(name(cell).startswith(("tbl-", "table")) for cell in table.iter("p", "td"))
