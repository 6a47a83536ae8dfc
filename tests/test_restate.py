"""A source speaks again: newer words win, cancelled is a state, nothing that happened is lost."""

from msgspec.structs import replace

from crawlers.files.whole import END
from crawlers.joining.notes import WITHDRAWN
from crawlers.joining.restate import renumbered, restate
from crawlers.matter import Event, Matter, Provision, Text
from crawlers.vocabulary import EventKind, Kind, Status

TODAY = "2026-11-25"


def hearing(day: str, snapshot: str, cancelled: bool = False) -> Event:
    return Event(date=day, kind=EventKind.HEARING, snapshot=snapshot, cancelled=cancelled)


KNOWN = Matter(
    id="zz/bill/1",
    source="zz-bills",
    jurisdiction="zz",
    kind=Kind.BILL,
    title="A long first title of the bill",
    language="en",
    status=Status.INTRODUCED,
    status_as_of="2026-11-20",
    events=(hearing("2026-11-20", "old"), hearing("2026-12-01", "old")),
    texts=(Text(id="2026-11-20.en", snapshot="old"),),
    snapshot="old",
)
SAID = replace(
    KNOWN, title="Short title", status=Status.COMMITTEE, status_as_of="2026-11-19", events=(), texts=(), snapshot="new"
)


def test_newer_words_win_even_when_they_say_less() -> None:
    after = restate(KNOWN, SAID, {"old"}, TODAY)
    assert (after.title, after.status, after.snapshot) == ("Short title", Status.COMMITTEE, "new")


def words(snapshot: str, *lines: str) -> Text:
    provisions = tuple(Provision(id=f"p_{at}", text=line) for at, line in enumerate(lines, 1))
    return Text(id="page.en", snapshot=snapshot, provisions=provisions)


def test_a_page_that_was_shortened_keeps_none_of_its_old_words() -> None:
    known = replace(KNOWN, texts=(words("old", "A shelf is open.", "A lamp is lit."),))
    said = replace(SAID, texts=(words("new", "A shelf is open."),))
    assert restate(known, said, {"old"}, TODAY).texts == said.texts
    assert restate(known, said, (), TODAY).texts == known.texts
    assert restate(known, replace(said, missing=(END,)), {"old"}, TODAY).texts == known.texts


def test_a_coming_hearing_that_is_no_longer_listed_is_cancelled() -> None:
    after = restate(KNOWN, SAID, {"old"}, TODAY)
    assert [(event.date, event.cancelled) for event in after.events] == [("2026-11-20", False), ("2026-12-01", True)]


def test_a_hearing_is_not_cancelled_by_a_file_that_breaks_off_before_it() -> None:
    after = restate(KNOWN, replace(SAID, missing=(END,)), {"old"}, TODAY)
    assert not any(event.cancelled for event in after.events)


def test_a_whole_file_makes_up_for_one_that_broke_off() -> None:
    broken = replace(KNOWN, missing=(END, "summary"))
    assert restate(broken, SAID, {"old"}, TODAY).missing == ("summary",)
    assert restate(broken, replace(KNOWN, snapshot="new"), (), TODAY).missing == ("summary",)
    assert END in restate(broken, SAID, (), TODAY).missing


def test_a_hearing_that_is_listed_again_is_no_longer_cancelled() -> None:
    cancelled = restate(KNOWN, SAID, {"old"}, TODAY)
    back = replace(SAID, events=(hearing("2026-12-01", "newest"),), snapshot="newest")
    after = restate(cancelled, back, {"old", "new"}, TODAY)
    assert [event.cancelled for event in after.events if event.date == "2026-12-01"] == [False]


def test_a_hearing_the_source_calls_cancelled_is() -> None:
    said = replace(SAID, events=(hearing("2026-12-01", "new", cancelled=True),))
    after = restate(KNOWN, said, {"old"}, TODAY)
    assert [event for event in after.events if event.date == "2026-12-01"] == list(said.events)


def test_versions_of_the_text_stay() -> None:
    assert restate(KNOWN, SAID, {"old"}, TODAY).texts == KNOWN.texts


def test_what_another_address_said_stays() -> None:
    known = replace(KNOWN, events=(hearing("2026-12-01", "elsewhere"),))
    assert restate(known, SAID, {"old"}, TODAY).events == known.events


def test_saying_the_same_again_changes_nothing() -> None:
    assert restate(KNOWN, KNOWN, frozenset(), TODAY) == KNOWN


def test_a_matter_that_is_back_is_no_longer_noted_as_withdrawn() -> None:
    gone = restate(KNOWN, replace(KNOWN, note=WITHDRAWN.format(code=410, day="2026-11-01")), frozenset(), TODAY)
    assert gone.note
    assert restate(gone, KNOWN, frozenset(), TODAY).note == ""


def test_a_renumbered_bill_keeps_its_past_and_its_old_id_leads_to_it() -> None:
    new = replace(SAID, id="zz/bill/77", events=(hearing("2026-12-05", "new"),))
    after = renumbered(KNOWN, new)
    assert (after.id, after.aliases) == ("zz/bill/77", ("zz/bill/1",))
    assert {event.date for event in after.events} == {"2026-11-20", "2026-12-01", "2026-12-05"}


def test_a_provisional_id_merges_into_the_real_one() -> None:
    after = renumbered(replace(KNOWN, id="zz/oj/1", provisional=True), replace(SAID, id="zz/celex/9"))
    assert not after.provisional
    assert after.aliases == ("zz/oj/1",)
