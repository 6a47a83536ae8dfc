"""One term for another in many articles is one line wherever changes in law are told, in the reader's language."""

from datetime import date

import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from dashboard.digest.changes import facts
from dashboard.digest.news import News
from dashboard.digest.titles import headed
from dashboard.views.evidence.marks import Notes
from dashboard.views.matters import compare
from dashboard.words.tongue import tongue
from index.changes import What
from index.records import open_records
from tests.amended import LEARNED, cases, found, states

(CASE,) = (case for case in cases() if case.name == "en one term for another throughout")
SAID = {
    "en": "throughout: Article 2, Article 5(1), Article 9",
    "de": "durchgehend: Artikel 2, Artikel 5(1), Artikel 9",
    "fr": "partout : Article 2, Article 5(1), Article 9",
    "es": "en todo el texto: Artículo 2, Artículo 5(1), Artículo 9",
    "it": "in tutto il testo: Articolo 2, Articolo 5(1), Articolo 9",
    "pt": "em todo o texto: Artigo 2, Artigo 5(1), Artigo 9",
}


def news() -> list[News]:
    matter = states(CASE)[1]
    changes = [change for change in found(CASE) if change.what is What.NORM]
    return facts(changes, {matter.id: matter}, date(2026, 2, 3))


@pytest.mark.parametrize("code", SAID)
def test_a_digest_names_every_place_once(code: str) -> None:
    (one,) = news()
    assert (one.was, one.now) == ("website operator", "online service")
    assert headed(one, tongue(code)) == f"Online Platforms Bill, {SAID[code]}"


def test_the_page_of_a_comparison_names_every_place_once() -> None:
    matter, speech = states(CASE)[1], tongue("de")
    one, two = ((matter, text) for text in matter.texts)
    (change,) = compare.changes(one, two, speech, Notes(speech))
    assert (change.word, change.where) == ("BEGRIFF ERSETZT", "durchgehend: art_2, art_5/par_1, art_9")


def test_the_command_names_every_place_once() -> None:
    open_records().write([states(CASE)[1]], LEARNED)
    told = CliRunner().invoke(app, ["diff", "xx/bill/1"]).stdout
    lines = [line for line in told.splitlines() if line.startswith("LAW")]
    assert lines == ["LAW  throughout art_2, art_5/par_1, art_9: website operator → online service"]


def test_the_command_that_lists_changes_says_where_each_stands() -> None:
    for state, learned in zip(states(CASE), ("2026-01-02T00:00:00Z", LEARNED), strict=True):
        open_records().write([state], learned)
    told = CliRunner().invoke(app, ["changes", "--since", "2026-02-01"]).stdout
    assert "norm throughout art_2, art_5/par_1, art_9 website operator → online service" in told


def test_the_command_that_lists_changes_names_the_provision_of_one() -> None:
    (case,) = (case for case in cases() if case.name == "en digits of a sum in another order")
    for state, learned in zip(states(case), ("2026-01-02T00:00:00Z", LEARNED), strict=True):
        open_records().write([state], learned)
    told = CliRunner().invoke(app, ["changes", "--since", "2026-02-01"]).stdout
    assert "norm penalty in sec_9 12,000 euros → 10,200 euros" in told
