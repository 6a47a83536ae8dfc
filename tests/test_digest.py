"""The digest: what it says first, what it never leaves out, and that it is the same every time."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from msgspec.structs import replace

from crawlers.facts import BadFacts
from dashboard.digest.build import Digest, Week, build
from dashboard.digest.html import html
from dashboard.digest.news import News, Note, Sort, Taste
from dashboard.digest.speech import LANGUAGES, speech
from dashboard.digest.text import text
from dashboard.mail.links import Links
from dashboard.views.care.freshness import Health
from index.clock import windows
from tests.test_clock_matters import PETITION, TODAY, consultation, event

SITE = "https://amicus.example"
LINKS = Links(frozen=f"{SITE}/d/1", settings=f"{SITE}/settings", stop=f"{SITE}/stop")
GOOD = Health(id="eu-a", name="Journal", jurisdiction="eu", verdict="ok", checked="2026-11-25T05:00:00Z")
FAILED = Health(
    id="uk-a", name="Calls of Sampleton", jurisdiction="uk", verdict="failed", since="2026-11-22T06:12:00Z",
    reason="page error", expected=2,
)  # fmt: skip
CALL = consultation("uk/consult/x", event("comment_closes", "2026-12-04", time="23:59", zone="Europe/London"))
QUIET = Week(day=TODAY, since="2026-11-18T06:00:00Z", until="2026-11-25T06:00:00Z", sources=(GOOD,))


def fact(sort: Sort = Sort.MOVED, **more: object) -> News:
    plain: dict[str, object] = {
        "key": "k1",
        "sort": sort,
        "matter": "us/bill/119/s/1",
        "title": "Example Act",
        "jurisdiction": "us",
        "learned": "2026-11-20T06:00:00Z",
        "day": "2026-11-20",
    }
    return News(**(plain | more))  # type: ignore[arg-type]


def full() -> Week:
    note = Note(quote="within 24 hours", source="Journal, Art. 1", rule="en.deadline.hours.01 v5", reviewed=False)
    news = (
        fact(Sort.LAW, key="l", label="shorter", was="without delay", now="within 24 hours", note=note),
        fact(
            key="m", event="hearing", status="committee", was_status="introduced", next="hearing", next_day="2026-12-07"
        ),
        fact(Sort.NEW, key="n", matter="us/bill/119/s/2", topics=("child_safety_age",), duties=("age_assurance",)),
        fact(Sort.CORRECTION, key="c", status="enacted", was_status="in_force"),
    )
    seen = tuple(window for matter in (PETITION, CALL) for window in windows(matter, TODAY))
    return replace(QUIET, news=news, windows=seen, sources=(GOOD, FAILED))


def made(week: Week, taste: Taste = Taste(), language: str = "en", profile: str = "lawyers") -> Digest:  # noqa: B008
    return build(week, taste, speech(language), profile, SITE)


def said(week: Week, **more: str) -> str:
    return text(made(week, **more), LINKS)  # type: ignore[arg-type]


def test_parts_come_in_the_order_of_the_reader_s_need() -> None:
    words = said(full())
    titles = [
        "CLOSING FIRST",
        "WHAT CHANGED IN LAW",
        "WHAT MOVED",
        "NEW THIS WEEK",
        "CORRECTIONS",
        "WHAT WE DO NOT KNOW",
    ]
    places = [words.index(title) for title in titles]
    assert places == sorted(places)


def test_the_subject_states_facts() -> None:
    assert made(full()).head.subject == "Amicus, 25 Nov: 2 windows close within 10 days; 1 limit shorter; 1 correction"


def test_the_subject_names_the_searches_that_the_mail_answers() -> None:
    week = replace(QUIET, news=(fact(),))
    one, three = (
        made(week, Taste(matters=("us/bill/119/s/1",), narrow=True, names=names)).head.subject
        for names in (("encyclopaedias",), ("a", "b", "c"))
    )
    assert one == "Amicus, “encyclopaedias”, 25 Nov: 1 matter moved"
    assert three == "Amicus, “a”, “b”, …, 25 Nov: 1 matter moved"


def test_what_was_not_checked_is_named_in_the_head_and_told_since_when_at_the_end() -> None:
    words = said(full())
    assert "ONE SOURCE WAS NOT CHECKED" in words[: words.index("CLOSING FIRST")]
    assert "not checked since Sun 22 Nov 2026, 06:12 UTC: page error. Up to 2 items may be missing." in " ".join(
        words.split()
    )


def test_a_source_that_last_answered_before_the_week_counts_as_not_checked() -> None:
    silent = replace(GOOD, checked="2026-11-10T05:00:00Z", since="2026-11-10T05:00:00Z")
    assert made(replace(QUIET, sources=(silent,))).unknown.unchecked == 1


def test_a_quiet_week_is_one_honest_sentence() -> None:
    assert made(QUIET).head.headline == "A quiet week. We read its one source; nothing on your list moved."
    partly = made(replace(QUIET, sources=(GOOD, FAILED))).head.headline
    assert "1 of 2 sources" in partly
    none = made(replace(QUIET, sources=(FAILED, FAILED))).head.headline
    assert none == "Nothing was read: none of 2 sources answered. What moved on your list is not known."


def test_the_safe_day_leads_and_the_unverified_rule_says_so() -> None:
    words = said(full())
    assert words.index("Tell counsel of all parties") < words.index("To be safe") < words.index("Last day")
    assert "[unverified rule]" in words


def test_two_sides_that_end_alike_are_told_once() -> None:
    assert said(full()).count("brief in support of the petitioner") == 1


def test_a_late_action_is_told_once_as_late() -> None:
    late = replace(QUIET, news=(fact(day="2026-11-10"), fact(day="2026-11-10")))
    assert " ".join(said(late).split()).count("Learned late: dated 10 Nov, first seen 20 Nov.") == 1


def test_what_was_learned_outside_the_week_is_not_told() -> None:
    old, future = fact(learned="2026-11-18T05:59:59Z"), fact(key="k2", learned="2026-11-25T06:00:00Z")
    assert made(replace(QUIET, news=(old, future))).keys == ()


def test_a_correction_says_what_we_said_and_what_is_true() -> None:
    assert "We said in force; it is enacted." in " ".join(said(full()).split())


def test_a_cancelled_hearing_is_called_cancelled() -> None:
    assert "cancelled: hearing" in said(replace(QUIET, news=(fact(event="hearing", cancelled=True),)))


def test_a_reader_gets_only_their_places_and_states_within_them() -> None:
    week = replace(QUIET, news=(fact(), fact(key="k2", jurisdiction="us-tx"), fact(key="k3", jurisdiction="fr")))
    assert set(made(week, Taste(places=("us",))).keys) == {"k1", "k2"}


def test_topics_and_duties_narrow_and_a_named_matter_always_comes() -> None:
    week = replace(QUIET, news=(fact(topics=("copyright_open",)), fact(key="k2", matter="fr/x/1", jurisdiction="fr")))
    taste = Taste(places=("us",), topics=("copyright_open",), matters=("fr/x/1",))
    assert set(made(week, taste).keys) == {"k1", "k2"}
    assert made(week, Taste(topics=("rtbf_reputation",))).keys == ()


def test_the_invented_place_is_never_mixed_with_real_ones() -> None:
    week = replace(QUIET, news=(fact(), fact(key="z", jurisdiction="zz")))
    assert made(week).keys == ("k1",)
    assert made(week, Taste(places=("zz",))).keys == ("z",)


def test_editors_get_what_where_when_and_whether_it_touches_them() -> None:
    words = " ".join(said(full(), profile="editors").split())
    for label in ("What:", "Where:", "When:", "Does it touch editors?", "Not known:"):
        assert label in words
    assert "It may ask for the age of people who read or edit." in words
    assert "was: without delay now: within 24 hours Where: United States" in words
    assert "volunteers may have less time to discuss" in words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("profile", ["lawyers", "editors"])
def test_no_line_is_wider_than_76_columns_and_twice_is_the_same(language: str, profile: str) -> None:
    words = said(full(), language=language, profile=profile)
    assert max(map(len, words.splitlines())) <= 76
    assert words == said(full(), language=language, profile=profile)
    assert html(made(full(), Taste(), language, profile), LINKS) == html(
        made(full(), Taste(), language, profile), LINKS
    )


@pytest.mark.parametrize("site", ["https://amicus.example", "https://tracker.policy.example.org"])
def test_no_address_is_wider_than_76_columns(site: str) -> None:
    long = fact(matter=f"us/fr/2026-11-20/{'9' * 80}", note=Note(source="Journal", url=f"https://j.example/{'x' * 90}"))
    digest = build(replace(full(), news=(long,)), Taste(), speech("en"), site=site)
    lines = text(digest, LINKS).splitlines()
    assert max(map(len, lines)) <= 76
    assert any(line.strip().startswith(f"{site}/m/") for line in lines)
    assert "x" * 90 in html(digest, LINKS)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(BadFacts, match="en, de, fr, es, it, pt"):
        speech("tlh")


def test_a_german_day_never_ends_in_two_stops() -> None:
    assert speech("de").say("Last day: {day}.", day="4. Nov.") == "Letzter Tag: 4. Nov."


HOSTILE = ["<script>alert(1)</script>", "a\r\nBcc: x@y.z", "\u202egnp.exe", "x" * 1_000_000, "</td></table><img src=x>"]


@pytest.mark.parametrize("words", HOSTILE, ids=["script", "header", "override", "endless", "markup"])
def test_hostile_words_are_inert(words: str) -> None:
    week = replace(QUIET, news=(fact(title=words, says=words, was=words, now=words),))
    plain, drawn = text(made(week), LINKS), html(made(week), LINKS)
    assert max(map(len, plain.splitlines())) <= 76
    assert "\u202e" not in plain + drawn
    assert not lxml_html.fromstring(drawn).xpath("//script|//img|//iframe|//form|//link|//@onerror")
    assert len(drawn) < 60_000
    assert "\nBcc:" not in plain


def test_the_html_mail_fetches_nothing_and_says_what_the_text_says() -> None:
    drawn = html(made(full()), LINKS)
    tree = lxml_html.fromstring(drawn)
    assert not tree.xpath("//*[@src]|//link|//style")
    words = " ".join(" ".join(map(str, tree.itertext())).split())
    for part in (
        "Tell counsel of all parties by Tue 1 Dec 2026",
        "within 24 hours",
        "not checked since",
        "Not legal advice",
    ):
        assert part in words


@given(st.lists(st.builds(
    News,
    key=st.text(min_size=1, max_size=5), sort=st.sampled_from(Sort), matter=st.just("us/bill/119/s/1"), title=st.text(),
    jurisdiction=st.sampled_from(["us", "eu", "us-tx", "coe"]), learned=st.just("2026-11-20T06:00:00Z"),
    day=st.one_of(st.just(""), st.dates(date(2026, 1, 1), date(2027, 1, 1)).map(str)), says=st.text(), now=st.text(),
    label=st.sampled_from(["", "shorter", "exempt"]), topics=st.sampled_from([(), ("ai_knowledge",)]),
), max_size=8))  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_any_facts_are_told_once_and_fit_the_page(news: list[News]) -> None:
    built = made(replace(QUIET, news=tuple(news)))
    assert len(built.keys) == len({(one.sort, one.key) for one in news})
    assert all(len(line) <= 76 for line in text(built, LINKS).splitlines())


def test_matters_without_a_topic_of_ours_are_counted_not_told() -> None:
    week = replace(full(), ours=frozenset({CALL.id}))
    built = made(week)
    assert [section.name for section in built.sections] == ["closing"]
    assert "3 windows, 4 facts." in built.beside
    assert built.beside in " ".join(text(built, LINKS).split())


def test_a_matter_that_a_reader_names_is_told_in_any_case() -> None:
    week = replace(QUIET, news=(fact(),), ours=frozenset())
    assert made(week, Taste(matters=("us/bill/119/s/1",))).keys == ("k1",)
