"""Who bears a norm: forms of a noun and not of its stem, nouns inside a trigger, and nobody named."""

# mypy: allow-untyped-defs, allow-untyped-calls
import pytest

from nlp.passage import passages
from nlp.units import tag_units

FORMS = [
    ("en", "The ferries of all companies and authorities moor here.", {"companies", "authorities"}),
    ("en", "An authorised operation with proper insurance is important.", set()),
    ("de", "Den Behörden und Betreibern nützt die Herstellung nichts.", {"behörden", "betreibern"}),
    ("fr", "L'utilisation du quai est établie; les opératrices paient.", {"opératrices"}),
    ("es", "La operación y los importes; las organizaciones del puerto.", {"organizaciones"}),
    ("it", "La comunicazione garantita; gli utenti e le imprese.", {"utenti", "imprese"}),
    ("pt", "A utilização das operações; as associações do porto.", {"associações"}),
]


def norm(text, language="en", law=""):
    row = {"id": "1", "law": law, "language": language, "heading": "", "text": text}
    return next(iter(tag_units([row])))["norms"][0]


@pytest.mark.parametrize(("language", "text", "wanted"), FORMS)
def test_a_bearer_is_found_in_its_own_forms_and_not_in_words_of_its_stem(language, text, wanted):
    passage = next(iter(passages([text], language)))
    assert {" ".join(passage.words[hit.start : hit.end]) for hit in passage.roles} == wanted


def test_a_trigger_that_names_its_bearer_is_heard_before_others_in_the_provision():
    told = norm("No person shall board at night. The Minister may publish a list.")
    assert (told["modality"], told["bearer"]) == ("prohibition", "person")


def test_what_is_unlawful_for_somebody_binds_that_somebody():
    assert norm("It is unlawful for a master to anchor here. The Minister decides.")["bearer"] == "person"


def test_an_offence_of_nobody_in_particular_is_not_an_authoritys():
    told = norm("The maximum penalty for a violation is 5000 euro. The Minister publishes it.")
    assert (told["modality"], told["bearer"]) == ("penalty", "person")
