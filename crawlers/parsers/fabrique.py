"""La Fabrique de la loi: the steps of a French bill through both chambers, as JSON."""

import re
from collections.abc import Iterator

from crawlers.matter import Text
from crawlers.parsing import Matter, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.record import Told, linked, links, numbers, record, timeline
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 2

_STEPS = {"depot": EventKind.INTRODUCED, "commission": EventKind.REPORTED, "hemicycle": EventKind.VOTE}
_STATES = {"depot": Status.INTRODUCED, "commission": Status.REPORTED, "hemicycle": Status.PASSED_ONE_CHAMBER}
_FAILED = (
    ("retir", Status.WITHDRAWN),
    ("retrait", Status.WITHDRAWN),
    ("reje", Status.REJECTED),
    ("caduc", Status.LAPSED),
)


def parse(response: Response, source: Source) -> Iterator[Matter]:
    bill = reading.json(response.body)
    if not isinstance(bill, dict) or "steps" not in bill or not text(bill, "senat_id"):
        raise Unreadable("the JSON is no bill of the Fabrique de la loi: it has no steps and no senat_id")
    number, ended = text(bill, "senat_id"), dates.iso(text(bill, "end_jo"))
    law = re.search(r"\d{4}-\d+", text(bill, "law_name"))
    steps = fields.rows(bill, "steps")
    status, said, day = (Status.ENACTED, "promulgation", ended) if ended else _standing(steps)
    yield record(
        id=f"fr/senat/{ids.part(number)}",
        kind=Kind.BILL,
        title=text(bill, "long_title"),
        title_native=text(bill, "short_title"),
        status=status,
        status_as_of=day,
        source_status=said,
        url=text(bill, "url_dossier_senat"),
        published=dates.iso(text(bill, "beginning")),
        events=timeline((*map(_step, steps), (ended, EventKind.PUBLISHED, "Journal officiel", text(bill, "url_jo")))),
        texts=tuple(_texts(steps)),
        links=links(LinkKind.BECOMES, [f"fr/loi/{law[0]}"] if law else []),
        identifiers=numbers(
            ("senat", number), ("an", text(bill, "assemblee_id")), ("jorf", text(bill, "legifrance_cidTexte"))
        ),
    )


def _label(step: Row) -> str:
    return " ".join(filter(None, (text(step, name) for name in ("institution", "stage", "step"))))


def _step(step: Row) -> Told:
    """A step that failed (rejected, withdrawn) says how."""
    label = " ".join(filter(None, (_label(step), text(step, "echec"))))
    return (
        dates.iso(text(step, "date")),
        _STEPS.get(text(step, "step"), EventKind.OTHER),
        label,
        text(step, "source_url"),
    )


def _standing(steps: list[Row]) -> tuple[Status, str, str]:
    """By the last step: failed, else as far as the bill had come; what a chamber has passed stays so before the other."""
    status, said, day = Status.UNKNOWN, "", ""
    for step in steps:
        failed, name = text(step, "echec").lower(), text(step, "step")
        reached = next((found for word, found in _FAILED if word in failed), None) or _STATES.get(name, status)
        passed = status is Status.PASSED_ONE_CHAMBER and reached in {Status.INTRODUCED, Status.REPORTED}
        status, said, day = (
            Status.PASSED_ONE_CHAMBER if passed else reached,
            _label(step),
            dates.iso(text(step, "date")),
        )
    return status, said, day


def _texts(steps: list[Row]) -> Iterator[Text]:
    """The text of each step of the chambers, by the name of its file."""
    for step in steps:
        address = text(step, "source_url")
        if address and text(step, "step") in _STEPS:
            day, name = dates.iso(text(step, "date")), address.rpartition("/")[2].partition(".")[0]
            facts = {"id": f"{ids.part(name or 'texte')}.fr", "label": _label(step)}
            yield from linked("fr", day, address, "text/html", **facts)
