"""Laws and regulations of Taiwan (Ministry of Justice): XML with Chinese element names, in Chinese and in English, and the weekly JSON."""

import re
from collections.abc import Iterator

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Matter
from crawlers.record import events, record, text
from crawlers.response import Found, Response, Unreadable
from crawlers.sources import Source
from crawlers.texts import outline
from crawlers.texts.outline import Unit
from crawlers.values import dates, fields
from crawlers.values.fields import Row
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_OPEN = "99991231"  # a day not yet fixed
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML may not hold
_CODE = re.compile(r"[?&]pcode=([A-Z]\d{7})", re.IGNORECASE)
_KINDS = {"憲法": Kind.ACT, "法律": Kind.ACT, "命令": Kind.REGULATION}
_LEVELS = ((re.compile(r"第.+編|^Part\b", re.IGNORECASE), 0, "prt"), (re.compile(r"第.+章|^Chapter\b", re.IGNORECASE), 1, "chp"),
           (re.compile(r"第.+節|^Section\b", re.IGNORECASE), 2, "sec"), (re.compile(r"第.+[款目]|^(?:Sub)?section\b|^Item\b", re.IGNORECASE), 3, "subsec"))  # fmt: skip


# What the JSON calls the elements of the XML.
_NAMES = {
    "LawLevel": "法規性質", "LawName": "法規名稱", "LawURL": "法規網址", "LawModifiedDate": "最新異動日期",
    "LawEffectiveDate": "生效日期", "LawAbandonNote": "廢止註記", "LawForeword": "前言",
}  # fmt: skip


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening == b"{":
        laws = [_as_xml(law) for law in fields.rows(reading.json(response.body), "Laws")]
    else:
        laws = [e for e in reading.xml(response.body).iter("法規") if e.find("法規網址") is not None]
    if not laws:
        raise Unreadable("the file holds no law of the Ministry of Justice: it has no 法規 with 法規網址, no Laws")
    yield from fields.each(laws, _read, response, source)


def _read(law: etree._Element, response: Response, source: Source) -> Iterator[Found]:
    yield _law(law, response, source)


def _as_xml(law: Row) -> etree._Element:
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


def _put(parent: etree._Element, element: str, row: Row, name: str) -> None:
    etree.SubElement(parent, element).text = _CONTROL.sub("", fields.text(row, name))


def _law(law: etree._Element, response: Response, source: Source) -> Matter:
    address = _said(law, "法規網址")
    code = _CODE.search(address)
    if not code:
        raise Unreadable(f"the law has no pcode in its address {address!r}")
    english = law.find("中文法規名稱") is not None or "/Eng/" in address
    native = _said(law, "中文法規名稱") or _said(law, "法規名稱")
    changed = dates.iso(_said(law, "最新英文異動日期") or _said(law, "最新異動日期"))
    starts = dates.iso(_said(law, "生效日期").removeprefix(_OPEN))
    repealed = _said(law, "廢止註記") == "廢"
    language = "en" if english else "zh-Hant"
    return record(
        response,
        source,
        f"moj_law/{VERSION}",
        id=ids.require(f"tw/law/{code[1].upper()}"),
        kind=_KINDS.get(_said(law, "法規性質"), Kind.REGULATION),
        instrument=_said(law, "法規性質"),
        title=_said(law, "英文法規名稱") if english else native,
        title_native=native,
        language=language,
        status=Status.REPEALED if repealed else Status.IN_FORCE,
        source_status="廢" if repealed else "",
        status_as_of=changed,
        url=address,
        published=changed,
        events=events(
            response,
            (changed, EventKind.REPEALED if repealed else EventKind.AMENDED),
            (starts, EventKind.IN_FORCE),
        ),
        texts=text(response, language, changed, outline.provisions(_units(law)), "application/xml"),
    )


def _said(law: etree._Element, name: str) -> str:
    return " ".join((law.findtext(name) or "").split())


def _units(law: etree._Element) -> list[Unit]:
    """編章節 are headings between the articles; the lines of an article that begin with a number are its items."""
    top = Unit("top")
    stack: list[tuple[int, Unit]] = [(-1, top)]
    if preamble := (law.findtext("前言") or "").strip():
        top.children.append(Unit("preamble", text=preamble, root=True))
    for part in law.iterfind("法規內容/*"):
        if part.tag == "編章節":
            line = " ".join((part.text or "").split())
            rank, kind = next(((rank, kind) for pattern, rank, kind in _LEVELS if pattern.search(line)), (1, "chp"))
            while stack[-1][0] >= rank:
                stack.pop()
            number = re.match(r"第.+?[編章節款目]|\S+\s+\S+", line)
            unit = Unit(
                kind, number=number[0] if number else "", heading=line[number.end() :].strip() if number else line
            )
            stack[-1][1].children.append(unit)
            stack.append((rank, unit))
        else:
            stack[-1][1].children.append(_article(part))
    return top.children


def _article(part: etree._Element) -> Unit:
    unit = Unit("art", number=_said(part, "條號"), root=True)
    for line in (part.findtext("條文內容") or "").splitlines():
        begins = re.match(r"([一二三四五六七八九十]+)、|(\d+)\.\s", line)
        if begins:
            unit.children.append(Unit("pnt", number=begins[0].strip(), text=line[begins.end() :].strip()))
        elif unit.children and line[:1].isspace():
            unit.children[-1].text += line.strip()
        else:
            (unit.children[-1] if unit.children and line[:1].isspace() else unit).add(line.strip())
    return unit
