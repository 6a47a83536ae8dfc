"""One sender at a time: two at once would plan and hand over the same mail twice."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crawlers.memory.lock import Busy, alone
from dashboard.mail.store import Store
from index.store.crawl_turns import taken


@contextmanager
def turn(store: Store) -> Iterator[None]:
    """Raises Busy while another process sends from this ledger; on PostgreSQL from any machine. Ends with the process."""
    database = store.engine.url.database
    if store.engine.dialect.name == "sqlite" and database:
        with alone(Path(database).parent, "mail", "a sending of mails"):
            yield
        return
    with taken(store, ["mail ledger"]) as held:
        if not held:
            raise Busy("another machine is sending mails from this ledger; wait for it")
        yield
