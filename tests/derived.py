"""What the variants of a file let out, lose or make up."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from msgspec.structs import replace as with_

from crawlers import facts
from crawlers.files import reading
from crawlers.files.whole import marked
from crawlers.matter import Matter
from crawlers.record import stamped, valid
from crawlers.response import Response, Skipped, Unreadable
from crawlers.sources import Source, by_parser
from tests.clothes import Variant
from tests.mutated import within
from tests.variants import variants

LONGEST = 5.0  # seconds for one file
# Why the lack of a part may change an id or a title: by reason, the parts (source, file and path).
MEANT: dict[str, str] = facts.load(Path(__file__).with_name("derived.yaml"))
STUMBLES = ("another shape", "is not valid")


def read(response: Response, source: Source) -> tuple[list[Matter], list[str]]:
    """Its matters and why other rows were none. Raises Unreadable, and what a parser must not let out."""
    with within(LONGEST):
        parser = import_module(by_parser(source))
        said = stamped(parser.parse(response, source), response, source, parser.VERSION)
        found = list(valid(marked(said, response)))
    return [one for one in found if isinstance(one, Matter)], [one.reason for one in found if isinstance(one, Skipped)]


def faults(response: Response, source: Source, most: int | None = None) -> Iterator[str]:
    """What its variants let out, lose or make up, each in one line; `most` of them, spread evenly."""
    try:
        before, _ = read(response, source)
    except Unreadable:
        return
    if not before:
        return
    told = list(variants(response.body))
    for variant in told[:: max(1, len(told) // most)] if most else told:
        place = f"{source.id}/{response.name} {variant.how}"
        if not any(re.search(part, place) for part in MEANT.values()):
            yield from (f"{place}: {fault}" for fault in _looked_at(variant, before, response, source))


def _looked_at(variant: Variant, before: list[Matter], response: Response, source: Source) -> Iterator[str]:
    try:
        after, skipped = read(replace(response, body=variant.body), source)
    except Unreadable as refused:
        yield from [f"refused: {refused}"] if variant.gone is None else ()
        return
    except Exception as fault:  # whatever a parser lets out is the finding
        yield f"{type(fault).__name__}: {fault}"
        return
    yield from (f"stumbles: {reason}" for reason in skipped[:1] if any(word in reason for word in STUMBLES))
    if variant.gone is None:
        yield from [] if list(map(_bare, after)) == list(map(_bare, before)) else ["gives other records"]
    else:
        yield from _made_up(before, after, variant)


def _bare(matter: Matter) -> Matter:
    """Without the hashes of the bytes, which are others."""
    events = tuple(with_(event, snapshot="") for event in matter.events)
    return with_(matter, snapshot="", events=events, texts=tuple(with_(text, snapshot="") for text in matter.texts))


def _made_up(before: list[Matter], after: list[Matter], variant: Variant) -> Iterator[str]:
    """An id, a title or a day that the file does not give, or that changed though what gave it is still there."""
    gone, said = _plain(variant.gone or ""), _plain(reading.decode(variant.body))
    titles: dict[str, set[str]] = {}
    for matter in before:
        for id in (matter.id, *matter.aliases):
            titles.setdefault(id, set()).add(matter.title)
    days = {event.date for matter in before for event in matter.events} | {matter.published for matter in before}
    for matter in after:
        if matter.id not in titles and not (matter.provisional or _plain(matter.id.rpartition("/")[2]) in said):
            yield f"another id, {matter.id}"
        old = titles.get(matter.id, {matter.title})
        kept = any(_words(matter.title) <= _words(title) or _words(title) & _words(variant.gone or "") for title in old)
        if not kept and not any(_plain(title)[:40] in gone or gone in _plain(title) for title in old):
            yield f"another title, {matter.title[:60]!r} for {min(old)[:60]!r}"
        made = {event.date for event in matter.events} - days
        yield from (
            f"a day that was not there, {day}" for day in sorted(made) if day[:4] == "9999" or _plain(day) not in said
        )


def _words(said: str) -> set[str]:
    return set(re.findall(r"\w{2,}", html.unescape(said).lower()))


def _plain(said: str) -> str:
    return re.sub(r"\W+|_|<[^>]+>", "", html.unescape(said)).lower()
