"""Writing one matter inside a transaction: a revision, its words, its changes, and its place in the list."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, delete, insert, select

from crawlers.matter import Matter, to_json
from index.differences.matters import derive
from index.store import origins, stored
from index.store.revisions import newest, read_one
from index.store.tables import alias, change, current, revision, text


class Writer:
    """Writes inside one transaction, as of one instant; `heard` are the readings that the matters were joined from."""

    def __init__(self, connection: Connection, learned: str, heard: Sequence[Matter] = ()) -> None:
        self.connection, self.learned, self.heard = connection, learned, heard

    def write(self, matter: Matter) -> str:
        """new, changed or unchanged. Raises stored.Unfit."""
        plain = stored.plain(matter)
        row = newest(self.connection, matter.id, "")
        before = read_one(self.connection, row) if row is not None and not row.gone else None
        if before is not None and to_json(before) == plain:
            return "unchanged"
        for other in matter.aliases:
            self._take_over(other, matter.id)
        self._append(matter, before)
        return "changed" if before else "new"

    def _append(self, matter: Matter, before: Matter | None) -> None:
        packed = stored.pack(matter)
        self._keep_words(packed.words)
        values = {
            "matter": matter.id,
            "learned": self.learned,
            "body": packed.body,
            "texts": packed.texts,
            "gone": False,
        }
        number = self.connection.execute(insert(revision).values(values)).inserted_primary_key[0]  # type: ignore[index]
        self._list(matter, number)
        origins.keep(self.connection, matter.id, origins.gained(before, matter, self.heard, self.learned))
        found = derive(before, matter, self.learned)
        rows = [
            {
                "revision": number,
                "matter": matter.id,
                "jurisdiction": matter.jurisdiction,
                "learned": self.learned,
                "body": msgspec.json.encode(one),
            }
            for one in found
        ]
        if rows:
            self.connection.execute(insert(change), rows)

    def _keep_words(self, words: dict[str, bytes]) -> None:
        held = set(self.connection.execute(select(text.c.hash).where(text.c.hash.in_(list(words)))).scalars())
        rows = [{"hash": name, "body": body} for name, body in words.items() if name not in held]
        if rows:
            self.connection.execute(insert(text), rows)

    def _list(self, matter: Matter, number: int) -> None:
        self.connection.execute(delete(current).where(current.c.matter == matter.id))
        coming = [event.date[:10] for event in matter.events if event.date > self.learned[:10] and not event.cancelled]
        values = {
            "matter": matter.id,
            "number": number,
            "jurisdiction": matter.jurisdiction,
            "kind": str(matter.kind),
            "next_day": min(coming, default=""),
            "card": stored.card(matter),
        }
        self.connection.execute(insert(current).values(values))

    def _take_over(self, other: str, id: str) -> None:
        """The other id leads here; a matter that stood under it is left out."""
        if other == id:
            return
        self.connection.execute(delete(alias).where(alias.c.alias == other))
        self.connection.execute(insert(alias).values({"alias": other, "matter": id}))
        self.remove(other)

    def remove(self, id: str) -> bool:
        row = newest(self.connection, id, "")
        if row is None or row.gone:
            return False
        values = {"matter": id, "learned": self.learned, "body": row.body, "texts": row.texts, "gone": True}
        self.connection.execute(insert(revision).values(values))
        self.connection.execute(delete(current).where(current.c.matter == id))
        return True
