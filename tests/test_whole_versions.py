"""Only what is a version of the whole law is compared as one: no consolidated text drops recitals, no excerpt drops articles."""

import json
from collections.abc import Sequence

import pytest
from typer.testing import CliRunner

from crawlers.matter import Matter, Provision, Text
from crawlers.vocabulary import Kind, Status
from dashboard.cli import app
from dashboard.views.matters import wording
from dashboard.words.tongue import tongue
from index.changes import Sort, What
from index.differences import laws, papers, versions
from index.differences.matters import derive
from index.differences.versions import How
from index.records import open_records
from nlp.tag import tag

ARTICLES = [
    Provision(id=f"art_{number}", number=f"Article {number}", text=text)
    for number, text in enumerate(
        (
            "A provider of a hosting service shall keep a register of the notices that it receives.",
            "A provider of a hosting service shall give the user a statement of reasons for each removal.",
            "A provider of a hosting service shall publish a report on its moderation every year.",
            "Member States shall lay down the rules on penalties for infringements of this Regulation.",
        ),
        1,
    )
]
RECITALS = [
    Provision(id="pbl_1", text="Having regard to the opinion of the Committee,"),
    Provision(id="rec_1", text="A provider of a hosting service must act with diligence when it moderates."),
    Provision(id="rec_2", text="Providers should not be required to keep a register of what users only store."),
]


def version(day: str, provisions: Sequence[Provision], language: str = "en") -> Text:
    return Text(id=f"{day}.{language}", date=day, language=language, provisions=tuple(provisions))


MADE, CONSOLIDATED = version("2030-01-01", [*RECITALS, *ARTICLES]), version("2030-06-01", ARTICLES)
EXCERPT = version("2031-01-01", [Provision(id="art_2", text="In Article 2, for “each” substitute “every”.")])


def matter(*texts: Text) -> Matter:
    bare = Matter(
        id="eu/celex/32030R0001", source="made", jurisdiction="eu", kind=Kind.ACT, title="Hosting Regulation",
        language="en", status=Status.IN_FORCE, texts=texts,
    )  # fmt: skip
    return tag(bare)


def test_a_consolidated_text_drops_no_recital() -> None:
    both = matter(MADE, CONSOLIDATED)
    assert {pair.how for pair in versions.compare(MADE, CONSOLIDATED)} == {How.SAME}
    assert laws.compare(MADE, both, CONSOLIDATED, both) == []
    changes = derive(matter(MADE), both, "2030-06-02T00:00:00Z")
    assert [(change.what, change.sort) for change in changes] == [(What.TEXT, Sort.CLERICAL)]


def test_a_recital_that_is_gone_while_others_stay_is_told() -> None:
    fewer = version("2030-06-01", [*RECITALS[:2], *ARTICLES])
    assert [pair.before.id for pair in versions.compare(MADE, fewer) if pair.before and pair.how is How.DROPPED] == [
        "rec_2"
    ]


def test_the_page_says_that_recitals_are_not_compared() -> None:
    page = str(wording.page(MADE, CONSOLIDATED, tongue("en")))
    assert "2 recitals stand in one of them only" in page
    assert "0 provisions differ" in page


def test_an_excerpt_is_no_version() -> None:
    assert papers.excerpt(MADE, CONSOLIDATED) is None
    assert papers.excerpt(CONSOLIDATED, EXCERPT) is EXCERPT
    assert papers.excerpt(EXCERPT, CONSOLIDATED) is EXCERPT
    page = str(wording.page(CONSOLIDATED, EXCERPT, tongue("en")))
    assert "only provisions that both have are compared" in page
    assert "keep a register" not in page


@pytest.mark.parametrize(
    ("named", "compared"),
    [
        ([], ["2030-01-01.en", "2030-06-01.en"]),
        (["2030-06-01.en"], ["2030-06-01.en", "2031-01-01.en"]),
        (["", "2030-06-01.en"], ["2030-01-01.en", "2030-06-01.en"]),
    ],
)
def test_the_command_compares_whole_versions_unless_others_are_named(named: list[str], compared: list[str]) -> None:
    french = version("2030-01-01", RECITALS, "fr")
    open_records().write([matter(MADE, french, CONSOLIDATED, EXCERPT)])
    told = CliRunner().invoke(app, ["diff", "eu/celex/32030R0001", *named, "--json"])
    shape = json.loads(told.stdout)
    assert [shape["a"], shape["b"]] == compared
    assert (shape["excerpt"] is not None) == (EXCERPT.id in compared)
    assert not shape["excerpt"] or shape["law"] == []


def test_two_languages_are_not_compared() -> None:
    open_records().write([matter(MADE, version("2030-01-01", ARTICLES, "fr"))])
    told = CliRunner().invoke(app, ["diff", "eu/celex/32030R0001", "2030-01-01.en", "2030-01-01.fr"])
    assert told.exit_code == 1
    assert "are in different languages; name two versions in one language" in str(told.exception)
