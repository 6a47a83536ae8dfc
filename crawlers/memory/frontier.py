"""What is still to be asked of a source: kept on disk, so that a killed run goes on where it stopped."""

import sqlite3
from collections.abc import Collection, Iterable

from crawlers.fetch.ask import Ask, Row, decode, encode, key

TRIES = 4  # runs in which a failing address is asked again before it is let go


class Frontier:
    """The lines of one source. Changes are committed by the caller's `with connection:`."""

    def __init__(self, connection: sqlite3.Connection, source: str) -> None:
        self._connection, self._source = connection, source

    def begin(self, resumed: bool) -> None:
        """Begin a run: what failed is asked again; what was done is asked again unless a broken run is resumed."""
        self._run("DELETE FROM frontier WHERE source = :source AND state = 'failed' AND tries >= :tries", tries=TRIES)
        self._run("UPDATE frontier SET state = 'queued' WHERE source = :source AND state = 'failed'")
        if not resumed:
            self.forget_done()

    def add(self, asks: Iterable[Ask], depth: int = 0, root: str = "") -> None:
        """Queue what was not asked in this run; asking twice changes nothing."""
        lines = [(self._source, key(ask), encode(ask), depth, root or key(ask)) for ask in asks]
        insert = "INSERT OR IGNORE INTO frontier (source, key, request, depth, root) VALUES (?, ?, ?, ?, ?)"
        self._connection.executemany(insert, lines)

    def queued(self, limit: int, under_way: Collection[int]) -> list[Row]:
        """The next lines, start requests first, without those under way."""
        return self._rows("queued", limit, under_way)

    def unstored(self) -> list[Row]:
        """Lines whose answer is archived and was not stored: a run was killed between the two."""
        return self._rows("fetched", -1, ())

    def _rows(self, state: str, limit: int, under_way: Collection[int]) -> list[Row]:
        others = ",".join(map(str, under_way))
        query = f"""SELECT id, key, request, depth, root, answer FROM frontier WHERE source = :source
            AND state = :state AND id NOT IN ({others}) ORDER BY depth > 0, id LIMIT :limit"""  # noqa: S608 -- own integers
        lines = self._run(query, state=state, limit=limit).fetchall()
        return [
            Row(id=id, key=name, ask=decode(ask), depth=depth, root=root, answer=answer)
            for id, name, ask, depth, root, answer in lines
        ]

    def fetched(self, row: Row, answer: int) -> None:
        self._run("UPDATE frontier SET state = 'fetched', answer = :answer WHERE id = :id", answer=answer, id=row.id)

    def done(self, ids: Iterable[int]) -> None:
        self._connection.executemany("UPDATE frontier SET state = 'done' WHERE id = ?", [(id,) for id in ids])

    def failed(self, row: Row) -> None:
        """To be tried again by a later run."""
        self._run("UPDATE frontier SET tries = tries + 1, state = 'failed' WHERE id = :id", id=row.id)

    def left(self) -> int:
        """How many lines are still to be asked or stored."""
        query = "SELECT count(*) FROM frontier WHERE source = :source AND state IN ('queued', 'fetched')"
        return int(self._run(query).fetchone()[0])

    def forget_done(self) -> None:
        self._run("DELETE FROM frontier WHERE source = :source AND state = 'done'")

    def _run(self, query: str, **values: object) -> sqlite3.Cursor:
        return self._connection.execute(query, {"source": self._source, **values})
