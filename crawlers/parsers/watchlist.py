"""The watch-list of real matters as facts (watchlist.yaml), each with the day it was true of and how it was seen."""

from collections.abc import Iterator

from crawlers import facts
from crawlers.joining.notes import DISAGREE
from crawlers.matter import Event, Identifier, Link, Struct, TopicTag
from crawlers.parsing import Matter, Response, Source, Unreadable, ids
from crawlers.record import record
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, LinkKind, Mark, Origin, Status, Topic

VERSION = 1

_WORDS = Words("watchlist")


class Entry(Struct, frozen=True, kw_only=True):
    """One matter of the file, keyed by its id."""

    kind: Kind
    instrument: str
    title: str
    status: Status
    mark: Mark
    url: str
    why: str
    title_native: str = ""
    language: str = "en"
    numbers: tuple[str, ...] = ()
    as_of: str = ""
    dates: dict[str, str] = {}  # noqa: RUF012 -- msgspec copies it
    date_marks: dict[str, Mark] = {}  # noqa: RUF012
    topics: tuple[Topic, ...] = ()
    note: str = ""
    conflict: str = ""
    links: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    provisional: bool = False


def parse(response: Response, source: Source) -> Iterator[Matter]:
    """Raises Unreadable naming the entry and the key at fault."""
    content = facts.read(response.body, response.name or "watchlist.yaml")
    if not isinstance(content, dict):
        raise Unreadable(f"{response.name}: must map ids to matters")
    for id, entry in content.items():
        yield _matter(ids.require(str(id)), facts.convert(entry, Entry, response.name, str(id)))


def _matter(id: str, entry: Entry) -> Matter:
    foreign = (also for also in entry.also if not ids.valid(also))  # such as an ECLI
    return record(
        id=id,
        jurisdiction=ids.jurisdiction(id),
        kind=entry.kind,
        instrument=entry.instrument,
        title=entry.title,
        title_native=entry.title_native,
        language="en",
        status=entry.status,
        status_as_of=entry.as_of,
        mark=entry.mark,
        url=entry.url,
        summary=entry.why,
        note=" ".join(filter(None, (entry.note, entry.conflict and DISAGREE.format(what=entry.conflict)))),
        published=entry.dates.get("published", ""),
        provisional=entry.provisional,
        events=tuple(_event(name, day, entry) for name, day in entry.dates.items()),
        links=tuple(_link(line) for line in entry.links),
        topics=tuple(TopicTag(topic=topic, origin=Origin.SOURCE) for topic in entry.topics),
        identifiers=tuple(Identifier(scheme="printed", value=number) for number in (*entry.numbers, *foreign)),
        aliases=tuple(also for also in entry.also if ids.valid(also)),
    )


def _event(name: str, day: str, entry: Entry) -> Event:
    """A date under its own name; names outside the vocabulary keep their words as label."""
    words = name.replace("_", " ")
    known = EventKind(name) if name in set(EventKind) else _WORDS.event(name)
    return Event(
        date=day, kind=known, label="" if known.value == name else words, mark=entry.date_marks.get(name, entry.mark)
    )


def _link(line: str) -> Link:
    kind, _, target = line.partition(" ")
    return Link(kind=LinkKind(kind), target=ids.require(target))
