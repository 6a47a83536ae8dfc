"""Portalul legislativ, Romania: acts as pages of nested spans, headed by kind, number and day."""

import re
from collections.abc import Iterator

from crawlers.parsing import Matter, Response, Source, Unreadable, dates, ids, reading
from crawlers.record import events, numbers, record, worded
from crawlers.texts import legislatie_just
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 3

_HEAD = re.compile(
    r"^(?P<type>[A-ZĂÂÎȘȚŞŢ -]+?)\s+(?:\([A-Z]+\d*\)\s+)?(?:(?:nr\. )?(?P<number>[\d.]+)\s+)?(?P<day>\d\d/\d\d/\d{4})"
)
_SHORT = {"ordonanta": "og", "ordonanta de urgenta": "oug"}
_ACTS = {"lege", "og", "oug", "constitutie", "cod"}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    root = reading.html(response.body)
    name = " ".join((root.findtext(".//title") or "").split())
    head, body = _HEAD.match(name), legislatie_just.body(root)
    if head is None or body is None:
        raise Unreadable("the page is no act of the Portal Legislativ: it has no heading with a date, or no articles")
    said = head["type"].strip().lower()
    series, day = _SHORT.get(said) or ids.part(said), dates.iso(head["day"], "dmy")
    number = f"{day[:4]}-{head['number'].replace('.', '')}" if head["number"] else day
    title = name.removesuffix(" - Portal Legislativ")
    called = f"{legislatie_just.said(body, 'S_DEN')} {legislatie_just.said(body, 'S_HDR')}".strip()
    published = dates.first(legislatie_just.said(body, "S_PUB"))
    repealed = dates.iso(legislatie_just.repealed(body), "dmy")
    yield record(
        id=f"ro/{series}/{number}",
        kind=Kind.ACT if series in _ACTS else Kind.REGULATION,
        title=called or title,
        status=Status.REPEALED if repealed else Status.ENACTED,
        source_status="abrogat" if repealed else "",
        events=events((day, EventKind.ADOPTED), (published, EventKind.PUBLISHED), (repealed, EventKind.REPEALED)),
        texts=worded("ro", day, legislatie_just.units(body), "text/html"),
        identifiers=numbers(("printed", title)),
    )
