"""What to ask next: suggestions, other words, and matters like one, each with its count."""

from pathlib import Path

import msgspec
import pytest

from dashboard import doors
from dashboard.reads import suggestions
from dashboard.reads.search_url import State
from dashboard.views.matters.origins import said
from dashboard.words.tongue import tongue
from index.queries import hints
from index.search import Search, open_search
from index.store.origins import Origin
from tests.library import TODAY, library


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    folder: Path = tmp_path_factory.mktemp("search")
    door = open_search(str(folder))
    door.rebuild(library(), TODAY, "1")
    return door


def test_a_word_is_finished_with_what_is_there(search: Search) -> None:
    found = hints.suggest(search, "every transp")
    assert found[0].query.startswith("every transp")
    assert all(hint.matters == search.find(hint.query, 0).total > 0 for hint in found)


def test_a_word_is_finished_only_with_what_stands_beside_the_words_before_it(search: Search) -> None:
    finished = {hint.query for hint in hints.suggest(search, "moderation tr")}
    assert all(search.matters(query) for query in finished)
    assert not {hint.query for hint in hints.suggest(search, "zeppelin tr")}


def test_what_laws_are_about_is_suggested_where_something_is_held_of_it(search: Search) -> None:
    assert "freedom of expression" in [hint.query for hint in hints.suggest(search, "freedom of ex")]
    offered = [hint.query.lower() for hint in hints.suggest(search, "freedo")]
    assert len(offered) == len(set(offered))
    assert "insider dealing" not in [hint.query for hint in hints.suggest(search, "insider d")]


def test_nothing_is_suggested_before_two_letters_or_after_a_space(search: Search) -> None:
    assert hints.suggest(search, "t") == hints.suggest(search, "transparency ") == hints.suggest(search, "") == []


def test_a_subject_is_offered_in_other_words(search: Search) -> None:
    offered = {hint.query: hint.matters for hint in hints.alternatives(search, "freedom of expression jurisdiction:fr")}
    assert offered
    assert all('jurisdiction:"fr"' in query and count for query, count in offered.items())


def test_a_page_offers_other_words_beside_its_filters_and_a_tag_as_a_filter(
    search: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doors, "search", lambda: search)
    offered = suggestions.otherwise(State(q="removal deadline", filters=(("language", "en"),)), tongue("en"))
    assert [choice for choice in offered if "duty=removal_timeframe" in choice.href and ":" not in choice.words]
    assert all("language=en" in choice.href for choice in offered)


def test_matters_like_one_share_its_words_and_leave_it_out(search: Search) -> None:
    one = library()[4]
    found = hints.alike(search, one, 5)
    assert len(found) == 5
    assert one.id not in {hit.matter for hit in found}
    assert found[0].language == one.language


def test_matters_like_one_without_a_text_share_the_words_of_its_summary(tmp_path: Path) -> None:
    one, other, third = (
        msgspec.structs.replace(
            library(1)[0],
            id=f"zy/bill/{number}",
            jurisdiction="fr",
            title=title,
            texts=(),
            summary=summary,
            norms=(),
            topics=(),
        )
        for number, (title, summary) in enumerate(
            [("Lamps", "Lanterns shine at quays."), ("Quays", "Lanterns shine."), ("Doors", "Hinges squeak.")]
        )
    )
    door = open_search(str(tmp_path))
    door.rebuild([one, other, third], TODAY, "1")
    assert [hit.matter for hit in hints.alike(door, one)] == [other.id]


def test_where_a_fact_is_from_is_said_with_what_it_replaced() -> None:
    fact = Origin(
        field="title", value="New", source="uk-bills", learned="2026-01-02T00:00:00Z",
        snapshot="ab" * 32, parser="uk_bills/1", instead=("Old", "watchlist"),
    )  # fmt: skip
    name, since, read, before = said(fact, tongue("en"))
    assert (name, read) == ("Title", "bytes abababababab, read by uk_bills/1")
    assert before == 'before: “<span lang="und" dir="ltr">Old</span>” (watchlist)'
    assert since.endswith("known since Fri 2 Jan 2026")
