"""Portalul legislativ, Romania: nested spans with classes for each level (S_ART, S_ALN, S_LIT)."""

import re
from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Identifier, Text
from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.texts import legislatie_just, outline
from crawlers.texts.lines import lines
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_HEAD = re.compile(
    r"^(?P<type>[A-ZĂÂÎȘȚŞŢ -]+?)\s+(?:\([A-Z]+\d*\)\s+)?(?:(?:nr\. )?(?P<number>[\d.]+)\s+)?(?P<day>\d\d/\d\d/\d{4})"
)
_TYPES = {
    "LEGE": "lege", "ORDONANTA": "og", "ORDONANTA DE URGENTA": "oug", "HOTARARE": "hotarare", "DECRET": "decret",
    "CONSTITUTIE": "constitutie", "ORDIN": "ordin", "COD": "cod", "REGULAMENT": "regulament", "DECIZIE": "decizie",
}  # fmt: skip
_ACTS = {"lege", "og", "oug", "constitutie", "cod"}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    root = reading.html(response.body)
    name = " ".join((root.findtext(".//title") or "").split())
    head = _HEAD.match(name)
    body = root.find(".//div[@id='div_Formaconsolidata']")
    body = root if body is None else body
    if head is None or body.find(".//span[@class='S_ART']") is None:
        raise Unreadable("the page is no act of the Portal Legislativ: it has no heading with a date, or no articles")
    series = _TYPES.get(head["type"].strip(), ids.part(head["type"].lower()))
    day = dates.iso(head["day"], "dmy")
    number = f"{day[:4]}-{head['number'].replace('.', '')}" if head["number"] else day
    title = name.removesuffix(" - Portal Legislativ")
    yield Matter(
        id=ids.require(f"ro/{series}/{number}"),
        source=source.id,
        jurisdiction=source.jurisdiction,
        kind=Kind.ACT if series in _ACTS else Kind.REGULATION,
        title=_said(body, "S_DEN") or title,
        language="ro",
        status=Status.ENACTED,
        url=response.url,
        published=day,
        events=(Event(date=day, kind=EventKind.PUBLISHED, snapshot=response.snapshot),),
        texts=(_text(body, day, response),),
        identifiers=(Identifier(scheme="printed", value=title),),
        snapshot=response.snapshot,
        parser=f"legislatie_just/{VERSION}",
    )


def _text(body: Element, day: str, response: Response) -> Text:
    return Text(
        id=f"{day}.ro",
        date=day,
        language="ro",
        url=response.url,
        media_type="text/html",
        snapshot=response.snapshot,
        provisions=outline.provisions(legislatie_just.units(body)),
    )


def _said(element: Element, name: str) -> str:
    found = element.find(f".//span[@class='{name}']")
    return "" if found is None else " ".join(lines(found))
