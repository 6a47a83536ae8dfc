"""Dossiers of legislative procedures in CELLAR notices."""

from collections.abc import Iterator

from crawlers.eu import notices
from crawlers.eu.parliament import procedures
from crawlers.files import reading
from crawlers.matter import Event
from crawlers.parsing import Element, Matter, Source, Unreadable
from crawlers.record import HERE, links, record
from crawlers.record import numbers as printed
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

# Codes of the authority table "event": what the institutions did with the proposal.
_EVENTS = {
    "ADP_byCOM": (EventKind.INTRODUCED, Status.INTRODUCED),
    "ADP_FRM_byCOM": (EventKind.INTRODUCED, Status.INTRODUCED),
    "TRS_toCONSIL": (EventKind.REFERRED, Status.INTRODUCED),
    "TRS_EP": (EventKind.REFERRED, Status.INTRODUCED),
    "OPI_R1_byEP": (EventKind.PASSED_ONE_CHAMBER, Status.PASSED_ONE_CHAMBER),
    "ADP_R1_POS_byEP": (EventKind.PASSED_ONE_CHAMBER, Status.PASSED_ONE_CHAMBER),
    "APR_R1_byCONSIL": (EventKind.PASSED, Status.PASSED),
    "SIGN_byEP_CONSIL": (EventKind.SIGNED, Status.PASSED),
    "PUB_OJ": (EventKind.PUBLISHED, Status.ENACTED),
    "WDW_byCOM": (EventKind.WITHDRAWN, Status.WITHDRAWN),
}


def matter(dossier: Element, root: Element, source: Source) -> Matter:
    """One matter under the number of the Commission's proposal where the notice names it."""
    reference = notices.value(dossier, "PROCEDURE_CODE_INTERINSTITUTIONAL_REFERENCE_PROCEDURE") or next(
        notices.same(dossier, "procedure"), ""
    )
    own = procedures.procedure(reference.replace("_", "/"))
    proposal = procedures.first_proposal(id.text or "" for id in root.iter("IDENTIFIER"))
    if not own and not proposal:
        raise Unreadable("the dossier names neither its procedure nor its proposal")
    titles = notices.titles([*dossier.findall("DOSSIER_TITLE"), *dossier.findall("TITLE")])
    language = next((code for code in source.languages if code in titles), next(iter(titles), "en"))
    steps = sorted(filter(None, map(_step, root.iter("EVENT"))), key=lambda step: step[0].date)
    status = steps[-1][1] if steps else Status.INTRODUCED
    if notices.value(dossier, "DOSSIER_WITHDRAWN-PROPOSAL") == "true":
        status = Status.WITHDRAWN
    return record(
        language=language,
        id=f"eu/celex/{proposal}" if proposal else own,
        aliases=(own, *procedures.names(own)) if proposal and own else procedures.names(own),
        kind=Kind.BILL,
        instrument=procedures.proposed(titles.get("en", "")),
        title=titles.get(language, ""),
        url=procedures.file(own) if own else HERE,
        status=status,
        status_as_of=steps[-1][0].date if steps else "",
        published=steps[0][0].date if steps else "",
        events=tuple(step[0] for step in steps),
        links=links(LinkKind.BECOMES, (f"eu/celex/{id}" for id in [*_produced(dossier)][:1])),
        identifiers=printed(("procedure", procedures.printed(own))),
    )


def _step(event: Element) -> tuple[Event, Status] | None:
    """A dated step whose code we know; distribution of papers inside an institution is none."""
    code = reading.words(event.find("EVENT_LEGAL_HAS_TYPE_CONCEPT_TYPE_EVENT_LEGAL/URI/IDENTIFIER"))
    day = dates.iso(notices.value(event, "EVENT_LEGAL_DATE") or notices.value(event, "DATE"))
    if code not in _EVENTS or not day:
        return None
    kind, status = _EVENTS[code]
    return Event(date=day, kind=kind), status


def _produced(dossier: Element) -> Iterator[str]:
    for act in dossier.iter("DOSSIER_PRODUCES_RESOURCE_LEGAL"):
        yield from (id for id in notices.same(act, "celex") if id.startswith("3"))
