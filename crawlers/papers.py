"""The words of files and pages that a record only links to: asked for where its source says so, and read the same way for all."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from urllib.parse import urljoin, urlsplit

import msgspec
from msgspec.structs import replace

from crawlers.files import article, paper, reading
from crawlers.matter import Matter, Text
from crawlers.parsing import Element
from crawlers.record import events
from crawlers.response import Aside, Finds, Request, Response, Unread
from crawlers.sources import Source
from crawlers.texts import akn_page, enclosed, headed, outline, prose
from crawlers.texts import akoma_ntoso as akn
from crawlers.texts.lines import lines
from crawlers.texts.outline import Unit
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

MARK = "paper"  # in the context of such a request: the record without anything but its head and the text to fill
VERSION = 2
_ENDS = (".pdf", ".docx", ".doc")
_TYPES = {
    "application/pdf",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_decode = msgspec.json.Decoder(Matter).decode


def wanted(matter: Matter, source: Source, at: str = "", day: str = "") -> Iterator[Request]:
    """By the option `read`: "files" are those of versions without words, "texts" their pages as well, "page" is the record's
    own where it has no version and the record was not read there (`at`) itself; a number is of days: what did not move
    within so many before the `day` is left alone.
    """
    asked = source.options.get("read", "").split()
    if old(matter, source, day):
        return
    texts = [text for text in matter.texts if not text.provisions and _asked(text, asked)]
    if "page" in asked and not matter.texts and matter.url not in {"", at}:
        texts = [Text(id=f"page.{matter.language}", date="", language=matter.language, url=matter.url)]
    yield from (_request(matter, text, source) for text in texts if _ours(_served(text.url, source), source))


def _ours(url: str, source: Source) -> bool:
    return any(fnmatchcase(urlsplit(url).hostname or "", host) for host in source.hosts)


def _served(url: str, source: Source) -> str:
    """Where programs are given what people read at an address: the option `paper` has an expression on it, and the other one."""
    pattern, _, place = source.options.get("paper", "").partition(" ")
    return re.sub(pattern, place, url) if pattern else url


def _request(matter: Matter, text: Text, source: Source) -> Request:
    return Request(url=_served(text.url, source), context={MARK: msgspec.json.encode(_head(matter, text)).decode()})


def _asked(text: Text, asked: list[str]) -> bool:
    return "texts" in asked or ("files" in asked and _file(text))


def old(matter: Matter, source: Source, day: str) -> bool:
    """Has it not moved within the days that the source's option `read` names?"""
    days = next((int(word) for word in source.options.get("read", "").split() if word.isdigit()), 0)
    moved = max(matter.status_as_of, matter.published, *(event.date for event in matter.events), "")
    return bool(days and day) and moved < dates.plus(day, -days)


def version(source: Source) -> str:
    """What the stamp of a source's pages says of how their papers are read; empty where it has none."""
    return f"+papers/{VERSION}" if source.options.get("read") else ""


def is_file(request: Request) -> bool:
    """Is it the file of a version, which never changes, and no page?"""
    return MARK in request.context and _file(_decode(request.context[MARK]).texts[0])


def _file(text: Text) -> bool:
    return text.media_type in _TYPES or urlsplit(text.url).path.lower().endswith(_ENDS)


def _head(matter: Matter, text: Text) -> Matter:
    return Matter(
        id=matter.id,
        source=matter.source,
        jurisdiction=matter.jurisdiction,
        kind=matter.kind,
        title=matter.title,
        language=matter.language,
        status=Status.UNKNOWN,
        url=matter.url,
        texts=(text,),
    )


def read(response: Response, source: Source) -> Finds:
    """The record with the words of the one text it was asked for, or the file of them that its page links to.

    Raises Unreadable.
    """
    matter = _decode(response.context[MARK])
    (text,) = matter.texts
    if "file" in source.options and response.opening == b"<":
        yield from _of_facts(reading.html(response.body), matter, response, source)
        return
    try:
        units = _units(response.body, matter.kind)
    except Unread as reason:
        yield Aside(str(reason))
        return
    said = replace(text, snapshot=response.snapshot, provisions=outline.provisions(units))
    yield replace(matter, texts=(said,), snapshot=response.snapshot, parser=_parser(source))


def _of_facts(page: Element, matter: Matter, response: Response, source: Source) -> Finds:
    """The days on a page of facts that expressions in options tell (`page event adopted`), and the file of the words."""
    shown = "\n".join(lines(page))
    found = {name: re.search(one, shown) for name, one in source.options.items() if name.startswith("page event ")}
    told = ((dates.when(day[1], source.zone), EventKind(name.split()[2])) for name, day in found.items() if day)
    if happened := events(*told):
        yield replace(matter, texts=(), events=happened, parser=_parser(source))
    links = (urljoin(response.url, link.get("href", "")) for link in page.iter("a"))
    file = next((link for link in links if re.search(source.options["file"], link) and _ours(link, source)), "")
    said = replace(matter.texts[0], url=file, media_type="application/pdf")
    yield _request(matter, said, source) if file else Aside("the page links to no file of the words")


def _parser(source: Source) -> str:
    return f"{source.parser or 'feed'}/papers/{VERSION}"


def _units(body: bytes, kind: Kind) -> list[Unit]:
    """A file of articles is read as a law, any other as paragraphs; so is a page, unless it shows Akoma Ntoso.

    A file may come enclosed in JSON.
    """
    if body.startswith(b"{") and not body.startswith(paper.SIGNS):
        body = enclosed.file(reading.json(body), "data")
    if body.startswith(paper.SIGNS):
        said = paper.paragraphs(body)
        return headed.units(said) if kind is not Kind.CASE and headed.is_law(said) else prose.from_lines(said)
    act = akn_page.act(reading.html(body))
    return akn.units(act) if act is not None else prose.units(article.body(body))
