"""Read archived answers again with today's parser, without a request."""

from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from crawlers import settings
from crawlers.crawl.harvest import Harvest
from crawlers.crawl.sink import Sink
from crawlers.fetch.ask import CANARY, Row
from crawlers.memory.archive import Archive, Lost
from crawlers.memory.lock import alone
from crawlers.memory.pages import Page
from crawlers.memory.state import open_state
from crawlers.response import Unreadable
from crawlers.sources import Source


class Reread(NamedTuple):
    """Counts; `faults` are sentences, one for each page that could not be read."""

    pages: int
    matters: int
    new: int
    changed: int
    faults: tuple[str, ...]


def reparse(source: Source, sink: Sink, *, everything: bool = False, home: Path | None = None) -> Reread:
    """Pages that another version of the parser read last, or all of them. Raises Busy during a crawl."""
    folder = home or settings.home()
    with alone(folder):
        connection = open_state(folder)
        archive = Archive(folder, connection)
        harvest = Harvest(source, connection, archive, sink)
        pages = [page for page in harvest.pages.all() if everything or page.stamp != harvest.stamp]
        pages = [page for page in pages if page.stamp != CANARY]
        for page in pages:
            _read(harvest, archive, page)
        harvest.basket.empty()
        connection.close()
    tally, basket = harvest.tally, harvest.basket
    return Reread(len(pages), tally.fetched, basket.new, basket.changed, tuple(tally.faults))


def _read(harvest: Harvest, archive: Archive, page: Page) -> None:
    row = Row(id=0, key=page.key, ask=page.ask)
    try:
        answer = archive.answer(archive.newest(harvest.source.id, page.key, page.snapshot))
        harvest.reread(row, answer, replace(page, stamp=harvest.stamp))
    except (Lost, Unreadable) as reason:
        harvest.tally.fault(page.ask.url, str(reason))
