"""How likely a provision concerns online hosts: the terms that say so, in six languages, and what only looks like it."""

import math

import pytest

from crawlers.matter import Relevance
from nlp.grammar.rules import LANGUAGES
from nlp.reading import Unit, read
from nlp.scores.cutoffs import ALERT, WATCH, called
from nlp.scores.relevance import relevances, weights, words
from nlp.tag import tag
from tests.made import law

DUTIES = {
    "en": "Hosting providers shall remove illegal content after a notice.",
    "de": "Anbieter von Online-Plattformen müssen rechtswidrige Inhalte nach einer Meldung entfernen.",
    "fr": "Les fournisseurs de plateformes en ligne retirent les contenus illicites après une notification.",
    "es": "Los prestadores de plataformas en línea deberán retirar los contenidos ilícitos.",
    "it": "I fornitori di piattaforme online devono rimuovere i contenuti illegali.",
    "pt": "Os fornecedores de plataformas em linha devem retirar os conteúdos ilegais.",
}
OTHERS = {
    "en": [
        "The railway company shall light every platform of the station.",
        "A city that hosts the games shall provide lodging for the athletes.",
        "Each broadcaster shall name the host of the programme.",
    ],
    "de": ["Die Gemeinde, die das Fest ausrichtet, stellt eine Bühne bereit."],
    "fr": ["La commune qui accueille la fête installe une estrade."],
    "es": ["El municipio instalará una tarima para la fiesta."],
    "it": ["Il comune installa un palco per la festa."],
    "pt": ["O município instala um estrado para a festa."],
}


def judged(text: str, language: str = "en", heading: str = "", law: str = "") -> Relevance:
    return relevances(read([Unit("1", heading, text)], language, law))[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_duty_of_hosts_is_an_alert(language: str) -> None:
    assert called(judged(DUTIES[language], language).score) == "alert"


@pytest.mark.parametrize(("language", "text"), [(name, text) for name in LANGUAGES for text in OTHERS[name]])
def test_what_binds_nobody_online_is_below_both_cutoffs(language: str, text: str) -> None:
    assert called(judged(text, language).score) == ""


def test_the_terms_and_the_bias_sum_to_the_score() -> None:
    found = judged(DUTIES["en"])
    total = weights()["provision"].bias + sum(term.contribution for term in found.terms)
    assert found.score == pytest.approx(1 / (1 + math.exp(-total)), abs=1e-6)
    assert all(
        term.contribution == round(weights()["provision"].terms[term.name] * term.value, 4) for term in found.terms
    )


def test_what_an_authority_may_do_to_hosts_outweighs_its_own_housekeeping() -> None:
    law = "An act on online platforms"
    fine = judged("The regulator may impose a fine for an infringement of this act.", law=law)
    staff = judged("The regulator shall publish its rules of procedure and appoint its staff.", law=law)
    assert fine.score > ALERT > staff.score


def test_every_kind_of_words_is_there_in_every_language() -> None:
    assert all(set(kind) == set(LANGUAGES) for kind in words().values())


def test_alert_stands_above_watch() -> None:
    assert [called(score) for score in (ALERT, WATCH, WATCH - 0.01)] == ["alert", "watch", ""]


NOTICE = (
    "The department holds a hearing on its recommended decision; comments on the retention of dues by grocers are welcome. "
    "The notice is posted on the website of the department, and copies are kept at its offices for all who sell."
)


@pytest.mark.parametrize(
    ("title", "summary", "wanted"),
    [
        ("Marketing order for lamps; hearing", NOTICE, ""),
        ("Comments of the government on the third report", "", ""),
        ("Removal of the two-lamp limit Act", "", ""),
        ("Liability for comments posted by users of a news page", "", "alert"),
        ("Removal of unlawful content from online services Act", "", "alert"),
        ("An act on lamps", f"Every year a list of lamps is published online. {NOTICE}", "watch"),
        ("An act on lamps", f"An act on the safety of online platforms. {NOTICE}", "alert"),
        ("Wikimedia v. Ministry of Lamps", "A case on the blocking of a website", "alert"),
    ],
)
def test_a_matter_of_which_only_the_head_is_known_is_judged_by_what_it_is_about(
    title: str, summary: str, wanted: str
) -> None:
    told = tag(law(title=title, summary=summary, texts=())).relevance
    assert told
    assert called(told.score) == wanted
