"""La Fabrique de la loi: the steps of a French bill through both chambers, as JSON."""

from collections.abc import Iterator

from crawlers.parsing import Matter, Response, Source, Unreadable, ids, reading
from crawlers.record import Told, links, numbers, record, timeline
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_STEPS = {"depot": EventKind.INTRODUCED, "commission": EventKind.REPORTED, "hemicycle": EventKind.VOTE}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    bill = reading.json(response.body)
    if not isinstance(bill, dict) or "steps" not in bill or not text(bill, "senat_id"):
        raise Unreadable("the JSON is no bill of the Fabrique de la loi: it has no steps and no senat_id")
    number, law, ended = text(bill, "senat_id"), text(bill, "law_name"), dates.iso(text(bill, "end_jo"))
    yield record(
        id=f"fr/senat/{ids.part(number)}",
        kind=Kind.BILL,
        title=text(bill, "long_title"),
        status=Status.ENACTED if ended else Status.UNKNOWN,
        status_as_of=ended,
        url=text(bill, "url_dossier_senat"),
        published=dates.iso(text(bill, "beginning")),
        events=timeline(map(_step, fields.rows(bill, "steps"))),
        links=links(LinkKind.BECOMES, [f"fr/loi/{law}"] if law else []),
        identifiers=numbers(("senat", number)),
    )


def _step(step: Row) -> Told:
    label = " ".join(filter(None, (text(step, name) for name in ("institution", "stage", "step"))))
    return dates.iso(text(step, "date")), _STEPS.get(text(step, "step"), EventKind.OTHER), label
