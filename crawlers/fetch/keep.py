"""Archive every answer as it comes, before anybody reads, follows or repeats it."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self, cast

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawlers.fetch.archive import Answer

if TYPE_CHECKING:
    from crawlers.spider import SourceSpider


class Keep:
    """Leaves the number of the archived answer in `response.meta["answer"]`."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        spider = cast("SourceSpider", self._crawler.spider)
        row = request.meta.get("row")
        answer = Answer(
            source=spider.source.id,
            key=row.key if row else "",
            url=spider.secret.veil(response.url),
            status=response.status,
            headers=headers(response),
            body=response.body,
            fetched=datetime.now(UTC),
        )
        request.meta["kept"] = answer, spider.keep(answer)
        return response


def headers(response: Response) -> dict[str, str]:
    """Names in lower case, repeated ones joined."""
    return {
        name.decode("latin-1").lower(): ", ".join(value.decode("latin-1") for value in values)
        for name, values in response.headers.items()
    }
