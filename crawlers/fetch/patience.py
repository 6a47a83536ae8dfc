"""Ask again after 429, 503 and passing faults: when the host says, else ever later; give up after a few times."""

import time
from typing import TYPE_CHECKING, Self, cast
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawlers.fetch.gate import Gate, retry_after
from crawlers.fetch.why import PASSING

if TYPE_CHECKING:
    from crawlers.crawl.spider import SourceSpider

TRIES = 2  # more, after the first
_BUSY = {429, 503}  # all of the host waits, not only this request
_PASSING = {408, 500, 502, 504}
_LONGEST = 120.0  # seconds between two tries when the host does not say


class Patience:
    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        if response.status not in _BUSY | _PASSING:
            return response
        told = retry_after((response.headers.get("Retry-After") or b"").decode("latin-1"), time.time())
        return self._again(request, told, response.status in _BUSY) or response

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        return self._again(request, None, False) if isinstance(exception, PASSING) else None

    def _again(self, request: Request, told: float | None, busy: bool) -> Request | None:
        """The same request, to be asked after a pause; None when it was tried often enough."""
        tried = request.meta.get("tried", 0)
        gate = self._gate(request)
        if busy or tried < TRIES:
            gate.hold(told if told is not None else backoff(tried, gate.delay))
        if tried >= TRIES:
            return None
        return request.replace(meta={**request.meta, "tried": tried + 1}, dont_filter=True)

    def _gate(self, request: Request) -> Gate:
        spider = cast("SourceSpider", self._crawler.spider)
        return spider.gates.gate(urlsplit(request.url).hostname or "")


def backoff(tried: int, delay: float) -> float:
    """Seconds: four times the usual pause, then sixteen times."""
    return float(min(max(delay, 0.05) * 4 ** (tried + 1), _LONGEST))
