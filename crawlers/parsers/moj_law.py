"""Laws and regulations of Taiwan (Ministry of Justice): XML with Chinese element names, in Chinese and in English."""

import re
from collections.abc import Iterator

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Matter
from crawlers.record import events, record, text
from crawlers.response import Response, Unreadable
from crawlers.sources import Source
from crawlers.texts import outline
from crawlers.texts.outline import Unit
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_CODE = re.compile(r"[?&]pcode=([A-Z]\d{7})", re.IGNORECASE)
_KINDS = {"憲法": Kind.ACT, "法律": Kind.ACT, "命令": Kind.REGULATION}
_LEVELS = ((re.compile(r"第.+編|^Part\b", re.IGNORECASE), 0, "prt"), (re.compile(r"第.+章|^Chapter\b", re.IGNORECASE), 1, "chp"),
           (re.compile(r"第.+節|^Section\b", re.IGNORECASE), 2, "sec"), (re.compile(r"第.+[款目]|^(?:Sub)?section\b|^Item\b", re.IGNORECASE), 3, "subsec"))  # fmt: skip


def parse(response: Response, source: Source) -> Iterator[Matter]:
    root = reading.xml(response.body)
    laws = [element for element in root.iter("法規") if element.find("法規網址") is not None]
    if not laws:
        raise Unreadable("the XML holds no law of the Ministry of Justice: it has no 法規 with 法規網址")
    for law in laws:
        yield _law(law, response, source)


def _law(law: etree._Element, response: Response, source: Source) -> Matter:
    address = _said(law, "法規網址")
    code = _CODE.search(address)
    if not code:
        raise Unreadable(f"the law has no pcode in its address {address!r}")
    english = law.find("中文法規名稱") is not None or "/Eng/" in address
    native = _said(law, "中文法規名稱") or _said(law, "法規名稱")
    changed = dates.iso(_said(law, "最新英文異動日期") or _said(law, "最新異動日期"))
    starts = dates.iso(_said(law, "生效日期"))
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
