"""La Fabrique de la loi: the steps of a French bill through both chambers, as JSON."""

from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Identifier, Link, Matter
from crawlers.record import record
from crawlers.response import Response, Unreadable
from crawlers.sources import Source
from crawlers.values import dates, fields
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_STEPS = {"depot": EventKind.INTRODUCED, "commission": EventKind.REPORTED, "hemicycle": EventKind.VOTE}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    bill = reading.json(response.body)
    if not isinstance(bill, dict) or "steps" not in bill or not bill.get("senat_id"):
        raise Unreadable("the JSON is no bill of the Fabrique de la loi: it has no steps and no senat_id")
    law = bill.get("law_name") or ""
    yield record(
        response,
        source,
        f"fabrique/{VERSION}",
        id=ids.require(f"fr/senat/{bill['senat_id']}"),
        kind=Kind.BILL,
        title=bill["long_title"],
        status=Status.ENACTED if bill.get("end_jo") else Status.UNKNOWN,
        status_as_of=bill.get("end_jo") or "",
        url=bill.get("url_dossier_senat") or "",
        published=dates.iso(bill.get("beginning")),
        events=tuple(
            Event(
                date=step["date"],
                kind=_STEPS.get(step.get("step", ""), EventKind.OTHER),
                label=" ".join(step[name] for name in ("institution", "stage", "step") if step.get(name)),
                snapshot=response.snapshot,
            )
            for step in fields.rows(bill, "steps")
            if dates.iso(step.get("date"))
        ),
        links=(Link(kind=LinkKind.BECOMES, target=f"fr/loi/{law}"),) if law else (),
        identifiers=(Identifier(scheme="senat", value=bill["senat_id"]),),
    )
