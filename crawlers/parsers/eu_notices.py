"""CELLAR notices, XML or the same tree as JSON: works, their titles by language, and dossiers of legislative procedures."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml import etree

from crawlers.eu import cellar, numbers, parliament
from crawlers.files import reading
from crawlers.matter import Event, Link, Matter
from crawlers.record import numbers as printed
from crawlers.record import record
from crawlers.response import Response, Unreadable
from crawlers.sources import Source
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
# Codes of the authority table "event": what the institutions did with the proposal.
_EVENTS = {
    "ADP_byCOM": (EventKind.INTRODUCED, Status.INTRODUCED),
    "ADP_FRM_byCOM": (EventKind.INTRODUCED, Status.INTRODUCED),
    "TRS_toCONSIL": (EventKind.REFERRED, Status.INTRODUCED),
    "TRS_EP": (EventKind.REFERRED, Status.INTRODUCED),
    "OPI_R1_byEP": (EventKind.PASSED_ONE_CHAMBER, Status.PASSED_ONE_CHAMBER),
    "ADP_R1_POS_byEP": (EventKind.PASSED_ONE_CHAMBER, Status.PASSED_ONE_CHAMBER),
    "APR_R1_byCONSIL": (EventKind.PASSED, Status.PASSED),
    "SIGN_byEP_CONSIL": (EventKind.SIGNED, Status.PASSED),
    "PUB_OJ": (EventKind.PUBLISHED, Status.ENACTED),
    "WDW_byCOM": (EventKind.WITHDRAWN, Status.WITHDRAWN),
}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    root = _root(response)
    if root.tag != "NOTICE":
        raise Unreadable(f"the file is no CELLAR notice: its root is {reading.local(root)!r}")
    dossier, work = root.find("DOSSIER"), root.find("WORK")
    if dossier is not None:
        yield _procedure(dossier, root, response, source)
    elif (subject := work if work is not None else root.find("EXPRESSION")) is not None:
        yield cellar.matter(_work(subject), response, source, VERSION)
    else:
        raise Unreadable("the notice holds neither a work nor a dossier")


def _root(response: Response) -> etree._Element:
    if response.opening not in {b"{", b"["}:
        return reading.xml(response.body)
    answer = reading.json(response.body)
    if not isinstance(answer, dict) or "NOTICE" not in answer:
        raise Unreadable("the JSON is no CELLAR notice: it has no NOTICE")
    return _element("NOTICE", answer["NOTICE"])


def _element(name: str, value: Any) -> etree._Element:
    """JSON of a notice as the XML that it was made from."""
    element = etree.Element(name)
    if not isinstance(value, dict):
        element.text = _printable(value)
        return element
    for key, inside in value.items():
        if key in {"#text", "$"}:
            element.text = _printable(inside)
        elif _NAME.fullmatch(key):
            element.extend(_element(key, one) for one in (inside if isinstance(inside, list) else [inside]))
    return element


def _printable(value: Any) -> str:
    return "" if value is None else "".join(sign for sign in str(value) if sign.isprintable() or sign in "\n\t")


def _work(work: etree._Element) -> cellar.Work:
    celex = next(_same(work, "celex"), "") or _value(work, "RESOURCE_LEGAL_ID_CELEX") or _value(work, "ID_CELEX")
    if not numbers.celex(celex):
        raise Unreadable("the notice gives no CELEX number of its work")
    titles = _titles(work.iter("EXPRESSION_TITLE"))
    language = next((code for code in ("en", "de", "fr") if code in titles), next(iter(titles), "en"))
    if celex.startswith("0"):  # days of a consolidated version are not those of its act
        return cellar.Work(celex=numbers.celex(celex), title=titles.get(language, ""), language=language)
    return cellar.Work(
        celex=numbers.celex(celex),
        title=titles.get(language, ""),
        language=language,
        eli=_value(work, "ELI")
        or cellar.first(f"http://data.europa.eu/eli/{id.replace(':', '/')}" for id in _same(work, "eli")),
        ecli=_value(work, "ECLI"),
        adopted=dates.iso(_value(work, "WORK_DATE_DOCUMENT") or _value(work, "DATE_DOCUMENT")),
        begins=tuple(
            dates.iso(reading.words(day.find("VALUE"))) for day in work.findall("RESOURCE_LEGAL_DATE_ENTRY-INTO-FORCE")
        ),
        force={"true": "1", "false": "0"}.get(_value(work, "RESOURCE_LEGAL_IN-FORCE"), ""),
    )


def _procedure(dossier: etree._Element, root: etree._Element, response: Response, source: Source) -> Matter:
    """One matter under the number of the Commission's proposal where the notice names it."""
    reference = _value(dossier, "PROCEDURE_CODE_INTERINSTITUTIONAL_REFERENCE_PROCEDURE") or next(
        _same(dossier, "procedure"), ""
    )
    own = parliament.procedure(reference.replace("_", "/"))
    proposal = parliament.first_proposal(id.text or "" for id in root.iter("IDENTIFIER"))
    if not own and not proposal:
        raise Unreadable("the dossier names neither its procedure nor its proposal")
    titles = _titles([*dossier.findall("DOSSIER_TITLE"), *dossier.findall("TITLE")])
    language = next((code for code in source.languages if code in titles), next(iter(titles), "en"))
    steps = sorted(filter(None, map(_step, root.iter("EVENT"))), key=lambda step: step[0].date)
    result = next((id for id in _produced(dossier)), "")
    status = (
        Status.WITHDRAWN
        if _value(dossier, "DOSSIER_WITHDRAWN-PROPOSAL") == "true"
        else steps[-1][1]
        if steps
        else Status.INTRODUCED
    )
    return record(
        response,
        source,
        f"eu_notices/{VERSION}",
        language=language,
        id=f"eu/celex/{proposal}" if proposal else own,
        aliases=(own, *parliament.names(own)) if proposal and own else parliament.names(own),
        kind=Kind.BILL,
        instrument=parliament.proposed(titles.get("en", "")),
        title=titles.get(language, ""),
        url=parliament.file(own) if own else response.url,
        status=status,
        status_as_of=steps[-1][0].date if steps else "",
        published=steps[0][0].date if steps else "",
        events=tuple(step[0] for step in steps),
        links=(Link(kind=LinkKind.BECOMES, target=f"eu/celex/{result}"),) if result else (),
        identifiers=printed(("procedure", parliament.printed(own))),
    )


def _step(event: etree._Element) -> tuple[Event, Status] | None:
    """A dated step whose code we know; distribution of papers inside an institution is none."""
    code = reading.words(event.find("EVENT_LEGAL_HAS_TYPE_CONCEPT_TYPE_EVENT_LEGAL/URI/IDENTIFIER"))
    day = dates.iso(_value(event, "EVENT_LEGAL_DATE") or _value(event, "DATE"))
    if code not in _EVENTS or not day:
        return None
    kind, status = _EVENTS[code]
    return Event(date=day, kind=kind), status


def _produced(dossier: etree._Element) -> Iterator[str]:
    for act in dossier.iter("DOSSIER_PRODUCES_RESOURCE_LEGAL"):
        yield from (id for id in _same(act, "celex") if id.startswith("3"))


def _titles(elements: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in elements:
        found.setdefault(_language(element), unescape(reading.words(element.find("VALUE"))))
    return {code: " ".join(title.split()) for code, title in found.items() if title}


def _value(element: etree._Element, name: str) -> str:
    found = element.find(f"{name}/VALUE")
    return reading.words(found if found is not None else None)


def _same(element: etree._Element, kind: str) -> Iterator[str]:
    """Its other names of one kind: <SAMEAS><URI> with that TYPE."""
    for uri in element.iterfind("SAMEAS/URI"):
        if reading.words(uri.find("TYPE")) == kind:
            yield reading.words(uri.find("IDENTIFIER"))


def _language(title: etree._Element) -> str:
    """Said in the title itself, or beside it in its expression."""
    above = title.getparent()
    beside = above.find("LANG") if above is not None else None
    return reading.words(title.find("LANG")) or reading.words(beside) or "en"
