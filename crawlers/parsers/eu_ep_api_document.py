"""Documents of Parliament's open data."""

from crawlers.eu.parliament import open_data, procedures
from crawlers.parsing import Matter, Source, Unreadable, dates, fields
from crawlers.record import events, links, numbers, record
from crawlers.values.fields import Row
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status


def document(item: Row, source: Source) -> Matter:
    id = procedures.document(fields.must(item, "id").rpartition("/")[2])
    if not id:
        raise Unreadable(f"the document {fields.text(item, 'id')} has no number of the kinds we know")
    language, title = open_data.titled(item, "title_dcterms", source)
    day = dates.iso(fields.text(item, "document_date"))
    kind, status = (EventKind.ADOPTED, Status.PASSED) if "/TA-" in id else (EventKind.INTRODUCED, Status.INTRODUCED)
    return record(
        language=language,
        id=id,
        kind=Kind.SIGNAL,
        instrument=open_data.last(fields.text(item, "work_type")).lower().replace("_", " "),
        title=title,
        url=f"https://www.europarl.europa.eu/doceo/document/{open_data.last(id)}_{language.upper()}.html",
        status=status,
        status_as_of=day,
        published=day,
        events=events((day, kind)),
        links=links(LinkKind.PART_OF, open_data.procedures_of(item)),
        identifiers=numbers(
            ("printed", fields.text(item, "label") or fields.text(item, "identifier") or open_data.last(id))
        ),
    )
