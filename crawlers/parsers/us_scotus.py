"""Dockets of the Supreme Court of the United States, as JSON and as pages."""

import re
from collections.abc import Iterator

from crawlers.courts import docket, names, scotus, scotus_page
from crawlers.courts.scotus import Docket
from crawlers.files import reading
from crawlers.matter import Text
from crawlers.parsing import Found, Matter, Response, Source, Unreadable
from crawlers.record import links, numbers, record, timeline
from crawlers.values import fields
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 2

_NUMBERS = re.compile(r"[\w:.-]*\d[\w:.-]*")


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
    court = names.court_id(case.lower_court)
    docketed = timeline(response, [(case.docketed, EventKind.DOCKETED, "Docketed")])
    return record(
        response,
        source,
        f"us_scotus/{VERSION}",
        id=f"us/scotus/{case.number}",
        aliases=(f"us-court/scotus/{case.number}",),
        kind=Kind.CASE,
        instrument="application" if _application(case) else "petition",
        title=caption(case),
        url=f"{scotus.SITE}/search.aspx?filename=/docket/docketfiles/html/public/{case.number}.html",
        status=status,
        status_as_of=day or case.as_of,
        source_status=words,
        published=case.docketed,
        events=(*docket.events(case.entries, response.snapshot), *docketed),
        texts=_questions(case, response),
        links=(
            *links(LinkKind.FOLLOWS, (f"us/{court}/{one}" for one in _NUMBERS.findall(case.lower_numbers) if court)),
            *links(LinkKind.RELATED, (f"us/scotus/{one}" for one in re.findall(r"\d{2}[-AM]\d+", case.linked))),
        ),
        people=tuple(dict.fromkeys(case.people)),
        identifiers=numbers(
            ("docket", f"No. {case.number}"),
            *(("lower court docket", f"{one}, {case.lower_court}") for one in _NUMBERS.findall(case.lower_numbers)),
        ),
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
    found = Text(
        id="qp.en", label="Questions presented", language="en", url=case.questions, media_type="application/pdf",
        snapshot=response.snapshot,
    )  # fmt: skip
    return (found,)
