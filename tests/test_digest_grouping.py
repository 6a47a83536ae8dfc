"""A digest that can be read: one entry a matter, the past counted, what was not checked told in full."""

from typing import Any

import pytest
from msgspec.structs import replace

from crawlers.matter import Identifier, Matter
from crawlers.vocabulary import Kind, Status
from dashboard.digest.build import build
from dashboard.digest.html import html
from dashboard.digest.lines import MOST, Item
from dashboard.digest.news import News, Note, Sort, Taste
from dashboard.digest.selection import APART
from dashboard.digest.speech import speech
from dashboard.digest.text import text
from dashboard.digest.titles import entitled, named
from dashboard.mail.links import Links
from dashboard.views.care.freshness import Health
from tests.test_clock_matters import TODAY
from tests.test_digest import GOOD, QUIET, fact, made, said


def told(*news: News) -> list[Item]:
    return [item for section in made(replace(QUIET, news=news)).sections for item in section.items]


def moves(number: int) -> list[News]:
    return [fact(key=f"k{day}", day=f"2026-11-{day:02}", says=f"Sitting {day}") for day in range(1, number + 1)]


def test_what_became_of_one_matter_is_one_entry_in_the_order_of_its_days() -> None:
    (item,) = told(*reversed(moves(3)))
    assert [line.partition(":")[0] for line in item.lines[:3]] == ["1 Nov", "2 Nov", "3 Nov"]
    assert item.keys == ("k1", "k2", "k3")


def test_older_facts_of_a_busy_matter_are_counted_and_count_as_told() -> None:
    (item,) = told(*moves(MOST + 4))
    assert item.lines[0] == "4 earlier facts, on its page."
    assert len(item.keys) == MOST + 4
    assert "Sitting 9" in " ".join(item.lines)
    assert "Sitting 4." not in " ".join(item.lines)


def test_two_matters_are_two_entries() -> None:
    assert len(told(fact(), fact(key="k2", matter="us/bill/119/s/2"))) == 2


def test_changes_in_law_stay_apart_until_they_are_many() -> None:
    law = [fact(Sort.LAW, key=f"l{n}", label="shorter", was="in 2 days", now=f"in {n} hours") for n in range(APART + 5)]
    items = told(*law)
    assert len(items) == APART
    assert {key for item in items for key in item.keys} == {one.key for one in law}


def test_a_day_of_another_year_has_its_year() -> None:
    (item,) = told(fact(day="2025-12-30"))
    assert item.aside == "30 Dec 2025"


@pytest.mark.parametrize("sort", [Sort.MOVED, Sort.NEW])
def test_what_is_dated_more_than_a_year_ago_is_counted_not_told(sort: Sort) -> None:
    built = made(replace(QUIET, news=(fact(sort, day="2025-11-24"), fact(sort, key="k2", day="2025-11-25"))))
    assert built.keys == ("k2",)
    assert built.beside.startswith("Left out: 1 fact that we learned only now and that is dated more than a year ago")


@pytest.mark.parametrize("sort", [Sort.LAW, Sort.CORRECTION])
def test_changes_in_law_and_corrections_are_told_whatever_their_day(sort: Sort) -> None:
    assert made(replace(QUIET, news=(fact(sort, day="2020-01-01"),))).keys == ("k1",)


def test_what_is_left_out_for_its_age_is_said_in_the_mail() -> None:
    assert "dated more than a year ago" in " ".join(said(replace(QUIET, news=(fact(day="2020-01-01"),))).split())


def test_one_limit_is_shorter_and_two_limits_are() -> None:
    one, two = (tuple(fact(Sort.LAW, key=f"l{n}", label="shorter") for n in range(many)) for many in (1, 2))
    assert "1 limit shorter" in made(replace(QUIET, news=one)).head.headline
    assert "2 limits shorter" in made(replace(QUIET, news=two)).head.headline


@pytest.mark.parametrize("first", ["Corrigendum to", "Berichtigung der", "Commission Delegated", "Rectificatif au"])
def test_an_act_about_another_is_not_called_by_the_name_of_that_one(first: str) -> None:
    title = f"{first} Regulation (EU) 2031/7 of the Parliament of 4 May 2031 on the lending of books by post and rail (Book Loans Act)"
    assert entitled(title).startswith(first)


def test_a_long_title_is_called_by_the_name_that_it_gives_itself() -> None:
    long = f"Regulation of the Council of {'many and various ' * 20} things (Example Services Act)"
    assert entitled(long) == "Example Services Act"
    assert len(entitled("word " * 300)) <= 160


@pytest.mark.parametrize("code", ["first-reading-house", "dateApplicability", "2023-06-01.fr", "in-force: yes", "act"])
def test_what_a_program_calls_a_thing_is_not_told_as_words_of_the_source(code: str) -> None:
    (item,) = told(fact(event="reported", says=code))
    assert code not in item.words


def test_words_of_a_source_are_told() -> None:
    (item,) = told(fact(event="reported", says="Ordered to lie on the table"))
    assert "Ordered to lie on the table" in item.words


def test_a_topic_is_named_above_the_first_of_its_new_matters_alone() -> None:
    news = [fact(Sort.NEW, key=f"n{n}", matter=f"us/bill/119/s/{n}", topics=("ai_knowledge",)) for n in range(3)]
    assert [item.aside for item in told(*news)] == ["AI and knowledge", "", ""]


def silent(number: int, **more: object) -> Health:
    plain = {"id": f"s{number}", "name": f"Gazette {number}", "jurisdiction": "us", "verdict": "not_asked"}
    return Health(**(plain | {"reason": "no access key"} | more))  # type: ignore[arg-type]


def test_sources_that_nobody_asked_for_one_reason_are_one_sentence_with_every_name() -> None:
    sources = (GOOD, *(silent(number) for number in range(8)))
    (line,) = made(replace(QUIET, sources=sources)).unknown.lines
    assert line.startswith("8 sources, never checked (no access key): ")
    drawn = said(replace(QUIET, sources=sources))
    assert all(f"Gazette {number}" in " ".join(drawn.split()) for number in range(8))


def test_more_of_them_than_one_reads_are_counted_by_place_with_the_way_to_the_list() -> None:
    places = ["us"] * 19 + ["eu"] * 12 + ["de"] * 3 + ["fr", "it", "es", "pt", "nl"]
    sources = tuple(silent(number, jurisdiction=place) for number, place in enumerate(places))
    digest = build(replace(QUIET, sources=sources), Taste(), speech("en"), site="https://amicus.example")
    assert digest.unknown.lines == (
        (
            "39 sources, never checked (no access key): United States 19, European Union 12, Germany 3, France 1, Italy 1, "
            "Spain 1, other places 2."
        ),
    )
    assert "https://amicus.example/sources" in text(digest, Links()).splitlines()
    assert 'href="https://amicus.example/sources"' in html(digest, Links())


def test_a_source_that_failed_stands_alone_and_first() -> None:
    failed = [silent(n, verdict="failed", reason="page error", since="2026-11-22T06:00:00Z") for n in range(50, 54)]
    lines = made(replace(QUIET, sources=(*(silent(n) for n in range(4)), *failed))).unknown.lines
    assert [line.partition(",")[0] for line in lines] == [*(f"Gazette {n}" for n in range(50, 54)), "4 sources"]


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_language_groups_and_counts(language: str) -> None:
    news = (*moves(MOST + 2), fact(Sort.MOVED, key="old", day="2020-01-01"))
    sources = tuple(silent(n, since=since) for n, since in enumerate(["", "2026-11-01T00:00:00Z"] * 4))
    drawn = said(replace(QUIET, news=news, sources=sources), language=language)
    assert max(map(len, drawn.splitlines())) <= 76
    assert speech(language).near(TODAY.replace(year=2020), TODAY).endswith("2020")


def test_what_else_happened_to_a_new_matter_is_told_with_it() -> None:
    new = fact(Sort.NEW, key="n", status="committee", topics=("ai_knowledge",))
    (item,) = told(new, *moves(2))
    assert item.keys == ("n", "k1", "k2")
    assert item.aside == "AI and knowledge"
    assert item.words == "Stage: in committee (20 Nov)."
    assert len(item.lines) == 2


def test_a_new_law_in_force_by_its_own_dates_says_that_no_repeal_is_known() -> None:
    (item,) = told(fact(Sort.NEW, status="in_force", by_its_dates=True))
    assert item.words == "Stage: in force (20 Nov). By its own dates; we have not been told of a repeal."


def test_a_new_matter_without_a_day_says_so() -> None:
    (item,) = told(fact(Sort.NEW, status="enacted", day=""))
    assert item.words == "Stage: enacted; no day is given."


@pytest.mark.parametrize(
    ("pace", "name"), [("weekly", "AMICUS, WEEKLY"), ("daily", "AMICUS, DAILY"), ("at_once", "AMICUS, AS IT HAPPENS")]
)
def test_a_mail_is_called_by_its_own_rhythm(pace: str, name: str) -> None:
    digest = build(replace(QUIET, news=(fact(Sort.NEW),)), Taste(), speech("en"), pace=pace)
    words = text(digest, Links())
    assert words.startswith(f"{name}, FOR LAWYERS")
    assert ("week" in words.lower()) == (pace == "weekly")


def test_a_quiet_day_is_not_called_a_week() -> None:
    head = build(QUIET, Taste(), speech("en"), pace="daily").head
    assert (head.subject, head.headline) == (
        "Amicus, 25 Nov: nothing new",
        "Nothing on your list moved. We read 1 of 1 sources.",
    )


def test_a_source_that_nobody_has_asked_yet_is_told_without_a_reason() -> None:
    (line,) = made(replace(QUIET, sources=(GOOD, silent(1, reason="never run")))).unknown.lines
    assert line == "Gazette 1, never checked."


def test_places_without_any_source_are_not_called_quiet() -> None:
    head = made(replace(QUIET, sources=())).head
    assert head.headline == "Nothing on your list moved; no source is known for these places."


def test_a_fact_names_its_source_the_day_it_was_read_and_its_page() -> None:
    note = Note(source="Calls of Sampleton", url="https://calls.example/1", read="2026-11-20")
    words = said(replace(QUIET, news=(fact(note=note),)))
    assert "[1] Calls of Sampleton; read Fri 20 Nov 2026\n    https://calls.example/1\n" in words


BILL = Matter(
    id="us-va/bill/2026/HB7", source="us-va-lis", jurisdiction="us-va", kind=Kind.BILL, language="en", status=Status.INTRODUCED,
    title=f"A BILL to amend and reenact {', '.join(f'§ {n}' for n in range(90))} of the Code, relating to the hosting of pictures.",
    identifiers=(Identifier(scheme="printed", value="HB7 (20261)"),),
)  # fmt: skip


def test_a_bill_is_cited_by_its_number_and_by_what_it_is_about() -> None:
    assert named(BILL) == "HB7, … relating to the hosting of pictures"
    assert named(replace(BILL, title="")) == "HB7"
    assert named(replace(BILL, title="", identifiers=())) == BILL.id


def test_a_case_is_cited_by_its_parties_and_its_number() -> None:
    docket = (Identifier(scheme="docket", value="No. 26-1"),)
    assert named(replace(BILL, kind=Kind.CASE, title="A v. B", identifiers=docket)) == "A v. B, No. 26-1"


def test_what_happened_on_one_day_is_one_line_in_which_nothing_is_said_twice() -> None:
    day: dict[str, Any] = {"day": "2026-11-04", "says": "Enrolled"}
    same = (
        fact(key="e", event="other", **day),
        fact(key="s", status="passed", was_status="committee", **day),
        fact(key="t", event="text", **day),
    )
    (item,) = told(fact(key="before", day="2026-11-01", event="introduced"), *same)
    assert item.lines[:2] == (
        "1 Nov: Introduced.",
        "4 Nov: Now passed, before in committee. The source says: Enrolled. New version.",
    )


def test_new_matters_stand_by_topic_and_place() -> None:
    news = [
        fact(Sort.NEW, key=f"{place}{day}", matter=f"{place}/bill/{day}", jurisdiction=place, day=f"2026-11-{day}", topics=("ai_knowledge",))
        for place, day in (("us", "19"), ("eu", "20"), ("us", "18"), ("eu", "18"))
    ]  # fmt: skip
    assert [item.keys[0] for item in told(*news)] == ["eu18", "eu20", "us18", "us19"]


def test_what_a_source_shows_after_a_day_or_two_is_not_called_late() -> None:
    day = replace(QUIET, since="2026-11-20T05:00:00Z", news=(fact(day="2026-11-19"),))
    assert "Learned late" not in said(day)
