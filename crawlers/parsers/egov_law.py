"""e-Gov Law, Japan: the Standard Law XML, and the same tree as JSON of tag, attr and children."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.files.reading import local, words
from crawlers.matter import Identifier, Matter
from crawlers.record import events, record, text
from crawlers.response import Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.texts import outline, tree
from crawlers.values import dates, fields
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_LEVELS = {"Part": "prt", "Chapter": "chp", "Section": "sec", "Subsection": "subsec", "Division": "div"}
_SHAPE = tree.Shape(
    kinds=_LEVELS
    | {"Article": "art", "Paragraph": "par", "Item": "pnt", "SupplProvision": "suppl", "Preamble": "preamble"}
    | {f"Subitem{depth}": "pnt" for depth in range(1, 11)}
    | {f"Appdx{name}": "annex" for name in ("", "Table", "Note", "Style", "Format", "Fig")},
    numbers=frozenset(
        {"ArticleTitle", "ParagraphNum", "ItemTitle", *(f"Subitem{depth}Title" for depth in range(1, 11))}
    ),
    headings=frozenset(
        {"ArticleCaption", "ParagraphCaption", "SupplProvisionLabel", "AppdxTableTitle", "AppdxNoteTitle"}
    ),
    titles=frozenset(f"{name}Title" for name in _LEVELS),
    unseen=frozenset({"TOC", "LawNum", "LawTitle", "EnactStatement", "RelatedArticleNum"}),
)
_NAMED = re.compile(r"(?<![0-9A-Z])(\d{3}[A-Z]{1,2}[0-9A-Z]{10,12})(?:_(\d{8}))?")
_ERAS = {"Meiji": (1, 1867), "Taisho": (2, 1911), "Showa": (3, 1925), "Heisei": (4, 1988), "Reiwa": (5, 2018)}
_TYPES = {"Constitution": "CO", "Act": "AC", "CabinetOrder": "CO", "ImperialOrder": "IO", "MinisterialOrdinance": "MO"}
_ACTS = {"Constitution", "Act"}


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening == b"<":
        root = reading.xml(response.body)
    else:
        answer = reading.json(response.body)
        if isinstance(answer, dict) and "laws" in answer:
            yield from _listed(answer, response, source)
            return
        root = _element(answer.get("law_full_text", answer) if isinstance(answer, dict) else {})
    law = next((element for element in root.iter() if local(element) == "Law"), None)
    if law is None:
        raise Unreadable("the document is no law of e-Gov: it has no Law element")
    yield _law(law, response, source)


def _element(node: dict[str, Any]) -> etree._Element:
    """{tag, attr, children} as the XML it was made from."""
    element = etree.Element(str(node.get("tag", "none")), {k: str(v) for k, v in (node.get("attr") or {}).items()})
    for child in node.get("children") or []:
        if isinstance(child, dict):
            element.append(_element(child))
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + str(child)
        else:
            element.text = (element.text or "") + str(child)
    return element


def _listed(answer: dict[str, Any], response: Response, source: Source) -> Iterator[Found]:
    """The list of laws (/laws): facts now, the text by a request of its own."""
    yield from fields.each(answer["laws"] or [], _row, response, source)


def _row(row: dict[str, Any], response: Response, source: Source) -> Iterator[Found]:
    info, revision = row["law_info"], row.get("current_revision_info") or row["revision_info"]
    yield record(
        response,
        source,
        f"egov_law/{VERSION}",
        id=ids.require(f"jp/law/{info['law_id']}"),
        kind=Kind.ACT if info.get("law_type") in _ACTS else Kind.REGULATION,
        title=revision["law_title"],
        status=Status.REPEALED if revision.get("repeal_status") == "Repeal" else Status.ENACTED,
        source_status=str(revision.get("repeal_status") or ""),
        url=f"https://laws.e-gov.go.jp/law/{info['law_id']}",
        published=dates.iso(info.get("promulgation_date")),
        events=events(
            response,
            (dates.iso(info.get("promulgation_date")), EventKind.PUBLISHED),
            (dates.iso(revision.get("amendment_enforcement_date")), EventKind.APPLIES_FROM),
        ),
        identifiers=(Identifier(scheme="printed", value=info.get("law_num") or ""),),
    )
    yield Request(url=f"https://{source.hosts[0]}/api/2/law_data/{info['law_id']}")


def _law(law: etree._Element, response: Response, source: Source) -> Matter:
    title = next((words(element) for element in law.iter() if local(element) == "LawTitle"), "")
    number = next((words(element) for element in law.iter() if local(element) == "LawNum"), "")
    named = _NAMED.search(response.url) or _NAMED.search(response.name)
    day = dates.iso(named[2]) if named and named[2] else ""
    promulgated = _promulgated(law)
    body = next((element for element in law if local(element) == "LawBody"), law)
    return record(
        response,
        source,
        f"egov_law/{VERSION}",
        id=ids.require(f"jp/law/{named[1]}") if named else _provisional(law),
        provisional=named is None,
        kind=Kind.ACT if law.get("LawType") in _ACTS else Kind.REGULATION,
        instrument=law.get("LawType", ""),
        title=title or number,
        title_native=title,
        status=Status.ENACTED,
        status_as_of=day,
        url=f"https://laws.e-gov.go.jp/law/{named[1]}" if named else response.url,
        published=promulgated,
        events=events(response, (promulgated, EventKind.PUBLISHED), (day, EventKind.APPLIES_FROM)),
        identifiers=(Identifier(scheme="printed", value=number),) if number else (),
        texts=text(response, "ja", day or promulgated, outline.provisions(tree.units(body, _SHAPE)), "application/xml"),
    )


def _promulgated(law: etree._Element) -> str:
    """From the era, year, month and day of the attributes; empty where one is lacking."""
    parts = [law.get(name, "") for name in ("Year", "PromulgateMonth", "PromulgateDay")]
    if law.get("Era") not in _ERAS or not all(part.isdigit() for part in parts):
        return ""
    year, month, day = map(int, parts)
    return dates.iso(f"{_ERAS[law.get('Era', '')][1] + year}-{month:02}-{day:02}")


def _provisional(law: etree._Element) -> str:
    """Era, year, kind and number make the number of the law up to a digit that only the service knows."""
    era, _ = _ERAS[str(law.attrib["Era"])]
    kind = _TYPES.get(law.get("LawType", ""), "XX")
    return ids.require(f"jp/law/{era}{int(law.attrib['Year']):02}{kind}{int(law.attrib['Num']):010}")
