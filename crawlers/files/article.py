"""The words of a page that has no structure of its own kind, without the menus, banners and footers around them."""

from crawlers.files import reading
from crawlers.files.reading import Element
from crawlers.response import Unreadable

_LEAST = 8  # words; what is shorter are the names of a menu


def body(page: bytes) -> Element:
    """Headings, paragraphs, lists and tables. Nothing is fetched. Raises Unreadable where nothing but surroundings is found."""
    import trafilatura

    root = reading.html(page)
    found = trafilatura.extract(
        root, output_format="html", include_tables=True, include_comments=False, favor_recall=True
    )
    article = reading.html(found.encode()) if found else None
    if article is None or len(reading.words(article).split()) < _LEAST:
        raise Unreadable("the page holds no article, only what surrounds one")
    return article
