"""The last step before the network: no request goes out that has not passed reach and gate, no answer goes unkept."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.http import Response

from crawlers.fetch import reach
from crawlers.fetch.bearer import Bearer
from crawlers.files.whole import NO_END
from crawlers.memory.archive import Answer

if TYPE_CHECKING:
    from crawlers.crawl.spider import SourceSpider


class PoliteHandler(HTTP11DownloadHandler):
    """Used for http and https; every other scheme has no handler at all.

    An answer is unpacked and archived while its place in the gate is still held: a kill can cost only the requests
    that politeness lets out at once. What is redirected or asked again later is kept too.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._compression = HttpCompressionMiddleware.from_crawler(crawler)
        self._bearer: Bearer | None = None

    async def download_request(self, request: Request) -> Response:
        """A token that is not taken is asked for anew, once."""
        bearer = self._signer()
        signed = bearer is not None and await bearer.sign(request)
        response = await self._kept(request)
        if bearer and signed and response.status == 401:
            bearer.refused(request)
            await bearer.sign(request)
            response = await self._kept(request)
        return response

    def _signer(self) -> Bearer | None:
        spider = self._spider()
        if spider.source.token and not self._bearer:
            self._bearer = Bearer(spider.source, spider.secret, self._exchanged)
        return self._bearer

    async def _kept(self, request: Request) -> Response:
        return await self._exchanged(request, self._keep)

    async def _exchanged(
        self, request: Request, keep: Callable[[Request, Response], None] = lambda _request, _response: None
    ) -> Response:
        spider = self._spider()
        host = reach.require(request.url, spider.source.hosts)
        async with spider.gates.gate(host):
            spider.sent()
            response = cast(Response, self._compression.process_response(request, await self.fetch(request)))
            keep(request, response)
        return response

    def _keep(self, request: Request, response: Response) -> None:
        spider = self._spider()
        row = request.meta.get("row")
        said = headers(response) | ({NO_END: "unknown"} if "partial" in response.flags else {})
        answer = Answer(
            source=spider.source.id,
            key=row.key if row else "",
            url=spider.secret.veil(response.url),
            status=response.status,
            headers={name: self._scrub(value.encode("latin-1")).decode("latin-1") for name, value in said.items()},
            body=self._scrub(response.body),
            fetched=datetime.now(UTC),
        )
        spider.keep(request, answer)

    def _scrub(self, words: bytes) -> bytes:
        words = self._spider().secret.scrub(words)
        return self._bearer.scrub(words) if self._bearer else words

    def _spider(self) -> "SourceSpider":
        return cast("SourceSpider", self._crawler.spider)

    async def fetch(self, request: Request) -> Response:
        """One exchange with the host."""
        return await super().download_request(request)


def headers(response: Response) -> dict[str, str]:
    """Names in lower case, repeated ones joined."""
    return {
        name.decode("latin-1").lower(): ", ".join(value.decode("latin-1") for value in values)
        for name, values in response.headers.items()
    }
