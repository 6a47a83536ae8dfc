"""RIS OGD, Austria: JSON with "@" and "#text" keys that lists documents, one a section, and the XML of a section."""

from crawlers.parsers import ris_ogd_section
from crawlers.parsing import Finds, Matter, Request, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.places import austria
from crawlers.record import events, numbers, record
from crawlers.values.fields import Row, must, text
from crawlers.vocabulary import Status

VERSION = 4


def parse(response: Response, source: Source) -> Finds:
    if response.opening == b"<":
        yield ris_ogd_section.section(response)
        return
    found = fields.row(reading.json(response.body), "OgdSearchResult", "OgdDocumentResults")
    if not text(found, "Hits", "#text"):
        raise Unreadable("the JSON is no answer of RIS OGD: it has no OgdDocumentResults with Hits")
    yield from fields.declared(found, "Hits", "#text")
    yield from fields.each(fields.rows(found, "OgdDocumentReference"), _document, response.fetched[:10])


def _document(document: Row, seen: str) -> Finds:
    changed = text(document, "Data", "Metadaten", "Allgemein", "Geaendert")
    yield _law(fields.row(document, "Data", "Metadaten", "Bundesrecht"), seen or changed)
    yield from (Request(url=url) for url in austria.files(document))


def _law(law: Row, seen: str) -> Matter:
    facts = fields.row(law, "BrKons")
    form, section, number = text(facts, "Typ"), text(facts, "ArtikelParagraphAnlage"), must(facts, "Gesetzesnummer")
    begins, ends = dates.iso(text(facts, "Inkrafttretensdatum")), dates.iso(text(facts, "Ausserkrafttretensdatum"))
    status = austria.standing(begins, ends, seen, section)
    gazette = f"{text(facts, 'StammnormPublikationsorgan')} {text(facts, 'StammnormBgblnummer')}".strip()
    return record(
        id=f"at/ris/{ids.part(number)}",
        aliases=austria.promulgated(gazette),
        kind=austria.kind(form),
        instrument=form,
        title=austria.title(text(law, "Titel")) or text(law, "Kurztitel"),
        status=status,
        source_status=f"außer Kraft {ends}" if status is Status.REPEALED else "",
        status_as_of=ends if status is Status.REPEALED else "",
        url=text(facts, "GesamteRechtsvorschriftUrl") or austria.address(number),
        events=events(*austria.told(begins, ends, section)),
        identifiers=numbers(("printed", gazette)),
    )
