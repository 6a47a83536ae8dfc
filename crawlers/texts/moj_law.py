"""Laws of Taiwan as units, and laws of the weekly JSON as the XML has them."""

import re
from collections import defaultdict
from collections.abc import Mapping

from lxml import etree

from crawlers.files import reading
from crawlers.files.reading import Element, words
from crawlers.response import Response
from crawlers.texts.outline import Unit, grown
from crawlers.values import elements, fields
from crawlers.values.fields import Row

_LEVELS = ((re.compile(r"第.+編|^Part\b", re.IGNORECASE), 0, "prt"), (re.compile(r"第.+章|^Chapter\b", re.IGNORECASE), 1, "chp"),
           (re.compile(r"第.+節|^Section\b", re.IGNORECASE), 2, "sec"), (re.compile(r"第.+[款目]|^(?:Sub)?section\b|^Item\b", re.IGNORECASE), 3, "subsec"))  # fmt: skip
# What the JSON calls the elements of the XML.
_NAMES = {
    "LawLevel": "法規性質", "LawName": "法規名稱", "LawURL": "法規網址", "LawModifiedDate": "最新異動日期",
    "LawEffectiveDate": "生效日期", "LawAbandonNote": "廢止註記", "LawForeword": "前言",
}  # fmt: skip


def laws(response: Response) -> list[Element]:
    """All that say their address, of either format."""
    if response.opening == b"{":
        return [of_json(law) for law in fields.rows(reading.json(response.body), "Laws")]
    return [law for law in reading.xml(response.body).iter("法規") if law.find("法規網址") is not None]


def of_json(law: Row) -> Element:
    """A law of the JSON as the XML has it; C marks a heading between the articles, A an article."""
    root = etree.Element("法規")
    for name, element in _NAMES.items():
        _put(root, element, law, name)
    content = etree.SubElement(root, "法規內容")
    for part in fields.rows(law, "LawArticles"):
        if fields.text(part, "ArticleType") == "C":
            _put(content, "編章節", part, "ArticleContent")
            continue
        article = etree.SubElement(content, "條文")
        _put(article, "條號", part, "ArticleNo")
        _put(article, "條文內容", part, "ArticleContent")
    return root


def _put(parent: Element, element: str, row: Row, name: str) -> None:
    etree.SubElement(parent, element).text = elements.clean(fields.text(row, name))


def facts(law: Element) -> Mapping[str, str]:
    """What each of its elements says, by name; empty for one that is not there."""
    return defaultdict(str, {str(element.tag): words(element) for element in reversed(law)})


def units(law: Element) -> list[Unit]:
    """編章節 are headings between the articles; the lines of an article that begin with a number are its items."""
    preamble = Unit("preamble", text=(law.findtext("前言") or "").strip(), root=True)
    parts = law.iterfind("法規內容/*")
    return [*([preamble] if preamble.text else []), *grown(map(_ranked, parts))]


def _ranked(part: Element) -> tuple[int, Unit]:
    if part.tag != "編章節":
        return 9, _article(part)
    line = " ".join((part.text or "").split())
    rank, kind = next(((rank, kind) for pattern, rank, kind in _LEVELS if pattern.search(line)), (1, "chp"))
    number = re.match(r"第.+?[編章節款目]|\S+\s+\S+", line)
    heading = line[number.end() :].strip() if number else line
    return rank, Unit(kind, number=number[0] if number else "", heading=heading)


def _article(part: Element) -> Unit:
    unit = Unit("art", number=" ".join((part.findtext("條號") or "").split()), root=True)
    for line in (part.findtext("條文內容") or "").splitlines():
        begins = re.match(r"([一二三四五六七八九十]+)、|(\d+)\.\s", line)
        if begins:
            unit.children.append(Unit("pnt", number=begins[0].strip(), text=line[begins.end() :].strip()))
        elif unit.children and line[:1].isspace():
            unit.children[-1].text += line.strip()
        else:
            (unit.children[-1] if unit.children and line[:1].isspace() else unit).add(line.strip())
    return unit
