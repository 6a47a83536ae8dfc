"""Read the answers of one source: matters into the basket, follow-ups into the frontier, faults into the tally."""

import sqlite3
from collections.abc import Iterable, Iterator
from importlib import import_module
from urllib.parse import urljoin

from msgspec.structs import replace

from crawlers import papers, sources
from crawlers.crawl.addresses import filled
from crawlers.crawl.answers import Reader, media_type, require_sound
from crawlers.crawl.basket import Basket
from crawlers.crawl.sink import Sink
from crawlers.crawl.tally import Tally
from crawlers.fetch import impostor, policy
from crawlers.fetch.ask import CANARY, Ask, Row, canary, key
from crawlers.fetch.secret import secret
from crawlers.joining.notes import WITHDRAWN
from crawlers.matter import Matter
from crawlers.memory import pages
from crawlers.memory.archive import Answer, Archive, Lost
from crawlers.memory.frontier import Frontier
from crawlers.memory.pages import Page, Pages
from crawlers.response import Declared, Request, Skipped, Unreadable
from crawlers.sources import Source
from crawlers.values import instants

_SOUND = {200, 304}
_GONE = {404, 410}


def first_requests(source: Source, since: str, today: str) -> Iterator[Request]:
    """With which questions a crawl of changes since a day (or of all, when empty) begins."""
    start = getattr(import_module(sources.by_parser(source)), "start", None)
    if start:
        yield from start(source, since)
        return
    yield from (Request(url=url) for url in filled(source, since, today, secret(source).value))


class Harvest:
    """One source in one run. Every method leaves frontier, pages and archive index committed."""

    def __init__(self, source: Source, connection: sqlite3.Connection, archive: Archive, sink: Sink) -> None:
        self.source, self.connection, self.archive = source, connection, archive
        self.secret, self.tally = secret(source), Tally()
        self.frontier, self.pages = Frontier(connection, source.id), Pages(connection, source.id)
        self.basket = Basket(source, sink, self._settle)
        self.parser = import_module(sources.by_parser(source))
        self.stamp = pages.stamp(f"{source.parser or 'feed'}{papers.version(source)}", self.parser.VERSION)
        self.reader = Reader(source, self.parser, archive, connection, self.tally)
        self.canary = key(Ask(url=source.canary.url)) if source.canary else ""

    def first(self, since: str, today: str) -> None:
        """Queue the first questions, and the canary where it is none of them."""
        asks = [self.secret.hide(request) for request in first_requests(self.source, since, today)]
        if self.source.canary and self.canary not in map(key, asks):
            asks.insert(0, canary(self.source.canary.url))
        with self.connection:
            self.frontier.add(asks)

    def keep(self, row: Row | None, answer: Answer) -> None:
        """Archive an answer; one that is no error is not asked for again, whatever happens from here on."""
        with self.connection:
            number = self.archive.add(answer)
            if row and answer.status in _SOUND:
                self.frontier.fetched(row, number)

    def read(self, row: Row, answer: Answer) -> None:
        """Take what an answer says. What cannot be used is counted and asked for again by a later run."""
        alone = CANARY in row.ask.context
        if alone or row.key == self.canary:
            self.tally.canary = answer.status in _SOUND and self._sings(row, answer)
        if alone:
            page = pages.page(row, answer, CANARY) if answer.status != 304 else None
            self.basket.answered(row.id, page, set())
            return
        try:
            if answer.status == 304:
                self._unchanged(row)
            elif answer.status == 204 and papers.MARK in row.ask.context:
                self.basket.answered(row.id, None, set())  # the source has no words of this one
            else:
                self._changed(row, answer)
        except Unreadable as reason:
            self._unusable(row, answer, str(reason))

    def reread(self, row: Row, answer: Answer, page: Page) -> None:
        """Store what a kept answer says; nothing that it leads to is asked."""
        for found in self.reader.sound(row, answer):
            if isinstance(found, Matter):
                self.tally.matter(found)
                self.basket.put(found)
        self.basket.answered(row.id, page, set())

    def missed(self, row: Row, reason: str) -> None:
        """No answer came."""
        self.tally.fault(row.ask.url, reason)
        with self.connection:
            self.frontier.failed(row)

    def _sings(self, row: Row, answer: Answer) -> bool:
        assert self.source.canary
        page = self.pages.get(row.key)
        body = self.archive.body(page.snapshot) if answer.status == 304 and page else answer.body
        return self.source.canary.contains.encode() in body

    def _unchanged(self, row: Row) -> None:
        """The kept bytes stand for the answer: its follow-ups are asked, its matters counted, and stored if need be."""
        page = self.pages.get(row.key)
        if page is None:
            raise Unreadable("the answer is “not modified”, though nothing is kept of it")
        self.tally.unchanged += 1
        kept = self.archive.answer(self.archive.newest(self.source.id, row.key, page.snapshot))
        self._take(row, kept, known=page.stamp == self.stamp)
        self.basket.answered(row.id, replace(page, stamp=self.stamp), set())

    def _changed(self, row: Row, answer: Answer) -> None:
        require_sound(answer)
        page = self.pages.get(row.key)
        known = page is not None and page.snapshot == answer.snapshot and page.stamp == self.stamp
        if not self._take(row, answer, known) and (fault := impostor.login(answer.body, media_type(answer))):
            raise Unreadable(fault)
        replaced = self.archive.replaced(self.source.id, row.key, answer.snapshot)
        self.basket.answered(row.id, pages.page(row, answer, self.stamp), replaced)

    def _take(self, row: Row, answer: Answer, known: bool) -> bool:
        """Everything found in the answer; True if there was anything."""
        anything, follow_ups = False, list[Ask]()
        for found in self.reader.sound(row, answer):
            anything = True
            if isinstance(found, Matter):
                self.tally.matter(found)
                follow_ups += self._wanted(
                    papers.wanted(found, self.source, answer.url, instants.stamp(answer.fetched)[:10])
                )
                if not known:
                    self.basket.put(found)
            elif isinstance(found, Request):
                follow_ups += self._wanted([found])
            elif isinstance(found, Declared):
                self.tally.declare(row.root, found.total)
            elif isinstance(found, Skipped):
                self.tally.skipped += 1
        self._follow(row, answer, follow_ups)
        return anything

    def _wanted(self, requests: Iterable[Request]) -> Iterator[Ask]:
        """A file that was read is not asked for again, pages are."""
        for request in requests:
            ask = self.secret.hide(request)
            if not papers.is_file(request) or self.pages.get(key(ask)) is None:
                yield ask

    def _follow(self, row: Row, answer: Answer, asks: list[Ask]) -> None:
        if asks and row.depth >= policy.DEPTH:
            self.tally.fault(row.ask.url, f"its links lead more than {policy.DEPTH:,} deep and are not followed")
            return
        asks = [replace(ask, url=urljoin(answer.url, ask.url)) for ask in asks]
        with self.connection:
            self.frontier.add(asks, row.depth + 1, row.root)

    def _unusable(self, row: Row, answer: Answer, reason: str) -> None:
        disguise = _disguise(answer)
        said = f"{disguise}: {reason}" if disguise and disguise != reason else reason
        self.tally.fault(row.ask.url, said, disguised=bool(disguise))
        page = self.pages.get(row.key) if answer.status in _GONE else None
        if page:
            self._withdraw(row, answer, page)
        with self.connection:
            self.frontier.failed(row)

    def _withdraw(self, row: Row, answer: Answer, page: Page) -> None:
        """What the address said when it last spoke is kept, and marked."""
        day = instants.stamp(answer.fetched)[:10]
        try:
            kept = self.archive.answer(self.archive.newest(self.source.id, row.key, page.snapshot))
        except Lost:
            return
        for found in self.reader.sound(row, kept):
            if isinstance(found, Matter):
                self.basket.put(replace(found, note=WITHDRAWN.format(code=answer.status, day=day)))
        self.basket.empty()
        with self.connection:
            self.pages.forget(row.key)

    def _settle(self, answered: list[tuple[int, Page | None]]) -> None:
        with self.connection:
            self.frontier.done(row for row, _ in answered)
            for _, page in answered:
                if page:
                    self.pages.keep(page)


def _disguise(answer: Answer) -> str:
    """What an answer that says 200 is instead of data; empty when it may be what was asked for."""
    page = answer.body, media_type(answer)
    return (impostor.impostor(*page) or impostor.login(*page)) if answer.status == 200 else ""
