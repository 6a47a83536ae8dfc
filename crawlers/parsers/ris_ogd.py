"""RIS OGD, Austria: JSON with "@" and "#text" keys that lists documents, one a section, and the XML of a section."""

from crawlers.parsers import ris_ogd_section
from crawlers.parsing import Finds, Matter, Request, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.places import austria
from crawlers.record import HERE, events, numbers, record
from crawlers.values.fields import Row, must, text
from crawlers.vocabulary import EventKind, Status

VERSION = 1


def parse(response: Response, source: Source) -> Finds:
    if response.opening == b"<":
        yield ris_ogd_section.section(response)
        return
    found = fields.row(reading.json(response.body), "OgdSearchResult", "OgdDocumentResults")
    if not text(found, "Hits", "#text"):
        raise Unreadable("the JSON is no answer of RIS OGD: it has no OgdDocumentResults with Hits")
    yield from fields.declared(found, "Hits", "#text")
    yield from fields.each(fields.rows(found, "OgdDocumentReference"), _document)


def _document(document: Row) -> Finds:
    yield _law(fields.row(document, "Data", "Metadaten", "Bundesrecht"))
    yield from (Request(url=url) for url in austria.files(document))


def _law(law: Row) -> Matter:
    facts = fields.row(law, "BrKons")
    form, ends = text(facts, "Typ"), text(facts, "Ausserkrafttretensdatum")
    begins = dates.iso(text(facts, "Inkrafttretensdatum"))
    gazette = f"{text(facts, 'StammnormPublikationsorgan')} {text(facts, 'StammnormBgblnummer')}".strip()
    return record(
        id=f"at/ris/{ids.part(must(facts, 'Gesetzesnummer'))}",
        aliases=austria.promulgated(gazette),
        kind=austria.kind(form),
        instrument=form,
        title=text(law, "Titel") or text(law, "Kurztitel"),
        status=Status.REPEALED if ends else Status.IN_FORCE,
        source_status=f"außer Kraft {ends}" if ends else "",
        status_as_of=ends,
        url=text(facts, "GesamteRechtsvorschriftUrl") or text(law, "Eli") or HERE,
        events=events((begins, EventKind.IN_FORCE), (dates.iso(ends), EventKind.ENDS)),
        identifiers=numbers(("printed", gazette)),
    )
