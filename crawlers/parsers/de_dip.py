"""Proceedings of the German Bundestag and Bundesrat, from the DIP service."""

import html
import re
from collections.abc import Iterator

from crawlers import paging
from crawlers.parsing import Finds, Matter, Request, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.places import dip
from crawlers.record import Told, links, numbers, people, record, timeline
from crawlers.values.fields import Row, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, LinkKind

VERSION = 3
_RECENT = 30  # days

_WORDS = Words("de_dip")
_BILLS = {"Gesetzgebung", "Rechtsverordnung", "EU-Vorlage", "Antrag", "Entschließungsantrag BT"}


def parse(response: Response, source: Source) -> Finds:
    """A page of the list, one proceeding, or a bare list of them."""
    answer = reading.json(response.body)
    page = answer if isinstance(answer, dict) else {}
    if "documents" not in page and "id" not in page and not isinstance(answer, list):
        raise Unreadable("the answer is neither a list of proceedings nor a proceeding")
    listed = fields.rows(page, "documents") if "documents" in page else fields.rows(answer)
    yield from fields.declared(page, "numFound")
    yield from fields.each([item for item in listed if not dip.position(item)], _matter)
    yield from _stepped([item for item in listed if dip.position(item)])
    yield from _beside(listed, response)
    if listed and (following := paging.by_token(response.url, "cursor", text(page, "cursor"))):
        yield Request(url=following)


def _stepped(steps: list[Row]) -> Finds:
    """What steps add to their proceedings."""
    for number in dict.fromkeys(text(item, "vorgang_id") for item in steps):
        own = [item for item in steps if text(item, "vorgang_id") == number]
        if number:
            yield record(
                id=f"de/dip/{ids.part(number)}",
                kind=Kind.BILL if text(own[0], "vorgangstyp") in {"", *_BILLS} else Kind.SIGNAL,
                url=f"https://dip.bundestag.de/vorgang/-/{number}",
                events=timeline(map(dip.step, own)),
                texts=tuple(text for item in own for text in dip.prints(item)),
                identifiers=numbers(*(one for item in own for one in dip.numbers(item))),
            )


def _beside(listed: list[Row], response: Response) -> Finds:
    """The steps of bills that have moved of late."""
    recent, (base, _, asked) = dates.plus(response.fetched[:10], -_RECENT), response.url.partition("/vorgang?")
    key = asked.partition("apikey=")[2].partition("&")[0]
    for item in listed:
        if key and text(item, "aktualisiert")[:10] >= recent and text(item, "vorgangstyp") == "Gesetzgebung":
            yield Request(url=f"{base}/vorgangsposition?f.vorgang={text(item, 'id')}&format=json&apikey={key}")


def _matter(row: Row) -> Matter:
    number, form, said = fields.must(row, "id"), text(row, "vorgangstyp"), text(row, "beratungsstand")
    return record(
        id=f"de/dip/{number}",
        kind=Kind.BILL if form in _BILLS else Kind.SIGNAL,
        instrument=form,
        title=_plain(text(row, "titel")),
        url=f"https://dip.bundestag.de/vorgang/-/{number}",
        status=_WORDS.status(said),
        status_as_of=dates.iso(text(row, "datum")),
        source_status=said,
        events=timeline(_told(row, said)),
        links=links(LinkKind.RELATED, (f"de/dip/{id}" for r in fields.rows(row, "vorgang_verlinkung") if (id := text(r, "id")))),
        people=people("Initiative", fields.texts(row, "initiative")),
        identifiers=numbers(("dip", number), *((name, text(row, name)) for name in ("gesta", "kom", "ratsdok")), *_elis(row)),
        summary=_plain(text(row, "abstract")),
    )  # fmt: skip


def _plain(words: str) -> str:
    """Tags, entities and a line break written out as backslashes and letters stand in the words of the service."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>|\\r\\n|\\n", " ", words)).split())


def _told(row: Row, said: str) -> Iterator[Told]:
    yield dates.iso(text(row, "datum")), EventKind.OTHER, said
    for printed in fields.rows(row, "verkuendung"):
        yield dates.iso(text(printed, "ausfertigungsdatum")), EventKind.SIGNED, "Ausfertigung"
        place = text(printed, "fundstelle") or "Verkündung"
        yield dates.iso(text(printed, "verkuendungsdatum")), EventKind.PUBLISHED, place
    for force in fields.rows(row, "inkrafttreten"):
        yield dates.iso(text(force, "datum")), EventKind.IN_FORCE, text(force, "erlaeuterung") or "Inkrafttreten"


def _elis(row: Row) -> Iterator[tuple[str, str]]:
    for printed in fields.rows(row, "verkuendung"):
        if found := re.search(r"eli/bund/([A-Za-z0-9_-]+)/(\d{4})/(\w+)", text(printed, "pdf_url")):
            yield "eli", f"eli/bund/{found[1].lower().replace('_', '-')}/{found[2]}/{found[3]}"
