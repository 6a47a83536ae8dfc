"""Texts of the Journal officiel in the JSON of Légifrance as units."""

from collections.abc import Iterator

from crawlers.files import reading
from crawlers.texts.lines import lines
from crawlers.texts.outline import Unit
from crawlers.values import fields
from crawlers.values.fields import Row


def units(part: Row) -> Iterator[Unit]:
    """Articles before the sections of the same rank, as the Journal prints them; a section is named by its whole title."""
    for article in fields.rows(part, "articles"):
        yield _article(article)
    for section in fields.rows(part, "sections"):
        yield Unit("sec", heading=" ".join(fields.text(section, "title").split()), children=list(units(section)))


def _article(article: Row) -> Unit:
    number, content = fields.text(article, "num"), fields.text(article, "content")
    unit = Unit("art", number=f"Article {number}" if number else "", root=True)
    for line in lines(reading.html(f"<div>{content}</div>".encode())):
        unit.add(line)
    return unit
