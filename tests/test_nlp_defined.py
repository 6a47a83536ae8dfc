"""Whom a law calls a host: terms that it defines, with their items, and the addressees of what it sends to hosts."""

# mypy: allow-untyped-defs, allow-untyped-calls
import pytest

from nlp.units import tag_units


def told(language, *texts):
    rows = [
        {"id": f"art_{i}", "law": "Lamps", "language": language, "heading": heading, "text": text}
        for i, (heading, text) in enumerate(texts)
    ]
    return [[(norm["bearer"], norm["host_duty"]) for norm in row["norms"]] for row in tag_units(rows)]


MEANT = (
    "Définitions",
    (
        "On entend par: 1) «lampe»: tout objet qui éclaire; 2) «fournisseur de services»: toute personne qui fournit un ou "
        "plusieurs des services suivants: a) des services de communications; b) d’autres services de la société de "
        "l’information; 3) «phare»: une lampe."
    ),
)
SENT = (
    "Destinataires des lettres",
    "Les lettres sont adressées à un établissement désigné du fournisseur de services concerné.",
)
KEEPS = ("Lettres", "Dès réception d’une lettre, le destinataire conserve les données.")


def test_a_provider_defined_with_a_colon_is_a_host_by_an_item_of_his_definition():
    assert told("fr", MEANT, ("", "Le fournisseur de services tient un registre."))[1] == [("host", True)]


def test_the_addressee_is_the_host_to_whom_letters_are_addressed():
    assert told("fr", MEANT, SENT, KEEPS)[2] == [("host", True)]
    assert told("fr", MEANT, ("Lettres", SENT[1]), KEEPS)[2] != [("host", True)]


def test_addressees_are_hosts_in_english_too():
    sent = ("Addressees of orders", "Orders shall be addressed to an establishment of the hosting service provider.")
    kept = ("Execution", "On receipt of an order, the addressee shall preserve the data.")
    assert told("en", sent, kept)[1] == [("host", True)]
    assert told("en", ("Orders", "Orders shall be addressed to the pilot."), kept)[1] == [("person", False)]


@pytest.mark.parametrize(
    ("means", "bearer"),
    [
        ("“harbour firm” means a firm that operates an online platform on which boats are sold.", "host"),
        ("“harbour firm” means the designated establishment of a provider of hosting services.", "host"),
        ("“harbour firm” means a person who posts text on a social network.", "person"),
        ("“harbour firm” means a person that provides text on a social network.", "person"),
        ("“harbour firm” means a firm that mends boats; “quay site” means an online platform.", "person"),
    ],
)
def test_a_term_that_a_law_defines_as_a_host_is_one_in_all_of_it(means, bearer):
    assert told("en", ("", f"In this Act, {means}"), ("", "A harbour firm must keep a log."))[1][0][0] == bearer


def test_a_blank_of_a_form_commands_nothing():
    assert (
        told("fr", MEANT, ("", "Coordonnées du fournisseur de services concerné (si elles sont connues): …"))[1] == []
    )
