"""Search finds what people mean, says what it left out, and counts matters exactly."""

import shutil
from pathlib import Path

import msgspec
import pytest

from crawlers.fault import Fault
from crawlers.matter import Citation, Event, Matter, Provision, Text
from crawlers.vocabulary import EventKind, Kind, Modality, Status
from index import intake
from index.engines.embedded_snapshot import first_of_each
from index.engines.engine import Buckets, Hit, NoEngine, Read, in_parts
from index.queries import other_names
from index.queries.plan import Ask, Every, Span
from index.records import open_records
from index.search import Search, open_search
from index.unit import number_of
from tests.library import TODAY, library
from tests.made import law

replace = msgspec.structs.replace


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    door = open_search(str(tmp_path_factory.mktemp("search")))
    one = library(1)[0]
    act = replace(
        one,
        id="eu/celex/32022R2065",
        jurisdiction="eu",
        title="Regulation on a single market (made for a test)",
        texts=(
            Text(
                id="t",
                language="en",
                provisions=(
                    Provision(id="rec_16", number="(16)", text="Doors are for forms."),
                    Provision(id="art_16", number="Article 16", heading="Notices", text="A form stands at the door."),
                    Provision(id="art_17", number="Article 17", heading="Reasons", text="Somebody says why."),
                ),
            ),
        ),
    )
    sample = replace(one, id="zz/act/1/1", jurisdiction="zz", title="Sampleland Reading Act")
    door.rebuild([*library(), act, sample], TODAY, "1")
    return door


def test_matters_asked_for_first_stand_before_all_others_on_whatever_page(search: Search) -> None:
    whole = [hit.matter for hit in search.find("remove", 300).hits]
    first = (*reversed(whole[5:17]), "xx/act/of/none")
    pages = [search.find("remove", 5, "", first=first)]
    while pages[-1].next:
        pages.append(search.find("remove", 5, pages[-1].next, first=first))
    listed = [hit.matter for page in pages for hit in page.hits]
    assert listed[:12] == list(first[:12])
    assert sorted(listed) == sorted(whole)
    assert {hit.snippet for hit in search.find("remove", 12, first=first).hits} <= {
        hit.snippet for hit in search.find("remove", 300).hits
    }


def first(search: Search, query: str) -> str:
    found = search.find(query, 3)
    return found.hits[0].matter if found.hits else ""


@pytest.mark.parametrize(
    "query",
    ["DSA", "dsa article 16", "32022R2065", "Regulation (EU) 2022/2065", "règlement sur les services numériques"],
)
def test_a_law_is_found_by_what_it_is_called(search: Search, query: str) -> None:
    assert first(search, query) == "eu/celex/32022R2065"


def test_a_cited_place_comes_first(search: Search) -> None:
    assert search.find("DSA art. 16").hits[0].provision == "art_16"


@pytest.mark.parametrize("query", ["recital 16 DSA", "DSA Erwägungsgrund 16", "considérant 16 DSA"])
def test_a_recital_is_not_the_article_of_its_number(search: Search, query: str) -> None:
    assert search.find(query).hits[0].provision == "rec_16"


@pytest.mark.parametrize("query", ["DSA art. 99", "DSA § 99(1)(a)"])
def test_a_law_that_is_named_comes_first_though_it_has_no_such_place(search: Search, query: str) -> None:
    found = search.find(query)
    assert found.hits[0].matter == "eu/celex/32022R2065"
    assert found.relaxed == ("99",)


def test_a_printed_number_is_never_left_out(search: Search) -> None:
    assert [search.find(query).total for query in ("remove 2004-575", "HB 8152", "48 USC 777(c)(1)")] == [0, 0, 0]


def test_abbreviations_and_names_are_not_taken_for_misspelled_words(search: Search) -> None:
    assert [search.find(query).corrected for query in ("REMOVA", "Delfi", "Kneschke")] == [(), (), ()]


def test_a_compound_that_nothing_has_is_read_as_its_words(search: Search) -> None:
    found = search.find("Beschwerdeentscheidung")
    assert found.corrected == (("Beschwerdeentscheidung", "beschwerde entscheidung"),)
    assert found.hits[0].marks


def test_re_use_is_reuse_and_usc_is_written_with_dots(tmp_path: Path) -> None:
    act, door = library(1)[0], open_search(str(tmp_path))
    said = (Provision(id="sec_1", text="Re-use is free, see 47 U.S.C. 230 and e-commerce."),)
    door.rebuild([replace(act, texts=(Text(id="t", language="en", provisions=said),))], TODAY)
    assert [door.find(query).total for query in ("reuse", "re-use", "47 USC 230", "ecommerce", "U.S.C.")] == [1] * 5


def test_a_matter_without_provisions_is_found_by_its_title(search: Search) -> None:
    assert search.find("LA42").total == 1


@pytest.mark.parametrize(
    ("asked", "plainly"),
    [
        ("how quickly must a hosting service remove an item", "hosting service remove item"),
        ("darf ich über die Panoramafreiheit und das Urheberrecht", "Panoramafreiheit Urheberrecht"),
        ("combien de temps pour l'hébergeur", "hébergeur"),
        ("perché l'accesso agli archivi è gratuito", "accesso archivi gratuito"),
        ("por quanto tempo os dados pessoais", "dados pessoais"),
    ],
)
def test_words_that_only_ask_and_what_is_elided_are_not_looked_for(search: Search, asked: str, plainly: str) -> None:
    assert search.matters(asked) == search.matters(plainly) != set()


def test_how_a_matter_stands_what_it_is_its_year_and_its_people_need_not_be_in_its_text(search: Search) -> None:
    assert search.matters("repealed Reading Rooms") == search.matters('status:repealed "Reading Rooms"') != set()
    assert search.matters("Urteile Reading Rooms") == search.matters('kind:case "Reading Rooms"') != set()
    assert search.matters("Lending 2018") == search.matters("Lending year:2018") != set()
    assert search.matters("Reed Lending") == search.matters('person:"Reed" Lending') != set()


def test_wrong_letters_are_read_as_the_likeliest_word_and_said(search: Search) -> None:
    found = search.find("encyclopadia volunteers")
    assert found.corrected == (("encyclopadia", "encyclopaedia"),)
    assert found.hits[0].marks


def test_a_name_with_wrong_letters_is_the_name(search: Search) -> None:
    assert first(search, "DSA artcle 16 notcies") == "eu/celex/32022R2065"


def test_left_out_words_are_named(search: Search) -> None:
    found = search.find("librarian unicorns")
    assert found.relaxed == ("unicorns",)
    assert found.total


def test_a_short_list_goes_on_with_what_has_nearly_all_the_words_and_says_so(search: Search) -> None:
    found = search.find("form stands door librarian")
    assert found.hits[0].matter == "eu/celex/32022R2065"
    assert found.whole == 0
    assert found.relaxed == ("librarian",)
    shorter = search.find("form stands door")
    assert (shorter.total, shorter.relaxed, shorter.whole) == (1, (), 0)


def test_what_is_named_as_left_out_is_what_the_best_lack_and_each_hit_says_what_it_lacks(search: Search) -> None:
    found = search.find("form door librarian unicorns", 50)
    assert found.relaxed == found.hits[0].lacks
    assert {"unicorns"} <= set(found.relaxed) < {"form", "door", "librarian", "unicorns"}
    assert all(hit.lacks for hit in found.hits)


def test_a_matter_stands_where_its_best_passage_does_however_many_others_it_has() -> None:
    ranks = [7, 1, 2, 7, 3, 7]
    hits = [Hit(rank, float(10 - place), place) for place, rank in enumerate(ranks)]
    assert [hit.address for hit in first_of_each(lambda count: Read(hits[:count], len(hits)), 4).hits] == [0, 1, 2, 4]


def test_a_law_that_is_named_is_also_found_where_it_is_cited(tmp_path: Path) -> None:
    act = replace(library(1)[0], id="de/act/1", jurisdiction="de")
    text = act.texts[0]
    place = text.provisions[0].id
    cited = Citation(text=text.id, provision=place, start=0, end=3, quote="", target="eu/celex/32022R2065")
    door = open_search(str(tmp_path))
    door.rebuild([replace(act, citations=(cited,)), *library(3)[1:]], TODAY)
    assert [hit.matter for hit in door.find("Digital Services Act").hits] == ["de/act/1"]


def test_several_of_an_idea_are_the_same_idea() -> None:
    said = other_names.said_otherwise
    assert set(said(["hosting", "services"])) == set(said(["hosting", "service"])) != set()


def test_who_names_a_place_is_shown_what_is_from_there_first(tmp_path: Path) -> None:
    act = library(1)[0]
    door = open_search(str(tmp_path))
    door.rebuild([replace(act, id=f"{code}/act/1", jurisdiction=code) for code in ("be", "de", "fr")], TODAY)
    assert [door.find(f"remove {name}").hits[0].matter[:2] for name in ("Germany", "France")] == ["de", "fr"]


def test_an_idea_is_found_in_the_words_of_another_language(search: Search) -> None:
    assert {"fr", "es", "it", "pt"} <= search.find("freedom of expression").facets["language"].keys()


def test_words_that_are_insisted_on_are_not_left_out(search: Search) -> None:
    assert search.find("librarian AND unicorns").total == 0
    assert search.find('"librarian unicorns"').total == 0


def test_the_invented_place_counts_only_when_asked_for(search: Search) -> None:
    from index.query import read

    assert "zz" not in search.find("").facets["jurisdiction"]
    assert search.find(read("Sampleland", sample=True)).total == search.find("jurisdiction:zz").total == 1


def test_facets_are_what_the_filter_would_give(search: Search) -> None:
    found = search.find("remove")
    for field in (
        "jurisdiction",
        "kind",
        "status",
        "language",
        "duty",
        "topic",
        "source",
        "bearer",
        "modality",
        "year",
    ):
        for value, count in found.facets[field].items():
            assert search.find(f"remove {field}:{value}").total == count


def test_marks_are_the_words_that_answer(search: Search) -> None:
    hit = search.find('"transparency report"').hits[0]
    assert [hit.snippet[low:high] for low, high in hit.marks][:2] == ["transparency", "report"]


def test_pages_by_day_go_on_where_the_last_ended(search: Search) -> None:
    ids: list[str] = []
    page = search.find("remove", 5, "", "oldest")
    while True:
        ids += [hit.matter for hit in page.hits]
        if not page.next:
            break
        page = search.find("remove", 5, page.next, "oldest")
    assert len(ids) == len(set(ids)) == page.total


@pytest.mark.parametrize("after", ["x", "-1", "²", "9" * 18, "9" * 5000])
def test_a_page_that_is_none_is_one_sentence(search: Search, after: str) -> None:
    with pytest.raises(Fault, match="not a page"):
        search.find("remove", 5, after)
    with pytest.raises(Fault, match="order"):
        search.find("remove", 5, "", "colour")


def test_the_date_is_that_of_the_newest_event_not_in_the_future(tmp_path: Path) -> None:
    one = replace(library(1)[0], events=(Event(date="2026-07-01", kind=EventKind.HEARING),), published="2026-01-01")
    records, door = open_records(f"sqlite:///{tmp_path / 'r.db'}"), open_search(str(tmp_path / "s"))
    records.write([one], "2026-05-01T00:00:00Z")
    intake.follow(records, door, TODAY)
    assert door.find("date:2026-07").total == 0
    assert intake.follow(records, door, TODAY) == 0
    assert intake.follow(records, door, TODAY.replace(month=8)) > 0
    assert door.find("date:2026-07").total == 1


def test_a_broken_index_is_rebuilt_without_asking(tmp_path: Path) -> None:
    records, door = open_records(f"sqlite:///{tmp_path / 'r.db'}"), open_search(str(tmp_path / "s"))
    with pytest.raises(NoEngine, match="no search index"):
        door.find("remove")
    records.write(library(10), "2026-05-01T00:00:00Z")
    intake.follow(records, door, TODAY)
    for path in (tmp_path / "s").rglob("*"):
        if path.is_file() and path.suffix in {".idx", ".term", ".store", ".json"}:
            path.write_bytes(b"broken")
    again = open_search(str(tmp_path / "s"))
    intake.follow(records, again, TODAY)
    assert again.find("").total == 10


@pytest.mark.parametrize("damaged", ["meta.json", ".managed.json", "*.store", "*.pos", "*.term", "*.fast"])
def test_an_index_with_one_damaged_file_is_rebuilt_by_whoever_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damaged: str
) -> None:
    monkeypatch.setenv("AMICUS_HOME", str(tmp_path))
    open_records().write(library(10), "2026-05-01T00:00:00Z")
    intake.ready(TODAY)
    for path in (tmp_path / "search").rglob(damaged):
        path.unlink()
    assert intake.ready(TODAY).find('"within 24 hours"').provisions > 0


def test_an_index_that_goes_while_it_is_asked_is_rebuilt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMICUS_HOME", str(tmp_path))
    open_records().write(library(10), "2026-05-01T00:00:00Z")
    door = intake.ready(TODAY)
    assert door.find("").total == 10
    for part in (*(tmp_path / "search").glob("*/meta.json"), tmp_path / "search"):
        shutil.rmtree(part) if part.is_dir() else part.unlink()
        assert len(door.matters("24 hours")) == door.find("24 hours").total > 0


def test_what_left_the_records_leaves_the_index(tmp_path: Path) -> None:
    records, door = open_records(f"sqlite:///{tmp_path / 'r.db'}"), open_search(str(tmp_path / "s"))
    matters: list[Matter] = library(4)
    records.write(matters, "2026-05-01T00:00:00Z")
    intake.follow(records, door, TODAY)
    records.remove([matters[0].id])
    intake.follow(records, door, TODAY)
    assert door.find("").total == 3


def test_what_one_answer_cannot_hold_is_counted_in_parts_of_the_groups() -> None:
    numbers, asked = [number_of(str(one)) for one in range(1_000)], list[Ask]()

    def count(ask: Ask) -> Buckets | None:
        asked.append(ask)
        spans = [part for part in ask.only if isinstance(part, Span)] if isinstance(ask, Every) else []
        held = [number for number in numbers if all(span.low <= number <= span.high for span in spans)]
        return Buckets(held, len(held)) if len(held) <= 300 else None

    found = in_parts(count, Every())
    assert (sorted(found.groups), found.units) == (sorted(numbers), 1_000)
    assert len(asked) == 7


def test_a_law_from_a_place_that_is_asked_for_need_not_name_it(tmp_path: Path) -> None:
    def law(id: str, place: str, words: str) -> Matter:
        text = Text(id="t.en", language="en", provisions=(Provision(id="sec_1", text=words),))
        return Matter(
            id=id, source="made", jurisdiction=place, kind=Kind.ACT, title=f"Lamps Act of {id}", language="en",
            status=Status.IN_FORCE, texts=(text,),
        )  # fmt: skip

    door = open_search(str(tmp_path))
    laws = (("us-ny/act/1", "us-ny", "Lamps are lit."), ("us-nyc/act/2", "us-nyc", "Lamps are lit."))
    elsewhere = ("de/act/3", "de", "Lamps from a new city in York are lit.")
    door.rebuild([law(*one) for one in (*laws, elsewhere)], TODAY)
    assert door.find("lit lamps New York City").hits[0].matter == "us-nyc/act/2"
    assert [hit.matter for hit in door.find("lamps Alemania").hits] == ["de/act/3"]
    assert door.find("lamps lit Ireland").relaxed == ("Ireland",)


def test_the_passage_in_the_words_that_were_typed_goes_before_its_translation(tmp_path: Path) -> None:
    said = {"fr": "Signaleurs de confiance", "en": "Bodies that are trusted flaggers of unlawful goods in a market"}
    texts = tuple(
        Text(id=f"t.{code}", language=code, provisions=(Provision(id="art_22", heading=words, text=words),))
        for code, words in said.items()
    )
    matter = Matter(
        id="eu/celex/32022R2065", source="made", jurisdiction="eu", kind=Kind.ACT, title="Regulation 2022/2065",
        language="en", status=Status.IN_FORCE, texts=texts,
    )  # fmt: skip
    door = open_search(str(tmp_path))
    door.rebuild([matter], TODAY)
    assert door.find("trusted flaggers").hits[0].language == "en"
    assert door.find("signaleurs de confiance").hits[0].language == "fr"


def test_a_duty_that_is_only_spared_is_not_found_as_laid(tmp_path: Path) -> None:
    door = open_search(str(tmp_path))
    laid = law(id="uk/bill/1", jurisdiction="uk")
    duty = next(norm for norm in laid.norms if norm.laid)
    freed = replace(duty, host_duty=False, modality=Modality.EXEMPTION)
    door.rebuild([laid, replace(laid, id="uk/bill/2", norms=(freed,))], TODAY)
    assert [hit.matter for hit in door.find(f"duty:{duty.duty}").hits] == ["uk/bill/1"]


def test_a_title_with_half_of_the_words_is_shown_beside_a_long_law_that_has_all_of_them_far_apart(
    tmp_path: Path,
) -> None:
    wanted = ("lantern", "harbour", "orchard", "violin", "glacier", "pepper")
    provisions = tuple(
        Provision(id=f"sec_{place}", text=f"Of the {word} nothing else is said.") for place, word in enumerate(wanted)
    )
    texts = (Text(id="t", language="en", provisions=provisions),)
    door = open_search(str(tmp_path))
    door.rebuild(
        [
            *library(30),
            law(id="uk/act/1/1", jurisdiction="uk", title="Of many things", texts=texts),
            law(id="uk/act/1/2", jurisdiction="uk", title="Lantern, Harbour and Orchard Act", texts=()),
        ],
        TODAY,
        "1",
    )
    found = door.find(" ".join(wanted))
    assert {hit.matter: hit.lacks for hit in found.hits} == {
        "uk/act/1/1": (),
        "uk/act/1/2": ("violin", "glacier", "pepper"),
    }
    assert found.whole == 1
