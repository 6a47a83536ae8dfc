"""What stood beside a matter on a past day: other matters that pointed to it, or that it named, as they were then."""

from collections.abc import Iterable
from datetime import date

from crawlers.matter import Link, Matter
from dashboard import doors
from dashboard.digest.span import end
from index.references import cited


class Then:
    """The end of a day. Who points to a matter today is asked whether it did so then."""

    def __init__(self, as_of: str) -> None:
        self.as_of, self.until = as_of, end(as_of)

    def known(self, ids: Iterable[str]) -> dict[str, Matter]:
        """Those of these matters that we knew of, as they stood."""
        day = date.fromisoformat(self.as_of)
        return {one.id: doors.seen(one, day) for one in doors.records().some(sorted(set(ids)), self.as_of)}

    def around(self, of: Matter) -> tuple[dict[str, Matter], tuple[tuple[str, Link], ...]]:
        held, back = doors.around(of)
        known = self.known(held)
        return known, tuple((id, link) for id, link in back if id in known and link in known[id].links)

    def cites(self, of: Matter) -> tuple[tuple[Matter, ...], tuple[Matter, ...]]:
        to, back = doors.cites(of)
        known = self.known(one.id for one in (*to, *back))
        called = doors.called()
        citing = (known[one.id] for one in back if one.id in known)
        return tuple(known[one.id] for one in to if one.id in known), tuple(
            one for one in citing if of.id in cited(one, called)
        )

    def named(self, of: Matter) -> dict[str, str]:
        found = doors.named(of)
        known = self.known(found.values())
        return {name: id for name, id in found.items() if id in known}
