"""Let archived answers go after the days that AMICUS_ARCHIVE_DAYS allows; what a record rests on stays."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from crawlers import settings
from crawlers.fault import Fault

if TYPE_CHECKING:
    from index.records import Records


class BadAge(Fault):
    """The setting is no number of days."""


def days_kept() -> int | None:
    """None: all is kept. Raises BadAge."""
    said = settings.setting("AMICUS_ARCHIVE_DAYS")
    if said and not (said.isdecimal() and 0 < int(said) < 100_000):
        raise BadAge(f"AMICUS_ARCHIVE_DAYS is {said!r}: set it to a number of days such as 365, or leave it empty")
    return int(said) if said else None


def prune(records: "Records", today: date) -> int:
    """Bytes freed. Raises Busy while a crawl uses the folder."""
    from crawlers.memory.lock import alone
    from crawlers.memory.prune import prune as let_go
    from crawlers.memory.state import open_state
    from index.store.archived import snapshots

    days, folder = days_kept(), settings.home()
    if days is None:
        return 0
    with alone(folder):
        connection = open_state(folder)
        freed = let_go(folder, connection, f"{today - timedelta(days=days)}T00:00:00Z", snapshots(records))
        connection.close()
    return freed
