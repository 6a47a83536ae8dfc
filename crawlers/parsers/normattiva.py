"""Normattiva, Italy: answers of its API (one article of an act at a time, or a list of acts), and Akoma Ntoso."""

import re

import msgspec
from lxml import etree

from crawlers.parsers import akoma_ntoso
from crawlers.parsing import Finds, Matter, Response, Source, Unreadable, dates, fields, reading
from crawlers.places import italy
from crawlers.record import HERE, events, numbers, record, worded
from crawlers.texts import headed, outline
from crawlers.texts.lines import lines
from crawlers.values.fields import Row, line, must
from crawlers.values.fields import text as said
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 4

_NOTES = {"art_aggiornamento-akn", "note-akn"}
_SIGNED = re.compile(rb"/akn/it/act/[^\"]*?/(\d{4}-\d\d-\d\d)/(?:\d|const)")


def parse(response: Response, source: Source) -> Finds:
    if response.opening == b"<":
        for matter in akoma_ntoso.parse(response, source):
            yield _law(matter, response)
        return
    answer = reading.json(response.body)
    data = fields.row(answer, "data") if isinstance(answer, dict) else {}
    if not data:
        raise Unreadable("the JSON is no answer of Normattiva: it has no data")
    yield from fields.each(fields.rows(data, "atto") or fields.rows(data, "lista"), _article)


def _law(matter: Matter, response: Response) -> Matter:
    """An act in Akoma Ntoso, whose kind stands in its address only."""
    named = italy.id(matter.id)
    _, series, number = (*named.split("/"), "", "")[:3]
    day = _SIGNED.search(response.body.translate(None, b"\0"))
    return msgspec.structs.replace(
        matter,
        id=named,
        kind=Kind.REGULATION if series in italy.REGULATIONS else matter.kind,
        instrument=italy.spelled(matter.id.split("/")[1]),
        url=italy.address(series, day[1].decode() if day else "", number.partition("-")[2]) or matter.url,
        links=tuple(msgspec.structs.replace(link, target=italy.id(link.target)) for link in matter.links),
    )


def _units(page: str) -> list[outline.Unit]:
    """Behind the words of the article what its editors and the gazette note on it ("AGGIORNAMENTO (3)", "Avvertenza")."""
    root = reading.html(page.encode() or b"<p>")
    noted = [element for element in root.iter() if element.get("class", "") in _NOTES]
    notes = [outline.Unit("note", text="\n".join(lines(note))) for note in noted]
    for note in noted:
        note.tag = "note"
    etree.strip_elements(root, "note", with_tail=False)
    return headed.units(lines(root)) + notes


def _article(act: Row) -> Matter:
    """One article with the day from which it has these words."""
    kind, number = must(act, "tipoProvvedimentoDescrizione"), said(act, "numeroProvvedimento").removeprefix("0")
    series, year = italy.series(kind), must(act, "annoProvvedimento" if number else "annoGU")
    signed, gazette = italy.day(act, "Provvedimento"), italy.day(act, "GU")
    begins, ends = dates.iso(said(act, "articoloDataInizioVigenza")), said(act, "articoloDataFineVigenza")
    units = _units(said(act, "articoloHtml"))
    article = next((provision.id for provision in outline.provisions(units) if provision.id.startswith("art_")), "text")
    current = ends.startswith("9999")
    return record(
        id=f"it/{series}/{year}-{number}" if number else f"it/{series}/{year}",
        kind=Kind.REGULATION if series in italy.REGULATIONS else Kind.ACT,
        instrument=kind,
        title=f"{line(act, 'titolo')} {line(act, 'sottoTitolo')}".strip(),
        status=Status.ENACTED if current else Status.UNKNOWN,
        source_status="" if current else f"articolo fino al {dates.iso(ends)}",
        url=italy.address(series, signed, number) or HERE,
        events=events(
            (signed, EventKind.SIGNED),
            (gazette, EventKind.PUBLISHED),
            (begins, EventKind.APPLIES_FROM, article.replace("art_", "articolo ")),
        ),
        identifiers=numbers(("printed", line(act, "titolo") or f"{kind} {year}/{number}")),
        texts=worded("it", begins, units, "text/html", id=f"{begins or 'text'}.{article}.it", label=article),
    )
