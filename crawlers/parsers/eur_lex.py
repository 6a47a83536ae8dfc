"""EUR-Lex and CELLAR: one act in any of the shapes they serve, told apart by what is in the bytes."""

from collections.abc import Iterator

from crawlers.eu import html_words
from crawlers.files import reading
from crawlers.parsers import eu_consolidated, eu_formex, eu_oj, eu_old, eu_sparql
from crawlers.parsing import Element, Found, Matter, Request, Response, Source, Unreadable

VERSION = 1
_CONTENT = ("docHtml", "TexteOnly", "document1", "textTabContent", "text")  # where the site's own pages hold an act


def start(_source: Source, since: str) -> Iterator[Request]:
    """Acts dated since that day, as a list of their numbers."""
    yield eu_sparql.changed("REG DIR DEC REG_IMPL REG_DEL DEC_IMPL DEC_DEL RECO CORRIGENDUM CONS_TEXT", since)


def parse(response: Response, source: Source) -> Iterator[Found]:
    start = response.head.lower()
    if start.startswith(b"{"):
        yield from eu_sparql.texts(response)
    elif start.startswith(b"<") and b"<html" not in start and b"<!doctype html" not in start:
        yield from eu_formex.parse(response, source)
    else:
        yield from _page(response, source)


def _page(response: Response, source: Source) -> Iterator[Matter]:
    root = reading.html(response.body)
    page = _content(root)
    kinds = {html_words.name(line) for line in page.iter("p")}
    if "reference" in kinds or "title-article-norm" in kinds:
        yield from eu_consolidated.read(page, response, source)
    elif kinds & {"doc-ti", "ti-art"}:
        yield from eu_oj.read(page, response, source)
    elif any(box.get("id") == "TexteOnly" for box in page.iter("div")) or next(page.iter("txt_te"), None) is not None:
        yield from eu_old.read(page, response, source)
    elif _is_site(root):
        raise Unreadable(f"the page is EUR-Lex's own page about a document ({_about(root)}) and shows no text of it")
    else:
        yield from eu_old.read_styled(page, response, source)


def _content(root: Element) -> Element:
    inside = (box for box in root.iter("div") if box.get("id") in _CONTENT)
    body = root.find(".//body")
    return next(inside, root if body is None else body)


def _is_site(root: Element) -> bool:
    return any(
        "ecl-site" in part.get("class", "") or part.get("id") == "PP1Contents"
        for part in root.iter("div", "footer", "header")
    )


def _about(root: Element) -> str:
    return reading.words(root.find(".//title")).removeprefix("EUR-Lex - ").partition(" - ")[0] or "unnamed"
