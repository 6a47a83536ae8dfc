"""What is written while reading or refused while asking is told in the reader's language, over matters of every source."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import lxml.html
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.joining.notes import SENTENCES, remarks
from crawlers.joining.official_first import settle
from crawlers.matter import Matter
from crawlers.vocabulary import Status
from dashboard.upkeep.by_hand import entered, from_options
from dashboard.views.matters.remarks import noted
from dashboard.words.tongue import LANGUAGES, tongue
from index.advice.judgements import Judged, answer, judge
from index.advice.register import Done, record
from index.phrase import Told, told
from index.private import Private, open_private
from index.query import read
from index.saved import save
from index.search import open_search
from nlp.tag import tag
from tests.home import at_home, held
from tests.made import law
from tests.test_languages_drawn import ENGLISH, client, drawn, english, widgets

FIXTURES = Path(__file__).parent.parent / "fixtures"
OTHERS = [code for code in LANGUAGES if code != "en"]
QUERIES = [
    '"open', "a AND", "a ) b", "a & b$ [", "a*b", "/a.b/", "law~9", "x~", "é*", "kimd:bill", "nosuch:bill", "kind:bil", "kind:(status:x)", "word^0",
    "date:[yesterday TO today]", "kind:[a TO b]", "relevance:high", "language:!!", '"a b"~900', "(" * 60 + "a" + ")" * 60, "-a " * 50, "a" * 2001,
]  # fmt: skip
EACH = 2  # matters of each source
# No sentence: a place that German calls by its English name, the letters of a footnote, the name of a rule.
NAMES = re.compile(r"District of Columbia|Beleg \w+|\w\w\.\w+ \(Version \d+\)")


class Expected(msgspec.Struct):
    """What the fixtures of a source are read as."""

    matters: list[Matter]


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """A home with some matters of every source that we have fixtures of, tagged, and the ids of them."""
    with at_home(tmp_path_factory.mktemp("home")):
        found = [
            tag(matter)
            for path in sorted(FIXTURES.glob("*/expected.json"))
            for matter in msgspec.json.decode(path.read_bytes(), type=Expected).matters[:EACH]
        ]
        held(*found)
        yield [matter.id for matter in found]


def ours(html: str) -> list[str]:
    return [words for words in english(html) if not NAMES.fullmatch(words)]


@pytest.mark.long
def test_permanent_pages_of_matters_of_every_source_have_no_english_sentence_of_ours(sources: list[str]) -> None:
    left = {}
    for path in (f"/{kind}/{id}" for id in sources for kind in ("matter", "embed")):
        page = lxml.html.document_fromstring(client().get(path, params={"lang": "de"}).text)
        if words := ours(lxml.html.tostring(page.find("body"), encoding="unicode")):
            left[path] = words
    assert len(sources) > 200
    assert not left


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "asked"),
    [("calendar", {}), ("opportunities", {}), ("thisweek", {}), ("review", {}), ("search", {"q": "act"})],
)
def test_a_page_over_matters_of_every_source_has_no_english_sentence_of_ours(
    sources: list[str], name: str, asked: dict[str, str]
) -> None:
    assert sources
    page = drawn(name, asked)
    assert [left for element in page.get("html") for left in ours(element.proto.body)] == []
    assert [label for label in widgets(page) if ENGLISH.search(label)] == []


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("code", OTHERS)
def test_a_query_that_cannot_run_is_refused_in_the_reader_s_language(code: str, query: str) -> None:
    with pytest.raises(Told) as fault:
        read(query)
    assert told(fault.value, tongue(code)) != str(fault.value)


@pytest.fixture
def shelves(tmp_path: Path) -> Iterator[Private]:
    with at_home(tmp_path):
        yield open_private()


@pytest.mark.parametrize("code", OTHERS)
def test_what_is_not_kept_is_said_in_the_reader_s_language(code: str, shelves: Private) -> None:
    wrong: list[Callable[[], object]] = [
        lambda: save(shelves, open_search(), " ", "hosting", ""),
        lambda: judge(shelves, "us/x/1", Judged(scores={"nonesuch": 9})),
        lambda: answer(shelves, "us/x/1", "nonesuch", "words", "counsel"),
        lambda: record(shelves, "us/x/1#art_1#removal", Done(day="2026-11-01")),
        lambda: entered(from_options(id="us/x/1"), "", "counsel", ""),
        lambda: entered(from_options(id="x", title="t", kind="bill"), "", "counsel", ""),
        lambda: entered(from_options(id="us/x/1", title="t", kind="bill", events=["docketed=03/04/2026"]), "", "w", ""),
        lambda: from_options(id="us/x/1", events=["docketd=2026-11-12"]),
    ]
    for attempt in wrong:
        with pytest.raises(Told) as fault:
            attempt()
        assert told(fault.value, tongue(code)) != str(fault.value)


def test_the_note_of_a_record_is_said_in_german_with_the_day_as_germans_write_it() -> None:
    believed = law(
        source="watchlist",
        title="Hosts Act",
        status=Status.IN_FORCE,
        status_as_of="2026-10-08",
        note="seen in the gazette",
    )
    settled = settle(law(language="de", title="Plattformgesetz"), believed)
    said = str(noted(settled, tongue("de")))
    assert said == (
        'Die Beobachtungsliste führte „<span lang="en" dir="ltr">Hosts Act</span>“ mit dem Stand „In Kraft“ am Do., 8. Okt. 2026. '
        '<span lang="en" dir="ltr">seen in the gazette</span>'
    )


def test_a_note_cannot_bring_markup() -> None:
    said = noted(law(note="<b>x</b> Sources disagree: <i>y</i>.", language=""), tongue("fr"))
    assert "<b>" not in said
    assert "<i>" not in said


WORDS = st.text("abc “”:<>{}é", min_size=1, max_size=12).map(str.strip).filter(bool)


@given(st.lists(st.one_of(st.sampled_from(SENTENCES), WORDS), max_size=5), WORDS)
def test_a_note_is_read_back_whole(parts: list[str], words: str) -> None:
    """Whatever stands in it, no word is lost and no sentence of ours is made up."""
    values = {"title": words, "status": "in force", "day": "2026-10-08", "who": "counsel", "what": words, "code": "404"}
    note = " ".join(part.format(**values) if part in SENTENCES else part for part in parts)
    read_back = [one.sentence.format(**one.values) if one.sentence else one.values["words"] for one in remarks(note)]
    assert " ".join(read_back).split() == note.split()
