"""The verdict speaks every language of the catalogues: whether a law binds us, why, and what would decide it."""

import pytest
from msgspec.structs import replace

from crawlers.matter import Exemption, Matter
from crawlers.vocabulary import Modality
from dashboard.views.matters.binding import Marked, binds
from dashboard.words.tongue import LANGUAGES, tongue
from index.binding.profile import profiles
from index.binding.verdict import verdict
from index.phrase import phrase
from tests.test_binding import CARVED, DUTY, US, beyond, duty, law, norm, with_figure
from tests.test_clock_tongues import messages

OTHERS = [code for code in LANGUAGES if code != "en"]
TRADERS = "An online marketplace shall name its traders."
PAYING = "A payment service provider shall keep records."
ANYBODY = "Whoever runs such a thing shall publish a report."
SCHOOLS = "This Act does not apply to not-for-profit educational websites, repositories or scientific research."


def carved(words: str) -> Matter:
    left_out = norm("art_2", words, words, modality=Modality.EXEMPTION)
    left_out = replace(left_out, exemption=Exemption(text="encyclopaedias", start=0, end=1, kind="encyclopaedia"))
    return law("eu", {"art_1": DUTY, "art_2": words}, duty("art_1", DUTY, "Online platforms"), left_out)


def laws() -> list[Matter]:
    return [
        law("eu", {"art_1": "This Act may be cited as the Harbour Act."}),
        replace(law("eu", {}), texts=()),
        law("eu", {"art_1": TRADERS}, duty("art_1", TRADERS, "online marketplace")),
        law("eu", {"art_1": PAYING}, duty("art_1", PAYING, "payment service provider")),
        law("eu", {"art_1": ANYBODY}, duty("art_1", ANYBODY, "Whoever")),
        carved(CARVED),
        carved(SCHOOLS),
        beyond(),
    ]


@pytest.mark.parametrize("code", OTHERS)
def test_no_step_lacks_words_of_the_language(code: str) -> None:
    told = [verdict(one, profile) for one in laws() for profile in (*profiles().values(), with_figure(6_000_000))]
    said = [words for found in told for step in found.steps for words in (step.asks, step.ours, step.lacks) if words]
    assert {words for one in said for words in messages(one) if not tongue(code).knows(words)} == set()
    assert len({str(one) for one in said}) > 15


def test_a_verdict_in_german() -> None:
    (bearer, beyond_number) = verdict(beyond(), with_figure(6_000_000)).steps
    assert bearer.asks.said(tongue("de")) == "Sind wir ein Hostingdienst?"
    assert beyond_number.asks.said(tongue("de")) == "Haben wir mindestens 5.000.000 registrierte Nutzer?"
    assert beyond_number.ours.said(tongue("de")) == "6.000.000 registrierte Nutzer (Indien), Stand Mo., 1. Juni 2026"


def test_beside_a_matter_what_is_missing_is_in_the_reader_s_language() -> None:
    found = binds(verdict(beyond(), US), beyond(), US.name, tongue("fr"))
    assert found.missing.endswith("utilisateurs inscrits (Inde).")
    assert found.reason.startswith("Wikimedia Foundation, Wikipédia et ses projets frères.")


def test_words_of_a_law_keep_the_mark_of_their_language_and_stay_inert() -> None:
    said = phrase("Are we left out as “{words}”?", words="<b>schools</b>").said(Marked(tongue("de"), "en"))
    assert said == 'Sind wir als „<span lang="en">&lt;b&gt;schools&lt;/b&gt;</span>“ ausgenommen?'
