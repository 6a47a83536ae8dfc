"""The page of opportunities as a person uses it: a docket entered by hand, a dossier scored and answered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from streamlit.testing.v1 import AppTest

from dashboard import private
from index.advice.judgements import answers, judgements
from index.records import open_records
from tests.home import at_home, shown
from tests.test_binding import DUTY, duty, law
from tests.test_clock_matters import PETITION, event

BEGAN = (event("applies_from", "2024-02-17"),)
FORM = {"Id": "us/scotus/26-900", "Title, as printed": "D v. Host", "Who enters it (a role)": "counsel"}


@pytest.fixture(autouse=True)
def home(tmp_path: Path) -> Iterator[None]:
    with at_home(tmp_path):
        open_records().write([PETITION])
        yield


def words(page: AppTest) -> str:
    return " ".join(element.proto.body for element in page.get("html"))


def typed(page: AppTest, events: str, **fields: str) -> AppTest:
    for label, value in {**FORM, **fields}.items():
        next(one for one in page.text_input if one.label == label).set_value(value)
    next(one for one in page.text_area if one.label.startswith("Days, one a line")).set_value(events)
    return page.button[-1].click().run()


def test_a_docket_is_entered_in_the_form_and_has_its_windows() -> None:
    page = typed(shown("opportunities"), "docketed=12 Nov 2026 Docketed\nresponse_due=14 Dec 2026")
    assert "Kept." in words(page)
    kept = open_records().get("us/scotus/26-900")
    assert kept
    assert (kept.source, [event.date for event in kept.events]) == ("manual", ["2026-11-12", "2026-12-14"])
    assert "counsel" in kept.note
    assert "D v. Host" in words(shown("opportunities"))


@pytest.mark.parametrize(
    ("events", "fields", "sentence"),
    [
        ("docketed=03/04/2026", {}, "Wed 4 Mar 2026 or Fri 3 Apr 2026"),
        ("docketed", {}, "KIND=DAY"),
        ("", {"Id": "nonsense"}, "place/series/number"),
        ("", {"Who enters it (a role)": ""}, "who enters it"),
    ],
)
def test_a_mistake_in_the_form_is_one_sentence_and_nothing_is_kept(
    events: str, fields: dict[str, str], sentence: str
) -> None:
    page = typed(shown("opportunities"), events, **fields)
    assert "Not kept." in words(page)
    assert sentence in words(page)
    assert open_records().get("us/scotus/26-900") is None


def test_a_dossier_is_linked_scored_and_answered() -> None:
    page = shown("opportunities")
    assert "/dossier.html?id=us/scotus/26-000" in words(page)
    page = next(one for one in page.selectbox if one.label == "Matter").set_value(PETITION.id).run()
    assert "/dossier.docx?id=us/scotus/26-000" in words(page)
    next(one for one in page.radio if one.label == "Facts").set_value("3")
    next(one for one in page.text_area if one.label == "Access to knowledge").set_value("It shuts a door.")
    next(one for one in page.text_input if one.label == "Your role").set_value("counsel")
    page.button[0].click().run()
    assert judgements(private.shelves())[PETITION.id].scores == {"facts": 3}
    assert answers(private.shelves(), PETITION.id) == {"access": ("It shuts a door.", "counsel")}


def test_the_register_of_another_profile_has_an_address_and_is_not_the_foundation_s() -> None:
    open_records().write([replace(law("eu", {"art_1": DUTY}, duty("art_1", DUTY, "Online platforms")), events=BEGAN)])
    for asked, binds in (({}, True), ({"profile": "foundation"}, True), ({"profile": "affiliate"}, False)):
        page = shown("collections", part="duties", **asked)
        assert ("the law says “once a year”" in words(page)) is binds
        assert ("Of 1 law we cannot say whether it binds" in words(page)) is not binds
    assert "the law says “once a year”" in words(shown("collections", part="duties", profile="x"))


def test_a_duty_that_binds_us_is_recorded_as_done_with_its_proof() -> None:
    open_records().write([replace(law("eu", {"art_1": DUTY}, duty("art_1", DUTY, "Online platforms")), events=BEGAN)])
    assert "/collections?part=duties&amp;state=late" in words(shown("calendar"))
    page = shown("collections", part="duties")
    assert "Late" in words(page)
    assert "the law says “once a year”" in words(page)
    assert "nobody yet" in words(page)
    key = "eu/act/1#art_1#transparency_report"
    next(one for one in page.selectbox if one.label == "Duty").set_value(key)
    for label, value in (("Done on", "10 Feb 2026"), ("Who owns it (a role)", "legal")):
        next(one for one in page.text_input if one.label == label).set_value(value)
    page.button[-1].click().run()
    assert "needs a link" in words(page)
    next(one for one in page.selectbox if one.label == "Duty").set_value(key)
    for label, value in (("Done on", "10 Feb 2026"), ("Link to what proves it", "https://x.example/r")):
        next(one for one in page.text_input if one.label == label).set_value(value)
    page.button[-1].click().run()
    assert "Due later" in words(page)
    assert "https://x.example/r" in words(page)
    assert "last done Tue 10 Feb 2026" in words(page)
