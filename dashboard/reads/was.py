"""What stood beside a matter on a past day: other matters that pointed to it, or that it named, as they were then."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from crawlers.matter import Link, Matter
from dashboard import doors
from dashboard.digest.span import end
from index.references import cited


class _Since(NamedTuple):
    """Of the matters that are not any more what they were on the day: who pointed then to whom, and who named whom."""

    pointed: Mapping[str, frozenset[str]]
    named: Mapping[str, frozenset[str]]


class Then:
    """The end of a day. Who points to a matter today is asked whether it did so then, and who is another now what it did then."""

    def __init__(self, as_of: str) -> None:
        self.as_of, self.until = as_of, end(as_of)
        self.since = _since(as_of, doors.position())

    def known(self, ids: Iterable[str]) -> dict[str, Matter]:
        """Those of these matters that we knew of, as they stood."""
        day = date.fromisoformat(self.as_of)
        return {one.id: doors.seen(one, day) for one in doors.records().some(sorted(set(ids)), self.as_of)}

    def around(self, of: Matter) -> tuple[dict[str, Matter], tuple[tuple[str, Link], ...]]:
        held, back = doors.around(of)
        names = {of.id, *of.aliases}
        pointing = {id for id, _ in back}.union(*(self.since.pointed.get(name, ()) for name in names))
        known = self.known({*held, *pointing, *(link.target for link in of.links)})
        links = ((id, link) for id in sorted(pointing & {*known}) for link in known[id].links)
        return known, tuple((id, link) for id, link in links if link.target in names)

    def cites(self, of: Matter) -> tuple[tuple[Matter, ...], tuple[Matter, ...]]:
        to, back = doors.cites(of)
        citing = {one.id for one in back} | self.since.named.get(of.id, frozenset())
        known = self.known({*citing, *(one.id for one in to)})
        called = doors.called()
        return tuple(known[one.id] for one in to if one.id in known), tuple(
            known[id] for id in sorted(citing & {*known}) if of.id in cited(known[id], called)
        )

    def named(self, of: Matter) -> dict[str, str]:
        found = doors.named(of)
        known = self.known(found.values())
        return {name: id for name, id in found.items() if id in known}


@lru_cache(4)
def _since(as_of: str, position: str) -> _Since:  # noqa: ARG001 -- the position is part of the key
    called = doors.called()
    pointed: dict[str, set[str]] = {}
    named: dict[str, set[str]] = {}
    records = doors.records()
    for one in records.bare(records.revised(end(as_of)), as_of):
        for link in one.links:
            pointed.setdefault(link.target, set()).add(one.id)
        for id in cited(one, called):
            named.setdefault(id, set()).add(one.id)
    return _Since(*({id: frozenset(ids) for id, ids in found.items()} for found in (pointed, named)))
