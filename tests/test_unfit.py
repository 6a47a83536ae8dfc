"""What one database could not hold is refused, or kept, by both alike."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from crawlers.matter import Event, Matter
from crawlers.vocabulary import EventKind
from index.records import Records, open_records
from index.store.stored import Unfit
from tests import services
from tests.library import library

ONE = library(1)[0]
HEARING = Event(date="2099-01-02", kind=EventKind.HEARING)
KEPT = {
    "an id of four hundred characters": replace(ONE, id="uk/bill/9/" + "".join(chr(65 + n * n % 26) for n in range(400))),
    "a NUL in a title": replace(ONE, id="uk/bill/9/N-1", title="a\0b", note="\0"),
    "a date with its zone": replace(ONE, id="uk/bill/9/N-2", events=(replace(HEARING, date="2099-01-02T23:00:00+09:00"),)),
    "a day far ahead": replace(ONE, id="uk/bill/9/N-3", events=(replace(HEARING, date="9999-12-31"),)),
    "a note of many digits": replace(ONE, id="uk/bill/9/N-4", note="9" * 5_000),
    "characters beyond the first plane": replace(ONE, id="uk/bill/9/N-5", title="𝔏aw 🏛 \u200f"),
}  # fmt: skip
REFUSED = {
    "a NUL in an id": replace(ONE, id="uk/bill/9/a\0b"),
    "a NUL in an alias": replace(ONE, aliases=("uk/bill/9/a\0b",)),
    "an id of five thousand characters": replace(ONE, id="uk/bill/9/" + "AB" * 2_500),
    "half a character in a title": replace(ONE, title="a\ud800b"),
    "half a character in an id": replace(ONE, id="uk/bill/9/a\ud800"),
    "a jurisdiction that is none": replace(ONE, jurisdiction="x" * 60),
}


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.server)])
def records(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Records]:
    if request.param == "sqlite":
        folder: Path = tmp_path_factory.mktemp("unfit")
        yield open_records(f"sqlite:///{folder / 'records.db'}")
        return
    with services.postgresql() as address:
        yield open_records(address)


@pytest.mark.parametrize("matter", KEPT.values(), ids=KEPT.keys())
def test_what_is_odd_but_sound_is_kept_to_the_letter(records: Records, matter: Matter) -> None:
    assert records.write([matter]).new == 1
    assert records.get(matter.id) == matter
    assert records.write([matter]).unchanged == 1


@pytest.mark.parametrize("matter", REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_kept_is_one_sentence_and_nothing_of_its_batch_is(records: Records, matter: Matter) -> None:
    beside = replace(ONE, id="uk/bill/9/beside")
    with pytest.raises(Unfit, match="cannot be kept") as fault:
        records.write([beside, matter])
    assert "\n" not in str(fault.value)
    assert records.get(beside.id) is None


@pytest.mark.parametrize("id", ["a\0b", "a\ud800", "x" * 10_000, ""])
def test_an_id_that_nothing_can_have_leads_to_nothing(records: Records, id: str) -> None:
    assert records.get(id) is None
