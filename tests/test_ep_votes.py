"""Votes of Parliament: what was passed, what only went back or was hurried, who reported, and how a document is printed."""

import pytest

from crawlers import imports
from crawlers.eu.parliament import procedures
from crawlers.matter import Link, Matter, Person
from crawlers.response import Response
from crawlers.sources import watched
from crawlers.vocabulary import EventKind, LinkKind, Status

BACK, URGENT, WHOLE = "Request for referral back (Rule 60(4))", "Demande de décision d'urgence", "Commission proposal"
PROPOSAL = "Proposal for a regulation (COM(2098)0496 – C21-0147/2098 – 2098/0275(COD))"


def listed(label: str, *votings: tuple[str, str]) -> Matter:
    ruled = "".join(f'<voting result="{result}"><title>{title}</title></voting>' for title, result in votings)
    body = f'<file date="2098-11-20" language="EN"><sitting><votes><vote><title>Lamps</title><label>{label}</label><votings>{ruled}</votings></vote></votes></sitting></file>'  # fmt: skip
    (found,) = imports.read(Response(url="", body=body.encode()), watched().source("eu-ep-votes"))
    return found


@pytest.mark.parametrize(
    ("label", "votings", "status", "kinds"),
    [
        ("Report: A (A21-0007/2098)", [(WHOLE, "ADOPTED")], Status.PASSED, [EventKind.VOTE]),
        ("Report: A (A21-0007/2098)", [(WHOLE, "ADOPTED"), (BACK, "ADOPTED")], Status.COMMITTEE, [EventKind.VOTE, EventKind.REFERRED]),
        ("Report: A (A21-0007/2098)", [(BACK, "REJECTED"), (WHOLE, "ADOPTED")], Status.PASSED, [EventKind.VOTE, EventKind.VOTE]),
        (PROPOSAL, [(URGENT, "ADOPTED")], Status.INTRODUCED, [EventKind.VOTE]),
    ],
)  # fmt: skip
def test_a_request_on_how_to_go_on_passes_nothing(
    label: str, votings: list[tuple[str, str]], status: Status, kinds: list[EventKind]
) -> None:
    found = listed(label, *votings)
    assert (found.status, [event.kind for event in found.events]) == (status, kinds)


def test_a_vote_names_rapporteurs_and_procedure() -> None:
    report, proposal = listed("Report: Ada Lichter, Bo Kerze (A21-0007/2098)"), listed(PROPOSAL)
    assert [person.name for person in report.people] == ["Ada Lichter", "Bo Kerze"]
    assert proposal.links == (Link(kind=LinkKind.PART_OF, target="eu/ep/2098-0275-COD"),)


@pytest.mark.parametrize(
    ("words", "title", "names"),
    [
        ("A21-0148/2098 - Ada Lichter - Am 1-9", "A21-0148/2098 - Ada Lichter", ("Ada Lichter",)),
        ("C21-0120/2098 - Rejet - Am 13", "C21-0120/2098", ()),
        ("B21-0229/2098 - § 1/1", "B21-0229/2098", ()),
        ("Lamps in winter – RC-B21-0331/2098 – Motion", "Lamps in winter - RC-B21-0331/2098", ()),
    ],
)
def test_a_roll_call_is_on_a_document_and_not_on_an_amendment(words: str, title: str, names: tuple[str, ...]) -> None:
    body = f'<PV.RollCallVoteResults><RollCallVote.Result Date="2098-04-24 12:01:02"><RollCallVote.Description.Text>{words}</RollCallVote.Description.Text></RollCallVote.Result></PV.RollCallVoteResults>'  # fmt: skip
    (found,) = imports.read(Response(url="", body=body.encode()), watched().source("eu-ep-roll-calls"))
    assert (found.title, found.people) == (title, tuple(Person(name=name, role="rapporteur") for name in names))


@pytest.mark.parametrize("printed", ["A9-0163/2024", "RC-B10-0260/2025"])
def test_a_document_is_printed_as_it_was(printed: str) -> None:
    assert procedures.number(procedures.document(printed)) == printed
