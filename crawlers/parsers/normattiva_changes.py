"""Normattiva's feed of changes: the acts of Italy changed since a day, each with its last change, then its first article."""

import json
from collections.abc import Iterator
from typing import Any

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Identifier
from crawlers.parsers import normattiva
from crawlers.parsing import Aside, Declared, Found, Matter, Request, Response, Source, Unreadable
from crawlers.record import events, record
from crawlers.values import dates, fields
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1
_JSON = {"Content-Type": "application/json", "Accept": "application/json"}


def start(source: Source, since: str) -> Iterator[Request]:
    """What changed since the day; without one, since the day from which the entry wants changes (`from`)."""
    first = since or source.options["from"]
    last = dates.plus(first, 364)
    asked = {"dataInizioAggiornamento": f"{first}T00:00:00.000Z", "dataFineAggiornamento": f"{last}T23:59:59.000Z"}
    yield _post(f"{source.urls[0]}/ricerca/aggiornati", asked)


def parse(response: Response, source: Source) -> Iterator[Found]:
    answer = reading.json(response.body)
    if not isinstance(answer, dict) or "listaAtti" not in answer:
        yield from normattiva.parse(response, source)
        return
    if int(answer.get("numeroPagine") or 1) > 1:
        raise Unreadable("the list of changes has more pages than one, and Normattiva gives no way to ask for them")
    acts = fields.rows(answer, "listaAtti")
    yield Declared(int(fields.text(answer, "numeroAttiTrovati") or len(acts)))
    yield from fields.each(acts, _act, response, source)
    if not acts:
        yield Aside("the list names no act: none was changed in these days")


def _act(act: dict[str, Any], response: Response, source: Source) -> Iterator[Found]:
    yield _changed(act, response, source)
    asked = {"dataGU": fields.must(act, "dataGU"), "codiceRedazionale": fields.must(act, "codiceRedazionale")}
    yield _post(f"{source.urls[0]}/atto/dettaglio-atto", asked)


def _changed(act: dict[str, Any], response: Response, source: Source) -> Matter:
    """What the list says of an act; which act changed it is told by its editorial code alone."""
    kind, number = fields.must(act, "denominazioneAtto"), fields.text(act, "numeroProvvedimento")
    series = normattiva.SERIES.get(kind, ids.part(kind.lower()))
    code, by = fields.must(act, "codiceRedazionale"), fields.text(act, "ultimiAttiModificanti")
    signed, gazette = _signed(act), dates.iso(fields.text(act, "dataGU"))
    changed = dates.iso(fields.text(act, "dataUltimaModifica"))
    year = fields.text(act, "annoProvvedimento") or gazette[:4]
    named = fields.text(act, "descrizioneAtto") or f"{kind} {number}/{year}"
    return record(
        response,
        source,
        f"normattiva_changes/{VERSION}",
        id=ids.require(f"it/{series}/{year}-{number}" if int(number or 0) else f"it/{series}/{gazette[:4]}"),
        aliases=(f"it/normattiva/{ids.part(code)}",),
        kind=Kind.REGULATION if series in normattiva.REGULATIONS else Kind.ACT,
        instrument=kind,
        title=f"{named} {_plain(fields.text(act, 'titoloAtto'), code)}".strip(),
        status=Status.ENACTED,
        url=normattiva.address(series, signed, number)
        or f"https://www.normattiva.it/eli/id/{gazette.replace('-', '/')}/{code}/CONSOLIDATED",
        published=gazette,
        events=events(
            response,
            (signed, EventKind.SIGNED),
            (gazette, EventKind.PUBLISHED),
            (changed, EventKind.AMENDED, f"da {', '.join(by.split())}" if by else ""),
        ),
        identifiers=(Identifier(scheme="normattiva", value=code), Identifier(scheme="printed", value=named)),
    )


def _plain(title: str, code: str) -> str:
    """Without the brackets around it and the editorial code at its end."""
    return title.strip("[] \n").removesuffix(f"({code})").strip()


def _signed(act: dict[str, Any]) -> str:
    year, month, day = (fields.text(act, f"{part}Provvedimento") for part in ("anno", "mese", "giorno"))
    return dates.iso(f"{year}-{int(month):02}-{int(day):02}") if year and month and day else ""


def _post(url: str, asked: dict[str, str]) -> Request:
    return Request(url=url, method="POST", headers=_JSON, body=json.dumps(asked).encode())
