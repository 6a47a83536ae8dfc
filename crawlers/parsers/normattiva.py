"""Normattiva, Italy: answers of its API (one article of an act at a time, or a list of acts), and Akoma Ntoso."""

import re
from collections.abc import Iterator

import msgspec

from crawlers import ids
from crawlers.files import reading
from crawlers.parsers import akoma_ntoso
from crawlers.parsing import Found, Matter, Response, Source, Unreadable
from crawlers.record import events, numbers, record, text
from crawlers.texts import headed, outline
from crawlers.texts.lines import lines
from crawlers.values import dates, fields
from crawlers.values.fields import Row, line, must
from crawlers.values.fields import text as said
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


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening == b"<":
        for matter in akoma_ntoso.parse(response, source):
            _, series, number = matter.id.split("/")
            known = SERIES.get(series.replace(".", " ").upper(), series)
            day = _SIGNED.search(response.body.translate(None, b"\0"))
            url = address(known, day[1].decode() if day else "", number.partition("-")[2]) or matter.url
            yield msgspec.structs.replace(matter, id=f"it/{known}/{number}", url=url, parser=f"normattiva/{VERSION}")
        return
    answer = reading.json(response.body)
    data = fields.row(answer, "data") if isinstance(answer, dict) else {}
    if not data:
        raise Unreadable("the JSON is no answer of Normattiva: it has no data")
    yield from fields.each(fields.rows(data, "atto") or fields.rows(data, "lista"), _article, response, source)


def _article(act: Row, response: Response, source: Source) -> Matter:
    """One article with the day from which it has these words."""
    kind, number = must(act, "tipoProvvedimentoDescrizione"), said(act, "numeroProvvedimento").removeprefix("0")
    series, year = SERIES.get(kind) or ids.part(kind.lower()), must(act, "annoProvvedimento" if number else "annoGU")
    signed, gazette = _day(act, "Provvedimento"), _day(act, "GU")
    begins, ends = dates.iso(said(act, "articoloDataInizioVigenza")), said(act, "articoloDataFineVigenza")
    shown = lines(reading.html(page.encode())) if (page := said(act, "articoloHtml")) else []
    found = outline.provisions(headed.units(shown))
    article = next((provision.id for provision in found if provision.id.startswith("art_")), "text")
    current = ends.startswith("9999")
    return record(
        response,
        source,
        f"normattiva/{VERSION}",
        id=f"it/{series}/{year}-{number}" if number else f"it/{series}/{year}",
        kind=Kind.REGULATION if series in REGULATIONS else Kind.ACT,
        instrument=kind,
        title=f"{line(act, 'titolo')} {line(act, 'sottoTitolo')}".strip(),
        status=Status.ENACTED if current else Status.UNKNOWN,
        source_status="" if current else f"articolo fino al {dates.iso(ends)}",
        url=address(series, signed, number) or response.url,
        published=gazette,
        events=events(
            response,
            (signed, EventKind.SIGNED),
            (gazette, EventKind.PUBLISHED),
            (begins, EventKind.APPLIES_FROM, article.replace("art_", "articolo ")),
        ),
        identifiers=numbers(("printed", line(act, "titolo") or f"{kind} {year}/{number}")),
        texts=text(response, "it", begins, found, "text/html", id=f"{begins or 'text'}.{article}.it", label=article),
    )


def address(series: str, signed: str, number: str) -> str:
    """By the URN of the act, which Normattiva resolves; none for decrees, whose authority is not told."""
    whole = f"{signed};{number}" if number else signed
    return (
        f"https://www.normattiva.it/uri-res/N2Ls?urn:nir:{_URNS[series]}:{whole}" if series in _URNS and signed else ""
    )


def _day(act: Row, what: str) -> str:
    parts = [said(act, f"{part}{what}") for part in ("anno", "mese", "giorno")]
    return dates.iso("{}-{:0>2}-{:0>2}".format(*parts)) if all(part.strip("0") for part in parts) else ""
