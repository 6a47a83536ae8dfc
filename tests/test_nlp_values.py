"""Time limits with the event they run from, thresholds and penalties in the words of a norm."""

# mypy: allow-untyped-defs, allow-untyped-calls
import pytest

from nlp.sums import money
from nlp.thresholds import threshold
from nlp.values import deadline, exemption, fronted, penalty

LIMITS = [
    ("en", "Answer within 24 hours of receipt of the order pursuant to section 4.", "PT24H", "of receipt of the order"),
    ("en", "Answer within two weeks after the notice referred to in section 4.", "P2W", "after the notice"),
    ("en", "Answer as soon as practicable.", "PT0S", ""),
    ("de", "Antwort innerhalb von drei Tagen nach Eingang der Beschwerde.", "P3D", "nach Eingang der Beschwerde"),
    ("fr", "Répondre dans un délai de deux mois à compter de la demande visée.", "P2M", "à compter de la demande"),
]


@pytest.mark.parametrize(("language", "text", "duration", "anchor"), LIMITS)
def test_a_time_limit_runs_from_its_event_and_not_from_a_reference(language, text, duration, anchor):
    found = deadline(text, language)
    assert found is not None
    assert (found.duration, found.anchor) == (duration, anchor)
    assert text[found.start : found.end] == found.text


def test_an_age_is_no_time_limit():
    assert deadline("Pilots are at least 16 years old.", "en") is None


def test_a_threshold_may_follow_what_it_counts():
    found = threshold("A port with a number of monthly users equal to or higher than 45 million is large.")
    assert found is not None
    assert (found.metric, found.operator, found.value) == ("users", ">=", 45_000_000)


def test_a_share_of_turnover_is_no_threshold():
    assert threshold("Fines not exceeding 6 % of annual turnover may be imposed.") is None


SUMS = [
    ("mit einer Geldbuße bis zu fünfhunderttausend Euro", 500_000, "EUR"),
    ("mit einer Geldbuße bis zu zweiundzwanzigtausend Euro", 22_000, "EUR"),
    ("mit einem Bußgeld von einer Million Euro", 1_000_000, "EUR"),
    ("a fine of not more than ten million dollars", 10_000_000, "USD"),
    ("a fine not exceeding twenty-five thousand pounds", 25_000, "GBP"),
    ("la sanzione da euro 10.000 a euro 50.000", 50_000, "EUR"),
    ("la multa di cinquantamila euro", 50_000, "EUR"),
    ("una multa de quinientos mil euros", 500_000, "EUR"),
    ("une amende de 250 000 € au plus", 250_000, "EUR"),
    ("la sanzione da euro 20.000 a euro 1,5 milioni", 1_500_000, "EUR"),
    ("a multa entre R$ 1.000,00 (mil reais) e R$ 50.000,00", 50_000, "BRL"),
    ("a multa de R$ 100 mil", 100_000, "BRL"),
    ("une amende de deux milliards d'euros", 2_000_000_000, "EUR"),
    ("une amende de dix mille euros", 10_000, "EUR"),
    ("multa de duzentos mil reais", 200_000, "BRL"),
]


@pytest.mark.parametrize(("text", "value", "currency"), SUMS)
def test_a_fine_says_its_sum_in_figures_or_words(text, value, currency):
    found = penalty(text)
    assert found is not None
    assert (found.amount, found.currency) == (value, currency)


def test_the_sum_of_a_threshold_is_no_fine():
    found = penalty("Bei mehr als 5 Millionen Euro Umsatz beträgt die Geldbuße bis zu 6 Prozent.")
    assert found is not None
    assert (found.amount, found.percentage) == (None, 6.0)


LASTING = [
    ("en", "The warden holds office for a term of not more than five years."),
    ("de", "Die Mitglieder des Beirats werden für vier Jahre gewählt."),
    ("de", "Der Vorsitz wird für die Dauer von zwei Jahren gewählt."),
    ("it", "I membri sono eletti per un periodo di quattro anni."),
    ("en", "He is liable to imprisonment for a term of not more than two years."),
]


@pytest.mark.parametrize(("language", "text"), LASTING)
def test_how_long_an_office_or_a_sentence_lasts_is_no_time_limit(language, text):
    assert deadline(text, language) is None


def test_who_is_elected_within_a_time_is_elected_in_time():
    found = deadline("A warden shall be elected within two months after the vacancy.", "en")
    assert found is not None
    assert found.duration == "P2M"


def test_a_german_event_ends_in_its_noun():
    found = deadline("Jeder kann binnen zwei Monaten nach Kenntnis vom Verfahren verlangen, gehört zu werden.", "de")
    assert found is not None
    assert found.anchor == "nach Kenntnis vom Verfahren"


@pytest.mark.parametrize("words", ["dreizehn", "eine", "eighty", "and ", "thousand "])
def test_numerals_without_end_are_no_sum_and_are_read_once(words: str) -> None:
    """Every numeral that can be read in two ways doubled the time until a name of money was found missing."""
    assert money(words * 2_000) is None


MORE_LIMITS = [
    ("fr", "Le port répond dans un délai n'excédant pas quatre-vingt-dix jours.", "P90D"),
    ("fr", "Le registre est gardé pour une durée d'un an.", "P1Y"),
    ("es", "El puerto responderá en un plazo de setenta y dos horas.", "PT72H"),
    ("es", "El armador avisará a más tardar diez días después de la salida.", "P10D"),
    ("it", "Il faro è acceso entro quaranta minuti dal tramonto.", "PT40M"),
    ("it", "Il porto risponde nel termine massimo di novanta giorni.", "P90D"),
    ("pt", "O porto responderá em até 36 (trinta e seis) horas.", "PT36H"),
    ("pt", "O armador recorre nos vinte dias seguintes à decisão.", "P20D"),
    ("en", "Answer within thirty-six hours.", "PT36H"),
    ("en", "Answer within ten calendar days.", "P10D"),
    ("de", "Antwort spätestens binnen zweier Wochen.", "P2W"),
    ("de", "Antwort spätestens einen Monat nach Zugang.", "P1M"),
    ("de", "Antwort innerhalb eines Werktages.", "P1D"),
    ("de", "Antwort vor Ablauf einer Frist von drei Wochen.", "P3W"),
    ("de", "Das Logbuch ist zwei Monate lang aufzuheben.", "P2M"),
    ("en", "Answer before the end of the period of 12 days beginning with the day of the notice.", "P12D"),
    ("en", "Answer within six (6) days.", "P6D"),
    ("en", "Answer in not less than five, nor more than eight, working days.", "P8D"),
    ("en", "The pilot shall have 36 hours' notice of the inspection.", "PT36H"),
]


@pytest.mark.parametrize(("language", "text", "duration"), MORE_LIMITS)
def test_a_time_limit_in_words_has_its_length(language, text, duration):
    found = deadline(text, language)
    assert found is not None
    assert found.duration == duration


MANY = [
    ("a port with fewer than two hundred employees", "employees", 200),
    ("ein Netz mit weniger als zwei Millionen registrierten Nutzern", "users", 2_000_000),
    ("a service with at least 50 lakh registered users", "users", 5_000_000),
    ("a service with at least fifty lakh registered users", "users", 5_000_000),
    ("a platform with annual turnover not exceeding EUR 3 million", "turnover", 3_000_000),
    ("a network with 4 million or more end users", "users", 4_000_000),
    ("ein Netz, dessen Umsatz 300 000 Euro nicht übersteigt", "turnover", 300_000),
]


@pytest.mark.parametrize(
    ("text", "operator"),
    [
        ("no more than 40 employees", "<="),
        ("more than 40 employees", ">"),
        ("fewer than 40 employees", "<"),
        ("40 oder mehr Beschäftigte", ">="),
        ("höchstens 40 Beschäftigte", "<="),
    ],
)
def test_a_threshold_lies_on_the_side_that_its_words_say(text, operator):
    found = threshold(text)
    assert found is not None
    assert (found.operator, found.value) == (operator, 40)


@pytest.mark.parametrize(
    ("text", "jurisdiction", "value", "currency"),
    [
        ("a fine of $20,000", "ca", 20_000, "CAD"),
        ("a fine of $20,000", "us-ny", 20_000, "USD"),
        ("a fine of $20,000", "", 20_000, "USD"),
        ("a fine of three million shillings", "tz", 3_000_000, "TZS"),
        ("a fine of three million shillings", "", 3_000_000, ""),
        ("a fine not exceeding RM 5 million", "", 5_000_000, "MYR"),
        ("a fine not exceeding R50 000", "za", 50_000, "ZAR"),
        ("a penalty of two lakh rupees", "in", 200_000, "INR"),
        ("mit Busse bis zu 40 000 Franken", "ch", 40_000, "CHF"),
    ],
)
def test_money_is_that_of_the_country(text, jurisdiction, value, currency):
    found = penalty(text, jurisdiction)
    assert found is not None
    assert (found.amount, found.currency) == (value, currency)


@pytest.mark.parametrize(("text", "metric", "value"), MANY)
def test_a_threshold_may_be_written_out(text, metric, value):
    found = threshold(text)
    assert found is not None
    assert (found.metric, found.value, text[found.start : found.end]) == (metric, value, found.text)


@pytest.mark.parametrize(
    "text",
    [
        "a notice to its users, kept for at least six months after the day on which it was sent",
        "access of users to the list for more than 12 months",
        "les utilisateurs sont informés pendant au moins dix jours",
        "at least one person whom users can reach",
        "almeno uno strumento che gli utenti possano provare",
    ],
)
def test_a_length_of_time_or_one_person_is_no_threshold(text):
    assert threshold(text) is None


FRONTED = [
    ("Within two days after the notice, ", "P2D"),
    ("As soon as practicable, and in any event within a week, ", "PT0S"),
    ("If nobody answers within two days, ", None),
    ("Where the report was made within two days, ", None),
]


@pytest.mark.parametrize(("text", "duration"), FRONTED)
def test_a_time_limit_before_the_subject_counts_and_one_in_a_condition_does_not(text, duration):
    found = fronted(text, "en")
    assert (found.duration if found else None) == duration


@pytest.mark.parametrize("words", ["nicht gewinnorientierte Archive", "online encyclopaedias", "small businesses"])
def test_an_exemption_is_known_in_its_plural(words):
    assert exemption(f"This does not apply to {words}.") is not None
