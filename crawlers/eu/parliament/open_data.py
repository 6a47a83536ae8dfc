"""Items of Parliament's open data: their types, titles, activities, and what they belong to."""

import logging
from collections.abc import Iterator

from crawlers.eu.parliament import procedures
from crawlers.matter import Event
from crawlers.parsing import Source, Unreadable
from crawlers.values import dates
from crawlers.values.fields import Row, row, text, texts
from crawlers.vocabulary import Status

_PAPERS = {"TABLING_PLENARY", "PLENARY_VOTE_RESULTS", "PLENARY_ACTIVITY", "COMMITTEE_TABLING_AMENDMENT", "PLENARY_AMEND",
           "PLENARY_REFER_COMMITTEE_INTERINSTITUTIONAL_NEGOTIATIONS"}  # fmt: skip
_log = logging.getLogger(__name__)


def last(address: str) -> str:
    """REPORT_PLENARY from def/ep-document-types/REPORT_PLENARY."""
    return address.rpartition("/")[2]


def titled(item: Row, name: str, source: Source) -> tuple[str, str]:
    titles = {code: title for code, title in row(item, name).items() if isinstance(title, str) and title.strip()}
    if not titles:
        raise Unreadable(f"an item of the answer has no {name}")
    language = next((code for code in source.languages if code in titles), next(iter(titles)))
    return language, " ".join(titles[language].split())


def steps(item: Row) -> list[tuple[Event, Status]]:
    """Its dated activities in the order of days."""
    parts = item.get("consists_of")
    made = [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []
    known = {known for part in made if (known := _step(part))}
    return sorted(known, key=lambda step: (step[0].date, step[0].kind))


def _step(made: Row) -> tuple[Event, Status] | None:
    """A dated activity; one that we know no word for is left out, loudly."""
    day, code = dates.iso(text(made, "activity_date")), last(text(made, "had_activity_type"))
    if "-DEC-DCPL-" in text(made, "activity_id") and code not in procedures.ACTIVITIES:
        code = "DEC-DCPL"
    if code in procedures.ACTIVITIES and day:
        kind, status = procedures.ACTIVITIES[code]
        return Event(date=day, kind=kind, label=_called(code)), status
    if code and code not in _PAPERS:
        _log.warning("an activity of Parliament that is not mapped: %s", code)
    return None


def _called(code: str) -> str:
    """PLENARY_VOTE as words; a decision of the plenary has no type of its own, only a name."""
    return "Decision in plenary" if code == "DEC-DCPL" else code.replace("_", " ").capitalize()


def documents(item: Row) -> Iterator[str]:
    made = texts(item, "created_a_realization_of")
    return (id for name in made if (id := procedures.document(last(name))))


def procedures_of(item: Row) -> Iterator[str]:
    for name in texts(item, "inverse_created_a_realization_of"):
        if "/proc/" in name and (id := procedures.procedure(last(name))):
            yield id
