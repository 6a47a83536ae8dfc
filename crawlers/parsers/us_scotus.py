"""Dockets of the Supreme Court of the United States, as JSON and as pages."""

import re
from collections.abc import Iterator

from crawlers.courts import docket, names, scotus, scotus_page
from crawlers.courts.scotus import Docket
from crawlers.files import reading
from crawlers.matter import Event, Identifier, Link, Matter, Text
from crawlers.record import record
from crawlers.response import Found, Response, Unreadable
from crawlers.sources import Source
from crawlers.values import fields
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening == b"{":
        answer = fields.row(reading.json(response.body))
        if "CaseNumber" not in answer:
            raise Unreadable("the answer is no docket: it has no CaseNumber")
        yield _case(scotus.from_json(answer), response, source)
    else:
        yield _case(scotus_page.from_page(reading.html(response.body)), response, source)


def _case(case: Docket, response: Response, source: Source) -> Matter:
    status, words, day = docket.standing(case.entries)
    if _application(case) and status is Status.PENDING and (ruling := _ruling(case)):
        status, words, day = Status.DECIDED, ruling.words, ruling.day
    events = [*docket.events(case.entries, response.snapshot)]
    if case.docketed:
        events.append(Event(date=case.docketed, kind=EventKind.DOCKETED, label="Docketed", snapshot=response.snapshot))
    title = caption(case)
    return record(
        response,
        source,
        f"us_scotus/{VERSION}",
        id=f"us/scotus/{case.number}",
        aliases=(f"us-court/scotus/{case.number}",),
        kind=Kind.CASE,
        instrument="application" if _application(case) else "petition",
        title=title,
        url=f"{scotus.SITE}/search.aspx?filename=/docket/docketfiles/html/public/{case.number}.html",
        status=status,
        status_as_of=day or case.as_of,
        source_status=words,
        published=case.docketed,
        events=tuple(events),
        texts=_questions(case, response),
        links=tuple(_links(case)),
        people=tuple(dict.fromkeys(case.people)),
        identifiers=(Identifier(scheme="docket", value=f"No. {case.number}"), *_lower(case)),
    )


def caption(case: Docket) -> str:
    """Petitioner v. Respondent, without the words for their roles."""
    sides = [
        re.sub(r",? (?:Petitioner|Applicant|Appellant|Plaintiff)s?$", "", side)
        for side in (case.petitioner, case.respondent)
    ]
    return " v. ".join(filter(None, sides))


def _application(case: Docket) -> bool:
    return bool(re.match(r"\d{2}A", case.number))


def _ruling(case: Docket) -> docket.Entry | None:
    """An application ends with its grant or denial."""
    ruled = re.compile(rf"(?i)\({case.number}\)[^.]* (?:granted|denied|dismissed)")
    return next((entry for entry in reversed(case.entries) if ruled.search(entry.words)), None)


def _questions(case: Docket, response: Response) -> tuple[Text, ...]:
    if not case.questions:
        return ()
    label = "Questions presented"
    return (
        Text(
            id="qp.en",
            label=label,
            language="en",
            url=case.questions,
            media_type="application/pdf",
            snapshot=response.snapshot,
        ),
    )


def _links(case: Docket) -> Iterator[Link]:
    court = names.court_id(case.lower_court)
    for number in re.findall(r"[\w:.-]*\d[\w:.-]*", case.lower_numbers) if court else ():
        yield Link(kind=LinkKind.FOLLOWS, target=f"us/{court}/{number}")
    for number in re.findall(r"\d{2}[-AM]\d+", case.linked):
        yield Link(kind=LinkKind.RELATED, target=f"us/scotus/{number}")


def _lower(case: Docket) -> Iterator[Identifier]:
    for number in re.findall(r"[\w:.-]*\d[\w:.-]*", case.lower_numbers):
        yield Identifier(scheme="lower court docket", value=f"{number}, {case.lower_court}")
