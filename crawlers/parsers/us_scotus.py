"""Dockets of the Supreme Court of the United States, as JSON and as pages."""

from crawlers.courts import docket, names, scotus, scotus_page
from crawlers.courts.case import case as case_of
from crawlers.courts.scotus import Docket
from crawlers.parsing import Finds, Matter, Response, Source, Unreadable, fields, reading
from crawlers.record import linked, links, numbers, timeline
from crawlers.vocabulary import EventKind, LinkKind

VERSION = 4


def parse(response: Response, source: Source) -> Finds:
    if response.opening == b"{":
        answer = fields.row(reading.json(response.body))
        if "CaseNumber" not in answer:
            raise Unreadable("the answer is no docket: it has no CaseNumber")
        yield _case(scotus.from_json(answer))
    else:
        yield _case(scotus_page.from_page(reading.html(response.body)))


def _case(case: Docket) -> Matter:
    status, words, day = scotus.standing(case)
    court, lower = names.court_id(case.lower_court), scotus.lower(case)
    docketed = timeline([(case.docketed, EventKind.DOCKETED, "Docketed")])
    return case_of(
        f"scotus/{case.number}",
        case.number,
        instrument=scotus.instrument(case.number),
        title=scotus.caption(case),
        url=f"{scotus.SITE}/search.aspx?filename=/docket/docketfiles/html/public/{case.number}.html",
        status=status,
        status_as_of=day or case.as_of,
        source_status=words,
        published=case.docketed,
        events=(*docketed, *docket.events(case.entries)),
        texts=linked("en", "", case.questions, "application/pdf", id="qp.en", label="Questions presented"),
        links=(
            *links(LinkKind.FOLLOWS, (f"us/{court}/{one}" for one in lower if court)),
            *links(LinkKind.RELATED, (f"us/scotus/{one}" for one in scotus.related(case))),
        ),
        people=tuple(dict.fromkeys(case.people)),
        identifiers=numbers(*(("lower court docket", f"{one}, {case.lower_court}") for one in lower)),
    )
