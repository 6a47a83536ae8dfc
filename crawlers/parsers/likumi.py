"""Likumi.lv: sitemaps lead to pages of laws, which law_page reads."""

from crawlers.files.reading import local
from crawlers.parsers import law_page
from crawlers.parsing import Finds, Request, Response, Source, reading

VERSION = 1


def parse(response: Response, source: Source) -> Finds:
    if b"<urlset" not in response.head and b"<sitemapindex" not in response.head:
        yield from law_page.parse(response, source)
        return
    for place in reading.xml(response.body).iter():
        if local(place) == "loc" and place.text:
            yield Request(url=place.text.strip())
