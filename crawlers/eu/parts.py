"""The part that records of the Union have in one way: a text under its day, its language and the part that it is."""

from collections.abc import Iterable

from crawlers.matter import Text
from crawlers.record import worded
from crawlers.response import Response
from crawlers.texts.outline import Unit


def text(
    units: Iterable[Unit], day: str, language: str, title: str, response: Response, label: str = "", part: str = ""
) -> tuple[Text, ...]:
    """One text, named by its part where it is one of several; none without words."""
    name = ".".join(filter(None, (day or "original", language, part)))
    return worded(language, day, units, response.media_type, id=name, label=label, title=title)
