"""Laws of Taiwan as units, and laws of the weekly JSON as the XML has them."""

import mimetypes
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from crawlers.files import reading
from crawlers.files.reading import Element, words
from crawlers.matter import Text
from crawlers.record import linked
from crawlers.response import Response
from crawlers.texts import labels
from crawlers.texts.outline import Unit, grown, slug
from crawlers.values import elements, fields
from crawlers.values.fields import Row

_LEVELS = ((re.compile(r"第.+編|^Part\b", re.IGNORECASE), 0, "prt"), (re.compile(r"第.+章|^Chapter\b", re.IGNORECASE), 1, "chp"),
           (re.compile(r"第.+節|^Section\b", re.IGNORECASE), 2, "sec"), (re.compile(r"第.+[款目]|^(?:Sub)?section\b|^Item\b", re.IGNORECASE), 3, "subsec"))  # fmt: skip
# What the JSON calls the elements of the XML.
_NAMES = {
    "LawLevel": "法規性質", "LawName": "法規名稱", "LawURL": "法規網址", "LawModifiedDate": "最新異動日期",
    "LawEffectiveDate": "生效日期", "LawAbandonNote": "廢止註記", "LawForeword": "前言", "LawHistories": "沿革內容", "LawEffectiveNote": "生效內容",
}  # fmt: skip
_MARK = re.compile(
    r"\s*(?P<mark>[一二三四五六七八九十百]+、|[（(]\s?(?:[一二三四五六七八九十]+|\d{1,3}|[a-z]|[ivx]+)\s?[）)]、?"
    r"|\d{1,3}(?:\.(?!\d)|、|\))|(?:[IVX]+|[A-Z]|[a-z]|[ivx]+)[.)](?!\w\.)|[\u2460-\u2487\u3220-\u3229]|[\u2160-\u217f]+[.、]?)\s*(?P<rest>\S.*)"
)
_SPELLED = {word: str(at) for at, word in enumerate(
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"], 1
)}  # fmt: skip
_CJK = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
_ENDS = "。：；？！）」"
_CLOSES = "，。、：；）」"


class _Item(NamedTuple):
    """The item that is open on a level, and how it is counted there."""

    form: str
    value: int
    unit: Unit


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
    """編章節 are headings between the articles."""
    preamble = Unit("preamble", text=(law.findtext("前言") or "").strip(), root=True)
    parts = law.iterfind("法規內容/*")
    return [*([preamble] if preamble.text else []), *grown(map(_ranked, parts))]


def files(law: Element, language: str, day: str) -> Iterator[Text]:
    """Tables and forms beside a law, each once though it is served in several formats."""
    told: set[str] = set()
    for file in law.iterfind("附件/檔案"):
        name, url = words(file.find("檔案名稱")), words(file.find("下載網址"))
        title, _, end = name.rpartition(".")
        if url and title not in told:
            told.add(title)
            form = mimetypes.guess_type(f"a.{end.lower()}")[0] or ""
            yield from linked(language, day, url, form, id=f"annex-{len(told)}.{language}", label="annex", title=title)


def _ranked(part: Element) -> tuple[int, Unit]:
    if part.tag != "編章節":
        return 9, _article(part)
    line = " ".join((part.text or "").split())
    rank, kind = next(((rank, kind) for pattern, rank, kind in _LEVELS if pattern.search(line)), (1, "chp"))
    number = re.match(r"第.+?[編章節款目]|\S+\s+\S+", line)
    heading = line[number.end() :].strip(" -–:") if number else line
    said = number[0] if number else ""
    return rank, Unit(kind, number=said, heading=heading, key=_SPELLED.get(said.rpartition(" ")[2].lower(), ""))


def _article(part: Element) -> Unit:
    """Each unmarked line is a paragraph (項); its items (款) and theirs (目) stand below it, by the form of their marks."""
    unit = Unit("art", number=" ".join((part.findtext("條號") or "").split()), root=True)
    level, items, said = unit, list[_Item](), ""
    for line in (part.findtext("條文內容") or "").splitlines():
        found = _MARK.match(line)
        if found:
            _open(items, level, found)
        elif said and _goes_on(line, said):
            open_ = items[-1].unit if items else level
            open_.text = _joined(open_.text, line.strip())
        elif line.strip():
            unit.add(line.strip())
            level = unit.children[-1] if unit.children else unit
            items.clear()
        said = line.strip() or said
    return unit


def _open(items: list[_Item], level: Unit, found: re.Match[str]) -> None:
    """The next of an open list, else the first of one below it."""
    mark = unicodedata.normalize("NFKC", found["mark"]).replace(" ", "")
    options = _read(mark, core := mark.strip("().、"))
    for depth in range(len(items) - 1, -1, -1):
        going = [
            (form, value)
            for form, value in options
            if form == items[depth].form and 0 < value - items[depth].value <= 3
        ]
        if going:
            del items[depth:]
            options = going
            break
    form, value = next((one for one in options if one[1] == 1), options[0])
    unit = Unit("pnt", number=found["mark"].strip(), text=found["rest"].strip(), key=core if core.isascii() else "")
    (items[-1].unit if items else level).children.append(unit)
    items.append(_Item(form, value, unit))


def _read(mark: str, core: str) -> list[tuple[str, int]]:
    """Each way to count it, with its form: (二) is 2 in (一), "V." is 5 in I. and 22 in A."""
    readings = [("kanji", int(slug(core)))] if _CJK.match(core) else labels.counted(core)
    return [(mark.replace(core, form), value) for form, value in readings]


def _goes_on(line: str, before: str) -> bool:
    """Does it continue the line before, as where an old law was broken into lines of 32 signs?"""
    broken = 30 <= len(before) <= 36 and _CJK.search(before[-1]) and before[-1] not in _ENDS
    return line[:1].isspace() or line[:1] in _CLOSES or bool(broken)


def _joined(text: str, more: str) -> str:
    return text + more if _CJK.search(text[-1:] + more[:1]) else f"{text} {more}".strip()
