"""Texts of GOV.UK: the page itself, the outcome, and attached documents by address."""

from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Text
from crawlers.texts import outline, prose
from crawlers.values import fields
from crawlers.values.fields import Row, text


def texts(details: Row, title: str, day: str, address: str, language: str) -> Iterator[Text]:
    """The page itself, the outcome, then attached documents by address."""
    parts = (
        ("page", "", text(details, "body")),
        ("outcome", "Outcome", text(details, "final_outcome_detail") or text(details, "outcome_detail")),
        ("feedback", "Feedback received", text(details, "public_feedback_detail")),
    )
    for key, label, words in parts:
        provisions = outline.provisions(prose.units(reading.html(f"<div>{words}</div>".encode()))) if words else ()
        if provisions:
            yield Text(
                id=f"{key}.{language}", label=label, title=title, date=day, language=language, url=address,
                media_type="text/html", provisions=provisions
            )  # fmt: skip
    for file in fields.rows(details, "attachments"):
        id = ids.part(text(file, "id") or text(file, "filename") or "attachment")
        if (url := text(file, "url")).startswith("http"):
            form = text(file, "content_type")
            yield Text(id=id, label=text(file, "title"), language=language, url=url, media_type=form)
