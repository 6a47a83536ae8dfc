"""An Atom feed (RFC 4287) of entries; the same entries give the same bytes."""

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from dashboard.views.text import clean, line, short

SPACE = "http://www.w3.org/2005/Atom"


class Entry(NamedTuple):
    """`id` names the entry for ever; `at` is an instant with Z; `href` an address of ours."""

    id: str
    title: str
    href: str
    at: str
    words: str = ""


def feed(title: str, self_href: str, site: str, entries: Iterable[Entry], at: str) -> bytes:
    """`site` is the address of this server, without a slash at its end. `at` stands where there is no entry."""
    listed = list(entries)
    root = etree.Element("feed", nsmap={None: SPACE})  # type: ignore[dict-item]
    _add(root, "title", _plain(title))
    _add(root, "id", f"{site}{self_href}")
    _add(root, "updated", max((entry.at for entry in listed), default=at))
    etree.SubElement(root, "link", rel="self", href=f"{site}{self_href}")
    _add(etree.SubElement(root, "author"), "name", "Amicus")
    for entry in listed:
        _entry(root, entry, site)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))


def _entry(root: etree._Element, entry: Entry, site: str) -> None:
    item = etree.SubElement(root, "entry")
    _add(item, "title", _plain(entry.title))
    _add(item, "id", f"tag:amicus,2026:{entry.id}")
    _add(item, "updated", entry.at)
    etree.SubElement(item, "link", href=f"{site}{entry.href}")
    _add(item, "summary", _plain(entry.words))


def _add(parent: etree._Element, name: str, words: str) -> None:
    etree.SubElement(parent, name).text = words


def _plain(words: str) -> str:
    """Text only: what XML cannot hold or nobody can see is gone."""
    return short(line(str(clean(words))), 1_000)
