"""A matter of the watch-list and the same matter from an official source become one, whatever spelling its number has."""

from pathlib import Path

import pytest

from crawlers import imports
from crawlers.courts.names import docket
from crawlers.facts import find, load
from crawlers.matter import Matter
from crawlers.places.us import usstates
from crawlers.sources import watched
from crawlers.vocabulary import Kind, Status
from index import intake
from index.records import Records, open_records
from tests.shared import CORPUS, needs_corpus

DAY = "2026-11-25T06:00:00Z"


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return open_records(f"sqlite:///{tmp_path / 'records.db'}")


def watch_list() -> dict[str, Matter]:
    (outcome,) = imports.outcomes(watched().source("watchlist"), [find("watchlist.yaml")])
    return {matter.id: matter for matter in outcome.matters}


def official(id: str, source: str) -> Matter:
    code = id.partition("/")[0]
    status, title = Status.COMMITTEE, "As the source calls it"
    return Matter(id=id, source=source, jurisdiction=code, kind=Kind.BILL, title=title, language="en", status=status)


@pytest.mark.parametrize(
    ("known", "spelled", "source"),
    [
        ("za/bill/B13F-2017", "za/bill/B13-2017", "za-pmg-bills"),
        ("us-tx/bill/88R/HB18", usstates.bill_id("Texas", "88", "HB 18"), "us-openstates"),
        ("us-al/bill/2026RS/HB161", usstates.bill_id("Alabama", "2026rs", "HB 161"), "us-openstates"),
        ("us-co/bill/2024A/SB24-041", usstates.bill_id("Colorado", "2024A", "SB24-041"), "us-openstates"),
        ("us/ca10/24-4100", f"us/ca10/{docket('24-04100')}", "us-court-mods"),
    ],
)
def test_one_matter_under_two_spellings_is_one_record(records: Records, known: str, spelled: str, source: str) -> None:
    intake.take(records, [watch_list()[known]], DAY)
    intake.take(records, [official(spelled, source)], DAY)
    (card,) = records.cards()
    assert (card.id, card.source, card.title) == (known, source, "As the source calls it")


@pytest.mark.parametrize(
    ("state", "name", "years", "special", "session"),
    [
        ("TX", "88th Legislature Regular Session", ("2023", "2024"), False, "88R"),
        ("TX", "87th Legislature 2nd Special Session", ("2021", "2022"), True, "872"),
        ("CA", "2023-2024 Regular Session", ("2023", "2024"), False, "20232024"),
        ("NY", "2023-2024 General Assembly", ("2023", "2024"), False, "2023-2024"),
        ("OH", "135th General Assembly", ("2023", "2024"), False, "135"),
        ("AL", "2026 Regular Session", ("2026", "2026"), False, "2026RS"),
        ("MS", "2024 Regular Session", ("2024", "2024"), False, "2024"),
        ("FL", "2024 Special Session", ("2024", "2024"), True, "2024S"),
    ],
)
def test_a_session_of_a_state_has_one_name(
    state: str, name: str, years: tuple[str, str], special: bool, session: str
) -> None:
    assert usstates.session(state, *years, name, special) == session


@needs_corpus
@pytest.mark.corpus
@pytest.mark.long
def test_every_watched_matter_that_the_corpus_holds_is_one_with_its_official_record() -> None:
    """All files of the places in which the watch-list and the corpus meet: each number once, never beside its twin."""
    watching = watch_list()
    spellings = {name: id for id, matter in watching.items() for name in (id, *matter.aliases)}
    united = set()
    for folder, source in MEETING.items():
        for outcome in imports.outcomes(watched().source(source), [CORPUS / folder]):
            for matter in outcome.matters:
                united |= {spellings[name] for name in (matter.id, *matter.aliases) if name in spellings}
    assert united == HELD


MEETING = {
    "ca/legisinfo": "ca-legisinfo",
    "ca/parl-bill-xml": "ca-bills",
    "cl/bcn-leychile-conv": "cl-leychile",
    "de/gesetze-im-internet": "de-gii",
    "eu/eur-lex": "eu-eur-lex",
    "eu/cellar-sparql": "eu-cellar",
    "jp/e-gov-law-api-v2": "jp-egov-law",
    "uk/legislation-gov-uk": "uk-legislation",
}
HELD = {
    "ca/bill/44-1/C-18",
    "ca/bill/44-1/C-63",
    "ca/bill/45-1/C-8",
    "cl/ley/19628",
    "de/gii/ddg",
    "de/gii/netzdg",
    "de/gii/urhg",
    "eu/celex/32000L0031",
    "eu/celex/32001L0029",
    "eu/celex/32014R0910",
    "eu/celex/32016R0679",
    "eu/celex/32022R2065",
    "eu/celex/32023R1543",
    "eu/celex/32024R1689",
    "jp/law/413AC0000000137",
    "uk/ukpga/2025/18",
}


def test_the_watch_list_names_no_matter_twice() -> None:
    names = [name for id, entry in load(find("watchlist.yaml")).items() for name in {id, *entry.get("also", ())}]
    assert len(names) == len({*names})
