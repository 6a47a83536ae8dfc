"""Normattiva, Italy: answers of its API (one article of an act at a time, or a list of acts), and Akoma Ntoso."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Identifier, Matter
from crawlers.parsers import akoma_ntoso
from crawlers.record import events, record, text
from crawlers.response import Response, Unreadable
from crawlers.sources import Source
from crawlers.texts import headed, outline
from crawlers.texts.lines import lines
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 2

SERIES = {
    "LEGGE": "legge", "DECRETO LEGISLATIVO": "dlgs", "DECRETO-LEGGE": "dl", "DECRETO LEGGE": "dl", "DECRETO": "decreto",
    "DECRETO DEL PRESIDENTE DELLA REPUBBLICA": "dpr", "REGIO DECRETO": "rd", "REGIO DECRETO-LEGGE": "rdl",
    "DECRETO DEL PRESIDENTE DEL CONSIGLIO DEI MINISTRI": "dpcm", "DECRETO MINISTERIALE": "dm", "COSTITUZIONE": "costituzione",
    "LEGGE COSTITUZIONALE": "lcost", "DECRETO LEGISLATIVO DEL CAPO PROVVISORIO DELLO STATO": "dlcps",
}  # fmt: skip
_URNS = {
    "legge": "stato:legge", "dlgs": "stato:decreto.legislativo", "dl": "stato:decreto.legge", "rd": "stato:regio.decreto",
    "rdl": "stato:regio.decreto.legge", "lcost": "stato:legge.costituzionale", "costituzione": "stato:costituzione",
    "dpr": "presidente.repubblica:decreto", "dpcm": "presidente.consiglio.ministri:decreto",
}  # fmt: skip
_SIGNED = re.compile(rb"/akn/it/act/[^\"]*?/(\d{4}-\d\d-\d\d)/\d")
REGULATIONS = {"decreto", "dpr", "dpcm", "dm"}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    if response.opening == b"<":
        for matter in akoma_ntoso.parse(response, source):
            _, series, number = matter.id.split("/")
            known = SERIES.get(series.replace(".", " ").upper(), series)
            day = _SIGNED.search(response.body)
            url = address(known, day[1].decode() if day else "", number.partition("-")[2]) or matter.url
            yield msgspec.structs.replace(matter, id=f"it/{known}/{number}", url=url, parser=f"normattiva/{VERSION}")
        return
    answer = reading.json(response.body)
    data = answer.get("data") if isinstance(answer, dict) else None
    if not isinstance(data, dict):
        raise Unreadable("the JSON is no answer of Normattiva: it has no data")
    acts = [data["atto"]] if data.get("atto") else data.get("lista") or []
    for act in acts:
        yield _article(act, response, source)


def _article(act: dict[str, Any], response: Response, source: Source) -> Matter:
    """One article with the day from which it has these words."""
    kind = act["tipoProvvedimentoDescrizione"]
    series, year, number = (
        SERIES.get(kind, ids.part(kind.lower())),
        act["annoProvvedimento"],
        act["numeroProvvedimento"],
    )
    gazette = _day(act, "GU")
    begins = dates.iso(act.get("articoloDataInizioVigenza"))
    ends = act.get("articoloDataFineVigenza") or ""
    shown = lines(reading.html(act["articoloHtml"].encode())) if (act.get("articoloHtml") or "").strip() else []
    found = outline.provisions(headed.units(shown))
    article = next((provision.id for provision in found if provision.id.startswith("art_")), "text")
    return record(
        response,
        source,
        f"normattiva/{VERSION}",
        id=ids.require(f"it/{series}/{year}-{number}" if number else f"it/{series}/{act['annoGU']}"),
        kind=Kind.REGULATION if series in REGULATIONS else Kind.ACT,
        instrument=kind,
        title=" ".join(f"{act.get('titolo') or ''} {act.get('sottoTitolo') or ''}".split()),
        status=Status.ENACTED if ends.startswith("9999") else Status.UNKNOWN,
        source_status="" if ends.startswith("9999") else f"articolo fino al {dates.iso(ends)}",
        url=address(series, _day(act, "Provvedimento"), str(number or "")) or response.url,
        published=gazette,
        events=events(
            response,
            (_day(act, "Provvedimento"), EventKind.SIGNED),
            (gazette, EventKind.PUBLISHED),
            (begins, EventKind.APPLIES_FROM, article.replace("art_", "articolo ")),
        ),
        identifiers=(
            Identifier(scheme="printed", value=" ".join((act.get("titolo") or f"{kind} {year}/{number}").split())),
        ),
        texts=text(response, "it", begins, found, "text/html", id=f"{begins or 'text'}.{article}.it", label=article),
    )


def address(series: str, signed: str, number: str) -> str:
    """By the URN of the act, which Normattiva resolves; none for decrees, whose authority is not told."""
    whole = f"{signed};{number}" if number else signed
    return (
        f"https://www.normattiva.it/uri-res/N2Ls?urn:nir:{_URNS[series]}:{whole}" if series in _URNS and signed else ""
    )


def _day(act: dict[str, Any], what: str) -> str:
    year, month, day = (int(act.get(f"{part}{what}") or 0) for part in ("anno", "mese", "giorno"))
    return dates.iso(f"{year:04}-{month:02}-{day:02}") if year and month and day else ""
