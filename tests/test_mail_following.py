"""Searches and lenses that a reader follows, in their mail."""

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from crawlers.matter import Provision, Text
from dashboard.digest.build import build
from dashboard.digest.following import tastes
from dashboard.digest.gather import week
from dashboard.digest.news import Taste
from dashboard.digest.speech import speech
from dashboard.digest.text import text
from dashboard.kept import Kept
from dashboard.mail.links import Links
from dashboard.mail.subscriptions import Wishes
from index.private import Leaf, Private, open_private
from index.records import Records, open_records
from index.saved import save
from index.search import open_search
from tests.test_digest_changes import BILL
from tests.test_digest_scenarios import BEFORE, DAY, DURING, SINCE, UNTIL


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return open_records(f"sqlite:///{tmp_path}/r.db")


@pytest.fixture
def private(tmp_path: Path) -> Private:
    return open_private(tmp_path / "private.db")


def words(said: str) -> tuple[Text, ...]:
    return (Text(id="t.en", language="en", provisions=(Provision(id="sec_1", text=said),)),)


def taste(records: Records, private: Private, wishes: Wishes) -> Taste:
    (found,) = tastes(records, private, week(records, SINCE, UNTIL, DAY), [wishes], DAY)
    return found


def test_a_bill_amended_into_the_scope_of_a_saved_search_is_told(records: Records, private: Private) -> None:
    save(private, open_search(str(private.path.parent / "search")), "encyclopaedias", "encyclopaedias", BEFORE)
    records.write([replace(BILL, texts=words("Kites need a licence."))], BEFORE)
    records.write([replace(BILL, texts=words("Encyclopaedias need a licence."))], DURING)
    wanted = taste(records, private, Wishes(searches=("encyclopaedias",)))
    assert wanted.matters == (BILL.id,)
    assert build(week(records, SINCE, UNTIL, DAY), wanted, speech("en")).keys


def test_a_search_that_finds_nothing_tells_nothing(records: Records, private: Private) -> None:
    save(private, open_search(str(private.path.parent / "search")), "submarines", "submarines", BEFORE)
    records.write([BILL], DURING)
    wanted = taste(records, private, Wishes(searches=("submarines",)))
    assert build(week(records, SINCE, UNTIL, DAY), wanted, speech("en")).keys == ()


def test_a_lens_is_followed_by_its_name(records: Records, private: Private) -> None:
    records.write([BILL], DURING)
    assert taste(records, private, Wishes(lenses=("dsa-and-audit",))).narrow


def test_a_name_that_is_gone_finds_nothing_and_stops_nobody(records: Records, private: Private) -> None:
    records.write([BILL], DURING)
    assert taste(records, private, Wishes(searches=("gone",))) == Taste(narrow=True, names=("gone",))


def collect(private: Private, folder: str, id: str) -> None:
    item = Kept(
        kind="item", subject=f"{folder}#{id}", role="lead", at=BEFORE, body={"note": "unsaid words", "lead": "x"}
    )
    private.keep(Leaf(shelf="item", name="1", body=msgspec.json.encode(item).decode()))


def test_a_collection_is_followed_by_its_name_and_keeps_its_notes(records: Records, private: Private) -> None:
    collect(private, "Age checks", BILL.id)
    records.write([BILL, replace(BILL, id="uk/bill/2")], DURING)
    wanted = taste(records, private, Wishes(collections=("Age checks",)))
    digest = build(week(records, SINCE, UNTIL, DAY), wanted, speech("en"))
    assert {item.matter for section in digest.sections for item in section.items} == {BILL.id}
    assert "you follow “Age checks”" in digest.head.why
    assert "unsaid words" not in text(digest, Links())


def test_each_reader_gets_what_their_own_search_finds(records: Records, private: Private) -> None:
    for number in range(50):
        save(
            private,
            open_search(str(private.path.parent / "search")),
            f"s{number}",
            "kites" if number == 7 else f"word{number}",
            BEFORE,
        )
    records.write([replace(BILL, texts=words("Kites need a licence."))], DURING)
    wishes = [Wishes(searches=(f"s{number}",)) for number in range(50)]
    found = tastes(records, private, week(records, SINCE, UNTIL, DAY), wishes, DAY)
    assert [number for number, one in enumerate(found) if one.matters] == [7]
