"""Records of one id join into the same record, whatever the order they came in."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from crawlers.joining.merge import merge, merge_all
from crawlers.matter import Event, Identifier, Matter, Provision, Text
from crawlers.vocabulary import EventKind, Kind, Mark, Status

LANGUAGES = ("en", "de", "fr")


def said(language: str, **facts: object) -> Matter:
    text = Text(
        id=f"2026-01-01.{language}",
        language=language,
        provisions=(Provision(id="art_1", text=f"Words in {language}."),),
    )
    base = Matter(
        id="zz/act/2026/7",
        source="zz-laws",
        jurisdiction="zz",
        kind=Kind.ACT,
        title=f"Title in {language}",
        language=language,
        status=Status.ENACTED,
        texts=(text,),
    )
    return replace(base, **facts)


def test_a_closing_day_with_its_hour_replaces_the_bare_day() -> None:
    day = Event(date="2026-02-27", kind=EventKind.COMMENT_CLOSES, label="by 27 February", url="https://x.example/c")
    hour = replace(day, time="17:00", zone="America/New_York", label="by 5 p.m.", url="")
    other = replace(day, date="2026-03-30")
    bare, timed = said("en", events=(day, other)), said("en", events=(hour,))
    assert merge(bare, timed).events == merge(timed, bare).events == (replace(hour, url=day.url), other)


def test_a_closing_read_from_sentences_goes_into_the_same_of_a_field() -> None:
    field = Event(
        date="2026-02-27",
        time="17:00",
        zone="America/New_York",
        kind=EventKind.COMMENT_CLOSES,
        label="by 5 p.m. on 27 February",
    )
    words = replace(field, label="Comments are due at 5 p.m.", url="https://x.example/c", mark=Mark.SECOND_HAND)
    one, other = said("en", events=(field,)), said("en", events=(words,))
    assert merge(one, other).events == merge(other, one).events == (replace(field, url=words.url),)


def test_the_title_is_that_of_the_first_language_whatever_the_order() -> None:
    for order in permutations([said("fr"), said("en"), said("de")]):
        (merged,) = merge_all(order, LANGUAGES)
        assert (merged.title, merged.language) == ("Title in en", "en")
        assert [text.language for text in merged.texts] == ["de", "en", "fr"]


def test_a_known_status_wins_over_unknown_and_the_later_over_the_earlier() -> None:
    old = said("en", status=Status.ENACTED, status_as_of="2026-01-01")
    new = said("en", status=Status.IN_FORCE, status_as_of="2026-05-01")
    blank = said("en", status=Status.UNKNOWN, status_as_of="2026-09-01")
    for order in permutations([old, new, blank]):
        assert merge_all(order, LANGUAGES)[0].status is Status.IN_FORCE


def test_a_summary_keeps_its_language_in_a_record_of_another_whatever_the_order() -> None:
    short, long = said("en", summary="Kurz.", summary_language="de"), said("fr", summary="Un résumé plus long.")
    for order in permutations([said("de"), short, long]):
        merged = merge_all(order, LANGUAGES)[0]
        assert (merged.language, merged.summary, merged.summed) == ("en", "Un résumé plus long.", "fr")
    believed = said("en", source="watchlist", summary="What it means for us.")
    for order in permutations([said("de"), believed]):
        assert merge_all(order, LANGUAGES)[0].summed == "en"
    kept_before = said("de", summary=believed.summary)
    assert merge(kept_before, believed, LANGUAGES).summed == "en"


def test_a_missing_part_that_arrives_is_no_longer_missing() -> None:
    partial = said("en", texts=(), missing=("texts",))
    assert merge(partial, said("en"), LANGUAGES).missing == ()


def test_what_the_watch_list_believed_stays_as_a_note_under_official_facts() -> None:
    believed = said(
        "en",
        source="watchlist",
        title="Known as",
        status=Status.COMMITTEE,
        status_as_of="2026-02-01",
        events=(Event(date="2025-01-01", kind=EventKind.INTRODUCED), Event(date="2025-02-02", kind=EventKind.PASSED)),
    )
    official = said("en", events=(Event(date="2025-01-09", kind=EventKind.INTRODUCED),))
    for one, other in ((believed, official), (official, believed)):
        merged = merge(one, other, LANGUAGES)
        assert (merged.source, merged.title, merged.status) == ("zz-laws", "Title in en", Status.ENACTED)
        assert [(event.kind, event.date) for event in merged.events] == [
            ("introduced", "2025-01-09"),
            ("passed", "2025-02-02"),
        ]
        assert merged.note == "The watch-list had “Known as” as committee on 2026-02-01."
        assert merge(merged, believed, LANGUAGES) == merged


RECORDS = st.builds(
    said,
    st.sampled_from(LANGUAGES),
    status=st.sampled_from([Status.ENACTED, Status.UNKNOWN, Status.IN_FORCE]),
    status_as_of=st.sampled_from(["", "2026-01-01", "2026-02-02"]),
    summary=st.sampled_from(["", "One.", "Two."]),
    published=st.sampled_from(["", "2025-05-05", "2026-06-06"]),
    identifiers=st.lists(
        st.builds(Identifier, scheme=st.just("printed"), value=st.sampled_from("abc")), max_size=2
    ).map(tuple),
)


@given(RECORDS, RECORDS)
def test_joining_is_commutative_and_idempotent(one: Matter, other: Matter) -> None:
    merged = merge(one, other, LANGUAGES)
    assert merged == merge(other, one, LANGUAGES)
    assert merge(merged, one, LANGUAGES) == merged == merge(merged, other, LANGUAGES)


@given(RECORDS, RECORDS, RECORDS)
def test_joining_is_associative(one: Matter, other: Matter, third: Matter) -> None:
    left = merge(merge(one, other, LANGUAGES), third, LANGUAGES)
    assert left == merge(one, merge(other, third, LANGUAGES), LANGUAGES)
