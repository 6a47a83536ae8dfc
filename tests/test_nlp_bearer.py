"""Who bears a norm: forms of a noun and not of its stem, nouns inside a trigger, and nobody named."""

# mypy: allow-untyped-defs, allow-untyped-calls
import pytest

from crawlers.matter import Matter, Provision, Text
from crawlers.vocabulary import Bearer, Kind, Status
from nlp.grammar.conditions import Place, follows, sought
from nlp.grammar.reader import passages
from nlp.tag import tag
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


SPOKEN = [
    ("en", "Where a complaint gives the provider of the online platform reason to think so, it shall act.", "host"),
    ("en", "Recipients of the service shall be informed of each decision of the online platform.", "host"),
    ("de", "Stellt die Hafenbehörde einen Verstoß fest, so trifft sie die nötigen Maßnahmen.", "authority"),
    ("de", "Anbieter sozialer Netzwerke, bei denen kein Mitgliedstaat Sitzland ist, haben Berichte zu führen.", "host"),
    ("de", "Wird ein Beitrag auf der Online-Plattform gelöscht, ist der Nutzer darüber zu informieren.", "host"),
    ("fr", "Lorsqu'un fournisseur de plateformes en ligne apprend un danger, il informe les autorités.", "host"),
    ("es", "Cuando la plataforma en línea conozca el hecho, deberá avisar al puerto.", "host"),
    ("pt", "Quando a plataforma em linha conhecer o facto, deverá avisar o porto.", "host"),
]


@pytest.mark.parametrize(("language", "text", "bearer"), SPOKEN)
def test_pronouns_left_out_subjects_and_passives_are_read_back_to_whom_they_mean(language, text, bearer):
    told = norm(text, language)
    assert (told["modality"], told["bearer"]) == ("obligation", bearer)


def test_a_condition_that_begins_with_its_verb_is_no_norm_of_its_own():
    row = {"id": "1", "law": "", "language": "de", "heading": "", "text": "Muss ein Schiff warten, zahlt der Eigner."}
    assert [each["bearer"] for each in next(iter(tag_units([row])))["norms"]] == ["person"]


def test_what_is_said_of_others_too_is_said_in_the_same_way():
    row = {"id": "1", "law": "", "language": "de", "heading": ""}
    row["text"] = "Abschnitt 2 gilt nicht für Boote. Das Gleiche gilt für Flöße."
    assert [each["modality"] for each in next(iter(tag_units([row])))["norms"]] == ["exemption", "exemption"]


def test_a_word_that_the_law_defines_as_a_host_is_a_host_in_all_of_it():
    texts = ["operator means a person that operates a search engine.", "An operator must take part in the talks."]
    texts += [f"The master keeps log {n}." for n in range(9)]
    rows = [{"id": str(n), "law": "", "language": "en", "heading": "", "text": each} for n, each in enumerate(texts)]
    told = list(tag_units(rows))[1]["norms"][0]
    assert (told["bearer"], told["host_duty"]) == ("host", True)


def test_a_report_of_the_paragraph_before_binds_who_owes_it():
    first = Provision(id="art_9/par_1", number="1.", text="The Commission shall submit a report by 2031.")
    second = Provision(id="art_9/par_2", number="2.", text="The report shall look at the liability of providers.")
    other = Provision(id="art_10/par_1", number="1.", text="The report shall look at the liability of providers.")
    title = "Regulation on online platforms"
    text = Text(id="2031-01-01.en", language="en", title=title, provisions=(first, second, other))
    bill = Matter(
        id="zz/act/2", source="zz-acts", jurisdiction="zz", kind=Kind.ACT, title=title,
        language="en", status=Status.ENACTED, texts=(text,),
    )  # fmt: skip
    assert [norm.bearer for norm in tag(bill).norms] == [Bearer.AUTHORITY, Bearer.AUTHORITY, Bearer.HOST]


def test_a_definition_in_an_item_of_a_list_makes_a_provider_a_host_in_the_whole_law():
    law = {"law": "Regulation on evidence", "language": "en", "heading": ""}
    terms = "The following definitions apply: (1) ‘order’ means a decision; (2) ‘service provider’ means a person that provides (a) a hosting service."
    duty = {"id": "2", "text": "The service provider shall preserve the data.", **law}
    with_it = list(tag_units([{"id": "1", "text": terms, **law}, duty]))
    assert with_it[1]["norms"][0]["bearer"] == "host"
    terms = terms.replace("a hosting service", "towing")
    without = list(tag_units([{"id": "1", "text": terms, **law}, duty]))
    assert without[1]["norms"][0]["bearer"] == "person"


SERVED_ONLINE = [
    (
        "en",
        "Ferry Notices Act",
        "If a person who provides an internet service sees a leak, the person must tell the harbour.",
        "host",
    ),
    ("en", "Ferry Notices Act", "If a person who rows a boat sees a leak, the person must tell the harbour.", "person"),
    ("en", "Online Ports Act", "An operator is required to obtain consent before it shows the log.", "host"),
    ("en", "Sea Ports Act", "An operator is required to obtain consent before it shows the log.", "person"),
    ("en", "Offshore Platforms Act", "An operator is required to obtain consent before it shows the log.", "person"),
    (
        "de",
        "Hafengesetz",
        "Ein Hostprovider, der Nutzern Speicher anbietet, ist für den Eintrag nicht verantwortlich.",
        "host",
    ),
    (
        "de",
        "Hafengesetz",
        "Wer gewerblich Telemediendienste erbringt, darf das Logbuch nur zur Prüfung verwenden.",
        "host",
    ),
]


@pytest.mark.parametrize(("language", "law", "text", "bearer"), SERVED_ONLINE)
def test_who_runs_a_service_is_a_host_by_his_relative_clause_named_again_or_by_the_title(language, law, text, bearer):
    assert norm(text, language, law)["bearer"] == bearer


def test_a_fee_to_the_regulator_is_no_payment_for_content():
    told = norm("A provider of an online platform must pay the regulator a fee for each year.")
    assert told["duty"] == "fees_registration"


def test_what_a_rightholder_may_ask_of_a_host_is_no_order():
    told = norm("Der Rechtsinhaber kann von dem Diensteanbieter Auskunft über die Fahrten verlangen.", "de")
    assert (told["modality"], told["host_duty"]) == ("right", True)
    assert told["duty"] != "orders_compliance"


def read_together(law, language, texts):
    rows = [{"id": name, "law": law, "language": language, "heading": "", "text": text} for name, text in texts.items()]
    return [[(norm["modality"], norm["bearer"]) for norm in row["norms"]] for row in tag_units(rows)]


def test_persons_named_by_a_section_are_the_hosts_that_it_speaks_of():
    told = read_together(
        "Harbour and Net Act",
        "en",
        {
            "sec_3": "A social network shall publish its rules.",
            "sec_4": "A pilot shall carry a lamp.",
            "sec_5/sub_1": "The persons referred to in section 3 shall keep a log.",
            "sec_5/sub_2": "The persons referred to in section 4 shall keep a log.",
        },
    )
    assert told[2:] == [[("obligation", "host")], [("obligation", "person")]]


def test_persons_after_a_german_paragraph_are_the_hosts_of_that_paragraph():
    told = read_together(
        "Gesetz über Häfen und Netze",
        "de",
        {
            "sec_1/sub_1": "Anbieter sozialer Netzwerke müssen einen Bericht schreiben.",
            "sec_1/sub_2": "Die Verpflichteten nach Absatz 1 haben ihn aufzubewahren.",
            "sec_2/sub_1": "Lotsen müssen eine Lampe tragen.",
            "sec_2/sub_2": "Die Verpflichteten nach Absatz 1 haben sie aufzubewahren.",
        },
    )
    assert [told[1], told[3]] == [[("obligation", "host")], [("obligation", "person")]]


def test_who_carries_calls_is_no_host_where_a_section_refers_to_him():
    told = read_together(
        "Gesetz über Netze",
        "de",
        {
            "sec_1": "Anbieter sozialer Netzwerke müssen einen Bericht schreiben.",
            "sec_2": "Anbieter sozialer Netzwerke müssen ihn aufbewahren.",
            "sec_3": "Anbieter müssen Anrufe über Telekommunikationsnetze zustellen.",
            "sec_4": "Die Verpflichteten nach § 3 haben eine Liste zu führen.",
        },
    )
    assert told[3] == [("obligation", "person")]


def test_a_word_that_must_follow_counts_also_after_another_that_ends_like_it():
    passage = next(passages(["They are harmless and less"], "en"))
    assert follows(sought("en", ("less",)), Place(passage, 1, 5))
    assert not follows(sought("en", ("less",)), Place(passage, 1, 4))


REFERRED = [
    ("fr", "Un réseau social publie ses règles.", "Un pilote porte une lampe.", "Les personnes visées au paragraphe précédent tiennent un registre."),
    ("es", "Una red social publicará sus reglas.", "Un piloto llevará una lámpara.", "Las personas mencionadas en el apartado 1 llevarán un registro."),
    ("it", "Un social network pubblica le sue regole.", "Un pilota porta una lampada.", "I soggetti di cui al comma 1 tengono un registro."),
    ("pt", "Uma rede social publica as suas regras.", "Um piloto leva uma lâmpada.", "As pessoas referidas no n.º 1 mantêm um registo."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "host", "pilot", "persons"), REFERRED)
def test_persons_of_a_paragraph_before_are_the_hosts_that_it_speaks_of(language, host, pilot, persons):
    told = read_together(
        "", language, {"art_1/par_1": host, "art_1/par_2": persons, "art_2/par_1": pilot, "art_2/par_2": persons}
    )
    assert [told[1], told[3]] == [[("obligation", "host")], [("obligation", "person")]]


def test_a_heading_that_says_to_whom_something_is_owed_does_not_say_who_owes_it():
    law = {
        "id": "1",
        "law": "Gesetz über Häfen",
        "language": "de",
        "text": "Bei der Abrechnung sind die Werke anzugeben.",
    }
    owed = {**law, "heading": "Abrechnung gegenüber Anbietern von Online-Diensten"}
    owing = {**law, "heading": "Abrechnung der Anbieter von Online-Diensten"}
    assert [row["norms"][0]["bearer"] for row in tag_units([owed, owing])] == ["person", "host"]


def test_a_german_condition_that_begins_with_its_verb_commands_nothing_before_and():
    text = "Wird die Leistung von einem Dritten erbracht und kann sie nicht ersetzt werden, so kann die Behörde sie kürzen."
    row = {"id": "1", "law": "", "language": "de", "heading": "", "text": text}
    told = next(iter(tag_units([row])))["norms"]
    assert "de.indicative" not in [norm["evidence"][0]["rule"] for norm in told]


def test_a_right_to_act_oneself_is_no_duty_of_a_host():
    law = "Regulation on providers of hosting services"
    told = norm("Recipients of the service shall have the right to mandate an association.", law=law)
    assert (told["modality"], told["host_duty"]) == ("right", False)
    told = norm("Recipients of the service shall have the right to an explanation of the decision.", law=law)
    assert (told["modality"], told["host_duty"]) == ("right", True)


def test_a_host_in_the_condition_is_not_who_must_be_seen_to_act():
    law = "Directive on providers of online platforms"
    told = norm(
        "Member States shall provide that, where a provider of online platforms has a licence, it also covers users.",
        law=law,
    )
    assert (told["bearer"], told["host_duty"]) == ("state", False)
    told = norm("Member States shall ensure that, where they ask, providers of online platforms answer.", law=law)
    assert (told["bearer"], told["host_duty"]) == ("state", True)


def test_a_thing_that_another_section_requires_of_hosts_is_theirs():
    told = norm("The label required by section 4 shall state that the film is not real.", law="Online Platforms Act")
    assert (told["bearer"], told["host_duty"]) == ("host", True)
    told = norm("The label on the lamp shall state that the film is not real.", law="Online Platforms Act")
    assert not told["host_duty"]
