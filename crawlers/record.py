"""What every parser says of every matter in the same way: its dated events, numbers and people; and where all of it was read."""

from collections.abc import Iterable
from typing import TypedDict, Unpack

import msgspec
from msgspec.structs import replace

from crawlers.ids import BadId, require
from crawlers.matter import Event, Identifier, Link, Matter, Person, Text, TopicTag, check
from crawlers.response import Finds, Found, Response, Skipped
from crawlers.sources import Source
from crawlers.texts.outline import Unit, provisions
from crawlers.values.dates import When
from crawlers.vocabulary import EventKind, Kind, LinkKind, Mark, Status

Told = (
    tuple[str | When, EventKind]
    | tuple[str | When, EventKind, str]
    | tuple[str | When, EventKind, str, str]  # day, what happened, the source's own name for it, address
)
HERE = "."  # the address of a matter or text that stands where it was read


class Facts(TypedDict, total=False):
    """What a document says of a matter. `parser` and `jurisdiction` are given where they are not those of the source."""

    id: str
    kind: Kind
    title: str
    language: str
    status: Status
    aliases: tuple[str, ...]
    provisional: bool
    instrument: str
    title_native: str
    url: str
    status_as_of: str
    source_status: str
    mark: Mark
    note: str
    published: str
    events: tuple[Event, ...]
    texts: tuple[Text, ...]
    links: tuple[Link, ...]
    people: tuple[Person, ...]
    identifiers: tuple[Identifier, ...]
    summary: str
    missing: tuple[str, ...]
    parser: str
    jurisdiction: str
    topics: tuple[TopicTag, ...]


def record(**facts: Unpack[Facts]) -> Matter:
    """A matter with these facts; where it was read is `stamped` on it by who reads.

    One that does not say when it was published was so on the day of the event that says it: a bill was introduced
    then. One without a title says that it misses it; a second text of one id has a number behind it. Raises BadId.
    """
    require(facts["id"])
    plain: Facts = {"language": "", "status": Status.UNKNOWN, "url": HERE, "title": "", "jurisdiction": ""}
    public = EventKind.INTRODUCED if facts["kind"] is Kind.BILL else EventKind.PUBLISHED
    plain["published"] = next((event.date for event in facts.get("events", ()) if event.kind is public), "")
    told: Facts = {**plain, **facts}
    lacking = () if told["title"] else ("title",)
    told["missing"] = tuple(dict.fromkeys((*lacking, *told.get("missing", ()))))
    told["texts"] = _once(told.get("texts", ()))
    return Matter(source="", **told)


def _once(texts: Iterable[Text]) -> tuple[Text, ...]:
    """Each once; another text of the same id, of other words or another address, has a number behind it."""
    kept: dict[str, list[Text]] = {}
    for text in texts:
        of_id = kept.setdefault(text.id, [])
        if not any((one.url, one.provisions) == (text.url, text.provisions) for one in of_id):
            of_id.append(replace(text, id=f"{text.id}~{len(of_id) + 1}") if of_id else text)
    return tuple(text for of_id in kept.values() for text in of_id)


def stamped(found: Iterable[Found], response: Response, source: Source, version: int) -> Finds:
    """The same; every matter says where and by what it was read: what it leaves open is the source's and the response's.

    What happened stands in the order of days, within one as the source tells it.
    """
    for one in found:
        yield _stamped(one, response, source, version) if isinstance(one, Matter) else one


def _stamped(matter: Matter, response: Response, source: Source, version: int) -> Matter:
    return replace(
        matter,
        source=matter.source or source.id,
        jurisdiction=matter.jurisdiction or source.jurisdiction,
        language=matter.language or source.languages[0],
        parser=matter.parser or f"{source.parser or 'feed'}/{version}",
        url=_address(matter.url, response),
        snapshot=matter.snapshot or response.snapshot,
        events=tuple(
            one if one.snapshot else replace(one, snapshot=response.snapshot)
            for one in sorted(matter.events, key=lambda event: event.date)
        ),
        texts=tuple(
            replace(one, url=_address(one.url, response), snapshot=one.snapshot or response.snapshot)
            for one in matter.texts
        ),
    )


def _address(said: str, response: Response) -> str:
    return response.url if said == HERE else said


def valid(found: Iterable[Found]) -> Finds:
    """The same; a matter that is none, such as one whose title is null, is told as skipped."""
    for one in found:
        try:
            yield check(one) if isinstance(one, Matter) else one
        except (msgspec.ValidationError, BadId) as error:
            yield Skipped(f"a record is not valid: {error}")


def events(*told: Told) -> tuple[Event, ...]:
    """Events of the days that are known, each once, in the order of days."""
    return timeline(sorted(map(_whole, told)))


def timeline(told: Iterable[Told]) -> tuple[Event, ...]:
    """The same in the source's own order, also of what happened on one day."""
    dated = dict.fromkeys(map(_whole, told))
    return tuple(
        Event(**when._asdict(), kind=kind, label=label, url=url) for when, kind, label, url in dated if when.date
    )


def _whole(told: Told) -> tuple[When, EventKind, str, str]:
    day, kind, label, url = (*told, "", "")[:4]
    return When(day) if isinstance(day, str) and not isinstance(day, When) else day, kind, label, url


def numbers(*told: tuple[str, str]) -> tuple[Identifier, ...]:
    """Identifiers by scheme, each once, empty ones left out."""
    return tuple(dict.fromkeys(Identifier(scheme=scheme, value=value) for scheme, value in told if value))


def people(role: str, names: Iterable[str]) -> tuple[Person, ...]:
    """Each once, empty names left out."""
    return tuple(Person(name=name, role=role) for name in dict.fromkeys(names) if name)


def links(kind: LinkKind, targets: Iterable[str]) -> tuple[Link, ...]:
    """Each once, empty targets left out."""
    return tuple(Link(kind=kind, target=target) for target in dict.fromkeys(targets) if target)


def worded(language: str, day: str, units: Iterable[Unit], media_type: str, **facts: str) -> tuple[Text, ...]:
    """The text as a tuple of one, or of none when no unit says anything."""
    kept = provisions(units)
    if not kept:
        return ()
    plain = {"id": f"{day or 'text'}.{language}", "url": HERE, "date": day, "language": language}
    return (Text(media_type=media_type, provisions=kept, **(plain | facts)),)


def linked(language: str, day: str, url: str, media_type: str, **facts: str) -> tuple[Text, ...]:
    """A text whose words stand elsewhere, as a tuple of one, or of none when it has no address."""
    if not url:
        return ()
    plain = {"id": f"{day or 'text'}.{language}", "url": url, "date": day, "language": language}
    return (Text(media_type=media_type, provisions=(), **(plain | facts)),)
