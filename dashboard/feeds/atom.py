"""Atom (RFC 4287) and JSON Feed 1.1 of the same entries."""

import json

from lxml import etree

from dashboard.feeds.item import Feed, Item
from dashboard.views.text import web

ATOM = "http://www.w3.org/2005/Atom"


def atom(feed: Feed) -> bytes:
    """Bytes with an XML declaration; words of sources are text, never markup."""
    root = etree.fromstring(f'<feed xmlns="{ATOM}"/>')
    root.set("{http://www.w3.org/XML/1998/namespace}lang", feed.language)
    _add(root, "id", feed.url)
    _add(root, "title", feed.title)
    _add(root, "updated", feed.updated)
    _add(root, "subtitle", feed.fresh)
    _link(root, "self", feed.url)
    _link(root, "alternate", feed.home)
    author = etree.SubElement(root, f"{{{ATOM}}}author")
    _add(author, "name", "Amicus")
    for item in feed.items:
        _entry(root, item)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _entry(root: etree._Element, item: Item) -> None:
    entry = etree.SubElement(root, f"{{{ATOM}}}entry")
    _add(entry, "id", item.id)
    _add(entry, "title", item.title)
    _add(entry, "updated", item.updated)
    _link(entry, "alternate", item.url)
    _add(entry, "summary", item.words)
    for category in item.categories:
        etree.SubElement(entry, f"{{{ATOM}}}category", term=category)


def _add(parent: etree._Element, name: str, words: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}{name}").text = words


def _link(parent: etree._Element, rel: str, url: str) -> None:
    if web(url):
        etree.SubElement(parent, f"{{{ATOM}}}link", rel=rel, href=url)


def json_feed(feed: Feed) -> bytes:
    """`_amicus.checked` is our own freshness stamp."""
    content = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "language": feed.language,
        "home_page_url": feed.home,
        "feed_url": feed.url,
        "description": feed.fresh,
        "_amicus": {"checked": feed.checked},
        "items": [_json(item) for item in feed.items],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _json(item: Item) -> dict[str, object]:
    return {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "content_text": item.words,
        "date_published": item.updated,
        "tags": list(item.categories),
    }
