"""A matter or docket that a person enters: from a YAML file or options, with who said so and when."""

import difflib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from crawlers import ids
from crawlers.facts import convert
from crawlers.joining.notes import ENTERED
from crawlers.joining.official_first import MANUAL
from crawlers.matter import Event, Identifier, Link, Matter, Struct, TopicTag, check
from crawlers.vocabulary import EventKind, Kind, LinkKind, Mark, Origin, Status, Topic
from index.phrase import Phrase, Told, phrase, together

if TYPE_CHECKING:
    from index.intake import Kept
    from index.records import Records

PARSER = "manual/1"


class Dated(Struct, frozen=True, kw_only=True):
    """An event as a person writes it; `kind` is a word of our vocabulary, `label` the docket's own."""

    date: str
    kind: EventKind
    label: str = ""
    time: str = ""
    zone: str = ""
    url: str = ""
    cancelled: bool = False
    mark: Mark = Mark.OFFICIAL


class Entry(Struct, frozen=True, kw_only=True):
    """What a person gives; the rest is ours. `links` are like "challenges us/fr/2026-01-02/2026-1"."""

    id: str
    title: str
    kind: Kind
    status: Status = Status.UNKNOWN
    jurisdiction: str = ""
    language: str = "en"
    instrument: str = ""
    url: str = ""
    status_as_of: str = ""
    summary: str = ""
    note: str = ""
    topics: tuple[Topic, ...] = ()
    numbers: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    events: tuple[Dated, ...] = ()


def entered(content: Any, file: str, who: str, instant: str) -> list[Matter]:
    """Matters of one entry or a list of them. Raises Fault naming file, entry and key; `who` is a role, not a name."""
    entries = content if isinstance(content, list) else [content]
    if not who.strip():
        raise Told(_of(file, phrase("say who enters it (a role, e.g. policy lead)")))
    return [_matter(_entry(entry, file, number), who, instant) for number, entry in enumerate(entries, 1)]


def keep(records: "Records", matters: Iterable[Matter], learned: str) -> "Kept":
    """What only a person knows is added to what sources say; what a person said alone is said anew by the next entry."""
    from index.intake import Kept, take
    from nlp.tag import tag

    kept = Kept()
    for matter in matters:
        known = records.get(matter.id)
        alone = known is not None and known.source == MANUAL
        kept = kept.plus(records.write([tag(matter)], learned) if alone else take(records, [matter], learned))
    return kept


def _entry(entry: Any, file: str, number: int) -> Entry:
    name = entry.get("id", f"entry {number}") if isinstance(entry, dict) else f"entry {number}"
    if not file and not (entry.get("id") and entry.get("title")):
        raise Told(phrase("write its id and its title, as printed"))
    found = convert(entry, Entry, file, str(name))
    for fault in _faults(found):
        raise Told(_of(file, together([found.id, fault], ": ")))
    return found


def _of(file: str, fault: Phrase) -> Phrase:
    """A form has no file to name."""
    return together([file, fault], ": ")


def _faults(entry: Entry) -> list[Phrase]:
    """What the types cannot say."""
    from index.clock.given import BadDay, day

    faults = [] if ids.valid(entry.id) else [phrase("write the id as place/series/number, e.g. us/scotus/26-123")]
    for event in entry.events:
        try:
            day(event.date)
        except BadDay as bad:
            faults.append(together(["events", str(event.kind), bad.words], ": "))
    faults += [_unlinked(link) for link in entry.links if not _linked(link)]
    return faults


def _unlinked(link: str) -> Phrase:
    return phrase("the link {words} is not like 'challenges us/usc/47/230'", words=repr(link))


def _linked(words: str) -> Link | None:
    kind, _, target = words.partition(" ")
    return Link(kind=LinkKind(kind), target=target.strip()) if kind in set(LinkKind) and target.strip() else None


def _matter(entry: Entry, who: str, instant: str) -> Matter:
    return check(
        Matter(
            id=entry.id,
            source=MANUAL,
            jurisdiction=entry.jurisdiction or ids.jurisdiction(entry.id),
            kind=entry.kind,
            title=entry.title,
            language=entry.language,
            status=entry.status,
            instrument=entry.instrument,
            url=entry.url,
            status_as_of=entry.status_as_of,
            summary=entry.summary,
            note=f"{entry.note} {ENTERED.format(who=who.strip(), day=instant)}".strip(),
            events=tuple(_event(event) for event in entry.events),
            topics=tuple(TopicTag(topic=topic, origin=Origin.HUMAN) for topic in entry.topics),
            identifiers=tuple(Identifier(scheme="printed", value=number) for number in entry.numbers),
            links=tuple(link for words in entry.links if (link := _linked(words))),
            parser=PARSER,
        )
    )


def _event(event: Dated) -> Event:
    from index.clock.given import day

    plain = msgspec.to_builtins(event)
    return msgspec.convert({**plain, "date": day(event.date).isoformat()}, Event)


def from_options(**options: Any) -> dict[str, Any]:
    """Options of the command line as an entry: events are like `docketed=2026-11-12 Docketed`."""
    events = [_option(words) for words in options.pop("events", None) or []]
    kept = {name: value for name, value in options.items() if value not in (None, "", [])}
    return {**kept, "events": events}


def _option(words: str) -> dict[str, str]:
    kind, equals, rest = words.partition("=")
    if not equals:
        told = phrase("event {words}: write KIND=DAY LABEL, e.g. docketed=2026-11-12", words=repr(words))
        raise Told(told)
    if kind.strip() not in set(EventKind):
        raise Told(_no_kind(words, kind.strip()))
    day, label = _parted(rest.split())
    return {"kind": kind.strip(), "date": day, "label": label}


def _no_kind(words: str, kind: str) -> Phrase:
    near = ", ".join(difflib.get_close_matches(kind, EventKind, 3)) or ", ".join(EventKind)
    return phrase("event {words}: there is no kind {kind}; write {near}", words=repr(words), kind=repr(kind), near=near)


def _parted(words: list[str]) -> tuple[str, str]:
    """The day that the words begin with (Thu 12 Nov 2026 is four words) and the rest; else the first word as it is."""
    from index.clock.given import BadDay, day

    for length in (4, 3, 2, 1):
        try:
            day(" ".join(words[:length]))
        except BadDay:
            continue
        return " ".join(words[:length]), " ".join(words[length:])
    return " ".join(words[:1]), " ".join(words[1:])
