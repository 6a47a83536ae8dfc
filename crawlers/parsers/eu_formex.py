"""Formex 4: acts, consolidated acts, annexes, corrigenda, and the metadata files that stand beside them."""

from collections.abc import Callable, Iterator

from lxml import etree

from crawlers.eu import formex, numbers
from crawlers.eu.act import Act, matter
from crawlers.files import reading
from crawlers.matter import Matter
from crawlers.response import Aside, Response, Unreadable
from crawlers.sources import Source
from crawlers.values import dates

VERSION = 1


def parse(response: Response, source: Source) -> Iterator[Matter | Aside]:
    root = _root(response.body)
    if root.tag == "PUBLICATION":
        yield Aside("the file lists what an issue of the Official Journal holds, and is no act itself")
        return
    read = _ROOTS.get(root.tag)
    if read is None:
        raise Unreadable(f"the XML is no Formex act: its root is {reading.local(root)!r}")
    for act in read(root, response):
        yield matter(act, response, source, VERSION)


def _root(body: bytes) -> etree._Element:
    """Deleted passages are cut out first; where that leaves no well-formed file, the file is read as it is."""
    try:
        return reading.xml(formex.alive(body))
    except Unreadable:
        return reading.xml(body)


def _act(root: etree._Element, response: Response) -> Iterator[Act]:
    beside = _beside(root, response)
    title = root.find("TITLE")
    yield Act(
        celex=_celex(root, beside),
        journal=_journal(root),
        title=formex.title(title),
        language=_text(root, "BIB.INSTANCE/LG.DOC").lower(),
        adopted=_day(root, "BIB.INSTANCE/DATE"),
        published=_published(beside),
        lines=tuple(formex.flow(root, 0)),
    )


def _annex(root: etree._Element, response: Response) -> Iterator[Act]:
    beside = _beside(root, response)
    lines = list(formex.lines(root))
    celex = _celex(root, beside)
    yield Act(
        celex=celex,
        journal=_journal(root),
        title=_title(beside) or ("" if celex else " ".join(filter(None, [lines[0].number, lines[0].text]))),
        language=_text(root, "BIB.INSTANCE/LG.DOC").lower(),
        adopted=_day(root, "BIB.INSTANCE/DATE"),
        published=_published(beside),
        part=lines[0].number or "annex",
        lines=tuple(lines),
        preamble=False,
    )


def _consolidated(root: etree._Element, _response: Response) -> Iterator[Act]:
    """The family of the act gives its own number and days; the act's later numbers are those that amended it."""
    info = root.find("INFO.CONSLEG")
    document = root.find("CONS.DOC")
    family = root.find("CONS.DOC/FAM.COMP/BIB.DATA")
    if info is None or document is None:
        raise Unreadable("the consolidated act has no information or no document in it")
    reference = info.get("CONSLEG.REF", "")
    title = document.find("TITLE")
    yield Act(
        celex=_text(family, "NO.CELEX") or f"3{reference}",
        title=formex.title(title),
        language=_text(document, "BIB.INSTANCE/LG.DOC").lower(),
        adopted=_day(family, "DATE"),
        published=_day(family, "BIB.INSTANCE.CONS/DATE"),
        version=dates.iso(info.get("START.DATE", "")),
        ended=info.get("END", "NONE") in {"REPEALED", "REPEAL"},
        lines=tuple(formex.flow(document, 0)),
        preamble=document.find("PREAMBLE/GR.CONSID") is not None,
    )


def _corrigendum(root: etree._Element, _response: Response) -> Iterator[Act]:
    title = formex.title(root.find("TITLE"))
    yield Act(
        journal=_journal(root),
        title=title,
        language=_text(root, "BIB.INSTANCE/LG.DOC").lower(),
        published=_day(root, "BIB.INSTANCE/DATE"),
        corrects=numbers.corrected(title) or "?",
        lines=tuple(formex.flow(root, 0)),
        preamble=False,
    )


def _metadata(root: etree._Element, _response: Response) -> Iterator[Act]:
    """A .doc.xml: everything about an act but its words."""
    value = _text(root, ".//LEGAL.VALUE")
    corrected = root.find("BIB.DOC/DOC.CORR")
    title = _title(root)
    eli = root.find(".//NO.ELI")
    file = root.find(".//DOC.MAIN.PUB/REF.PHYS")
    yield Act(
        celex="" if corrected is not None else _numbered(root.find("BIB.DOC/NO.DOC"), value or title),
        journal=numbers.journal(file.get("FILE", "")) if file is not None else "",
        eli=eli.get("ID", "") if eli is not None else "",
        title=title,
        language=_text(root, ".//DOC.MAIN.PUB/LG.DOC").lower(),
        adopted="" if corrected is not None else _day(root, ".//DOC.MAIN.PUB/DATE"),
        published=_published(root),
        corrects=(numbers.corrected(title) or _numbered(corrected.find("NO.DOC"), title) or "?")
        if corrected is not None
        else "",
    )


def _combined(root: etree._Element, response: Response) -> Iterator[Act]:
    """One file that holds contents list, act and annexes, as some tools join them."""
    main = root.find("ACT")
    if main is None:
        raise Unreadable("the joined Formex file holds no act")
    (act,) = _act(main, response)
    annexes = [line for annex in root.findall("ANNEX") for line in formex.lines(annex)]
    day = _day(root, "PUBLICATION/OJ/BIB.OJ/DATE")
    values = {**act.__dict__, "published": act.published or day, "lines": (*act.lines, *annexes)}
    yield Act(**values)


_ROOTS: dict[str, Callable[[etree._Element, Response], Iterator[Act]]] = {
    "ACT": _act,
    "GENERAL": _act,
    "DECISION": _act,
    "ANNEX": _annex,
    "CONS.ACT": _consolidated,
    "CORR": _corrigendum,
    "DOC": _metadata,
    "COMBINED.FMX": _combined,
    "LEXP.COMBINED": _combined,
}


def _beside(root: etree._Element, response: Response) -> etree._Element | None:
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


def _celex(root: etree._Element, beside: etree._Element | None) -> str:
    """From the number and kind of the metadata, else from number and title; empty for an annex that lies alone."""
    kind = _text(beside, ".//LEGAL.VALUE") if beside is not None else ""
    number = root.find("BIB.INSTANCE/NO.DOC")
    if number is None and beside is not None:
        number = beside.find("BIB.DOC/NO.DOC")
    if number is None:
        number = root.find("BIB.INSTANCE/DOCUMENT.REF/NO.DOC")
    title = formex.title(root.find("TITLE")) if root.tag != "ANNEX" else ""
    return numbers.from_title(title) or _numbered(number, kind or title)


def _numbered(number: etree._Element | None, kind: str) -> str:
    """`kind` is a legal value (REG, DIR, DECIMP) or a title."""
    codes = {"REG": "R", "DIR": "L", "DEC": "D", "REC": "H"}
    letter = codes.get(kind[:3], "") if kind.isupper() and " " not in kind else numbers.letter(kind)
    year, current = _text(number, "YEAR"), _text(number, "NO.CURRENT")
    return numbers.composed(letter, year, current) if letter and year.isdigit() and current.isdigit() else ""


def _journal(root: etree._Element) -> str:
    reference = root.find("BIB.INSTANCE/DOCUMENT.REF")
    if reference is None:
        return ""
    parts = [_text(reference, name) for name in ("COLL", "YEAR", "NO.OJ", "PAGE.FIRST")]
    if all(parts):
        sequence = _text(reference, "PAGE.SEQ")
        return f"{'/'.join(parts)}{'' if sequence in {'', '1'} else f'.{sequence}'}"
    return numbers.journal(reference.get("FILE", ""))


def _title(root: etree._Element | None) -> str:
    found = root.find(".//ITEM.VOLUME/TITLE[TI]") if root is not None else None
    return formex.title(found)


def _published(root: etree._Element | None) -> str:
    return _day(root, "PUBLICATION.REF/DATE")


def _text(element: etree._Element | None, path: str) -> str:
    found = element.find(path) if element is not None else None
    return formex.words(found)


def _day(element: etree._Element | None, path: str) -> str:
    found = element.find(path) if element is not None else None
    return dates.iso(found.get("ISO", "")) if found is not None else ""
