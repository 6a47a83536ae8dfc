"""The one process in which all spiders run, and how it is stopped."""

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess

from crawlers.fetch.gate import Gates


class Process(AsyncCrawlerProcess):
    """On an interrupt, or when the time is over, what waits is let go and what is under way comes to its end."""

    def __init__(self, settings: Mapping[str, Any], gates: Gates) -> None:
        for name in ("scrapy", "twisted"):  # what goes wrong is told by verdicts
            logging.getLogger(name).propagate = False
        super().__init__(dict(settings))
        self._gates = gates

    async def stop(self) -> None:
        """Spiders end by themselves once nothing passes the gates; stopped from outside while it starts, Scrapy hangs."""
        self._gates.close()
        await self.join()

    def run(self, seconds: float) -> None:
        """Until all is done; at most so long, if not 0."""
        if seconds:
            asyncio.get_event_loop().call_later(seconds, self._gates.close)
        self.start()
