"""A duty is named after what is commanded: words of its occasion, its purpose, its neighbours or of whom it is said name none."""

# mypy: allow-untyped-defs, allow-untyped-calls
import pytest

from nlp.ideas import Word, spoken
from nlp.parts import Part, parts
from nlp.reading import Unit, read

LAW = {
    "en": "Online Platforms Act",
    "de": "Gesetz über Online-Plattformen",
    "fr": "Loi sur les plateformes en ligne",
    "es": "Ley de plataformas en línea",
    "it": "Legge sulle piattaforme online",
    "pt": "Lei das plataformas em linha",
}
SAYS = (
    ("en", "To prevent children from opening an account, the online platform shall publish a transparency report each year.", "transparency_report"),
    ("en", "A provider of an online platform that has received a removal order shall designate a point of contact.", "contact_point"),
    ("en", "The online platform shall, after receiving a complaint of a user, keep the removed content for six months.", "data_retention_disclosure"),
    ("en", "The online platform shall not make listing subject to the use of its wallet by business users, or of its browser by other business users.", "other"),
    ("en", "Where the removal order is unclear, the online platform shall inform the authority that issued the removal order.", "orders_compliance"),
    ("en", "The online platform must repair the page of the user, without prejudice to its terms and conditions.", "other"),
    ("de", "Die Online-Plattform ist verpflichtet, nach Eingang einer Beschwerde die Daten des Nutzers sechs Monate aufzubewahren.", "data_retention_disclosure"),
    ("de", "Die Online-Plattform ist verpflichtet, die Daten des Nutzers sechs Monate aufzubewahren, sobald eine Beschwerde eingeht.", "data_retention_disclosure"),
    ("fr", "Les plateformes en ligne informent leurs abonnés de la consommation d'énergie du service.", "other"),
    ("es", "Recibida la orden, el proveedor de servicios de alojamiento publicará el informe anual de transparencia.", "transparency_report"),
    ("it", "Le piattaforme online designano, in caso di rimozione di contenuti, un punto di contatto.", "contact_point"),
    ("pt", "As plataformas em linha conservam, em caso de denúncia de conteúdo, os dados do utilizador por seis meses.", "data_retention_disclosure"),
)  # fmt: skip


def laid(language, text, heading=""):
    reading = read([Unit("1", heading, text)], language, LAW[language])[0]
    return [found.duty for found in reading.found if found.host_duty], reading


@pytest.mark.parametrize(("language", "text", "duty"), SAYS)
def test_what_is_commanded_names_the_duty(language, text, duty):
    assert laid(language, text)[0] == [duty]


def test_each_sentence_names_its_own_duty():
    text = "The online platform shall let users install the programs of others. It shall let users change its default settings."
    assert laid("en", text)[0] == ["other", "dark_patterns_design"]


def test_each_norm_of_a_sentence_has_its_own_words():
    text = "The online platform shall keep the data for six months; the online platform shall designate a point of contact."
    assert laid("en", text)[0] == ["data_retention_disclosure", "contact_point"]


def test_parts_are_seen_from_the_command():
    text = "A platform that sells goods shall, within a day, remove the post in order to help, when asked."
    reading = laid("en", text)[1]
    passage, statement = reading.passage, reading.found[0].statement
    where = parts(statement, passage, len(passage.words))
    told = {word: where.of(i) for i, word in enumerate(passage.words)}
    wanted = {"sells": Part.TOLD, "remove": Part.ACT, "asked": Part.CASE, "help": Part.AIM}
    assert {word: told[word] for word in wanted} == wanted
    assert where.of(len(passage.words) + 3) == Part.UNIT


def test_ideas_count_what_their_places_do():
    worth = {3: 4.0, 9: 1.0}
    found = list(spoken([Word(3, "keep"), Word(9, "data")], lambda word: worth[word.start]))
    assert [(duty, at) for duty, at, _ in found] == [("data_retention_disclosure", 3)]
    assert found[0][2] == 1.5 * (4.0 + 1.0) / 2


def test_the_cue_shown_stands_in_the_words_of_the_norm():
    text = "Advertisements are common. The online platform shall at least once a year publish a transparency report."
    found = next(each for each in laid("en", text)[1].found if each.host_duty)
    assert found.cue
    assert found.statement.span.start <= found.cue.start


def test_a_heading_of_a_general_duty_gives_way_to_the_duty_that_the_norm_names():
    words = "The online platform shall put in place age assurance that is effective."
    assert laid("en", words, "Protection of minors")[0] == ["age_assurance"]
    assert laid("en", "The online platform shall take suitable measures.", "Protection of minors")[0] == [
        "mitigation_duty_of_care"
    ]
