"""The last step before the network: no request goes out that has not passed reach and gate, no answer goes unkept."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.http import Response

from crawlers.fetch import reach
from crawlers.fetch.archive import Answer

if TYPE_CHECKING:
    from crawlers.spider import SourceSpider


class PoliteHandler(HTTP11DownloadHandler):
    """Used for http and https; every other scheme has no handler at all.

    An answer is unpacked and archived while its place in the gate is still held: a kill can cost only the requests
    that politeness lets out at once. What is redirected or asked again later is kept too.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._compression = HttpCompressionMiddleware.from_crawler(crawler)

    async def download_request(self, request: Request) -> Response:
        spider = cast("SourceSpider", self._crawler.spider)
        host = reach.require(request.url, spider.source.hosts)
        async with spider.gates.gate(host):
            spider.sent()
            response = cast(Response, self._compression.process_response(request, await self.fetch(request)))
            spider.keep(request, _answer(request, response, spider))
        return response

    async def fetch(self, request: Request) -> Response:
        """One exchange with the host."""
        return await super().download_request(request)


def _answer(request: Request, response: Response, spider: "SourceSpider") -> Answer:
    row = request.meta.get("row")
    return Answer(
        source=spider.source.id,
        key=row.key if row else "",
        url=spider.secret.veil(response.url),
        status=response.status,
        headers=headers(response),
        body=response.body,
        fetched=datetime.now(UTC),
    )


def headers(response: Response) -> dict[str, str]:
    """Names in lower case, repeated ones joined."""
    return {
        name.decode("latin-1").lower(): ", ".join(value.decode("latin-1") for value in values)
        for name, values in response.headers.items()
    }
