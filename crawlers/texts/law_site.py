"""A page that shows one law, searched by the expressions in its source's options."""

import re
from urllib.parse import urljoin, urlsplit

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.parsing import Element, Response, Source
from crawlers.texts.lines import lines
from crawlers.values import dates

_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")


class Page:
    """What can be searched for facts: title, lines, address and file name, one a line."""

    def __init__(self, response: Response, source: Source) -> None:
        self.root, self.source = reading.html(response.body), source
        self.notes = ["\n".join(lines(note)) for note in _found(self.root, source, "notes")]
        for element in _found(self.root, source, "apart"):
            element.tag = "template"  # not among what a reader of the law sees
        self.address, self.file = response.url, response.name
        root, shown = self.root, lines(self.root)
        self.body, self.closing = _body(root, shown, source)
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

    def followed(self) -> list[str]:
        """Addresses of pages of laws that it links to."""
        base, wanted = self.address or f"https://{self.source.hosts[0]}/", self.source.options.get("follow", "(?!)")
        links = dict.fromkeys(urljoin(base, link.get("href", "")) for link in self.root.iter("a"))
        return [address for address in links if re.search(wanted, address)]

    def place(self) -> str:
        """Part of an id from the address, else the file name, until the number is seen."""
        place = re.sub(r"^https?://", "", self.address) or self.file
        return ids.part(re.sub(r"[.](?:html?|xhtml)$", "", place))


def _address(root: Element, source: Source) -> str:
    """What the page says of its own address, if that is on a host of the source."""
    said = reading.own_address(root)
    host = (urlsplit(said).hostname or "").removeprefix("www.")
    return said if host in {name.removeprefix("www.") for name in source.hosts} else ""


def _body(root: Element, shown: list[str], source: Source) -> tuple[list[str], list[str]]:
    """Lines of the law itself, and those that close it."""
    if "body" in source.options:
        shown = _at(root, source, "body")
    begin, end, formula = (source.options.get(name, "") for name in ("from", "until", "formula"))
    places = [at for at, line in enumerate(shown) if begin and re.match(begin, line)]
    shown = shown[places[0] + 1 :] if places else shown
    shown = shown[: _first(shown, end)]
    closes = _first(shown, formula)
    mark = re.compile(source.options.get("mark", "(?!)"))
    body = [mark.sub("", line) for line in shown[:closes]]
    return [*(_at(root, source, "preamble") if body else []), *body], shown[closes:] + _at(root, source, "closing")


def _first(lines: list[str], pattern: str) -> int:
    return next((at for at, line in enumerate(lines) if pattern and re.match(pattern, line)), len(lines))


def _at(root: Element, source: Source, name: str) -> list[str]:
    return [line for part in _found(root, source, name) for line in lines(part)]


def _found(root: Element, source: Source, name: str) -> list[Element]:
    """The elements that the option's XPath finds."""
    found = root.xpath(source.options[name]) if name in source.options else []
    return [part for part in found if etree.iselement(part)] if isinstance(found, list) else []
