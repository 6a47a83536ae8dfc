"""Two sources that cannot both be right are shown; silence, spelling, shorter names and later days are no contradiction."""

from itertools import combinations
from pathlib import Path

import pytest
from msgspec.structs import replace

from crawlers import imports
from crawlers.matter import Event, Identifier, Matter
from crawlers.merge import merge_all
from crawlers.sources import watched
from crawlers.vocabulary import EventKind, Kind, Status
from dashboard.views import disagree
from dashboard.words.tongue import tongue
from index import intake
from index.contradictions import Contradiction, Sort, compare, contradictions
from index.records import Records, open_records
from index.said import Said, newer, statement
from tests.shared import CORPUS, needs_corpus

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
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


def read(folder: Path, source: str, pattern: str = "*") -> dict[str, dict[str, list[Matter]]]:
    """By matter and file, what a source reads in a folder."""
    found: dict[str, dict[str, list[Matter]]] = {}
    files = [path for path in sorted(folder.rglob(pattern)) if path.is_file()]
    for outcome in imports.outcomes(watched().source(source), files):
        for matter in outcome.matters:
            found.setdefault(matter.id, {}).setdefault(outcome.file, []).append(matter)
    return found


def whole(folder: Path, source: str) -> dict[str, Said]:
    """By matter, what a source says in all files of a folder."""
    every = read(folder, source)
    return {id: said(merge_all([one for part in files.values() for one in part])[0]) for id, files in every.items()}


OWN = [
    ("us-billstatus", "us-congress-gov"),
    ("us-billstatus", "us-bills"),
    ("us-federal-register", "us-federal-register-xml"),
    ("us-federal-register", "us-regulations"),
    ("ca-legisinfo", "ca-bills"),
    ("eu-cellar", "eu-eur-lex"),
]


@pytest.mark.parametrize(("one", "other"), OWN)
def test_our_own_documents_of_two_sources_agree(one: str, other: str) -> None:
    mine, theirs = whole(FIXTURES / one, one), whole(FIXTURES / other, other)
    shared = mine.keys() & theirs.keys()
    assert shared
    assert not [each for id in shared for each in compare(id, mine[id], theirs[id])]


PAIRS = {
    "LEGISinfo and bill XML": (("ca/legisinfo", "ca-legisinfo"), ("ca/parl-bill-xml", "ca-bills"), 12),
    "CELLAR SPARQL and the acts": (("eu/cellar-sparql", "eu-cellar"), ("eu/eur-lex", "eu-eur-lex"), 2),
    "collector's JSON and GovTrack XML": (
        ("us/unitedstates-congress-json", "us-congress-json"),
        ("us/govtrack-bill-xml", "us-govtrack"),
        91,
    ),
}


@needs_corpus
@pytest.mark.corpus
@pytest.mark.parametrize("pair", PAIRS)
def test_two_sources_of_one_matter_agree(pair: str) -> None:
    *sides, least = PAIRS[pair]
    mine, theirs = (whole(CORPUS / folder, source) for folder, source in sides)
    shared = mine.keys() & theirs.keys()
    assert len(shared) >= least
    assert not [each for id in shared for each in compare(id, mine[id], theirs[id])]


FORMS = {
    "BILLSTATUS 1.0.0 and 3.0.0": ("us/govinfo-billstatus", "us-billstatus", "*BILLSTATUS*", 4, set()),
    "docket as JSON and as a page": ("us/scotus-docket", "us-scotus", "21-1397*", 1, set()),
    # the consolidation of 2026 bears the title as it was amended
    "original and consolidated acts": ("eu/eur-lex", "eu-eur-lex", "320[0-9][0-9]*", 6, {"eu/celex/32023R0206"}),
}


@needs_corpus
@pytest.mark.corpus
@pytest.mark.parametrize("form", FORMS)
def test_two_forms_of_one_matter_agree(form: str) -> None:
    folder, source, pattern, least, amended = FORMS[form]
    twice = {id: files for id, files in read(CORPUS / folder, source, pattern).items() if len(files) > 1}
    assert len(twice) >= least
    differ = {
        id
        for id, files in twice.items()
        for one, other in combinations(files.values(), 2)
        for _ in compare(id, said(one[0]), said(other[0]))
    }
    assert differ == amended
