"""The last step before the network: no request goes out that has not passed reach and gate."""

from typing import TYPE_CHECKING, cast

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.http import Response

from crawlers.fetch import reach

if TYPE_CHECKING:
    from crawlers.spider import SourceSpider


class PoliteHandler(HTTP11DownloadHandler):
    """Used for http and https; every other scheme has no handler at all."""

    async def download_request(self, request: Request) -> Response:
        spider = cast("SourceSpider", self._crawler.spider)
        host = reach.require(request.url, spider.source.hosts)
        async with spider.gates.gate(host):
            spider.sent()
            return await self.fetch(request)

    async def fetch(self, request: Request) -> Response:
        """One exchange with the host."""
        return await super().download_request(request)
