"""What counts as news between two states of a matter, and what does not."""

from datetime import date

import pytest
from msgspec.structs import replace

from crawlers.matter import Deadline, Evidence, Exemption, Matter, Norm, Provision, Text
from crawlers.vocabulary import Bearer, Duty, Kind, Modality, Origin, Status
from dashboard.digest.changes import facts
from dashboard.digest.news import News, Sort
from dashboard.digest.titles import place
from dashboard.words.tongue import tongue
from index.differences.matters import derive
from tests.test_clock_matters import event

TODAY = date(2026, 11, 25)
NOW = "2026-11-25T06:00:00Z"
BILL = Matter(
    id="uk/bill/1", source="uk-bills", jurisdiction="uk", kind=Kind.BILL, title="A Bill", language="en",
    status=Status.INTRODUCED, status_as_of="2026-11-01", events=(event("introduced", "2026-11-01"),), parser="uk/1",
)  # fmt: skip


def between(before: Matter | None, after: Matter) -> list[News]:
    return facts(derive(before, after, NOW), {after.id: after}, TODAY)


def law(words: str, duration: str, exempt: bool = False) -> Matter:
    """The bill with one clause that sets a time."""
    provision = Provision(id="sec_1", text=words)
    evidence = Evidence(start=0, end=4, label="deadline", origin=Origin.RULE, rule="en.x", version="1")
    norm = Norm(
        text="t.en", provision="sec_1", modality=Modality.OBLIGATION, bearer=Bearer.HOST, start=0, end=len(words),
        quote=words, evidence=(evidence,), host_duty=True, duty=Duty.REMOVAL_TIMEFRAME,
        deadline=Deadline(text=words, start=0, end=len(words), duration=duration) if duration else None,
        exemption=Exemption(text=words, start=0, end=4, kind="encyclopaedia") if exempt else None,
    )  # fmt: skip
    return replace(BILL, texts=(Text(id="t.en", provisions=(provision,)),), norms=(norm,))


def test_24_hours_that_become_3_are_exactly_one_change_in_law() -> None:
    (news,) = between(law("within 24 hours", "PT24H"), law("within 3 hours", "PT3H"))
    assert (news.sort, news.label, news.was, news.now) == (Sort.LAW, "shorter", "24 hours", "3 hours")
    assert news.duties == ("removal_timeframe",)


def test_a_new_duty_one_that_is_gone_and_an_exemption_are_told() -> None:
    bare = replace(law("a", ""), norms=(), texts=(Text(id="t.en", provisions=(Provision(id="sec_1", text="b"),)),))
    with_duty = law("within 3 hours", "PT3H")
    assert [news.label for news in between(bare, with_duty)] == ["new_duty"]
    assert [news.label for news in between(with_duty, bare)] == ["duty_gone"]
    assert [news.label for news in between(with_duty, law("not for them within 3 hours", "PT3H", exempt=True))] == [
        "exempt"
    ]


def test_another_tagger_over_the_same_words_is_no_news() -> None:
    same = law("within 3 hours", "PT3H")
    assert between(replace(same, norms=()), same) == []


def test_a_clean_up_is_no_news() -> None:
    assert (
        between(BILL, replace(BILL, parser="uk/2", snapshot="f" * 64, title="A  Bill", url="https://x.example/")) == []
    )


def test_7_five_thousand_records_parsed_again_are_no_news() -> None:
    many = [replace(BILL, id=f"uk/bill/{number}") for number in range(5_000)]
    again = [replace(one, parser="uk/2", summary="Cleaned.", snapshot="f" * 64) for one in many]
    changes = [change for pair in zip(many, again, strict=True) for change in derive(*pair, NOW)]
    assert facts(changes, {one.id: one for one in again}, TODAY) == []


def test_a_new_matter_is_told_with_its_status() -> None:
    (news,) = between(None, BILL)
    assert (news.sort, news.status, news.day) == (Sort.NEW, "introduced", "2026-11-01")


def test_a_status_that_moves_says_before_and_now_and_what_comes_next() -> None:
    after = replace(
        BILL, status=Status.COMMITTEE, status_as_of="2026-11-20", events=(*BILL.events, event("hearing", "2026-12-07"))
    )
    moved = [news for news in between(BILL, after) if news.status]
    assert [(news.sort, news.was_status, news.next, news.next_day) for news in moved] == [
        (Sort.MOVED, "introduced", "hearing", "2026-12-07")
    ]


def test_a_status_said_otherwise_of_the_same_day_is_a_correction() -> None:
    (news,) = between(replace(BILL, status=Status.IN_FORCE), replace(BILL, status=Status.ENACTED))
    assert news.sort is Sort.CORRECTION


def test_an_unknown_status_corrects_nothing() -> None:
    assert between(BILL, replace(BILL, status=Status.UNKNOWN)) == []


def test_a_hearing_that_is_called_off_is_told_once() -> None:
    planned = replace(BILL, events=(event("hearing", "2026-12-07", "Sitting"),))
    gone = replace(BILL, events=(event("hearing", "2026-12-07", "Sitting", cancelled=True),))
    (news,) = between(planned, gone)
    assert (news.event, news.cancelled) == ("hearing", True)
    assert between(gone, gone) == []


def test_a_late_event_keeps_the_source_s_day() -> None:
    (news,) = between(BILL, replace(BILL, events=(*BILL.events, event("reported", "2026-11-10"))))
    assert (news.day, news.learned) == ("2026-11-10", NOW)


def test_the_same_fact_learned_again_has_the_same_key() -> None:
    after = replace(BILL, events=(*BILL.events, event("reported", "2026-11-10")))
    later = replace(after, summary="Other words.")
    assert [news.key for news in between(BILL, after)] == [news.key for news in between(BILL, later)]


def test_an_extended_consultation_is_told_with_its_new_day() -> None:
    first = event("comment_closes", "2026-12-01")
    longer = event("comment_closes", "2027-01-15", "Comment period extended")
    (news,) = between(replace(BILL, events=(first,)), replace(BILL, events=(first, longer)))
    assert news.ahead == "2027-01-15"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("art_16/par_2/pnt_a", "Article 16(2)(a)"),
        ("sec_230/sub_c", "Section 230(c)"),
        ("rec_12", "Recital 12"),
        ("sched-1", "sched-1"),
        ("", ""),
    ],
)
def test_a_provision_is_named_as_lawyers_name_it(path: str, said: str) -> None:
    assert place(path, tongue("en")) == said


def test_another_name_of_a_bill_that_rested_for_a_year_is_no_news() -> None:
    old = replace(BILL, events=(event("introduced", "2025-11-01"),))
    assert between(old, replace(old, title="Another Bill")) == []
    assert [news.event for news in between(BILL, replace(BILL, title="Another Bill"))] == ["title"]


def test_other_words_in_a_known_version_correct_what_we_had() -> None:
    first = replace(BILL, texts=(Text(id="t.en", label="As introduced", provisions=(Provision(id="1", text="one"),)),))
    other = replace(first, texts=(replace(first.texts[0], provisions=(Provision(id="1", text="two"),)),))
    (news,) = between(first, other)
    assert (news.sort, news.event) == (Sort.CORRECTION, "text_corrected")


def test_a_response_that_was_given_more_time_is_not_announced_for_the_old_day() -> None:
    before = replace(BILL, events=(event("response_due", "2026-12-07"),))
    after = replace(before, events=(*before.events, event("response_extended_to", "2027-01-06")))
    (news, *_) = [news for news in between(before, after) if news.next]
    assert (news.next, news.next_day) == ("response_due", "2027-01-06")


def test_whom_a_law_catches_is_told_where_it_has_duties_of_hosts() -> None:
    def caught(many: str) -> Matter:
        words = f"This Act applies to services with more than {many} users."
        duty = law("within 3 hours", "PT3H")
        scope = replace(
            duty.norms[0], provision="sec_2", modality=Modality.DEFINITION, bearer=Bearer.NONE, host_duty=False,
            duty=None, deadline=None, end=len(words), quote=words,
        )  # fmt: skip
        text = replace(duty.texts[0], provisions=(*duty.texts[0].provisions, Provision(id="sec_2", text=words)))
        return replace(duty, texts=(text,), norms=(*duty.norms, scope))

    assert [(news.label, news.now) for news in between(caught("two million"), caught("50,000"))] == [
        ("threshold", "50,000 users")
    ]


def test_a_change_in_law_of_a_dated_text_in_other_words_is_told_as_a_correction() -> None:
    one, other = law("within 24 hours", "PT24H"), law("within 3 hours", "PT3H")
    versions = [
        replace(one, texts=(replace(one.texts[0], date="2026-01-05"),)),
        replace(other, texts=(replace(other.texts[0], date="2026-01-05"),)),
    ]
    (news,) = between(*versions)
    assert (news.sort, news.label, news.was, news.now) == (Sort.CORRECTION, "shorter", "24 hours", "3 hours")


def test_a_definition_that_changed_is_told_where_the_law_has_duties_of_hosts() -> None:
    def defining(meant: str, duties: bool = True) -> Matter:
        duty = law("within 3 hours", "PT3H")
        words = f"'platform' means a service that {meant} to the public."
        definition = replace(
            duty.norms[0], provision="sec_2", modality=Modality.DEFINITION, bearer=Bearer.NONE, host_duty=False,
            duty=None, deadline=None, quote=words, end=len(words),
        )  # fmt: skip
        text = replace(duty.texts[0], provisions=(*duty.texts[0].provisions, Provision(id="sec_2", text=words)))
        return replace(duty, texts=(text,), norms=(*duty.norms, definition) if duties else (definition,))

    (news,) = between(defining("distributes recordings"), defining("stores information"))
    assert (news.label, news.was, news.now) == ("changed", "distributes recordings", "stores information")
    assert between(defining("distributes recordings", False), defining("stores information", False))[0].label == ""
