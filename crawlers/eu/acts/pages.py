"""A page of EUR-Lex or CELLAR as the act that it shows, in whichever of the shapes of four decades."""

from crawlers.eu.act import Act
from crawlers.eu.acts import consolidated, html_words, journal, paragraphs
from crawlers.files import reading
from crawlers.parsing import Element, Unreadable

_CONTENT = ("docHtml", "TexteOnly", "document1", "textTabContent", "text")  # where the site's own pages hold an act


def read(root: Element) -> Act:
    """Raises Unreadable for a page that shows no act."""
    page = _content(root)
    kinds = {html_words.name(line) for line in page.iter("p")}
    if "reference" in kinds or "title-article-norm" in kinds:
        return consolidated.read(page)
    if kinds & {"doc-ti", "ti-art"}:
        return journal.read(page)
    if any(box.get("id") == "TexteOnly" for box in page.iter("div")) or next(page.iter("txt_te"), None) is not None:
        return paragraphs.read(page)
    if _is_site(root):
        raise Unreadable(f"the page is EUR-Lex's own page about a document ({_about(root)}) and shows no text of it")
    return paragraphs.read_styled(page)


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
