"""Dossiers of legislative procedures in CELLAR notices."""

import logging
import re
from collections.abc import Iterator

from crawlers.eu import notices
from crawlers.eu.facts import Step, words
from crawlers.eu.parliament import procedures
from crawlers.files import reading
from crawlers.matter import Event, Person
from crawlers.parsing import Element, Matter, Source, Unreadable
from crawlers.record import HERE, links, record
from crawlers.record import numbers as printed
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

_ROLES = {"EVENT_LEGAL_RESPONSIBILITY_OF_PERSON": "responsible", "EVENT_LEGAL_REPORTED_BY_PERSON": "rapporteur"}
_log = logging.getLogger(__name__)


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
    steps = sorted(filter(None, map(_step, root.iter("EVENT"))), key=lambda step: step[:2])
    moves = [(event.date, step.status) for _, _, event, step in steps if step.status]
    adopted = Status.PASSED if notices.value(dossier, "DOSSIER_ADOPTED-PROPOSAL") == "true" else Status.INTRODUCED
    as_of, status = moves[-1] if moves else ("", adopted)
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
        status_as_of=as_of,
        events=tuple(dict.fromkeys(event for _, _, event, _ in steps)),
        people=tuple(dict.fromkeys(_people(root))),
        links=links(LinkKind.BECOMES, (f"eu/celex/{id}" for id in [*_produced(dossier)][:1])),
        identifiers=printed(("procedure", procedures.printed(own))),
    )


def _step(event: Element) -> tuple[str, int, Event, Step] | None:
    """A dated step by its day and its place in a procedure; one whose code we do not know is told loudly and moves nothing."""
    concept = event.find("EVENT_LEGAL_HAS_TYPE_CONCEPT_TYPE_EVENT_LEGAL")
    day = dates.iso(notices.value(event, "EVENT_LEGAL_DATE") or notices.value(event, "DATE"))
    if concept is None or not day:
        return None
    code, said = reading.words(concept.find("URI/IDENTIFIER")), reading.words(concept.find("PREFLABEL"))
    known = words().steps
    at = next((at for at, step in enumerate(known) if re.fullmatch(step.code, code)), len(known))
    if at == len(known):
        _log.warning("eu.yaml: a step of a procedure that is not mapped: %r", code)
    step = known[at] if at < len(known) else Step(code=code, kind=EventKind.OTHER)
    return day, at, Event(date=day, kind=step.kind, label=said or code), step


def _people(root: Element) -> Iterator[Person]:
    for event in root.iter("EVENT"):
        for name, role in _ROLES.items():
            for person in event.iterfind(name):
                yield from (Person(name=known.strip(), role=role) for known in notices.same(person, "agent"))


def _produced(dossier: Element) -> Iterator[str]:
    for act in dossier.iter("DOSSIER_PRODUCES_RESOURCE_LEGAL"):
        yield from (id for id in notices.same(act, "celex") if id.startswith("3"))
