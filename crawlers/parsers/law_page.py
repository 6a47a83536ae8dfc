"""Pages that show one law as plain paragraphs: what differs between the sites are facts in the source's `options`.

`number` (regular expression with named groups) and `id` (template of them) name the law; `body` (XPath), `from` and
`until` (first words of lines) bound its text; `follow` recognises links to laws on listing pages; `title`, `published`, `adopted`, `in_force`, `ends` and `status` are
expressions whose groups are the value; `status <word>` maps the site's word, `assume` holds where it says none;
`regulation` recognises secondary law by title; `sections: numbered` is for laws that count by bare numbers.
"""

import logging
import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Text
from crawlers.parsing import Element, Found, Matter, Request, Response, Source, Unreadable
from crawlers.texts import headed, outline
from crawlers.texts.lines import lines
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 2

_DAYS = {
    "adopted": EventKind.ADOPTED,
    "published": EventKind.PUBLISHED,
    "in_force": EventKind.IN_FORCE,
    "ends": EventKind.ENDS,
}
_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_log = logging.getLogger(__name__)


def parse(response: Response, source: Source) -> Iterator[Found]:
    root = reading.html(response.body)
    shown = lines(root)
    body = _body(root, shown, source)
    followed = list(_follow(root, response, source)) if not body or "body" not in source.options else []
    yield from followed
    if not body:
        if not followed:
            raise Unreadable("the page shows no text of a law")
        return
    yield _matter(_Page(root, shown, response, source), body)


def _follow(root: Element, response: Response, source: Source) -> Iterator[Request]:
    base = response.url or f"https://{source.hosts[0]}/"
    links = (urljoin(base, link.get("href", "")) for link in root.iter("a"))
    for address in dict.fromkeys(links):
        if re.search(source.options.get("follow", "(?!)"), address):
            yield Request(url=address)


class _Page:
    """What can be searched for facts: title, lines, address and file name, one a line."""

    def __init__(self, root: Element, shown: list[str], response: Response, source: Source) -> None:
        self.response, self.source = response, source
        self.url = response.url or _address(root, source)
        self.name = " ".join((root.findtext(".//title") or "").split())
        self.first = shown[0] if shown else ""
        self.text = "\n".join((self.name, *shown, reading.own_address(root), response.url, response.name))

    def fact(self, name: str) -> str:
        """The groups of the option's expression where it fits, as one line."""
        pattern = self.source.options.get(name)
        found = re.search(pattern, self.text, re.MULTILINE) if pattern else None
        return " ".join(word for group in found.groups() for word in (group or "").split()) if found else ""

    def number(self) -> dict[str, str]:
        found = re.search(self.source.options.get("number", "(?!)"), self.text, re.MULTILINE)
        groups = found.groupdict() if found else {}
        return {name: ids.part(_THOUSANDS.sub("", value)).lower() for name, value in groups.items() if value}

    def day(self, name: str) -> str:
        return dates.iso(self.fact(name), self.source.options.get("order", "dmy"))


def _address(root: Element, source: Source) -> str:
    """What the page says of its own address, if that is on a host of the source."""
    said = reading.own_address(root)
    host = (urlsplit(said).hostname or "").removeprefix("www.")
    return said if host in {name.removeprefix("www.") for name in source.hosts} else ""


def _matter(page: _Page, body: list[str]) -> Matter:
    source, response, number = page.source, page.response, page.number()
    title = page.fact("title") or page.name or page.first
    status, said = _status(page)
    days = {kind: page.day(name) for name, kind in _DAYS.items()}
    language = source.languages[0]
    return Matter(
        id=ids.require(source.options["id"].format(**number)) if number else _provisional(response, source),
        provisional=not number,
        source=source.id,
        jurisdiction=source.jurisdiction,
        kind=_kind(title, source),
        title=title,
        language=language,
        status=status,
        source_status=said,
        url=source.options["url"].format(**number) if number and "url" in source.options else page.url,
        published=days[EventKind.PUBLISHED] or days[EventKind.ADOPTED],
        events=tuple(Event(date=day, kind=kind, snapshot=response.snapshot) for kind, day in days.items() if day),
        texts=(_text(page, body, days[EventKind.PUBLISHED] or days[EventKind.ADOPTED], language),),
        snapshot=response.snapshot,
        parser=f"law_page/{VERSION}",
    )


def _text(page: _Page, body: list[str], day: str, language: str) -> Text:
    units = headed.units(body, numbered=page.source.options.get("sections") == "numbered")
    return Text(
        id=f"{day or 'text'}.{language}",
        date=day,
        language=language,
        url=page.url,
        media_type="text/html",
        snapshot=page.response.snapshot,
        provisions=outline.provisions(units),
    )


def _body(root: Element, shown: list[str], source: Source) -> list[str]:
    """Lines of the law itself."""
    if "body" in source.options:
        found = root.xpath(source.options["body"])
        parts = found if isinstance(found, list) else []
        shown = [line for part in parts if etree.iselement(part) for line in lines(part)]
    begin, end = source.options.get("from", ""), source.options.get("until", "")
    places = [at for at, line in enumerate(shown) if begin and re.match(begin, line)]
    shown = shown[places[0] + 1 :] if places else shown
    places = [at for at, line in enumerate(shown) if end and re.match(end, line)]
    return shown[: places[0]] if places else shown


def _status(page: _Page) -> tuple[Status, str]:
    """Ours, and the page's own word."""
    said = page.fact("status")
    if not said:
        return Status(page.source.options.get("assume", Status.UNKNOWN)), ""
    known = {name.removeprefix("status ").lower(): word for name, word in page.source.options.items()}
    if said.lower() in known:
        return Status(known[said.lower()]), said
    _log.warning("%s: unknown status word %r", page.source.id, said)
    return Status.UNKNOWN, said


def _kind(title: str, source: Source) -> Kind:
    secondary = re.search(source.options.get("regulation", "(?!)"), title)
    return Kind.REGULATION if secondary else Kind(source.options.get("kind", Kind.ACT))


def _provisional(response: Response, source: Source) -> str:
    """From the address, else the file name, until the number is seen."""
    place = re.sub(r"^https?://", "", response.url) or response.name
    return f"{source.jurisdiction}/page/{ids.part(re.sub(r'[.](?:html?|xhtml)$', '', place))}"
