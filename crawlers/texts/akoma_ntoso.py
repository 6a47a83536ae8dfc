"""The words of an Akoma Ntoso document, in any of its namespaces, as a tree of units."""

from collections.abc import Iterable, Iterator

from crawlers.files.reading import Element, local
from crawlers.texts.akn_words import LINE, OUTSIDE, lines, mixed, number, pieces, plain
from crawlers.texts.outline import Unit

_KINDS = {
    "book": "bok", "tome": "tom", "part": "prt", "subpart": "subprt", "title": "tit", "subtitle": "subtit",
    "chapter": "chp", "subchapter": "subchp", "division": "div", "subdivision": "subdiv", "section": "sec",
    "subsection": "sub", "article": "art", "rule": "rul", "subrule": "subrul", "clause": "cls", "subclause": "subcls",
    "paragraph": "par", "subparagraph": "subpar", "alinea": "al", "point": "pnt", "item": "pnt", "indent": "ind",
    "level": "lvl", "proviso": "prv", "transitional": "trn", "recital": "rec", "hcontainer": "hcn",
    "blockContainer": "blk", "crossHeading": "hdg", "debateSection": "dbs", "speech": "spc", "question": "qst",
    "answer": "asw", "address": "adr", "narrative": "nar", "scene": "nar", "component": "cmp",
    "introduction": "intro", "background": "background", "arguments": "arguments", "motivation": "motivation",
    "decision": "decision", "remedies": "remedies",
}  # fmt: skip
_FLOW = {
    "intro", "content", "wrapUp", "list", "sublist", "blockList", "listIntroduction", "listWrapUp", "container", "recitals",
    "citations", "citation", "longTitle", "body", "mainBody", "judgmentBody", "debateBody", "amendmentBody",
    "portionBody", "collectionBody", "preamble", "preface", "conclusions", "header", "components", "documentCollection",
}  # fmt: skip
_BODIES = {"body", "mainBody", "judgmentBody", "debateBody", "amendmentBody", "portionBody", "collectionBody"}
_DOCUMENTS = {
    "act": "act", "bill": "bill", "amendmentList": "bill", "amendment": "bill", "judgment": "case", "doc": "",
    "statement": "signal", "debate": "signal", "debateReport": "signal", "officialGazette": "gazette",
    "documentCollection": "", "portion": "act",
}  # fmt: skip


def document(root: Element) -> Element | None:
    """The main document (act, bill, judgment …): the root itself where there is no akomaNtoso around it."""
    if local(root) in _DOCUMENTS:
        return root
    found = [element for element in root.iter() if local(element) in _DOCUMENTS]
    return next((element for element in found if local(element) != "documentCollection"), found[0] if found else None)


def documents(root: Element) -> list[Element]:
    """Each main document, where a service's answer wraps several (the languages of one act, a page of acts)."""
    wrapped = [] if local(root) == "akomaNtoso" else [each for each in root.iter() if local(each) == "akomaNtoso"]
    return [found for each in wrapped or [root] if (found := document(each)) is not None]


def kind_word(document: Element) -> str:
    """What the element name says it is; empty for doc and collections, which can be anything."""
    return _DOCUMENTS[local(document)]


def units(document: Element) -> list[Unit]:
    """Preamble, body and conclusions of the document, then its attachments and what stands beside it as annexes."""
    return _own(document) + [unit for part in _beside(document) for unit in _annexes(part, document)]


def _own(document: Element) -> list[Unit]:
    found: list[Unit] = []
    for part in document:
        name = local(part)
        if name in _BODIES:
            found += _body(part)
        elif name in {"preamble", "conclusions"}:
            found.append(_unit(part, name, root=True))
        elif name in {"attachments", "components"}:
            found += _annexes(part)
    return found


def _beside(document: Element) -> list[Element]:
    """What holds its attachments, or the other components of its collection."""
    parent = document.getparent()
    if parent is None:
        return []
    if local(parent) == "component":
        return [holder for holder in parent.iterancestors() if local(holder) == "components"][:1]
    siblings: Iterable[Element] = parent if local(parent) == "akomaNtoso" else ()
    return [part for part in siblings if local(part) in {"components", "attachments"}]


def _body(body: Element) -> list[Unit]:
    """Units of a body; loose paragraphs become units of their own, so that each can be cited."""
    found: list[Unit] = []
    for part in body:
        name = local(part)
        if name in _KINDS:
            found.append(_unit(part, _KINDS[name], _begins_anew(part)))
        elif name in _FLOW and not mixed(part):
            found += _body(part)
        elif name not in OUTSIDE and (line := plain(part)):
            found.append(Unit("p", text=line))
    return found


def _annexes(attachments: Element, of: Element | None = None) -> list[Unit]:
    found = []
    for part in attachments:
        if local(part) not in {"attachment", "component"} or document(part) is of is not None:
            continue
        annex = Unit("annex", heading=" ".join(_labels(part, ("heading", "subheading"))), root=True)
        inner = document(part)
        annex.children = _own(inner) if inner is not None else []
        found.append(annex if annex.says() else Unit("annex", heading=_title(part), children=annex.children, root=True))
    return found


def _title(part: Element) -> str:
    """Of an attachment without a heading: its document's title, else the name of its document where that is no mere word."""
    named = (" ".join(plain(element).split()) for element in part.iter() if local(element) in {"docTitle", "docNumber"})
    inner = document(part)
    name = "" if inner is None else inner.get("name", "")
    return next((said for said in named if said), name if " " in name else "Annex")


def _labels(element: Element, names: tuple[str, ...]) -> Iterator[str]:
    for child in element:
        if local(child) in names and (line := " ".join(plain(child).split())):
            yield line


def _begins_anew(element: Element) -> bool:
    """Articles and recitals do, and sections where no article stands below them."""
    name = local(element)
    if name in {"article", "recital", "rule"}:
        return True
    return name == "section" and all(local(inner) not in {"article", "section"} for inner in element.iterdescendants())


def _unit(element: Element, kind: str, root: bool = False) -> Unit:
    unit = Unit(
        kind,
        number=" ".join(filter(None, (number(child) for child in element if local(child) == "num"))),
        heading=" ".join(_labels(element, ("heading", "subheading"))),
        root=root,
    )
    if local(element) == "crossHeading":
        unit.heading = " ".join(plain(element).split())
    else:
        _fill(unit, element)
    if not unit.heading and not unit.children and _bold(element):
        unit.heading, unit.text = unit.text, ""
    return unit


def _bold(element: Element) -> bool:
    """Whether its one line is bold throughout, which is how documents made in word processors write headings."""
    said = [line for line in element.iter() if local(line) == "p"]
    return len(said) == 1 and not said[0].xpath(
        "boolean(.//text()[normalize-space()][not(ancestor::*[local-name()='b'])])"
    )


def _fill(unit: Unit, element: Element) -> None:
    """Own words as lines, numbered parts as children."""
    between = "" if mixed(element) else LINE
    said = [element.text or ""]
    for part in element:
        name = local(part)
        if name in _KINDS or name in _FLOW:
            unit.add(lines(said))
            said = []
            unit.children.append(_unit(part, _KINDS[name], _begins_anew(part))) if name in _KINDS else _fill(unit, part)
        elif name not in OUTSIDE:
            said += [between, *pieces(part)]
        said.append(part.tail or "")
    unit.add(lines(said))
