"""The files of a publication on Have Your Say: drafts, annexes, impact assessments, summaries of what people said."""

from collections.abc import Iterator

from crawlers.matter import Text
from crawlers.record import linked
from crawlers.sources import Source
from crawlers.values import fields
from crawlers.values.fields import Row, text

_FILE = "https://ec.europa.eu/info/law/better-regulation/api/download/{}"


def texts(publication: Row, day: str, source: Source) -> Iterator[Text]:
    """Each file in a language of the source, else in whatever language it has; a draft comes in two dozen."""
    listed = [row for row in fields.rows(publication, "attachments") if text(row, "documentId")]
    ours = [row for row in listed if text(row, "language").lower() in ("", *source.languages)]
    for row in ours or listed:
        id, language = text(row, "documentId"), text(row, "language").lower() or source.languages[0]
        label = ", ".join(
            part.lower().replace("_", " ") for part in (text(publication, "type"), text(row, "type")) if part
        )
        name = (text(row, "fileName") or text(row, "filename")).removesuffix(".pdf")
        yield from linked(
            language, day, _FILE.format(id), "application/pdf", id=f"{id}.{language}", label=label, title=name
        )
