"""e-Gov Law, Japan: a law with its words, in the Standard Law XML."""

import re
from datetime import date

from crawlers.files.reading import local, words
from crawlers.parsing import Element, Matter, Response, dates
from crawlers.record import HERE, events, numbers, record, worded
from crawlers.texts import egov
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, Kind, Status

_NAMED = re.compile(r"(?<![0-9A-Z])(\d{3}[A-Z]{1,2}[0-9A-Z]{10,12})(?:_(\d{8})(?:_([0-9A-Z]{13,17}))?)?")
_OVER = {"Repeal": Status.REPEALED, "Expire": Status.REPEALED, "LossOfEffectiveness": Status.REPEALED,
         "Suspend": Status.SUSPENDED}  # fmt: skip
ACTS = {"Constitution", "Act"}


def law(law: Element, response: Response, revision: Row) -> Matter:
    """As the file or the address names its version, or what the service says of it beside the words."""
    title = next((words(element) for element in law.iter() if local(element) == "LawTitle"), "")
    number = next((words(element) for element in law.iter() if local(element) == "LawNum"), "")
    names = (text(revision, "law_revision_id"), response.url, response.name)
    named = next((found for name in names if (found := _NAMED.search(name))), None)
    day = dates.iso(text(revision, "amendment_enforcement_date") or (named[2] if named else ""))
    promulgated = egov.promulgated(law)
    status, since = standing(revision, named[3] if named else "", day or promulgated, promulgated, response.fetched)
    body = next((element for element in law if local(element) == "LawBody"), law)
    return record(
        id=f"jp/law/{named[1] if named else egov.number(law)}",
        provisional=named is None,
        kind=Kind.ACT if law.get("LawType") in ACTS else Kind.REGULATION,
        instrument=law.get("LawType", ""),
        title=title or number,
        title_native=title,
        status=status,
        status_as_of=since,
        source_status=text(revision, "repeal_status").removeprefix("None"),
        url=f"https://laws.e-gov.go.jp/law/{named[1]}" if named else HERE,
        events=events((promulgated, EventKind.PUBLISHED), (day, EventKind.APPLIES_FROM)),
        identifiers=numbers(("printed", number)),
        texts=worded("ja", day or promulgated, egov.units(body), "application/xml"),
    )


def standing(revision: Row, amender: str, day: str, made: str, fetched: str) -> tuple[Status, str]:
    """A version that another law made is of a law that holds already, also where the version does not apply yet."""
    over = _OVER.get(text(revision, "repeal_status"))
    if over:
        return over, dates.iso(text(revision, "repeal_date"))
    amended = bool((amender or text(revision, "amendment_law_id")).strip("0"))
    if not amended:
        return Status.ENACTED, made
    return Status.IN_FORCE, max(made, min(day, fetched[:10] or date.today().isoformat()))
