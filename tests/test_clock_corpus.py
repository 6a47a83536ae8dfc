"""Every recorded docket, consultation and comment date gives windows, or a reason that is true of it."""

from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from crawlers.matter import Matter
from crawlers.response import Response, Unreadable
from crawlers.sources import Source, by_parser, watched
from crawlers.vocabulary import EventKind, Kind
from index.clock import Window, windows
from tests.shared import CORPUS, needs_corpus

pytestmark = [pytest.mark.corpus, needs_corpus]
TODAY = date(2026, 11, 25)


def matters(folder: str, parser: str, limit: int) -> Iterator[Matter]:
    source = next(source for source in watched().sources.values() if source.parser == parser)
    for path in sorted((CORPUS / folder).iterdir())[:limit]:
        yield from read(path, source)


def read(path: Path, source: Source) -> list[Matter]:
    response = Response(url=f"https://{source.hosts[0]}/{path.name}", body=path.read_bytes(), name=path.name)
    try:
        found = list(import_module(by_parser(source)).parse(response, source))
    except Unreadable:
        return []
    return [matter for matter in found if isinstance(matter, Matter)]


def answered(found: list[Window]) -> bool:
    return bool(found) and all(window.answer.date or len(window.answer.note) > 20 for window in found)


def test_every_docket_gives_windows_or_a_reason() -> None:
    dockets = list(matters("us/scotus-docket", "us_scotus", 100))
    assert len(dockets) >= 15
    assert all(answered(windows(docket, TODAY)) for docket in dockets)


def test_the_docket_of_23_7483_follows_the_call_for_a_response_and_both_extensions() -> None:
    (docket,) = [one for one in matters("us/scotus-docket", "us_scotus", 100) if one.id == "us/scotus/23-7483"]
    found = {f"{window.rule} {window.side}": window.answer.date for window in windows(docket, TODAY)}
    assert found["us.scotus.cert.petitioner petitioner"] == "2024-06-27"
    assert found["us.scotus.cert.respondent respondent"] == "2024-08-30"


def test_every_consultation_closes_on_the_day_its_page_prints() -> None:
    found = [one for one in matters("uk/gov-uk-content-api", "uk_govuk", 100) if one.kind is Kind.CONSULTATION]
    assert len(found) >= 10
    for one in found:
        printed = {event.date for event in one.events if event.kind is EventKind.COMMENT_CLOSES}
        assert {window.answer.date for window in windows(one, TODAY)} == printed


def test_every_comment_date_of_the_register_is_a_window_that_does_not_roll() -> None:
    found = [
        one
        for one in matters("us/federal-register-api", "us_federal_register", 6)
        if any(event.kind is EventKind.COMMENT_CLOSES for event in one.events)
    ]
    assert len(found) >= 20
    for one in found:
        printed = {event.date for event in one.events if event.kind is EventKind.COMMENT_CLOSES}
        assert {window.answer.date for window in windows(one, TODAY)} <= printed
