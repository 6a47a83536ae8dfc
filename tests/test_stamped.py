"""A parser says what a document says; where and by what it was read is said once, by who reads."""

from pathlib import Path

from crawlers.matter import Matter
from crawlers.parsing import Response
from crawlers.record import HERE, linked, record, stamped, timeline, worded
from crawlers.sources import Source, watched
from crawlers.texts.outline import Unit
from crawlers.vocabulary import EventKind, Kind

RESPONSE = Response(url="https://www.example.org/bill/7", body=b"{}")


def source() -> Source:
    return watched().source("zz-bills")


def read(matter: Matter) -> Matter:
    (found,) = stamped([matter], RESPONSE, source(), 4)
    assert isinstance(found, Matter)
    return found


def test_what_a_parser_leaves_open_is_of_the_source_and_the_response() -> None:
    days = timeline([("2099-01-01", EventKind.INTRODUCED)])
    matter = read(record(id="zz/bill/7", kind=Kind.BILL, title="Seven", events=days))
    assert (matter.source, matter.jurisdiction, matter.language) == ("zz-bills", "zz", source().languages[0])
    assert (matter.url, matter.snapshot, matter.parser) == (RESPONSE.url, RESPONSE.snapshot, f"{source().parser}/4")
    assert matter.events[0].snapshot == RESPONSE.snapshot


def test_what_a_parser_says_itself_stays() -> None:
    said = record(
        id="fr/loi/7", kind=Kind.ACT, title="Sept", language="fr", jurisdiction="fr", url="https://x.invalid/", parser="one/2"
    )  # fmt: skip
    matter = read(said)
    assert (matter.jurisdiction, matter.language, matter.url, matter.parser) == (
        "fr",
        "fr",
        "https://x.invalid/",
        "one/2",
    )


def test_a_text_is_where_it_was_read_unless_it_names_another_address() -> None:
    own, other = read(record(id="zz/bill/7", kind=Kind.BILL, texts=(
        *worded("en", "", [Unit("sec", "1", text="Words.")], "text/html"), *linked("de", "", "https://x.invalid/a.pdf", "application/pdf"),
    ))).texts  # fmt: skip
    assert (own.url, own.snapshot) == (RESPONSE.url, RESPONSE.snapshot)
    assert (other.url, other.snapshot) == ("https://x.invalid/a.pdf", RESPONSE.snapshot)
    assert HERE not in {own.url, other.url}


def test_no_parser_names_the_snapshot_it_reads() -> None:
    parsers = Path(__file__).parent.parent / "crawlers/parsers"
    assert not [path.name for path in parsers.glob("*.py") if "response.snapshot" in path.read_text("utf-8")]


def test_what_happened_stands_in_the_order_of_days_and_within_one_as_told() -> None:
    days = timeline(
        [
            ("2099-02-01", EventKind.VOTE, "b"),
            ("2099-02-01", EventKind.DEBATED, "a"),
            ("2099-01-01", EventKind.INTRODUCED),
        ]
    )
    matter = read(record(id="zz/bill/7", kind=Kind.BILL, title="Seven", events=days))
    assert [event.kind for event in matter.events] == [EventKind.INTRODUCED, EventKind.VOTE, EventKind.DEBATED]
