"""Both engines give the same answers to the same questions; a real Elasticsearch node is asked."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.engines import promising
from index.engines.elastic import Elastic
from index.engines.elastic_snapshot import ElasticSnapshot
from index.queries import hints
from index.query import read
from index.search import Found, Search, open_search
from tests import services
from tests.library import TODAY, library

pytestmark = pytest.mark.server

QUERIES = [
    *("remove", "hosting service", "transparency report", "member reading club", "librarian decisions"),
    *("hébergeur", "liberté expression", "bibliotheques", "délai heures", "droit auteur lecture"),
    *(
        "Löschpflicht",
        "loschpflicht enzyklopadien",
        "Anbieter entfernen",
        "Urheberrecht Panoramafreiheit",
        "Beschwerde",
    ),
    *("prestador contenido", "libertad expresión lectores", "prestatore contenuto", "libertà di espressione"),
    *("provedor conteúdo", "proteção dados pessoais", "proteção de dados biblioteca"),
    *('"hosting service"', '"transparency report"', '"listed item within 24 hours"', '"liberté d\'expression"'),
    *('"remove hours"~6', '"archive limited"~2', '"publish year"~6', '"service hosting"~2'),
    *("librar*", "transp*", "monit* everything", "enzyk*", "remov~1", "arcive~1", "libarian~2", "transparancy~2"),
    *("remove OR publish", "remove AND hours", "hosting NOT remove", "(remove OR publish) AND year", "-remove hosting"),
    *("NOT remove", "copyright^3 archive", "hosting (service OR operator)", "L-17", "LA42", "Lending Act"),
    *("kind:bill", "kind:(bill OR act) remove", "status:in_force hosting", "jurisdiction:de", "jurisdiction:uk remove"),
    *(
        "language:fr heures",
        "topic:copyright_open archive",
        "duty:removal_timeframe",
        "duty:removal_timeframe kind:act",
    ),
    *("bearer:host modality:obligation", "person:quill remove", 'person:"Ada Reed"', "source:de-bills", "year:2019"),
    *("date:[2016-01-01 TO 2018-12-31]", "date:>=2023 remove", "date:{2016 TO 2018} hosting", 'id:"uk/bill/0/L-0"'),
    *(
        "LA42 article 2",
        "Lending Act s 1",
        "recital 1 remove",
        "§ 3(1)(a) Anbieter",
        "art. 99 hosting",
        "remove 1(a)(b)",
    ),
    *(
        "Beschwerdeentscheidung",
        "librarian 2004-575",
        "HB 42",
        "re-use archive",
        "reuse",
        "USC",
        "L.A.",
        "IT US hosting",
    ),
    *(
        "transparancy reprot",
        "libraryan decisoins",
        "hosting AND (year:2019 OR year:2018)",
        "jurisdiction:(de OR fr) -kind:bill",
    ),
    *(
        "hosting year:[2016 TO 2019]",
        "relevance:[0 TO 0.5]",
        "remove relevance:>=0.5",
        "(hosting)^2 (remove OR publish)^0.5",
    ),
    *('"listed item"^3 OR publish', "NOT (remove OR publish)", "modality:prohibition", "transparen* AND hébergeu*"),
    *("copyright", "copyright archive", "freedom of expression", "Meinungsfreiheit kind:act", "datos"),
    *("Sanktionen hébergeur", "conservation heures lecture", "Bewertung archive"),
    *("hosting unicorns", "Transparenzbericht Stunden", "first reading", "remove everything archive", "*"),
]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Search, Search]]:
    matters = library()
    with services.elasticsearch() as url:
        folder: Path = tmp_path_factory.mktemp("search")
        doors = open_search(str(folder)), open_search(url)
        for door in doors:
            door.rebuild(matters[:90], TODAY, "1")
            door.update(matters[80:], TODAY, "2")
        yield doors


def everything(door: Search, query: str, sort: str) -> list[Found]:
    pages = [door.find(query, 7, "", sort)]
    while pages[-1].next:
        pages.append(door.find(query, 7, pages[-1].next, sort))
    return pages


@pytest.mark.parametrize("query", QUERIES)
def test_9_same_ids_counts_and_marks(both: tuple[Search, Search], query: str) -> None:
    one, other = (everything(door, query, "newest") for door in both)
    assert [hit.matter for page in one for hit in page.hits] == [hit.matter for page in other for hit in page.hits]
    assert len({hit.matter for page in one for hit in page.hits}) == one[0].total
    for mine, theirs in zip(one, other, strict=True):
        assert (mine.total, mine.provisions, mine.facets) == (theirs.total, theirs.provisions, theirs.facets)
        assert (mine.relaxed, mine.corrected, mine.tags) == (theirs.relaxed, theirs.corrected, theirs.tags)


_WORDS = (
    "remove",
    "hosting",
    "service",
    "archive",
    "year",
    "report",
    "librar",
    "heures",
    "Anbieter",
    "contenido",
    "24",
)
_FIELDS = (
    *("kind:act", "kind:(bill OR act)", "status:in_force", "jurisdiction:(de OR uk)", "language:fr", "bearer:host"),
    *("duty:removal_timeframe", "topic:copyright_open", "modality:obligation", "year:[2016 TO 2020]", "date:>=2019"),
    *("relevance:[0.2 TO 0.8]", "source:uk-bills", "-language:en", "NOT status:in_force"),
)


def _grown(dice: random.Random, depth: int) -> str:
    """A query of any shape: words, rows of words, beginnings, misspellings, fields, and all ways to join them."""
    if depth == 0:
        one, other = dice.choices(_WORDS, k=2)
        shapes = (one, f"{one}*", f"{one}~1", f'"{one} {other}"', f'"{one} {other}"~{dice.randrange(1, 9)}', f"{one}^2")
        return dice.choice((*shapes, one, dice.choice(_FIELDS)))
    joined = [_grown(dice, dice.randrange(depth)) for _ in range(dice.randrange(2, 4))]
    inside = dice.choice((" ", " AND ", " OR ", " NOT ")).join(joined)
    return dice.choice((inside, f"({inside})", f"({inside}) {_grown(dice, 0)}", f"NOT ({inside})"))


def test_queries_of_any_shape_find_the_same(both: tuple[Search, Search]) -> None:
    """Drawn by the same dice each time."""
    dice = random.Random(9)
    for query in (_grown(dice, number % 4) for number in range(200)):
        one, other = (door.find(query, 300, "", "newest") for door in both)
        assert [hit.matter for hit in one.hits] == [hit.matter for hit in other.hits], query
        assert (one.total, one.provisions, one.facets) == (other.total, other.provisions, other.facets), query


@pytest.mark.parametrize("query", QUERIES)
def test_9_by_relevance_nine_of_ten_are_the_same(both: tuple[Search, Search], query: str) -> None:
    one, other = (door.find(query, 10) for door in both)
    common = {hit.matter for hit in one.hits} & {hit.matter for hit in other.hits}
    assert len(common) >= min(9, one.total)


def test_marks_are_the_same_for_the_same_passage(both: tuple[Search, Search]) -> None:
    for query in QUERIES:
        one, other = ({(hit.matter, hit.provision): hit for hit in door.find(query, 50).hits} for door in both)
        for place in one.keys() & other.keys():
            assert one[place] == other[place]


def test_suggestions_and_other_words_are_the_same_with_the_same_counts(both: tuple[Search, Search]) -> None:
    for typed in ("every transp", "libr", "hébergeu", "freedom of expression jurisdiction:fr", "removal deadline"):
        one, other = ((hints.suggest(door, typed), hints.alternatives(door, typed)) for door in both)
        assert one == other, typed


@pytest.mark.parametrize("number", [4, 17, 42])
def test_most_matters_like_one_are_the_same(both: tuple[Search, Search], number: int) -> None:
    one, other = ({hit.matter for hit in hints.alike(door, library()[number], 10)} for door in both)
    assert len(one) == len(other) == 10
    assert len(one & other) >= 9


def test_every_matter_is_there_once_on_all_pages_by_relevance(both: tuple[Search, Search]) -> None:
    for door in both:
        ids = [hit.matter for page in everything(door, "remove", "relevance") for hit in page.hits]
        assert len(ids) == len(set(ids)) == door.find("remove").total


def test_matters_asked_for_first_are_the_same_first_ones(both: tuple[Search, Search]) -> None:
    asked = [hit.matter for hit in both[0].find("remove", 40, "", "oldest").hits][3:30:2]
    for limit, after in ((5, ""), (9, "5"), (20, "10")):
        one, other = (door.find("remove", limit, after, first=asked) for door in both)
        number = max(0, len(asked) - int(after or 0))
        assert [hit.matter for hit in one.hits][:number] == asked[int(after or 0) :][:limit]
        assert one.hits[:number] == other.hits[:number]
        assert len(one.hits) == len(other.hits)


def test_the_first_answers_of_elasticsearch_stay_the_same_though_not_all_are_weighed(
    both: tuple[Search, Search], monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot, spared = both[1].engine.snapshot(), 0
    assert isinstance(snapshot, ElasticSnapshot)
    for text in ("remove", "hosting", "archive", "report", "publish", "kind:act remove", "Anbieter"):
        ask = _ask(text)
        monkeypatch.setattr(promising, "FEW", 1 << 40)
        plainly = [snapshot.best(ask, limit) for limit in (1, 5, 20)]
        monkeypatch.setattr(promising, "FEW", 0)
        assert [snapshot.best(ask, limit) for limit in (1, 5, 20)] == plainly, text
        told = promising.Frequencies(snapshot.held(ask)).promising(ask)
        spared += any(plainly[-1][-1].score > one.others for one in told)
    assert spared


def test_more_groups_than_the_cluster_gives_at_once_are_counted_in_parts(both: tuple[Search, Search]) -> None:
    engine = both[1].engine
    assert isinstance(engine, Elastic)
    most = {"search.max_buckets": 20}
    engine.cluster.client.cluster.put_settings(transient=most)
    try:
        one, other = (door.find("24 article date:>=2001") for door in both)
        assert one.total > most["search.max_buckets"]
        assert (one.total, one.provisions, one.facets) == (other.total, other.provisions, other.facets)
    finally:
        engine.cluster.client.cluster.put_settings(transient=dict.fromkeys(most))


def test_the_position_is_kept(both: tuple[Search, Search]) -> None:
    assert [door.position() for door in both] == ["2", "2"]


def test_readers_keep_reading_while_a_new_index_takes_its_place(both: tuple[Search, Search]) -> None:
    for door in both:
        before = door.find("remove")
        snapshot = door.engine.snapshot()
        door.rebuild(library(), TODAY, "2")
        assert door.find("remove").total == before.total
        assert snapshot.groups(_ask("remove")).total


def _ask(text: str):  # type: ignore[no-untyped-def]
    from index.queries.meaning import understand

    return understand(read(text)).ask()


def test_an_unreachable_engine_is_one_sentence() -> None:
    from index.engines.engine import NoEngine

    with pytest.raises(NoEngine, match="does not answer"):
        open_search("http://127.0.0.1:9").find("anything")
