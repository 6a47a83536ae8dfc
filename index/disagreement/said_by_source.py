"""What each official source last said of a matter, kept beside the joined record so that sources can be compared."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, tuple_

from crawlers.joining.official_first import standing
from crawlers.matter import Matter, Struct
from crawlers.sources import watched
from crawlers.vocabulary import EventKind, Kind, Status
from index.store.tables import alias, current, said

BATCH = 200

# What happens to a matter once, so that two sources which give two days for it cannot both be right.
ONCE = frozenset(
    {
        EventKind.PROPOSED,
        EventKind.INTRODUCED,
        EventKind.ADOPTED,
        EventKind.SIGNED,
        EventKind.VETOED,
        EventKind.ENACTED,
        EventKind.PUBLISHED,
        EventKind.LAPSED,
        EventKind.WITHDRAWN,
        EventKind.IN_FORCE,
        EventKind.APPLIES_FROM,
        EventKind.TRANSPOSE_BY,
        EventKind.REPEALED,
        EventKind.COMMENT_CLOSES,
        EventKind.DOCKETED,
        EventKind.ARGUED,
        EventKind.DECIDED,
    }
)


class Said(Struct, frozen=True, kw_only=True):
    """The facts of one source on one matter, as last read on a day; what it never mentioned is empty. `source` is its id, with
    the format behind it where the matter comes from it in two (`us-billstatus (text of the bill)`).

    `titles` are by language, the one it shows first; `dates` the days of what happens once, by kind of event;
    `versions` the day of each version of the words, by its id.
    """

    source: str
    learned: str
    titles: Mapping[str, tuple[str, ...]] = {}
    status: Status = Status.UNKNOWN
    status_as_of: str = ""
    dates: Mapping[str, tuple[str, ...]] = {}
    versions: Mapping[str, str] = {}


_decode = msgspec.json.Decoder(Said).decode


def speaks(matter: Matter) -> bool:
    """Is it an official statement: no watch-list, no entry by hand, no piece of news?"""
    return standing(matter) == 0 and matter.kind is not Kind.SIGNAL


def statement(matter: Matter, day: str) -> Said:
    """What a source's record says, read on an ISO day."""
    dates: dict[str, set[str]] = {}
    for event in matter.events:
        if event.kind in ONCE and not event.cancelled:
            dates.setdefault(event.kind, set()).add(event.date)
    return Said(
        source=_voice(matter),
        learned=day,
        titles=_titles(matter),
        status=matter.status,
        status_as_of=matter.status_as_of,
        dates={kind: tuple(sorted(days)) for kind, days in sorted(dates.items())},
        versions={text.id: text.date for text in matter.texts if text.date},
    )


def _voice(matter: Matter) -> str:
    """The source's options name its other formats, by the parser that reads them (`format us_bills`) or as xml beside pages."""
    source = watched().sources.get(matter.source)
    options = source.options if source else {}
    xml = any(text.provisions and text.media_type.endswith("/xml") for text in matter.texts)
    forms = (options.get(f"format {one}") for one in (matter.parser.partition("/")[0], "xml" if xml else ""))
    form = next(filter(None, forms), "")
    return f"{matter.source} ({form})" if form else matter.source


def _titles(matter: Matter) -> dict[str, tuple[str, ...]]:
    """All names it gives, its first title before the others."""
    short = [one.value for one in matter.identifiers if one.scheme == "short title"]
    named = [(matter.language, name) for name in (matter.title, *short)]
    named += [(text.language, text.title) for text in matter.texts]
    found: dict[str, dict[str, None]] = {}
    for language, name in named:
        if name:
            found.setdefault(language, {})[name] = None
    return {language: tuple(names) for language, names in found.items()}


def newer(before: Said, after: Said) -> Said:
    """What the source says now; on what it is silent this time, its earlier word stands."""
    told = after if after.status is not Status.UNKNOWN else before
    return msgspec.structs.replace(
        after,
        titles={**before.titles, **after.titles},
        status=told.status,
        status_as_of=told.status_as_of,
        dates={**before.dates, **after.dates},
        versions={**before.versions, **after.versions},
    )


def keep(connection: Connection, statements: Iterable[tuple[str, Said]]) -> None:
    """Inside a transaction: each beside what its source had said of the matter before."""
    told: dict[tuple[str, str], Said] = {}
    for matter, one in statements:
        key = (matter, one.source)
        told[key] = newer(told[key], one) if key in told else one
    keys = list(told)
    for start in range(0, len(keys), BATCH):
        _replace(connection, {key: told[key] for key in keys[start : start + BATCH]})


def _replace(connection: Connection, told: Mapping[tuple[str, str], Said]) -> None:
    there = tuple_(said.c.matter, said.c.source).in_(list(told))
    before = {(row.matter, row.source): _decode(row.body) for row in connection.execute(select(said).where(there))}
    now = {key: newer(before[key], one) if key in before else one for key, one in told.items()}
    rows = [
        {"matter": matter, "source": source, "body": msgspec.json.encode(one)} for (matter, source), one in now.items()
    ]
    connection.execute(delete(said).where(there))
    connection.execute(insert(said), rows)


def several(connection: Connection) -> dict[str, Sequence[Said]]:
    """By matter that is still there, what its sources said, where more than one has spoken."""
    stands = func.coalesce(alias.c.matter, said.c.matter).label("stands")
    every = select(stands, said.c.source, said.c.body).outerjoin(alias, alias.c.alias == said.c.matter).subquery()
    more = select(every.c.stands).group_by(every.c.stands).having(func.count(every.c.source.distinct()) > 1)
    asked = select(every).join(current, current.c.matter == every.c.stands).where(every.c.stands.in_(more))
    found: dict[str, dict[str, Said]] = {}
    for row in connection.execute(asked.order_by(every.c.stands, every.c.source)):
        _add(found.setdefault(row.stands, {}), _decode(row.body))
    return {matter: tuple(by_source.values()) for matter, by_source in found.items()}


def _add(by_source: dict[str, Said], one: Said) -> None:
    """Two statements of one source were made under an earlier and under the present id of the matter."""
    before = by_source.get(one.source)
    by_source[one.source] = newer(*sorted((before, one), key=lambda each: each.learned)) if before else one
