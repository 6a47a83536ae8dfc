"""Proceedings of the German Bundestag and Bundesrat, from the DIP service."""

import html
import logging
import re
from collections.abc import Iterator

from crawlers.files import reading
from crawlers.matter import Event, Identifier, Link, Matter, Person
from crawlers.response import Declared, Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.stamp import stamp
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

# The service's own words (Beratungsstand) begin so.
_STATUS = (
    ("Noch nicht beraten", Status.INTRODUCED), ("Dem Bund", Status.INTRODUCED), ("Einbringung beschlossen", Status.INTRODUCED),
    ("1. Durchgang", Status.INTRODUCED), ("Den Ausschüssen zugewiesen", Status.COMMITTEE), ("Überwiesen", Status.COMMITTEE),
    ("In der Beratung", Status.COMMITTEE), ("Beschlussempfehlung liegt vor", Status.REPORTED), ("Verabschiedet", Status.PASSED_ONE_CHAMBER),
    ("Angenommen", Status.PASSED), ("Im Vermittlungsverfahren", Status.PASSED_ONE_CHAMBER), ("Bundesrat hat zugestimmt", Status.PASSED),
    ("Bundesrat hat Zustimmung versagt", Status.REJECTED), ("Verkündet", Status.ENACTED), ("Abgelehnt", Status.REJECTED),
    ("Einbringung abgelehnt", Status.REJECTED), ("Zurückgezogen", Status.WITHDRAWN), ("Zurückgewiesen", Status.REJECTED),
    ("Erledigt durch Ablauf", Status.LAPSED), ("Für erledigt erklärt", Status.LAPSED), ("Nicht abgeschlossen", Status.LAPSED),
    ("Für mit dem Grundgesetz unvereinbar", Status.STRUCK_DOWN), ("Zusammengeführt mit", Status.MERGED), ("Beantwortet", Status.DECIDED),
    ("Abgeschlossen", Status.UNKNOWN), ("Zustimmung erteilt", Status.PASSED), ("Keine Einwendungen", Status.PASSED),
)  # fmt: skip
_BILLS = {"Gesetzgebung", "Rechtsverordnung", "EU-Vorlage", "Antrag", "Entschließungsantrag BT"}
_log = logging.getLogger(__name__)


def parse(response: Response, source: Source) -> Iterator[Found]:
    """A page of the list, one proceeding, or a bare list of them."""
    answer = reading.json(response.body)
    page = answer if isinstance(answer, dict) else {}
    if "documents" not in page and "id" not in page and not isinstance(answer, list):
        raise Unreadable("the answer is neither a list of proceedings nor a proceeding")
    if (total := text(page, "numFound")).isdigit():
        yield Declared(int(total))
    listed = fields.rows(page, "documents") if "documents" in page else fields.rows(answer)
    yield from fields.each(listed, _listed, response, source)
    cursor = text(page, "cursor")
    if cursor and fields.rows(page, "documents") and cursor not in response.url:
        base = re.sub(r"[?&]cursor=[^&]*", "", response.url)
        yield Request(url=f"{base}{'&' if '?' in base else '?'}cursor={cursor.replace('+', '%2B').replace('/', '%2F')}")


def _listed(row: Row, response: Response, source: Source) -> Iterator[Found]:
    yield _matter(row, response, source)


def _matter(row: Row, response: Response, source: Source) -> Matter:
    number = fields.must(row, "id")
    words, form = text(row, "beratungsstand"), text(row, "vorgangstyp")
    title = _plain(text(row, "titel"))
    day = dates.iso(text(row, "datum"))
    return Matter(
        id=f"de/dip/{number}",
        kind=Kind.BILL if form in _BILLS else Kind.SIGNAL,
        instrument=form,
        title=title,
        url=f"https://dip.bundestag.de/vorgang/-/{number}",
        status=_status(words, source),
        status_as_of=day,
        source_status=words,
        events=tuple(_events(row, day, words, response)),
        links=tuple(Link(kind=LinkKind.RELATED, target=f"de/dip/{text(r, 'id')}") for r in fields.rows(row, "vorgang_verlinkung") if text(r, "id")),
        people=tuple(Person(name=name, role="Initiative") for name in fields.texts(row, "initiative")),
        identifiers=tuple(_identifiers(row, number)),
        summary=_plain(text(row, "abstract")),
        missing=() if title else ("title",),
        **stamp(response, source, VERSION),
    )  # fmt: skip


def _status(words: str, source: Source) -> Status:
    for opening, status in _STATUS:
        if words.startswith(opening):
            return status
    if words:
        _log.warning("%s: unknown state of a proceeding: %r", source.id, words)
    return Status.UNKNOWN


def _plain(words: str) -> str:
    """Tags, entities and a line break written out as backslashes and letters stand in the words of the service."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>|\\r\\n|\\n", " ", words)).split())


def _events(row: Row, day: str, words: str, response: Response) -> Iterator[Event]:
    told = [(day, EventKind.OTHER, words)]
    for printed in fields.rows(row, "verkuendung"):
        told.append((dates.iso(text(printed, "ausfertigungsdatum")), EventKind.SIGNED, "Ausfertigung"))
        told.append(
            (
                dates.iso(text(printed, "verkuendungsdatum")),
                EventKind.PUBLISHED,
                text(printed, "fundstelle") or "Verkündung",
            )
        )
    for force in fields.rows(row, "inkrafttreten"):
        told.append(
            (dates.iso(text(force, "datum")), EventKind.IN_FORCE, text(force, "erlaeuterung") or "Inkrafttreten")
        )
    for at, kind, label in told:
        if at:
            yield Event(date=at, kind=kind, label=label, snapshot=response.snapshot)


def _identifiers(row: Row, number: str) -> Iterator[Identifier]:
    yield Identifier(scheme="dip", value=number)
    for scheme, name in (("gesta", "gesta"), ("kom", "kom"), ("ratsdok", "ratsdok")):
        if value := text(row, name):
            yield Identifier(scheme=scheme, value=value)
    for printed in fields.rows(row, "verkuendung"):
        if found := re.search(r"eli/bund/([A-Za-z0-9_-]+)/(\d{4})/(\w+)", text(printed, "pdf_url")):
            yield Identifier(scheme="eli", value=f"eli/bund/{found[1].lower().replace('_', '-')}/{found[2]}/{found[3]}")
