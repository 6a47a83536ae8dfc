"""The words of files and pages that a record only links to: asked for where its source says so, and read the same way for all."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

import msgspec
from msgspec.structs import replace

from crawlers.files import article, paper
from crawlers.matter import Matter, Text
from crawlers.response import Request, Response
from crawlers.sources import Source
from crawlers.texts import outline, prose
from crawlers.values import dates
from crawlers.vocabulary import Status

MARK = "paper"  # in the context of such a request: the record without anything but its head and the text to fill
VERSION = 1
_ENDS = (".pdf", ".docx")
_TYPES = {"application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
_decode = msgspec.json.Decoder(Matter).decode


def wanted(matter: Matter, source: Source, at: str = "", day: str = "") -> Iterator[Request]:
    """By the option `read`: "files" are those of versions without words, "texts" their pages as well, "page" is the record's
    own where it has no version and the record was not read there (`at`) itself; a number is of days: what did not move
    within so many before the `day` is left alone.
    """
    asked = source.options.get("read", "").split()
    if _old(matter, next((int(word) for word in asked if word.isdigit()), 0), day):
        return
    texts = [text for text in matter.texts if not text.provisions and _asked(text, asked)]
    if "page" in asked and not matter.texts and matter.url not in {"", at}:
        texts = [Text(id=f"page.{matter.language}", date="", language=matter.language, url=matter.url)]
    for text in texts:
        if any(fnmatchcase(urlsplit(text.url).hostname or "", host) for host in source.hosts):
            yield Request(url=text.url, context={MARK: msgspec.json.encode(_head(matter, text)).decode()})


def _asked(text: Text, asked: list[str]) -> bool:
    return "texts" in asked or ("files" in asked and _file(text))


def _old(matter: Matter, days: int, day: str) -> bool:
    moved = max(matter.status_as_of, matter.published, *(event.date for event in matter.events), "")
    return bool(days and day) and moved < dates.plus(day, -days)


def is_file(request: Request) -> bool:
    """Is it a file of a version, or a page?"""
    (text,) = _decode(request.context[MARK]).texts
    return _file(text)


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


def read(response: Response, source: Source) -> Iterator[Matter]:
    """The record with the words of the one text it was asked for. Raises Unreadable."""
    matter = _decode(response.context[MARK])
    (text,) = matter.texts
    if response.body.startswith(paper.SIGNS):
        units = prose.from_lines(paper.paragraphs(response.body))
    else:
        units = prose.units(article.body(response.body))
    said = replace(text, snapshot=response.snapshot, provisions=outline.provisions(units))
    yield replace(
        matter, texts=(said,), snapshot=response.snapshot, parser=f"{source.parser or 'feed'}/papers/{VERSION}"
    )
