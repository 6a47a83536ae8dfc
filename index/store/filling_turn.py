"""Whose turn it is to fill a search index that several machines may write: one process of those that share the records."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from crawlers.memory import lock
from index.engines.engine import Busy
from index.store.crawl_turns import Held, taken

# the name of the turn among those of the sources, none of which has a space
_NAME = "search index"


@contextmanager
def turn(records: Held) -> Iterator[None]:
    """Goes with its process, however that ends. Raises Busy."""
    with ExitStack() as stack:
        if records.engine.dialect.name == "sqlite":
            try:
                stack.enter_context(lock.alone(Path(records.engine.url.database or "").parent, "index", _NAME))
            except lock.Busy as error:
                raise _busy() from error
        elif not stack.enter_context(taken(records, [_NAME])):
            raise _busy()
        yield


def _busy() -> Busy:
    return Busy("another process fills the search index from these records; try again when it is done")
