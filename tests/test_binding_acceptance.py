"""Acceptance test 4 of the mission: which laws bind a volunteer-run host. Each step quotes words of the text that was read."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from crawlers.imports import outcomes
from crawlers.matter import Matter, Provision, Text
from crawlers.sources import watched
from crawlers.vocabulary import Duty, Kind, Status
from index.advice.laws import binding
from index.binding.profile import Number, Profile, profiles
from index.binding.steps import Answer
from index.binding.verdict import Outcome, Verdict, verdict
from index.records import open_records
from nlp.tag import tag
from tests.shared import CORPUS, needs_corpus

US, CHAPTER = profiles()["foundation"], profiles()["affiliate"]
DSA = CORPUS / "eu" / "eur-lex" / "32022r2065__2022-10-19__en__en.xml"
# Own fixtures in our own words, in the way of the two laws named; the laws themselves are not in the corpus.
CONTENT_SHARING = {
    "art_2": ("Article 2", ""),
    "art_2/par_6": (
        "(6)",
        (
            "‘online content-sharing service provider’ means a provider of an information society service whose main purpose is to store many"
            " protected works uploaded by its users and to open them to the public for profit. Providers of services such as not-for-profit"
            " online encyclopaedias, not-for-profit educational and scientific repositories, open-source software platforms and online"
            " marketplaces are not ‘online content-sharing service providers’ within the meaning of this Directive."
        ),
    ),
    "art_17": ("Article 17", ""),
    "art_17/par_1": (
        "1.",
        "An online content-sharing service provider shall obtain an authorisation from the rightholders before works are shown.",
    ),
    "art_17/par_4": (
        "4.",
        "Online content-sharing service providers shall act expeditiously, upon a substantiated notice, to disable access to works.",
    ),
}
INTERMEDIARY_RULES = {
    "rule_2": (
        "Rule 2",
        (
            "In these rules, “significant social media intermediary” means a social media intermediary having at least fifty lakh"
            " registered users in India."
        ),
    ),
    "rule_4": ("Rule 4", ""),
    "rule_4/sub_1": (
        "(1)",
        "A significant social media intermediary shall appoint a chief compliance officer who lives in India.",
    ),
    "rule_4/sub_2": (
        "(2)",
        "A significant social media intermediary shall publish a compliance report every month.",
    ),
}


def own(id: str, place: str, words: dict[str, tuple[str, str]]) -> Matter:
    """Read by the same tagger as any law."""
    units = tuple(
        Provision(id=at, number=number, text=text, parent=at.rpartition("/")[0]) for at, (number, text) in words.items()
    )
    law = Matter(
        id=id,
        source="test",
        jurisdiction=place,
        kind=Kind.ACT,
        title="Own words",
        language="en",
        status=Status.IN_FORCE,
        texts=(Text(id="1.en", language="en", provisions=units),),
    )
    return tag(law)


def quoted(told: Verdict, matter: Matter) -> bool:
    units = {(text.id, one.id): one.text for text in matter.texts for one in text.provisions}
    return all(step.quote in units[step.text, step.provision] for step in told.steps if step.quote)


def registered(value: float) -> Profile:
    return replace(US, numbers=(Number(metric="registered_users", place="in", value=value, day="2026-06-01"),))


def test_4_the_content_sharing_directive_leaves_out_an_encyclopaedia_and_quotes_its_article_2_6() -> None:
    law = own("eu/celex/own", "eu", CONTENT_SHARING)
    told = verdict(law, US)
    step = next(step for step in told.steps if "Are we left out" in step.question)
    assert told.outcome is Outcome.EXEMPT
    assert (step.answer, step.provision) == (Answer.YES, "art_2/par_6")
    assert step.quote.startswith("Providers of services such as not-for-profit online encyclopaedias")
    assert quoted(told, law)


def test_4_a_chapter_that_runs_no_encyclopaedia_is_not_left_out_by_one() -> None:
    told = verdict(own("eu/celex/own", "eu", CONTENT_SHARING), CHAPTER)
    step = next(step for step in told.steps if "Are we left out" in step.question)
    assert step.answer is Answer.NO
    assert "encyclopaedic: no" in step.fact
    assert (told.outcome, told.missing) == (Outcome.UNDETERMINED, ("hosting service: nobody has filled it in",))


def test_4_a_non_profit_for_education_is_no_repository() -> None:
    """A purpose of the body is not the service that the law leaves out."""
    hosting = {**CHAPTER.facts, "hosting_service": replace(CHAPTER.facts["non_profit"], value=True)}
    told = verdict(own("eu/celex/own", "eu", CONTENT_SHARING), replace(CHAPTER, facts=hosting))
    assert told.outcome is Outcome.APPLIES


def test_4_the_intermediary_rules_wait_for_the_number_of_registered_users() -> None:
    law = own("in/act/own", "in", INTERMEDIARY_RULES)
    told = verdict(law, US)
    assert (told.outcome, told.missing) == (Outcome.UNDETERMINED, ("registered users in India",))
    assert verdict(law, registered(6_000_000)).outcome is Outcome.APPLIES
    assert verdict(law, registered(4_900_000)).outcome is Outcome.EXEMPT
    assert quoted(told, law)


@pytest.fixture(scope="module")
def services_act() -> Matter:
    [read] = outcomes(watched().sources["eu-eur-lex"], [DSA])
    return tag(read.matters[0])


@needs_corpus
@pytest.mark.corpus
def test_4_the_services_act_applies_with_its_duties_beyond_45_million(services_act: Matter) -> None:
    told = verdict(services_act, US)
    step = next(step for step in told.steps if step.provision == "art_33/par_1")
    assert told.outcome is Outcome.APPLIES
    assert (step.answer, step.question) == (Answer.YES, "Do we have at least 45,000,000 users?")
    assert (step.day, "151,000,000" in step.fact) == ("2023-02-17", True)
    beyond = next(group for group in told.groups if any(duty.provision == "art_34/par_1" for duty in group.duties))
    assert (
        beyond.outcome,
        {duty.duty for duty in beyond.duties} >= {Duty.RISK_ASSESSMENT, Duty.INDEPENDENT_AUDIT},
    ) == (
        Outcome.APPLIES,
        True,
    )
    assert quoted(told, services_act)


@needs_corpus
@pytest.mark.corpus
def test_4_a_fine_counted_in_turnover_is_no_threshold(services_act: Matter) -> None:
    assert not [step for step in verdict(services_act, US).steps if "turnover" in step.question]


@needs_corpus
@pytest.mark.corpus
def test_4_small_enterprises_are_left_out_of_the_section_that_says_so_and_of_no_other(services_act: Matter) -> None:
    running = {
        name: replace(CHAPTER.facts["non_profit"], value=True) for name in ("hosting_service", "online_platform")
    }
    told = verdict(services_act, replace(CHAPTER, facts={**CHAPTER.facts, **running}))
    found = {duty.provision: group.outcome for group in told.groups for duty in group.duties}
    assert found["art_20/par_1"] is Outcome.EXEMPT
    assert found["art_11/par_1"] is Outcome.APPLIES
    assert told.outcome is Outcome.APPLIES


@needs_corpus
@pytest.mark.corpus
def test_4_duties_of_market_places_are_not_ours(services_act: Matter) -> None:
    found = {duty.provision: group.outcome for group in verdict(services_act, US).groups for duty in group.duties}
    assert found["art_30/par_1"] is Outcome.EXEMPT


@needs_corpus
@pytest.mark.corpus
def test_the_register_holds_the_duties_that_fall_on_us_and_none_of_market_places(
    services_act: Matter, tmp_path: Path
) -> None:
    records = open_records(f"sqlite:///{tmp_path}/r.db")
    records.write([replace(services_act, status=Status.IN_FORCE)], "2026-11-24T06:00:00Z")
    [law] = binding(records, US)
    articles = {norm.provision for norm in law.norms}
    assert {"art_34/par_1", "art_20/par_1"} <= articles
    assert "art_30/par_1" not in articles
