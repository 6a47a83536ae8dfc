"""Opportunities, their dossiers and the register of duties."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import docx as reader
import pytest
from lxml import html as lxml_html
from msgspec.structs import replace

from crawlers.eu.commencement import IN_PART
from crawlers.fault import Fault
from crawlers.matter import Matter, Provision, Text, TopicTag
from crawlers.sources import Republish
from crawlers.vocabulary import Duty, Kind, Status, Topic
from dashboard.dossier.chance import paper as drawn
from dashboard.dossier.docx import docx
from dashboard.dossier.html import html
from dashboard.dossier.outline import Paper
from dashboard.dossier.wikitext import wikitext
from dashboard.views.wiki import escape
from dashboard.words.tongue import tongue
from index.advice.dossier import Dossier, dossier, headings
from index.advice.opportunities import opportunities, opportunity, weights
from index.advice.register import Done, Due, record, recorded, register, table
from index.private import open_private
from tests.test_clock_matters import PETITION, TODAY, case, consultation, event
from tests.test_digest_changes import law

CALL = consultation("uk/consult/x", event("comment_closes", "2026-12-20"))
LIABILITY = (TopicTag(topic=Topic.INTERMEDIARY_LIABILITY),)


def paper(dossier: Dossier) -> Paper:
    return drawn(dossier, tongue("en"))


def made(matter: Matter = PETITION, **more: Any) -> Dossier:
    found = opportunity(matter, TODAY)
    assert found
    return dossier(matter, found, more.pop("others", []), TODAY, **more)


def test_what_concerns_hosts_stands_before_what_does_not() -> None:
    ranked = opportunities([CALL, replace(CALL, id="uk/consult/y", topics=LIABILITY)], TODAY)
    assert [one.matter for one in ranked] == ["uk/consult/y", "uk/consult/x"]
    assert ranked[1].fit.says.startswith("no topic or duty")


def test_a_call_for_a_response_raises_the_chance() -> None:
    called = replace(PETITION, events=(*PETITION.events, event("response_requested", "2026-11-20")))
    one, other = opportunity(called, TODAY), opportunity(PETITION, TODAY)
    assert one
    assert other
    assert one.chance.value > other.chance.value


def test_too_late_to_write_weighs_less_than_two_weeks() -> None:
    tomorrow = replace(CALL, events=(event("comment_closes", "2026-11-26"),))
    one, other = opportunity(tomorrow, TODAY), opportunity(CALL, TODAY)
    assert one
    assert other
    assert one.time.value < other.time.value


def test_a_day_years_ahead_is_far_off() -> None:
    found = opportunity(replace(CALL, events=(event("comment_closes", "2046-11-25"),)), TODAY)
    assert found
    assert found.time.says == "far off"


def test_what_is_closed_is_no_opportunity() -> None:
    assert opportunity(replace(CALL, events=(event("comment_closes", "2026-11-24"),)), TODAY) is None


def test_a_case_without_a_day_is_kept_with_its_reason() -> None:
    found = opportunity(case("uk/uksc/1"), TODAY)
    assert found
    assert found.time.says == "no day is fixed"


def test_who_spoke_already_is_named() -> None:
    spoken = replace(PETITION, events=(*PETITION.events, event("amicus_filed", "2026-11-20", "Brief of an ally")))
    found = opportunity(spoken, TODAY)
    assert found
    assert found.others == ("Brief of an ally",)


def test_every_weight_lies_between_nought_and_one() -> None:
    known = weights()
    figures = [*known.topics.values(), *(one.value for one in (*known.chances.values(), *known.times, known.undated))]
    assert all(0 <= figure <= 1 for figure in figures)
    assert set(known.topics) == set(Topic)


def test_every_duty_and_topic_of_the_test_stands_under_one_heading() -> None:
    duties = [duty for heading in headings().values() for duty in heading.duties]
    assert len(duties) == len(set(duties))
    assert len(headings()) == 5
    assert set(Duty) - set(duties) <= {Duty.OTHER}


def test_passages_are_gathered_and_the_answer_is_left_to_a_person() -> None:
    bill = replace(law("shall remove within 24 hours", "PT24H"), events=(event("comment_closes", "2026-12-20"),))
    expression = next(part for part in made(bill).headings if part.name == "expression")
    assert [passage.words for passage in expression.passages] == ["shall remove within 24 hours"]
    assert expression.answer == ""


def test_a_licence_for_links_alone_shows_no_words_of_the_source() -> None:
    bill = replace(
        law("secret words", "PT24H"), events=(event("comment_closes", "2026-12-20"),), summary="secret words"
    )
    assert "secret words" not in html(paper(made(bill, republish=Republish.LINK)))


def test_the_question_presented_is_read_from_the_docket_s_text() -> None:
    asked = Text(
        id="qp.en", label="Questions presented", provisions=(Provision(id="q_1", text="Whether a host is liable."),)
    )
    assert made(replace(PETITION, texts=(asked,))).question == "Whether a host is liable."


def test_similar_cases_are_those_that_share_most() -> None:
    past = replace(case("us/scotus/20-1", status=Status.DECIDED), topics=LIABILITY)
    dossier = made(
        replace(PETITION, topics=LIABILITY),
        others=[past, case("us/scotus/20-2"), replace(past, id="us/x/1", kind=Kind.BILL)],
    )
    assert [one.matter for one in dossier.similar] == ["us/scotus/20-1"]


def test_all_three_formats_say_the_same() -> None:
    answered = made(answers={"access": ("It would close a door.", "policy lead")})
    page = " ".join(map(str, lxml_html.fromstring(html(paper(answered))).itertext()))
    words = "\n".join(paragraph.text for paragraph in reader.Document(io.BytesIO(docx(paper(answered)))).paragraphs)
    for said in ("What must be filed, and by whom", "It would close a door.", "10 days", "unverified rule"):
        assert said in page
        assert said in words
        assert escape(said) in wikitext(paper(answered))


@pytest.mark.parametrize(
    "words", ["<script>x</script>", "{{delete}}", "[[File:x]]", "\u202e\x00\x0b", "''' '''", "<!--"]
)
def test_hostile_words_are_inert_in_every_format(words: str) -> None:
    hostile = made(replace(PETITION, title=words, summary=words))
    assert not lxml_html.fromstring(html(paper(hostile))).xpath("//script")
    assert not any(mark in wikitext(paper(hostile)) for mark in ("<script", "{{", "[[", "'''", "<!--", "\u202e"))
    reader.Document(io.BytesIO(docx(paper(hostile))))


LAW = replace(
    law("shall publish reports", ""),
    status=Status.IN_FORCE,
    events=(event("in_force", "2022-11-16"), event("applies_from", "2024-02-17")),
)
REPORTS = replace(LAW, norms=(replace(LAW.norms[0], duty=Duty.TRANSPARENCY_REPORT),))
KEY = "uk/bill/1#sec_1#transparency_report"


def test_a_duty_that_comes_back_counts_from_the_last_time_it_was_done() -> None:
    (row,) = register([REPORTS], {KEY: Done(owner="legal", day="2026-02-10", evidence="https://x.example/r")}, TODAY)
    assert (row.next, row.due, row.owner) == ("2027-02-10", Due.LATER, "legal")
    assert "last done Tue 10 Feb 2026" in str(row.counted)


@pytest.mark.parametrize(
    ("quote", "following"),
    [
        ("shall publish reports at least every six months", "2024-08-17"),
        ("shall publish a report every month", "2024-03-17"),
        ("haben halbjährlich einen Bericht zu veröffentlichen", "2024-08-17"),
        ("publient un rapport au moins une fois par an", "2025-02-17"),
        ("shall report every six months the average monthly number of readers", "2024-08-17"),
        ("veröffentlichen halbjährlich die durchschnittliche monatliche Zahl der Leser", "2024-08-17"),
        ("publient tous les six mois la moyenne mensuelle des lecteurs", "2024-08-17"),
        ("shall publish reports", "2025-02-17"),
    ],
)
def test_a_period_that_the_law_names_counts(quote: str, following: str) -> None:
    (row,) = register([replace(REPORTS, norms=(replace(REPORTS.norms[0], quote=quote),))], {}, date(2024, 3, 1))
    assert row.next == following
    assert ("our reading" in str(row.counted)) == (quote == "shall publish reports")


def test_what_applies_in_part_before_the_rest_does_not_begin_the_duties() -> None:
    early = replace(event("applies_from", "2022-11-16"), label=IN_PART)
    (row,) = register([replace(REPORTS, events=(early, *REPORTS.events))], {}, TODAY)
    assert row.begins == "2024-02-17"
    assert "parts of the law apply since Wed 16 Nov 2022" in str(row.counted)


def test_a_duty_never_done_is_late_from_its_beginning() -> None:
    (row,) = register([REPORTS], {}, TODAY)
    assert (row.next, row.due) == ("2025-02-17", Due.LATE)


def test_late_comes_first_and_what_cannot_be_worked_out_stays() -> None:
    unknown = replace(REPORTS, id="uk/bill/2", events=())
    rows = register([unknown, LAW, REPORTS], {}, TODAY)
    assert [row.due for row in rows] == [Due.LATE, Due.STANDING, Due.UNKNOWN]


def test_a_grace_period_ends_on_the_day_the_law_applies() -> None:
    later = replace(REPORTS, events=(event("applies_from", "2026-12-10"),))
    (row,) = register([later], {}, TODAY)
    assert (row.next, row.due) == ("2026-12-10", Due.SOON)


def test_an_auditor_s_table_runs_no_formula() -> None:
    hostile = replace(REPORTS, title="=cmd|' /C calc'!A0")
    assert "\r\nuk/bill/1,'=cmd" in table(register([hostile], {}, TODAY))


def test_days_of_duties_end_with_their_month() -> None:
    started = replace(REPORTS, events=(event("in_force", "2024-02-29"),))
    (row,) = register([started], {}, date(2024, 3, 1))
    assert row.next == "2025-02-28"


def test_done_needs_a_link_that_proves_it(tmp_path: Path) -> None:
    private = open_private(tmp_path / "p.db")
    with pytest.raises(Fault, match="link"):
        record(private, KEY, Done(day="2026-02-10"))
    record(private, KEY, Done(day="2026-02-10", evidence="https://x.example/r"))
    assert recorded(private)[KEY].day == "2026-02-10"
