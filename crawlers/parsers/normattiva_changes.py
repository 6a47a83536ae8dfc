"""Normattiva's feed of changes: the acts of Italy changed since a day, each with its last change, then its first article."""

from collections.abc import Iterator

from crawlers import paging
from crawlers.parsers import normattiva
from crawlers.parsing import Aside, Declared, Finds, Matter, Request, Response, Source, Unreadable, ids, reading
from crawlers.places import italy
from crawlers.record import events, numbers, record
from crawlers.values import dates, fields
from crawlers.values.fields import Row, must, text
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1


def start(source: Source, since: str) -> Iterator[Request]:
    """What changed since the day; without one, since the day from which the entry wants changes (`from`)."""
    first = since or source.options["from"]
    last = dates.plus(first, 364)
    asked = {"dataInizioAggiornamento": f"{first}T00:00:00.000Z", "dataFineAggiornamento": f"{last}T23:59:59.000Z"}
    yield paging.posted(f"{source.urls[0]}/ricerca/aggiornati", asked)


def parse(response: Response, source: Source) -> Finds:
    answer = reading.json(response.body)
    if not isinstance(answer, dict) or "listaAtti" not in answer:
        yield from normattiva.parse(response, source)
        return
    if int(answer.get("numeroPagine") or 1) > 1:
        raise Unreadable("the list of changes has more pages than one, and Normattiva gives no way to ask for them")
    acts = fields.rows(answer, "listaAtti")
    yield Declared(int(text(answer, "numeroAttiTrovati") or len(acts)))
    yield from fields.each(acts, _act, source)
    if not acts:
        yield Aside("the list names no act: none was changed in these days")


def _act(act: Row, source: Source) -> Finds:
    yield _changed(act)
    asked = {"dataGU": must(act, "dataGU"), "codiceRedazionale": must(act, "codiceRedazionale")}
    yield paging.posted(f"{source.urls[0]}/atto/dettaglio-atto", asked)


def _changed(act: Row) -> Matter:
    """What the list says of an act; which act changed it is told by its editorial code alone."""
    kind, number = must(act, "denominazioneAtto"), text(act, "numeroProvvedimento")
    series = italy.series(kind)
    code, by = must(act, "codiceRedazionale"), text(act, "ultimiAttiModificanti")
    signed, gazette = italy.day(act, "Provvedimento"), dates.iso(text(act, "dataGU"))
    changed = dates.iso(text(act, "dataUltimaModifica"))
    year = text(act, "annoProvvedimento") or gazette[:4]
    named = text(act, "descrizioneAtto") or f"{kind} {number}/{year}"
    return record(
        id=ids.require(f"it/{series}/{year}-{number}" if int(number or 0) else f"it/{series}/{gazette[:4]}"),
        aliases=(f"it/normattiva/{ids.part(code)}",),
        kind=Kind.REGULATION if series in italy.REGULATIONS else Kind.ACT,
        instrument=kind,
        title=f"{named} {_plain(text(act, 'titoloAtto'), code)}".strip(),
        status=Status.ENACTED,
        url=italy.address(series, signed, number)
        or f"https://www.normattiva.it/eli/id/{gazette.replace('-', '/')}/{code}/CONSOLIDATED",
        events=events(
            (signed, EventKind.SIGNED),
            (gazette, EventKind.PUBLISHED),
            (changed, EventKind.AMENDED, f"da {', '.join(by.split())}" if by else ""),
        ),
        identifiers=numbers(("normattiva", code), ("printed", named)),
    )


def _plain(title: str, code: str) -> str:
    """Without the brackets around it and the editorial code at its end."""
    return title.strip("[] \n").removesuffix(f"({code})").strip()
