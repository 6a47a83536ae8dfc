"""Every rule and every role of the lexicons holds on its hits and not on its misses."""

# mypy: allow-untyped-defs, allow-untyped-calls
import pytest

from nlp.grammar.bearers import Scene
from nlp.grammar.clauses import head
from nlp.grammar.conjugate import conjugated, parted
from nlp.grammar.parted import joined
from nlp.grammar.reader import passages
from nlp.grammar.rules import LANGUAGES, lexicon
from nlp.grammar.spelling import spelled
from nlp.grammar.statements import statements
from nlp.grammar.triggers import announced
from nlp.reading import Unit, read
from nlp.taxonomy import taxonomy

RULES = [(language, rule) for language in LANGUAGES for rule in lexicon(language).rules]
ROLES = [(language, role) for language in LANGUAGES for role in lexicon(language).roles if role.bearer != "none"]


def fired(language: str, sentence: str) -> set[str]:
    """Ids of the rules that speak in a sentence, silencing ones included."""
    passage = next(iter(passages([sentence], language)))
    spoken = {hit.entry.id for each in passage.sentences for hit in announced(passage, head(passage, each))}
    made = {each.trigger.entry.id for each in statements(passage, Scene(hosts=True))}
    silent = {hit.entry.id for hit in passage.triggers if hit.entry.says == "skip"}
    return spoken | made | silent


@pytest.mark.parametrize(("language", "rule"), RULES, ids=[rule.id for _, rule in RULES])
def test_rule_holds_on_its_hits_and_not_on_its_misses(language, rule):
    assert [sentence for sentence in rule.hits if rule.id not in fired(language, sentence)] == []
    assert [sentence for sentence in rule.misses if rule.id in fired(language, sentence)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_has_so_many_spellings_that_they_fill_the_memory(language):
    """Each choice in brackets multiplies them: one rule of 56,000 took as much memory as all six languages otherwise."""
    spellings = {rule.id: sum(1 for _ in spelled(language, rule.phrases)) for rule in lexicon(language).rules}
    assert [id for id, count in spellings.items() if count > 10_000] == []


@pytest.mark.parametrize(("language", "role"), ROLES, ids=[role.id for _, role in ROLES])
def test_role_is_found_in_its_hits_and_not_in_its_misses(language, role):
    def found(sentence):
        return {hit.entry.id for passage in passages([sentence], language) for hit in passage.roles}

    assert [sentence for sentence in role.hits if role.id not in found(sentence)] == []
    assert [sentence for sentence in role.misses if role.id in found(sentence)] == []


@pytest.mark.parametrize("duty", taxonomy().duties)
def test_words_of_a_duty_are_in_its_hits_and_not_in_its_misses(duty):
    entry = taxonomy().duties[duty]
    assert [said for language, said in entry.hits.items() if duty not in shown(language, said)] == []
    assert [said for language, said in entry.misses.items() if duty in shown(language, said)] == []


def shown(language, sentence):
    return {hit.entry.duty for passage in passages([sentence], language) for hit in passage.cues}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_that_break_off_or_begin_anywhere_are_read(language):
    """As lists, columns and pages cut them; each piece a paragraph of one article, since paragraphs look back."""
    sentences = [words.split() for code, rule in RULES if code == language for words in (*rule.hits, *rule.misses)]
    pieces = [" ".join(piece) for each in sentences for at in range(1, len(each)) for piece in (each[:at], each[at:])]
    units = [Unit(f"art_1/par_{number}", "", piece) for number, piece in enumerate(pieces)]
    assert len(read(units, language, "")) == len(units)


def test_a_sentence_may_end_with_its_verb():
    assert read([Unit("1", "", "Der Anbieter meldet es, so muss")], "de", "")


@pytest.mark.parametrize(
    ("language", "verb", "said"),
    [
        ("es", "requerir", {"requiere", "requerirán", "requiera"}),
        ("es", "verificar", {"verifica", "verificarán", "verifique"}),
        ("pt", "retirar", {"retira", "retiram", "retirarão"}),
        ("it", "verificare", {"verifica", "verificano", "verificherà"}),
        ("fr", "publier", {"publie", "publient", "publieront"}),
        ("fr", "suspendre", {"suspend", "suspendent", "suspendront"}),
        ("fr", "auteur", set()),
        ("de", "aufspüren", {"aufspürt", "aufgespürt", "aufzuspüren"}),
        ("de", "entnehmen", {"entnimmt", "entnommen"}),
        ("de", "speichern", {"speichert", "gespeichert"}),
        ("de", "protokollieren", {"protokolliert"}),
        ("de", "Daten", set()),
    ],
)
def test_a_verb_is_known_in_the_forms_in_which_laws_command(language, verb, said):
    assert said <= set(conjugated(language, verb))
    assert said or not conjugated(language, verb)


def test_a_german_verb_is_known_though_its_particle_stands_at_the_end():
    words = ["der", "wirt", "bewahrt", "den", "schlüssel", ",", "wie", "es", "üblich", "ist", ",", "nicht", "auf", "."]
    verbs = {"auf": {verb: ["keep"] for _, verb in parted("de", "aufbewahren")}}
    assert [hit.start for hit in joined(words, verbs)] == [2]
    assert list(joined(["der", "wirt", "bewahrt", "den", "schlüssel", "auf", "dem", "tisch", "."], verbs)) == []
    assert parted("de", "speichern") == ()
