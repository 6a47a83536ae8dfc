"""Parts that most records of the Union have: one dated step, one text."""

from crawlers.matter import Event, Provision, Text
from crawlers.record import HERE
from crawlers.response import Response
from crawlers.vocabulary import EventKind


def step(day: str, kind: EventKind, label: str = "") -> tuple[Event, ...]:
    """One event; none without a day."""
    return (Event(date=day, kind=kind, label=label),) if day else ()


def text(
    provisions: tuple[Provision, ...],
    day: str,
    language: str,
    title: str,
    response: Response,
    label: str = "",
    part: str = "",
) -> tuple[Text, ...]:
    """One text under its day and language, and its part where it is one of several; none without provisions."""
    if not provisions:
        return ()
    return (
        Text(
            id=".".join(filter(None, (day or "original", language, part))),
            label=label,
            title=title,
            date=day,
            language=language,
            url=HERE,
            media_type=response.media_type,
            provisions=provisions,
        ),
    )
