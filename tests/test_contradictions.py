"""Two sources that cannot both be right are shown; silence, spelling, shorter names and later days are no contradiction."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from crawlers.matter import Event, Identifier, Matter, Provision, Text
from crawlers.vocabulary import EventKind, Kind, Status
from dashboard.views.care import disagree
from dashboard.words.tongue import tongue
from index import intake
from index.disagreement.contradictions import Contradiction, Sort, compare, contradictions
from index.disagreement.said_by_source import Said, newer, statement
from index.records import Records, open_records

DAY = "2026-11-25"
BILL = Matter(
    id="us/bill/119/s/9901",
    source="us-billstatus",
    jurisdiction="us",
    kind=Kind.BILL,
    title="Free Encyclopedias Act",
    language="en",
    status=Status.COMMITTEE,
    status_as_of="2025-12-01",
)
OTHER = replace(BILL, source="us-congress-gov")


def found(one: Matter, other: Matter, *, read: str = DAY, later: str = DAY) -> list[tuple[Sort, str]]:
    return [(each.sort, each.about) for each in compare(one.id, statement(one, read), statement(other, later))]


def dated(matter: Matter, kind: EventKind, *days: str) -> Matter:
    return replace(matter, events=tuple(Event(date=day, kind=kind) for day in days))


@pytest.mark.parametrize(
    "title",
    ["FREE ENCYCLOPEDIAS ACT.", "Free Encyclopédias Act", "Free “Encyclopedias” Act of 2025", "Encyclopedias Act"],
)
def test_another_spelling_or_a_shorter_name_is_no_contradiction(title: str) -> None:
    assert not found(BILL, replace(OTHER, title=title))


def test_another_name_is_one() -> None:
    assert found(BILL, replace(OTHER, title="Paid Encyclopedias Act")) == [(Sort.TITLE, "en")]


def test_a_name_that_a_source_knows_beside_its_title_is_no_contradiction() -> None:
    known = (Identifier(scheme="short title", value="Free Encyclopedias Act"),)
    assert not found(BILL, replace(OTHER, title="A bill to keep knowledge open", identifiers=known))


def test_names_in_two_languages_are_not_compared() -> None:
    assert not found(BILL, replace(OTHER, title="Loi sur les encyclopédies", language="fr"))


def test_a_further_step_on_the_same_or_a_later_day_is_no_contradiction() -> None:
    for status, day in ((Status.REPORTED, "2025-12-01"), (Status.ENACTED, "2026-02-01"), (Status.LAPSED, "2027-01-03")):
        assert not found(BILL, replace(OTHER, status=status, status_as_of=day))


def test_a_law_cannot_be_in_committee_afterwards_nor_have_failed() -> None:
    law = replace(BILL, status=Status.ENACTED)
    assert found(law, replace(OTHER, status_as_of="2026-02-01")) == [(Sort.STATUS, "")]
    assert found(law, replace(OTHER, status=Status.WITHDRAWN)) == [(Sort.STATUS, "")]


def test_a_status_without_its_day_contradicts_nothing() -> None:
    assert not found(replace(BILL, status=Status.ENACTED), replace(OTHER, status_as_of=""))


def test_two_days_for_what_happens_once_contradict_each_other() -> None:
    one = dated(BILL, EventKind.INTRODUCED, "2025-11-03")
    assert found(one, dated(OTHER, EventKind.INTRODUCED, "2025-11-04")) == [(Sort.DATE, "introduced")]
    assert not found(one, dated(OTHER, EventKind.INTRODUCED, "2025-11-03", "2025-11-04"))
    assert not found(one, OTHER)


def test_hearings_may_be_on_many_days() -> None:
    one = dated(BILL, EventKind.HEARING, "2025-11-03")
    assert not found(one, dated(OTHER, EventKind.HEARING, "2025-11-04"))


def test_a_closing_day_put_off_since_the_first_source_was_read_is_no_contradiction() -> None:
    one = dated(BILL, EventKind.COMMENT_CLOSES, "2026-11-30")
    other = dated(OTHER, EventKind.COMMENT_CLOSES, "2026-12-15")
    assert not found(one, other, read="2026-11-20", later="2026-11-25")
    assert found(one, other) == [(Sort.DATE, "comment_closes")]


def test_a_source_that_speaks_again_replaces_its_own_words_and_keeps_what_it_no_longer_says() -> None:
    first = statement(dated(BILL, EventKind.INTRODUCED, "2025-11-03"), "2026-01-01")
    second = statement(dated(replace(BILL, title=""), EventKind.SIGNED, "2025-12-24"), "2026-01-02")
    both = newer(first, second)
    assert both.titles == first.titles
    assert both.dates == {"introduced": ("2025-11-03",), "signed": ("2025-12-24",)}
    assert both.learned == "2026-01-02"


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return open_records(f"sqlite:///{tmp_path / 'records.db'}")


def apart(records: Records) -> list[Contradiction]:
    return contradictions(records.statements())


def test_the_knowledge_base_tells_where_two_sources_disagree(records: Records) -> None:
    intake.take(records, [BILL], f"{DAY}T06:00:00Z")
    assert not records.statements()
    intake.take(records, [replace(OTHER, title="Paid Encyclopedias Act")], f"{DAY}T07:00:00Z")
    (one,) = apart(records)
    assert (one.matter, one.sort, one.one.source, one.other.source) == (
        BILL.id,
        Sort.TITLE,
        "us-billstatus",
        "us-congress-gov",
    )
    intake.take(records, [OTHER], f"{DAY}T08:00:00Z")
    assert not apart(records)
    assert len(records.statements()) == 1


def test_two_formats_of_one_source_are_compared_where_both_were_seen(records: Records) -> None:
    text = replace(BILL, title="Paid Encyclopedias Act", parser="us_bills/2")
    intake.take(records, [replace(BILL, parser="us_billstatus/2")], f"{DAY}T06:00:00Z")
    assert not records.statements()
    intake.take(records, [text], f"{DAY}T07:00:00Z")
    (one,) = apart(records)
    assert {one.one.source, one.other.source} == {"us-billstatus", "us-billstatus (text of the bill)"}


def test_a_page_and_the_xml_of_an_act_are_two_formats() -> None:
    words = (Provision(id="art_1", text="A shelf is open."),)
    act = replace(BILL, source="eu-eur-lex", parser="eur_lex/2")
    page = replace(act, texts=(Text(id="a.en", media_type="application/xhtml+xml", provisions=words),))
    xml = replace(act, texts=(Text(id="a.en", media_type="application/xml", provisions=words),))
    assert [said(one).source for one in (page, xml)] == ["eu-eur-lex", "eu-eur-lex (Formex)"]


def test_the_page_names_a_source_with_its_format() -> None:
    two = contradictions({BILL.id: [said(replace(BILL, title="Paid Act", parser="us_bills/2")), said(BILL)]})
    assert "Bills of Congress (text of the bill)" in disagree.section(
        two, 1, {"us-billstatus": "Bills of Congress"}, tongue("en")
    )


def test_what_was_said_under_an_earlier_id_counts_under_the_present_one(records: Records) -> None:
    early = replace(OTHER, id="us/bill/119/provisional/7", provisional=True, title="Paid Encyclopedias Act")
    intake.take(records, [early], f"{DAY}T06:00:00Z")
    intake.take(records, [replace(BILL, aliases=(early.id,))], f"{DAY}T07:00:00Z")
    assert [one.matter for one in apart(records)] == [BILL.id]


def test_the_watch_list_and_removed_matters_contradict_nobody(records: Records) -> None:
    intake.take(records, [BILL, replace(BILL, source="watchlist", title="Another")], f"{DAY}T06:00:00Z")
    assert not records.statements()
    intake.take(records, [replace(OTHER, title="Paid Encyclopedias Act")], f"{DAY}T06:00:00Z")
    records.remove([BILL.id])
    assert not records.statements()


def test_the_page_names_both_sources_and_what_each_says() -> None:
    two = contradictions({BILL.id: [said(replace(BILL, title="Paid Act")), said(OTHER)]})
    shown = disagree.section(two, 1, {"us-billstatus": "Bills of Congress"}, tongue("en"))
    for words in ("Name: English", "Paid Act", "Bills of Congress", "us-congress-gov", "25 Nov 2026", "Name: 1"):
        assert words in shown


def test_the_page_explains_itself_where_nothing_disagrees() -> None:
    shown = disagree.section([], 3, {}, tongue("en"))
    assert "contradict each other" in shown
    assert "3 matters are known from more than one source" in shown


def said(matter: Matter) -> Said:
    return statement(matter, DAY)
