"""The register of duties as people see it: by state, law and owner, what binds States apart; and verdicts of every profile."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from crawlers.matter import Link, Matter, Relevance
from crawlers.vocabulary import Bearer, LinkKind, Status
from dashboard.reads.about_matter import bound
from dashboard.views.acting.register import Asked, Open, table
from dashboard.words.tongue import tongue
from index.advice.laws import binding, corrected, left_out, undetermined
from index.advice.register import Done, Row, register
from index.binding.profile import profiles
from index.records import open_records
from tests.made import law

TODAY = date(2026, 11, 25)
ONE = law()
SEEN_TO = replace(ONE.norms[0], bearer=Bearer.STATE, derived_from="correlative.ensure")
OTHER = law(id="zz/act/other", title="Of States", norms=(SEEN_TO,))


@pytest.fixture(scope="module")
def laws() -> Mapping[str, Matter]:
    return {each.id: each for each in (ONE, OTHER)}


@pytest.fixture(scope="module")
def rows(laws: Mapping[str, Matter]) -> list[Row]:
    first = register([ONE], {}, TODAY)
    return register(laws.values(), {first[0].key: Done(owner="trust and safety")}, TODAY)


def test_what_binds_states_stands_apart_and_is_not_counted_as_ours(rows: list[Row], laws: Mapping[str, Matter]) -> None:
    assert {row.matter: row.states for row in rows} == {ONE.id: False, OTHER.id: True}
    ours, _, apart = table(rows, laws, Asked(), Open(), TODAY, tongue("en")).partition(
        "Through the laws of States</h2>"
    )
    assert f"{OTHER.id}&amp;part=text" in apart
    assert f"{OTHER.id}&amp;part=text" not in ours


def test_the_register_is_asked_by_law_and_by_owner(rows: list[Row]) -> None:
    assert {row.matter for row in Asked(law=OTHER.id).of(rows)} == {OTHER.id}
    assert [row.owner for row in Asked(owner="trust and safety").of(rows)] == ["trust and safety"]
    assert {row.owner for row in Asked(owner="nobody").of(rows)} == {""}
    assert Asked(law=ONE.id).address(owner="nobody").count("=") == 3


def test_the_profile_stays_in_every_address_of_the_register(rows: list[Row], laws: Mapping[str, Matter]) -> None:
    shown = str(table(rows, laws, Asked(profile="affiliate", state="standing"), Open(), TODAY, tongue("en")))
    addresses = re.findall(r'href="(/(?:collections|register)[^"]*)"', shown)
    assert len(addresses) > 8
    assert [one for one in addresses if "profile=affiliate" not in one] == []
    assert "profile=" not in str(table(rows, laws, Asked(), Open(), TODAY, tongue("en")))


def test_a_law_is_judged_for_every_profile() -> None:
    reasons = [one.reason for one in bound(ONE, tongue("en"))]
    assert [reason.partition(".")[0] for reason in reasons] == [each.name for each in profiles().values()]


def held(folder: Path, *laws: Matter) -> list[Matter]:
    records = open_records(f"sqlite:///{folder}/r.db")
    records.write(laws, "2026-11-24T06:00:00Z")
    return list(binding(records, profiles()["foundation"]))


BINDS = law(id="ie/act/2026/7", jurisdiction="ie", norms=law().norms[:1])
CORRECTS = Link(kind=LinkKind.CORRECTS, target=BINDS.id)


def test_a_corrigendum_is_left_out_and_what_it_corrects_stays(tmp_path: Path) -> None:
    corrigendum = replace(BINDS, id="ie/act/2026/7-c", title="Corrigendum", links=(CORRECTS,))
    assert [found.id for found in held(tmp_path, BINDS, corrigendum)] == [BINDS.id]
    assert corrected(corrigendum) == (BINDS.id,)


def test_a_law_that_is_hardly_about_hosts_is_left_out_and_said_to_be(tmp_path: Path) -> None:
    aside = replace(BINDS, id="ie/act/2026/8", title="Income Tax Act", relevance=Relevance(score=0.1))
    assert [found.id for found in held(tmp_path, BINDS, aside)] == [BINDS.id]
    assert [card.id for card in left_out(open_records(f"sqlite:///{tmp_path}/r.db"))] == [aside.id]


def test_a_correction_that_names_the_rules_it_touches_is_a_corrigendum_too(tmp_path: Path) -> None:
    both = replace(BINDS, links=(CORRECTS, Link(kind=LinkKind.AMENDS, target="us/cfr/37/201")))
    assert held(tmp_path, both) == []
    assert bound(both, tongue("en")) == ()


def test_what_states_alone_must_do_is_left_out_and_what_they_must_see_hosts_do_is_not(tmp_path: Path) -> None:
    alone = replace(BINDS, id="zz/act/alone", norms=(replace(BINDS.norms[0], bearer=Bearer.STATE),))
    derived = replace(alone, id="zz/act/derived", norms=(replace(alone.norms[0], derived_from="correlative.ensure"),))
    assert [found.id for found in held(tmp_path, alone, derived)] == [derived.id]
    assert [row.matter for row in register([alone, derived], {}, TODAY)] == [derived.id]


def test_a_later_text_in_another_language_hides_no_duty() -> None:
    other = replace(BINDS.texts[0], id="2026-05-01.fr", date="2026-05-01", language="fr")
    both = replace(BINDS, texts=(*BINDS.texts, other), norms=(*BINDS.norms, replace(BINDS.norms[0], text=other.id)))
    assert [row.quote for row in register([both], {}, TODAY)] == [BINDS.norms[0].quote]
    assert len(register([replace(both, norms=BINDS.norms)], {}, TODAY)) == 1


def test_what_is_undetermined_for_a_profile_is_said_with_the_facts_that_are_missing(tmp_path: Path) -> None:
    held(tmp_path, BINDS)
    affiliate = profiles()["affiliate"]
    found = undetermined(open_records(f"sqlite:///{tmp_path}/r.db"), affiliate)
    shown = str(
        table([], {}, Asked(profile="affiliate"), Open(name=affiliate.name, laws=tuple(found)), TODAY, tongue("en"))
    )
    assert [matter.id for matter, _ in found] == [BINDS.id]
    assert "Undetermined." in shown
    assert all(fact in shown for fact in found[0][1].missing)
    assert "No duty of a law" not in shown


@pytest.mark.parametrize("status", [Status.REPEALED, Status.PROPOSED, Status.STRUCK_DOWN])
def test_what_does_not_stand_is_in_no_register(tmp_path: Path, status: Status) -> None:
    assert held(tmp_path, replace(BINDS, status=status)) == []


def test_a_repealed_law_and_the_sample_are_not_told_as_left_out(tmp_path: Path) -> None:
    aside = replace(BINDS, id="ie/act/2026/8", relevance=Relevance(score=0.1))
    assert (
        held(tmp_path, replace(aside, status=Status.REPEALED), replace(aside, id="zz/act/1", jurisdiction="zz")) == []
    )
    assert left_out(open_records(f"sqlite:///{tmp_path}/r.db")) == []
