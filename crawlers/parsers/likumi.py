"""Likumi.lv: sitemaps lead to pages of laws, which law_page reads."""

from crawlers import paging
from crawlers.parsers import law_page
from crawlers.parsing import Finds, Request, Response, Source, reading

VERSION = 2


def parse(response: Response, source: Source) -> Finds:
    if b"<urlset" not in response.head and b"<sitemapindex" not in response.head:
        yield from law_page.parse(response, source)
        return
    yield from (Request(url=entry.url) for entry in paging.sitemap(reading.xml(response.body)))
