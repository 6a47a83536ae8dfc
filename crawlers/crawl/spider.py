"""The one spider: asks what the frontier holds, and gives every answer to the harvest."""

from collections.abc import AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Any

import scrapy
from scrapy.http import Response

from crawlers.crawl.harvest import Harvest
from crawlers.fault import Unkept
from crawlers.fetch import policy
from crawlers.fetch.ask import Row
from crawlers.fetch.gate import Gates, Later
from crawlers.fetch.why import why
from crawlers.memory.archive import Answer
from crawlers.memory.state import storing

if TYPE_CHECKING:
    from scrapy import Request

_CHUNK = 100  # lines of the frontier read at once


class SourceSpider(scrapy.Spider):
    """Runs any source. `limit` bounds its requests (0: none); `moved` is called after each. `broken`: nothing can be kept."""

    name = "source"
    handle_httpstatus_list = (304,)

    def __init__(self, harvest: Harvest, gates: Gates, limit: int, moved: Callable[[], None]) -> None:
        super().__init__()
        self.harvest, self.gates, self._limit, self._moved = harvest, gates, limit, moved
        self.source, self.secret = harvest.source, harvest.secret
        self._ready: list[Row] = []
        self._under_way: set[int] = set()
        self._asked = 0
        self.stopped = ""
        self.broken: Unkept | None = None

    async def start(self) -> AsyncIterator[Any]:
        """First what a killed run left unread in the archive, then as many requests as may be under way."""
        self._do(self._unread)
        for request in self._more():
            yield request

    def _unread(self) -> None:
        for row in self.harvest.frontier.unstored():
            if row.answer is not None:
                self.harvest.read(row, self.harvest.archive.answer(row.answer))
        self.harvest.basket.empty()

    def sent(self) -> None:
        """A request goes out now, robots.txt and repetitions included."""
        self.harvest.tally.requests += 1

    def keep(self, request: "Request", answer: Answer) -> None:
        """Into the archive, committed; the callback finds it in the request's meta."""
        self._do(lambda: self.harvest.keep(request.meta.get("row"), answer))
        request.meta["kept"] = answer

    def answered(self, response: Response) -> "Iterator[Request]":
        row: Row = response.meta["row"]
        self._do(lambda: self.harvest.read(row, response.meta["kept"]))
        yield from self._next(row)

    def missed(self, failure: Any) -> "Iterator[Request]":
        row: Row = failure.request.meta["row"]
        if isinstance(failure.value, Later):
            self.stopped = str(failure.value)
        else:
            self._do(lambda: self.harvest.missed(row, why(failure.value)))
        yield from self._next(row)

    def _do(self, work: Callable[[], None]) -> None:
        """What cannot be kept ends the whole run: it is asked for again by the next. After that nothing is tried."""
        if self.broken:
            return
        try:
            with storing(self.harvest.archive.home):
                work()
        except Unkept as fault:
            self.broken, self.stopped = fault, str(fault)
            self.gates.close()

    def _next(self, row: Row) -> "Iterator[Request]":
        self._under_way.discard(row.id)
        self._moved()
        yield from self._more()

    def _more(self) -> "Iterator[Request]":
        while len(self._under_way) < policy.AT_ONCE and not self.stopped:
            if self._limit and self._asked >= self._limit:
                self.stopped = f"stopped after {self._limit} requests"
                return
            row = self._take()
            if row is None:
                return
            self._under_way.add(row.id)
            self._asked += 1
            yield self._request(row)

    def _take(self) -> Row | None:
        if not self._ready:
            self._ready = self.harvest.frontier.queued(_CHUNK, self._under_way)[::-1]
        return self._ready.pop() if self._ready else None

    def _request(self, row: Row) -> "Request":
        show = self.secret.show
        headers = {name: show(value) for name, value in (*self._own_headers(), *row.ask.headers.items())}
        return scrapy.Request(
            show(row.ask.url),
            method=row.ask.method,
            headers=headers | self._validators(row),
            body=show(row.ask.body).encode("utf-8", "surrogateescape"),
            callback=self.answered,
            errback=self.missed,
            dont_filter=True,
            meta={"row": row},
        )

    def _own_headers(self) -> Iterator[tuple[str, str]]:
        """Those that every request of the source bears (options: `header X-Api-Key`), the key written {key}."""
        for name, value in self.source.options.items():
            if name.startswith("header "):
                yield name.removeprefix("header "), value

    def _validators(self, row: Row) -> dict[str, str]:
        """Ours alone: what is kept of the address is asked for again only if it changed."""
        page = self.harvest.pages.get(row.key)
        if page is None:
            return {}
        asked = {"If-None-Match": page.etag, "If-Modified-Since": page.modified}
        return {name: value for name, value in asked.items() if value}
