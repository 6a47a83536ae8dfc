"""HUDOC, Council of Europe: RSS with raw JSON in the fragments of its links."""

from collections.abc import Iterator

from crawlers.courts import hudoc
from crawlers.parsing import Matter, Response, Unreadable, dates, ids, reading
from crawlers.record import events, numbers, record
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, Status

_WORDS = Words("hudoc_feed")
_IN_SECTIONS = {"greco", "greta"}  # bodies whose reports are listed section by section, named without the report


def feed(response: Response) -> Iterator[Matter]:
    root = reading.xml(response.body)
    if root.find("channel") is None:
        raise Unreadable("the XML is no RSS feed: it has no channel")
    built = dates.iso(root.findtext("channel/lastBuildDate"), "dmy")
    for item in root.iter("item"):
        said = {name: reading.words(item.find(name)) for name in ("title", "description", "link", "pubDate")}
        scheme, key = hudoc.key(said["link"])
        if key:
            yield _item(said, scheme, key, built)


def _item(said: dict[str, str], scheme: str, key: str, built: str) -> Matter:
    """A judgment or decision is known by its application number; reports of other bodies by their own key.

    Of the Social Charter, complaints are cases, conclusions on reports of states are not.
    """
    words = f"{said['title']} {said['description']}"
    numbered, series = hudoc.applications(words)[:1] if scheme == "itemid" else [], hudoc.series(said["link"])
    day, case = hudoc.day(said["pubDate"], built), bool(numbered) or series == "hudoc" or key.startswith("cc-")
    outcome = _WORDS.status(words) if case and _WORDS.knows(words) else Status.UNKNOWN
    known = outcome is not Status.UNKNOWN
    title = f"{said['description']}: {said['title']}" if series in _IN_SECTIONS else said["title"]
    summary = "" if said["description"].isupper() else said["description"]  # FOND, ADMIS: codes of a kind of document
    return record(
        id=numbered[0] if numbered else f"coe/{series}/{ids.part(key)}",
        kind=Kind.CASE if case else Kind.SIGNAL,
        status=outcome,
        status_as_of=day if known else "",
        title=title or said["description"] or key,
        source_status=said["description"] if known else "",
        summary=summary,
        url=said["link"],
        events=events((day, EventKind.PUBLISHED)),
        identifiers=numbers((scheme, key)),
    )
