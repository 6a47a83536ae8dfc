"""Is a matter's summary older than its words: a bill may be gutted and keep its number, its title and its summary."""

from collections.abc import Iterable

from crawlers.matter import Matter
from index.changes import Change, What
from index.records import Records


def stale_since(changes: Iterable[Change]) -> str:
    """The instant at which a version replaced what the summary speaks of; empty when the summary is as new.

    `changes` are those of one matter in the order in which we learned them.
    """
    since = ""
    for change in changes:
        if change.what is What.TEXT and change.label == "replaced":
            since = change.learned
        elif change.what is What.FACTS and "summary" in change.label.split(","):
            since = ""
    return since


def summary_stale_since(records: Records, matter: Matter, until: str = "") -> str:
    """As we know it, or as we knew it before an instant."""
    return stale_since(records.changes("", until, matter=matter.id)) if matter.summary else ""
