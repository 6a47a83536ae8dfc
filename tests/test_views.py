"""What people see: words of sources are text, marks stand where they should, and every claim has its footnote."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape
from msgspec.structs import replace

from crawlers.matter import Citation, Provision, Text
from crawlers.vocabulary import Duty, EventKind, Kind, LinkKind, Mark, Modality, Status, Topic
from dashboard.views import days, text
from dashboard.views.care.freshness import Health, fresh
from dashboard.views.evidence.marks import Notes, letters
from dashboard.views.matters import law, matter_page, reader
from dashboard.views.matters.matter_page import Around
from dashboard.views.page import ONCE, environment, render
from dashboard.words.tongue import tongue
from dashboard.words.vocabulary import vocabulary
from index.in_force import standing
from tests.made import FIRST, SECOND
from tests.made import law as act

TODAY = date(2026, 11, 25)
EN = tongue("en")
SOURCE = Health(id="zz-gazette", name="Gazette", jurisdiction="zz", verdict="ok", checked="2026-11-25T06:12:00Z")


def around() -> Around:
    return Around(today=TODAY, fresh=fresh([SOURCE], TODAY, EN))


def overview(matter: object) -> str:
    values = matter_page.overview(matter, around(), EN, Notes(EN))  # type: ignore[arg-type]
    return str(render("matter.html", EN, **values) + render("matter_overview.html", EN, **values))


def test_every_word_of_every_vocabulary_has_a_label() -> None:
    book = vocabulary()
    pairs: list[tuple[Mapping[Any, Any], Iterable[object]]]
    pairs = [(book.status, Status), (book.modality, Modality), (book.kind, Kind), (book.event, EventKind)]
    more: list[tuple[Mapping[Any, Any], Iterable[object]]]
    more = [(book.link, LinkKind), (book.linked, LinkKind), (book.duty, Duty), (book.topic, Topic), (book.mark, Mark)]
    for words, values in [*pairs, *more]:
        assert set(words) == {str(value) for value in values}


def test_a_status_is_said_in_a_sentence_beside_the_sources_own_word() -> None:
    page = overview(act())
    assert "Those it names must follow it now." in page
    assert "The source says: “in operation”." in page


def test_days_are_said_by_distance_then_weekday_day_month_year_then_clock() -> None:
    due = days.due("2026-12-04", TODAY, EN, "23:59", "Europe/London")
    assert (due.words, due.day, due.clock, due.shade, due.width) == (
        "in 9 days",
        "Fri 4 Dec 2026",
        "23:59 London",
        "soon",
        30,
    )


@pytest.mark.parametrize(
    ("left", "words"), [(0, "today"), (1, "tomorrow"), (9, "in 9 days"), (-1, "yesterday"), (-3, "3 days ago")]
)
def test_near_days_have_words_of_their_own(left: int, words: str) -> None:
    assert days.away(left, EN) == words


def test_the_mark_of_a_norm_covers_exactly_its_quote() -> None:
    page = overview(act()) + str(reader.article(act(), act().texts[0], around(), EN, "sec_2"))
    assert '<mark class="must">A hosting service shall remove</mark>' in page


@given(
    st.text(max_size=80),
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=5),
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=5),
)
def test_marks_change_no_word_of_the_law(words: str, spans: list[tuple[int, int]], hits: list[tuple[int, int]]) -> None:
    stretches = law.marked(words, [(a, b, "must") for a, b in spans], hits)
    assert "".join(piece.words for stretch in stretches for piece in stretch.pieces) == words


def test_every_statement_has_a_footnote_with_quote_rule_and_who_checked() -> None:
    page = overview(act())
    assert "<blockquote" in page
    assert "en.test.01 (version 1)" in page
    assert "machine, not yet reviewed" in page
    marks = set(re.findall(r'popovertarget="(ev-\w+)"', page))
    assert marks == set(re.findall(r'popover id="(ev-\w+)"', page))


def test_a_cancelled_event_is_struck_and_kept() -> None:
    assert "<del>hearing, Wed 9 Dec 2026</del> cancelled" in overview(act())


def test_a_law_in_force_by_its_own_dates_alone_warns_of_an_unknown_repeal() -> None:
    assert "whether it was repealed since" in overview(standing(act(source_status="", status=Status.ENACTED), TODAY))
    assert "whether it was repealed since" not in overview(standing(act(status=Status.ENACTED), TODAY))


def test_a_matter_without_words_says_so_instead_of_no_duties() -> None:
    page = overview(act(texts=(), norms=()))
    assert "No duties found in this text" not in page
    assert "We hold facts about this matter, not its words" in page


HOSTILE = [
    "<script>alert(1)</script>",
    '<img src="https://evil.example/x.png">',
    '<form action="https://evil.example"><input name="q">',
    '"><svg onload=alert(1)>',
    "{{ 7*7 }}{% raw %}",
    "</style><style>*{display:none}",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_of_a_source_stay_text_everywhere(words: str) -> None:
    provisions = (Provision(id="sec_2/sub_1", number=words, heading=words, text=words),)
    bad = act(
        title=words,
        title_native=words + "2",
        source_status=words,
        note=words,
        norms=(),
        texts=(Text(id="a", label=words, language="en", provisions=provisions),),
        missing=(words,),
    )
    page = overview(bad) + str(reader.article(bad, bad.texts[0], around(), EN, ""))
    assert str(escape(words)) in page
    assert not re.search(r"<(script|img|form|svg|style)\b", page)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example", "https://"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert url not in re.findall(r'href="([^"]*)"', overview(act(url=url)))


def test_invisible_and_direction_changing_characters_are_gone() -> None:
    assert text.clean("safe\u202egnp.exe\u200b\u2066x\u0007") == "safegnp.exex"
    assert text.clean("می\u200cخواهم") == "می\u200cخواهم"


def test_a_word_of_a_megabyte_is_cut_and_the_page_stays_small() -> None:
    assert len(overview(act(title="x" * 1_000_000, note="y" * 1_000_000))) < 60_000


def test_our_own_markup_passes_and_nothing_else() -> None:
    assert text.clean(Markup("<b>\u200b</b>")) == "<b>\u200b</b>"


def test_footnotes_are_lettered_past_z() -> None:
    assert [letters(n) for n in (0, 25, 26, 51, 52)] == ["a", "z", "aa", "az", "ba"]


def test_freshness_counts_the_sources_that_did_not_answer() -> None:
    state = fresh([SOURCE, replace(SOURCE, id="b", verdict="failed")], TODAY, EN)
    assert state.words == "Checked today, Wed 25 Nov 2026, 06:12 UTC"
    assert state.answered_words == "1 of 2 sources answered"
    assert state.missing_words == "Not checked: 1 source"


def test_a_place_in_the_law_is_named_by_its_numbers() -> None:
    units = {p.id: p for p in act().texts[0].provisions}
    assert law.where("sec_2/sub_1", units) == "Section 2(1)"


def test_an_excerpt_starts_near_the_hit_and_says_that_words_were_left_out() -> None:
    words = f"{'before ' * 80}{FIRST} {'after ' * 80}{SECOND}"
    at = words.index("24 hours")
    said = "".join(p.words for s in law.excerpt(words, [], [(at, at + 8)], 200) for p in s.pieces)
    assert said.startswith("… ")
    assert said.endswith(" …")
    assert "24 hours" in said
    assert len(said) < 320


def test_a_reference_in_the_text_leads_to_the_article_of_the_law_we_hold() -> None:
    words = "See section 12(3) of the Harbour Act and Article 7 of the Pier Act."
    provision = Provision(id="sec_1", number="1", text=words)
    cites = tuple(
        Citation(
            text="t", provision="sec_1", start=start, end=start + len(quote), quote=quote, target=target, rule="ref"
        )
        for quote, target in (
            ("section 12(3) of the Harbour Act", "Harbour Act"),
            ("Article 7 of the Pier Act", "Pier Act"),
        )
        for start in (words.index(quote),)
    )
    held = Text(id="t", language="en", provisions=(provision,))
    one = replace(act(), texts=(held,), norms=(), citations=cites)
    page = str(reader.article(one, held, replace(around(), named={"Harbour Act": "zz/act/9"}), EN, "sec_1"))
    assert '<a href="/matter?id=zz/act/9&amp;part=text&amp;article=art_12">section 12(3) of the Harbour Act</a>' in page
    assert "Article 7 of the Pier Act." in page


def test_an_article_is_found_by_its_number_where_the_law_calls_it_otherwise() -> None:
    held = Text(
        id="t", language="en", provisions=tuple(Provision(id=id, text="x") for id in ("rec_12", "sec_1", "sec_12"))
    )
    one = replace(act(), texts=(held,), norms=())
    assert reader.values(one, held, "art_12", around(), EN, Notes(EN))["chosen"] == "sec_12"


def test_a_template_is_compiled_once_whatever_the_languages() -> None:
    environment("de").get_template("heading.html")
    other = environment("it")
    source, file, _ = other.loader.get_source(other, "heading.html") if other.loader else ("", "", None)
    assert ONCE.get_bucket(other, "heading.html", file, source).code is not None
