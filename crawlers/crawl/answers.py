"""Open one archived answer: what its parser finds in it, or in each file of it."""

import mimetypes
import sqlite3

from crawlers import papers
from crawlers.crawl.tally import Tally
from crawlers.fetch import impostor, unpack
from crawlers.fetch.ask import Row
from crawlers.fetch.secret import secret
from crawlers.files.whole import marked
from crawlers.memory.archive import Answer, Archive
from crawlers.record import stamped, valid
from crawlers.response import Finds, Parser, Response, Unreadable
from crawlers.sources import Source
from crawlers.values import instants

_PICTURES = ("image/", "text/css")  # files that only dress a document


class Reader:
    """Reads the answers of one source; files inside an archive that cannot be read are told to the tally."""

    def __init__(
        self, source: Source, parser: Parser, archive: Archive, connection: sqlite3.Connection, tally: Tally
    ) -> None:
        self._source, self._parser, self._archive, self._connection = source, parser, archive, connection
        self._secret, self._tally = secret(source), tally

    def sound(self, row: Row, answer: Answer) -> Finds:
        """What is found, matters checked. Whatever a parser stumbles over is a fault of this answer, not of the run."""
        try:
            yield from valid(self._found(row, answer))
        except Unreadable:
            raise
        except Exception as error:
            raise Unreadable(f"the parser broke on it: {type(error).__name__}: {error}") from error

    def _found(self, row: Row, answer: Answer) -> Finds:
        """What the parser finds in the answer, or in each file of it when it is an archive of files."""
        if not unpack.packed(answer.body):
            yield from self._read(self._response(row, answer))
            return
        members = dict(unpack.members(answer.body, answer.url.rpartition("/")[2]))
        for name, body in members.items():
            if (mimetypes.guess_type(name)[0] or "").startswith(_PICTURES):
                continue
            response = self._response(row, answer, name, body, members)
            with self._connection:
                self._archive.add_member(answer.snapshot, name, response.snapshot)
            try:
                yield from self._read(response)
            except Unreadable as reason:
                self._tally.fault(f"{answer.url}#{name}", str(reason))

    def _read(self, response: Response) -> Finds:
        parse = papers.read if papers.MARK in response.context else self._parser.parse
        found = stamped(parse(response, self._source), response, self._source, self._parser.VERSION)
        return marked(found, response)

    def _response(
        self,
        row: Row,
        answer: Answer,
        name: str = "",
        body: bytes | None = None,
        members: dict[str, bytes] | None = None,
    ) -> Response:
        beside = members or {}
        return Response(
            url=self._secret.show(answer.url),
            body=answer.body if body is None else body,
            media_type="" if name else media_type(answer),
            name=name or answer.url.partition("?")[0].rpartition("/")[2],
            status=answer.status,
            headers=answer.headers,
            fetched=instants.stamp(answer.fetched),
            context=row.ask.context,
            beside=beside.get,
        )


def require_sound(answer: Answer) -> None:
    """Raises Unreadable for an error, whatever its status says."""
    if 300 <= answer.status < 400:
        raise Unreadable(f"it leads to {answer.headers.get('location', 'nowhere')!r}, which is not followed")
    if answer.status != 200:
        raise Unreadable(f"the answer is {answer.status}")
    if fault := impostor.impostor(answer.body, media_type(answer)):
        raise Unreadable(fault)


def media_type(answer: Answer) -> str:
    return answer.headers.get("content-type", "")
