"""Laws of Japan: what the service of e-Gov says of a version of a law, and where the law then stands."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Unpack

from crawlers.matter import Matter
from crawlers.record import Facts, events, numbers, record
from crawlers.values import dates
from crawlers.values.fields import Row, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, Status

_WORDS = Words("egov_law")
_ACTS = {"Constitution", "Act"}


class Version(NamedTuple):
    """Of a law of that form and printed number, made on one day; it applies from another, and a law made it (or none); it is called `names` for short.

    `revision` is what the service says of it beside the words, `seen` the instant at which it did.
    """

    form: str
    number: str
    made: str
    applies: str
    amender: str
    revision: Row
    seen: str
    names: Sequence[str] = ()


def law(version: Version, **facts: Unpack[Facts]) -> Matter:
    over = text(version.revision, "repeal_status").removeprefix("None")
    facts["kind"] = Kind.ACT if version.form in _ACTS else Kind.REGULATION
    facts["status"], facts["status_as_of"] = _standing(version, over)
    facts["source_status"] = over
    facts["events"] = events((version.made, EventKind.PUBLISHED), (version.applies, EventKind.APPLIES_FROM))
    facts["identifiers"] = numbers(("printed", version.number), *(("short title", name) for name in version.names))
    return record(**facts)


def _standing(version: Version, over: str) -> tuple[Status, str]:
    """A version that another law made is of a law that holds already, also where the version does not apply yet."""
    if (ended := _WORDS.status(over)) is not Status.UNKNOWN:
        return ended, dates.iso(text(version.revision, "repeal_date"))
    amended = bool((version.amender or text(version.revision, "amendment_law_id")).strip("0"))
    if not amended:
        return Status.ENACTED, version.made
    today = version.seen[:10] or date.today().isoformat()
    return Status.IN_FORCE, max(version.made, min(version.applies or version.made, today))
