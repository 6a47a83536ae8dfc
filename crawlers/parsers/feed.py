"""Any RSS or Atom feed, from the facts of its entry in jurisdictions.yaml alone."""

from typing import Any

from crawlers.files import feeds
from crawlers.parsing import Finds, Found, Response, Skipped, Source, reading
from crawlers.record import events, numbers, people, record, worded
from crawlers.sources import Feed, Republish
from crawlers.vocabulary import EventKind, Kind, Mark

VERSION = 1


def parse(response: Response, source: Source) -> Finds:
    """A matter an item; ids come from guid or link. A feed without items is sound and yields nothing."""
    if source.feed is None:
        raise ValueError(f"{source.id} is not a feed: its entry names a parser")
    yield from (_matter(entry, source.feed, response, source) for entry in feeds.read(response).entries)


def _matter(entry: Any, feed: Feed, response: Response, source: Source) -> Found:
    """Of a signal only the pointer is kept, of an official item also its words."""
    link, title = feeds.link(entry), reading.plain(entry.get("title") or "")
    number = feeds.number(entry.get("id", "") or link, source)
    if not number or not (title or link):
        return Skipped("an item has neither guid nor link" if not number else "an item has no title")
    signal, language = feed.kind is Kind.SIGNAL, feeds.language(entry, source)
    day, words = feeds.day(entry, source.zone), feeds.flat(entry.get("summary") or "")
    units = [] if signal else feeds.units(entry)
    version = {"id": f"{day}.{language}".strip("."), "url": link}
    return record(
        id=f"{feed.series}/{number}",
        kind=feed.kind,
        instrument=feed.instrument,
        title=title or link,
        language=language,
        status=feed.status,
        status_as_of=day,
        mark=Mark.SECOND_HAND if signal else Mark.OFFICIAL,
        url=link,
        events=events((day, EventKind.PUBLISHED, "", link)),
        texts=worded(language, day, units, response.media_type.partition(";")[0], **version),
        people=people("author", feeds.authors(entry)),
        identifiers=numbers(("guid", entry.get("id", ""))),
        summary=feeds.cut(words) if source.republish is not Republish.TEXT or signal else words,
        missing=tuple(name for name, value in (("title", title), ("url", link), ("published", day)) if not value),
    )
