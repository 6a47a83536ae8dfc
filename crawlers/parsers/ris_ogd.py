"""RIS OGD, Austria: JSON with "@" and "#text" keys that lists documents (one a section), and the XML of a section."""

from collections.abc import Iterator
from typing import Any

from crawlers import ids
from crawlers.files import reading
from crawlers.files.reading import local
from crawlers.matter import Identifier, Matter
from crawlers.record import events, record, text
from crawlers.response import Declared, Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.texts import outline
from crawlers.texts.outline import Unit
from crawlers.values import dates, fields
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_REGULATIONS = {"V", "K", "Vertrag - V"}


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening == b"<":
        yield _section(response, source)
        return
    result = reading.json(response.body)
    try:
        found = result["OgdSearchResult"]["OgdDocumentResults"]
        yield Declared(int(found["Hits"]["#text"]))
        documents = _listed(found.get("OgdDocumentReference"))
    except (KeyError, TypeError, ValueError) as error:
        raise Unreadable("the JSON is no answer of RIS OGD: it has no OgdDocumentResults with Hits") from error
    yield from fields.each(documents, _document, response, source)


def _document(document: dict[str, Any], response: Response, source: Source) -> Iterator[Found]:
    law = document["Data"]["Metadaten"]["Bundesrecht"]
    yield _listed_law(law, law["BrKons"], response, source)
    for content in fields.rows(document, "Data", "Dokumentliste", "ContentReference"):
        for address in fields.rows(content, "Urls", "ContentUrl"):
            if address.get("DataType") == "Xml" and content.get("ContentType") == "MainDocument":
                yield Request(url=address["Url"])


def _listed(value: Any) -> list[Any]:
    """XML made into JSON gives one child bare and several as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _listed_law(law: dict[str, Any], facts: dict[str, Any], response: Response, source: Source) -> Matter:
    ends = facts.get("Ausserkrafttretensdatum") or ""
    gazette = f"{facts.get('StammnormPublikationsorgan', '')} {facts.get('StammnormBgblnummer', '')}".strip()
    return record(
        response,
        source,
        f"ris_ogd/{VERSION}",
        id=ids.require(f"at/ris/{ids.part(facts['Gesetzesnummer'])}"),
        aliases=_alias(gazette),
        kind=Kind.REGULATION if facts.get("Typ") in _REGULATIONS else Kind.ACT,
        instrument=facts.get("Typ") or "",
        title=law.get("Titel") or law["Kurztitel"],
        status=Status.REPEALED if ends else Status.IN_FORCE,
        source_status=f"außer Kraft {ends}" if ends else "",
        status_as_of=ends,
        url=facts.get("GesamteRechtsvorschriftUrl") or law.get("Eli") or response.url,
        events=events(
            response,
            (dates.iso(facts.get("Inkrafttretensdatum")), EventKind.IN_FORCE),
            (dates.iso(ends), EventKind.ENDS),
        ),
        identifiers=(Identifier(scheme="printed", value=gazette),) if gazette else (),
    )


def _alias(gazette: str) -> tuple[str, ...]:
    """BGBl. I Nr. 182/2023 → at/bgbl/i/2023/182; older numbers have no part."""
    words = gazette.replace("BGBl.", "").replace("Nr.", "").split()
    if not gazette.startswith("BGBl.") or not words or "/" not in words[-1]:
        return ()
    number, _, year = words[-1].partition("/")
    part = [words[0].lower()] if len(words) > 1 else []
    return ("/".join(["at", "bgbl", *part, ids.part(year), ids.part(number)]),)


def _section(response: Response, source: Source) -> Matter:
    """One section of a law: its number, then its words and list items."""
    root = reading.without_namespaces(reading.xml(response.body))
    facts = {e.get("ct", ""): reading.words(e) for e in root.iter("absatz") if e.get("typ") == "erltext"}
    if local(root) != "risdok" or "gesnr" not in facts:
        raise Unreadable("the XML is no section of a law from RIS: it names no Gesetzesnummer")
    number = facts.get("artikel_anlage", "")
    unit = Unit("annex" if number.startswith("Anl") else "art", number=number, root=True)
    for element in root.iter("absatz", "listelem", "schlussteil", "ueberschrift"):
        if element.get("ct") == "text" and element.tag == "listelem":
            symbol = reading.words(element.find("symbol"))
            unit.children.append(Unit("pnt", number=symbol, text=reading.words(element).removeprefix(symbol).strip()))
        elif element.get("ct") == "text":
            unit.add(reading.words(element).removeprefix(f"{number}.").strip())
    day, ends = dates.iso(facts.get("ikra")), dates.iso(facts.get("akra"))
    return record(
        response,
        source,
        f"ris_ogd/{VERSION}",
        id=ids.require(f"at/ris/{ids.part(facts['gesnr'])}"),
        kind=Kind.REGULATION if facts.get("typ") in _REGULATIONS else Kind.ACT,
        title=facts.get("kurztitel", ""),
        status=Status.REPEALED if ends else Status.IN_FORCE,
        events=events(response, (day, EventKind.IN_FORCE), (ends, EventKind.ENDS)),
        texts=text(
            response, "de", day, outline.provisions([unit]), "text/xml", id=f"{ids.part(facts.get('doknr', day))}.de"
        ),
    )
