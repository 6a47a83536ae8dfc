"""Formex 4: acts, consolidated acts, annexes, corrigenda, and the metadata files that stand beside them."""

from collections.abc import Callable, Iterator

from crawlers.eu import instruments, numbers
from crawlers.eu.act import Act
from crawlers.eu.acts import bibliography, formex, formex_words
from crawlers.files import reading
from crawlers.parsing import Element, Response, Unreadable
from crawlers.values import dates


def root(body: bytes) -> Element:
    """Deleted passages are cut out first; where that leaves no well-formed file, the file is read as it is."""
    try:
        return reading.xml(formex.alive(body))
    except Unreadable:
        return reading.xml(body)


def acts(root: Element, response: Response) -> Iterator[Act]:
    """Of any document of Formex. Raises Unreadable for a root that is none."""
    read = _ROOTS.get(root.tag)
    if read is None:
        raise Unreadable(f"the XML is no Formex act: its root is {reading.local(root)!r}")
    yield from read(root, response)


def _act(root: Element, response: Response) -> Iterator[Act]:
    beside = bibliography.beside(root, response)
    title = root.find("TITLE")
    yield Act(
        celex=bibliography.celex(root, beside),
        journal=bibliography.journal(root),
        title=formex_words.title(title),
        language=bibliography.text(root, "BIB.INSTANCE/LG.DOC").lower(),
        adopted=bibliography.day(root, "BIB.INSTANCE/DATE"),
        published=bibliography.published(beside),
        lines=(*formex.flow(root, 0), *formex.notes(root)),
    )


def _annex(root: Element, response: Response) -> Iterator[Act]:
    beside = bibliography.beside(root, response)
    lines = list(formex.lines(root))
    celex = bibliography.celex(root, beside)
    yield Act(
        celex=celex,
        journal=bibliography.journal(root),
        title=bibliography.name(beside) or ("" if celex else " ".join(filter(None, [lines[0].number, lines[0].text]))),
        language=bibliography.text(root, "BIB.INSTANCE/LG.DOC").lower(),
        adopted=bibliography.day(root, "BIB.INSTANCE/DATE"),
        published=bibliography.published(beside),
        part=lines[0].number or "annex",
        lines=tuple(lines),
        preamble=False,
    )


def _consolidated(root: Element, _response: Response) -> Iterator[Act]:
    """The family of the act gives its own number and days; the act's later numbers are those that amended it."""
    info = root.find("INFO.CONSLEG")
    document = root.find("CONS.DOC")
    family = root.find("CONS.DOC/FAM.COMP/BIB.DATA")
    if info is None or document is None:
        raise Unreadable("the consolidated act has no information or no document in it")
    reference = info.get("CONSLEG.REF", "")
    title = document.find("TITLE")
    yield Act(
        celex=bibliography.text(family, "NO.CELEX") or numbers.basic(numbers.celex(reference)) or f"3{reference}",
        title=formex_words.title(title),
        language=bibliography.text(document, "BIB.INSTANCE/LG.DOC").lower(),
        adopted=bibliography.day(family, "DATE"),
        published=bibliography.day(family, "BIB.INSTANCE.CONS/DATE"),
        version=dates.iso(info.get("START.DATE", "")),
        ended=info.get("END", "NONE") in {"REPEALED", "REPEAL"},
        lines=(*formex.flow(document, 0), *formex.notes(document)),
        preamble=document.find("PREAMBLE/GR.CONSID") is not None,
    )


def _corrigendum(root: Element, _response: Response) -> Iterator[Act]:
    title = formex_words.title(root.find("TITLE"))
    yield Act(
        journal=bibliography.journal(root),
        title=title,
        language=bibliography.text(root, "BIB.INSTANCE/LG.DOC").lower(),
        published=bibliography.day(root, "BIB.INSTANCE/DATE"),
        corrects=numbers.corrected(title) or "?",
        lines=(*formex.flow(root, 0), *formex.notes(root)),
        preamble=False,
    )


def _metadata(root: Element, _response: Response) -> Iterator[Act]:
    """A .doc.xml: everything about an act but its words."""
    value = bibliography.text(root, ".//LEGAL.VALUE")
    title, named = bibliography.name(root), root.find("BIB.DOC/DOC.CORR")
    corrected = instruments.is_corrigendum(title) or named is not None
    eli = root.find(".//NO.ELI")
    file = root.find(".//DOC.MAIN.PUB/REF.PHYS")
    yield Act(
        celex="" if corrected else bibliography.numbered(root.find("BIB.DOC/NO.DOC"), value or title),
        journal=numbers.journal(file.get("FILE", "")) if file is not None else "",
        eli=eli.get("ID", "") if eli is not None else "",
        title=title,
        language=bibliography.text(root, ".//DOC.MAIN.PUB/LG.DOC").lower(),
        adopted="" if corrected else bibliography.day(root, ".//DOC.MAIN.PUB/DATE"),
        published=bibliography.published(root),
        corrects=_corrected(title, named) if corrected else "",
    )


def _corrected(title: str, named: Element | None) -> str:
    number = None if named is None else named.find("NO.DOC")
    return numbers.corrected(title) or bibliography.numbered(number, title) or "?"


def _combined(root: Element, response: Response) -> Iterator[Act]:
    """One file that holds contents list, act and annexes, as some tools join them."""
    main = root.find("ACT")
    if main is None:
        raise Unreadable("the joined Formex file holds no act")
    (act,) = _act(main, response)
    apart = (*root.findall("ANNEX"), *root.findall("ANNEXES/ANNEX"))
    annexes = [line for annex in apart for line in formex.lines(annex)]
    day = bibliography.day(root, "PUBLICATION/OJ/BIB.OJ/DATE")
    values = {**act.__dict__, "published": act.published or day, "lines": (*act.lines, *annexes)}
    yield Act(**values)


_ROOTS: dict[str, Callable[[Element, Response], Iterator[Act]]] = {
    "ACT": _act,
    "GENERAL": _act,
    "DECISION": _act,
    "AGR": _act,
    "PROT": _act,
    "LETTER": _act,
    "ANNEX": _annex,
    "CONS.ACT": _consolidated,
    "CORR": _corrigendum,
    "DOC": _metadata,
    "COMBINED.FMX": _combined,
    "LEXP.COMBINED": _combined,
}
