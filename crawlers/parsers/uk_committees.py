"""Committees of the UK Parliament: their inquiries, by the facts of the source's entry, and what each has published."""

from collections.abc import Iterator, Mapping

from crawlers.matter import Text
from crawlers.parsers import rows
from crawlers.parsing import Finds, Matter, Request, Response, Source, Unreadable, dates, fields, reading
from crawlers.record import events, linked, record
from crawlers.values.fields import Row, must, text
from crawlers.values.words import Words
from crawlers.vocabulary import Kind

VERSION = 1

_WORDS = Words("uk_committees")
_PUBLISHED = "https://committees-api.parliament.uk/api/Publications?Take=100&CommitteeBusinessId="
_PAGE = "https://committees.parliament.uk/publications/{}/documents/{}/default/"


def parse(response: Response, source: Source) -> Finds:
    if "inquiry" in response.context:
        listed = fields.rows(reading.json(response.body), "items")
        yield from fields.each(listed, _publication, response.context)
        return
    if b'"publicationStartDate"' in response.body:
        raise Unreadable("the list of publications does not say of which inquiry they are")
    number = response.url.partition("/CommitteeBusiness/")[2]
    for found in rows.parse(response, source):
        yield found
        if number and isinstance(found, Matter):
            yield Request(
                url=_PUBLISHED + number, context={"inquiry": found.id, "title": found.title, "url": found.url}
            )


def _publication(row: Row, of: Mapping[str, str]) -> Matter:
    day, form = dates.iso(text(row, "publicationStartDate")[:10]), text(row, "type", "name")
    told = events((day, _WORDS.event(form), f"{form}: {text(row, 'description')}"))
    texts, (id, title, url) = tuple(_texts(row, day)), (of["inquiry"], of["title"], of["url"])
    return record(id=id, kind=Kind.CONSULTATION, title=title, url=url, events=told, texts=texts)


def _texts(row: Row, day: str) -> Iterator[Text]:
    for document in fields.rows(row, "documents"):
        id, number = must(row, "id"), must(document, "documentId")
        facts = {"id": f"{id}-{number}.en", "label": text(row, "type", "name"), "title": text(row, "description")}
        yield from linked("en", day, _PAGE.format(id, number), "application/pdf", **facts)
