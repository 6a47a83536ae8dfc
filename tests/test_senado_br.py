"""What the Senate of Brazil says of meetings that were not held, agendas, votes, vetoes and the laws that a law changes."""

import json
from typing import Any

from crawlers import imports
from crawlers.matter import Link, Matter
from crawlers.response import Response
from crawlers.sources import watched
from crawlers.vocabulary import EventKind, LinkKind


def read(answer: Any) -> dict[str, Matter]:
    response = Response(url="", body=json.dumps(answer).encode())
    return {matter.id: matter for matter in reversed(imports.read(response, watched().source("br-senado")))}


def agenda(state: str) -> dict[str, Matter]:
    item = {"nomeFormatado": "PL 7/2098", "ementa": "dispõe sobre lampiões.", "sigla": "PL"}
    meeting = {
        "codigo": 5, "codigoSituacao": 4, "titulo": "1ª Reunião", "dataInicio": "2098-05-08T10:00:00.000", "situacao": state,
        "colegiadoCriador": {"nome": "Comissão da Luz", "siglaCasa": "SF", "materiasOriginadoras": {"nomeFormatado": "RQS 6/2097"}},
        "partes": {"itens": [item]},
    }  # fmt: skip
    return read({"AgendaReuniao": {"reunioes": {"reuniao": [meeting]}}})


def test_a_committee_is_to_speak_of_the_bills_on_its_agenda_and_not_of_the_request_that_made_it() -> None:
    found = agenda("Agendada")
    assert set(found) == {"br/senado/reuniao/5", "br/camara/PL/7/2098"}
    (event,) = found["br/camara/PL/7/2098"].events
    assert (event.kind, event.date, event.label) == (EventKind.MEETING, "2098-05-08", "Comissão da Luz")
    assert found["br/camara/PL/7/2098"].title == "PL 7/2098: Dispõe sobre lampiões."


def test_a_meeting_that_was_not_held_is_cancelled_and_moved_no_bill() -> None:
    found = agenda("Não Realizada")
    assert [event.cancelled for event in found["br/senado/reuniao/5"].events] == [True]
    assert found["br/camara/PL/7/2098"].events == ()


def test_an_item_to_be_voted_on_is_a_vote() -> None:
    item = {"identificacao": "", "SiglaMateria": "PL", "NumeroMateria": "7", "AnoMateria": "2098", "Apreciacao": "Votação, em turno único"}  # fmt: skip
    found = read({"AgendaPlenario": {"Sessoes": {"Sessao": [{"Data": "2098-04-01", "Materias": [item]}]}}})
    assert [event.kind for event in found["br/camara/PL/7/2098"].events] == [EventKind.VOTE]


def test_a_veto_has_its_day_and_its_bill_and_the_law_its_publication() -> None:
    norm = {"NomeNorma": "Lei nº 19.471 de 20/07/2098", "DataAssinatura": "2098-07-20", "DataPublicacao": "2098-07-21"}
    veto = {
        "DataPublicacao": "2098-07-21", "Assunto": "Lampiões",
        "Materia": {"Sigla": "VET", "Numero": "38", "Ano": "2098", "SiglaCasa": "CN", "EmTramitacao": "Sim"},
        "MateriaVetada": {"Sigla": "PL", "Numero": "2583", "Ano": "2097", "SiglaCasa": "CN", "EmTramitacao": "Sim", "NormaGerada": norm},
    }  # fmt: skip
    found = read({"VetosAposRcnTramitandoCN": {"Vetos": {"Veto": [veto]}}})
    own, law = found["br/congresso/VET/38/2098"], found["br/lei/2098-19471"]
    assert own.links == (Link(kind=LinkKind.RELATED, target="br/camara/PL/2583/2097"),)
    assert [(event.date, event.kind) for event in own.events] == [("2098-07-21", EventKind.INTRODUCED)]
    assert (law.published, law.instrument) == ("2098-07-21", "lei")


def test_what_was_vetoed_changes_no_law() -> None:
    edits = [
        {"nomeNormaAnterior": "Lei nº 9.478 de 06/08/2087", "comentario": "Declaração de Alteração Permanente"},
        {"nomeNormaAnterior": "Lei nº 9.479 de 06/08/2087", "comentario": "Declaração de Acréscimo Vetado"},
        {"nomeNormaAnterior": "Lei nº 9.480 de 06/08/2087", "comentario": "Declaração de Revogação Total"},
    ]
    norm = {"normaNome": "Lei nº 19.082 de 30/12/2098", "dataassinatura": "30/12/2098"}
    found = read(
        {"DetalheDocumento": {"documentos": {"documento": [{"identificacao": norm, "edivs": {"ediv": edits}}]}}}
    )
    assert {(link.kind, link.target) for link in found["br/lei/2098-19082"].links} == {
        (LinkKind.AMENDS, "br/lei/2087-9478"),
        (LinkKind.REPEALS, "br/lei/2087-9480"),
    }
