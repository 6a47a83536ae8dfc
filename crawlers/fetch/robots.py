"""robots.txt, read once a host before the first request goes out, with Crawl-delay."""

import asyncio
from collections import defaultdict
from typing import TYPE_CHECKING, Self, cast
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http.request import NO_CALLBACK

from crawlers.fetch.reach import Refused
from crawlers.fetch.why import UNANSWERED, why

if TYPE_CHECKING:
    from crawlers.crawl.spider import SourceSpider

NAME = "Amicus"  # the name by which a robots.txt may speak to us
_LONGEST_DELAY = 60.0  # seconds; what is longer is a mistake or means no


class Forbidden(IgnoreRequest):
    """robots.txt does not want this address asked."""


class Robots:
    """Every request waits for the rules of its host.

    Scrapy's own middleware lets the third and later requests of a first burst through, because they wait for one
    Deferred that only the first waiter gets a value from; here each host has a lock.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._locks: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._rules: dict[str, Protego | str] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raises Forbidden."""
        if request.meta.get("robots"):
            return
        parts = urlsplit(request.url)
        site = f"{parts.scheme}://{parts.netloc}"
        async with self._locks[site]:
            if site not in self._rules:
                self._rules[site] = await self._read(site, parts.hostname or "")
        rules = self._rules[site]
        if isinstance(rules, str):
            raise Forbidden(rules)
        if not rules.can_fetch(request.url, NAME):
            raise Forbidden(f"robots.txt of {parts.netloc} forbids this address")

    async def _read(self, site: str, host: str) -> Protego | str:
        """The rules; or why nothing may be asked (RFC 9309: what answers 5xx, or not at all, forbids all)."""
        request = Request(f"{site}/robots.txt", meta={"robots": True}, callback=NO_CALLBACK, dont_filter=True)
        assert self._crawler.engine
        try:
            response = await self._crawler.engine.download_async(request)
        except UNANSWERED as fault:
            return f"robots.txt of {host} cannot be read, so nothing is asked of it: {why(fault)}"
        except Refused:
            return Protego.parse("")  # it leads to another host: this one has no rules of its own
        if response.status >= 500 or response.status == 429:
            return f"robots.txt of {host} answers {response.status}, so nothing is asked of it now"
        rules = Protego.parse(response.text if response.status == 200 and hasattr(response, "encoding") else "")
        delay = min(rules.crawl_delay(NAME) or 0.0, _LONGEST_DELAY)
        gate = cast("SourceSpider", self._crawler.spider).gates.gate(host)
        gate.delay = max(gate.delay, delay)
        return rules
