"""Old answers are let go by age; what any revision of a record rests on stays."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from crawlers.fetch.ask import Ask
from crawlers.matter import Event
from crawlers.memory.archive import Answer, Archive, Lost
from crawlers.memory.frontier import Frontier
from crawlers.memory.state import open_state
from crawlers.vocabulary import EventKind
from dashboard.upkeep.pruning import BadAge, prune
from index.records import open_records
from tests.library import library

TODAY = date(2026, 11, 25)
OLD, NEW = datetime(2025, 1, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AMICUS_HOME", str(tmp_path))
    monkeypatch.delenv("AMICUS_RECORDS", raising=False)
    monkeypatch.setenv("AMICUS_ARCHIVE_DAYS", "365")
    return tmp_path


def kept(home: Path, *bodies: bytes, when: datetime = OLD) -> list[str]:
    """Hashes of answers archived in one file."""
    connection = open_state(home)
    archive = Archive(home, connection)
    plain = {"source": "x", "url": "https://x.org/", "status": 200, "headers": {}, "fetched": when}
    answers = [Answer(key=str(place), body=body, **plain) for place, body in enumerate(bodies)]  # type: ignore[arg-type]
    with connection:
        for answer in answers:
            archive.add(answer)
    archive.close()
    return [answer.snapshot for answer in answers]


def there(home: Path, snapshot: str) -> bool:
    try:
        return bool(Archive(home, open_state(home)).body(snapshot))
    except Lost:
        return False


def test_an_old_answer_stays_while_a_revision_of_a_record_or_one_of_its_events_rests_on_it(home: Path) -> None:
    first, second, event, nothing = kept(home, b"first", b"second", b"event", b"nothing")
    records, matter = open_records(), library(1)[0]
    records.write([replace(matter, snapshot=first)])
    hearing = Event(date="2026-01-01", kind=EventKind.HEARING, snapshot=event)
    records.write([replace(matter, snapshot=second, events=(hearing,))])
    assert prune(records, TODAY) > 0
    assert [there(home, one) for one in (first, second, event, nothing)] == [True, True, True, False]
    files = sorted(path.name for path in (home / "archive").iterdir())
    assert prune(records, TODAY) == 0
    assert sorted(path.name for path in (home / "archive").iterdir()) == files, "nothing is written anew in vain"


def test_a_young_answer_stays(home: Path) -> None:
    (young,) = kept(home, b"young", when=NEW)
    assert prune(open_records(), TODAY) == 0
    assert there(home, young)


def test_without_the_setting_all_stays(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMICUS_ARCHIVE_DAYS", "")
    (old,) = kept(home, b"old")
    assert prune(open_records(), TODAY) == 0
    assert there(home, old)


def test_an_answer_that_was_not_stored_yet_stays(home: Path) -> None:
    (old,) = kept(home, b"old")
    connection = open_state(home)
    frontier = Frontier(connection, "x")
    with connection:
        frontier.add([Ask(url="https://x.org/")], 0)
        frontier.fetched(frontier.queued(1, ())[0], 1)
    connection.close()
    prune(open_records(), TODAY)
    assert there(home, old)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("words", ["a year", "0", "-3", "1.5"])
def test_an_age_that_is_no_number_of_days_is_said(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setenv("AMICUS_ARCHIVE_DAYS", words)
    with pytest.raises(BadAge, match="AMICUS_ARCHIVE_DAYS"):
        prune(open_records(), TODAY)
