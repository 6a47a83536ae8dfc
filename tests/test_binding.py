"""Does it bind us: laws that apply, that leave us out, and that cannot be decided without a figure. The laws are invented."""

from datetime import date

import pytest
from msgspec.structs import replace

from crawlers.matter import Evidence, Exemption, Matter, Norm, Provision, Text, Threshold
from crawlers.vocabulary import Bearer, Duty, Kind, Modality, Origin, Status
from index.binding.profile import Number, Profile, old, profiles
from index.binding.steps import Answer
from index.binding.verdict import Outcome, verdict

US = profiles()["foundation"]


def norm(at: str, words: str, quote: str, **facts: object) -> Norm:
    start = words.index(quote)
    evidence = (Evidence(start=start, end=start + 4, label="trigger", origin=Origin.RULE, rule="t.1", version="1"),)
    base = Norm(
        text="2026.en",
        provision=at,
        modality=Modality.OBLIGATION,
        bearer=Bearer.HOST,
        start=start,
        end=start + len(quote),
        quote=quote,
        evidence=evidence,
    )
    return replace(base, **facts)


def law(place: str, words: dict[str, str], *norms: Norm) -> Matter:
    text = Text(
        id="2026.en", language="en", provisions=tuple(Provision(id=at, text=said) for at, said in words.items())
    )
    return Matter(
        id=f"{place}/act/1",
        source="test",
        jurisdiction=place,
        kind=Kind.ACT,
        title="An invented law",
        language="en",
        status=Status.IN_FORCE,
        texts=(text,),
        norms=norms,
    )


DUTY = "Online platforms shall publish a report once a year."
CARVED = "This Act does not apply to online encyclopaedias that are not for profit."
BEYOND = "‘Significant intermediary’ means an intermediary with at least five million registered users in the country."
OFFICER = "A significant intermediary shall appoint a resident officer."


def limit(metric: str, value: float) -> Threshold:
    return Threshold(text="", start=0, end=1, metric=metric, operator=">=", value=value, unit=metric.replace("_", " "))


def duty(at: str, words: str, bearer: str) -> Norm:
    return norm(at, words, words, host_duty=True, duty=Duty.TRANSPARENCY_REPORT, bearer_text=bearer)


def test_a_duty_on_a_class_we_are_of_applies() -> None:
    told = verdict(law("eu", {"art_1": DUTY}, duty("art_1", DUTY, "Online platforms")), US)
    assert told.outcome is Outcome.APPLIES
    assert [(step.question, step.answer, step.quote) for step in told.steps] == [
        ("Are we an online platform?", Answer.YES, DUTY)
    ]


def test_a_duty_on_a_class_we_are_not_of_does_not_bind() -> None:
    words = "An online marketplace shall name its traders."
    assert (
        verdict(law("eu", {"art_1": words}, duty("art_1", words, "online marketplace")), US).outcome is Outcome.EXEMPT
    )


def test_an_exemption_of_the_whole_law_leaves_us_out_and_is_quoted() -> None:
    carved = norm("art_2", CARVED, CARVED, modality=Modality.EXEMPTION)
    carved = replace(carved, exemption=Exemption(text="encyclopaedias", start=0, end=1, kind="encyclopaedia"))
    told = verdict(law("eu", {"art_1": DUTY, "art_2": CARVED}, duty("art_1", DUTY, "Online platforms"), carved), US)
    assert told.outcome is Outcome.EXEMPT
    assert told.steps[0].quote == CARVED


def beyond() -> Matter:
    defined = norm("r_2", BEYOND, BEYOND, modality=Modality.DEFINITION, bearer=Bearer.NONE)
    defined = replace(defined, threshold=limit("registered_users", 5_000_000))
    return law("in", {"r_2": BEYOND, "r_4": OFFICER}, defined, duty("r_4", OFFICER, "significant intermediary"))


def test_a_threshold_without_our_figure_is_undetermined_and_names_the_figure() -> None:
    told = verdict(beyond(), US)
    assert told.outcome is Outcome.UNDETERMINED
    assert told.missing == ("registered users in India",)


def with_figure(value: float) -> Profile:
    return replace(US, numbers=(Number(metric="registered_users", place="in", value=value, day="2026-06-01"),))


def test_the_figure_decides_both_ways() -> None:
    assert verdict(beyond(), with_figure(6_000_000)).outcome is Outcome.APPLIES
    assert verdict(beyond(), with_figure(4_000_000)).outcome is Outcome.EXEMPT


def test_a_law_without_a_duty_that_we_read_is_undetermined_never_free() -> None:
    told = verdict(law("eu", {"art_1": "This Act may be cited as the Harbour Act."}), US)
    assert (told.outcome, told.missing) == (Outcome.UNDETERMINED, ("a reading by a person",))


def test_an_affiliate_with_a_question_left_open_is_told_which() -> None:
    told = verdict(law("eu", {"art_1": DUTY}, duty("art_1", DUTY, "Online platforms")), profiles()["affiliate"])
    assert told.outcome is Outcome.UNDETERMINED
    assert told.missing == ("online platform: nobody has filled it in",)


def test_a_figure_older_than_400_days_is_old() -> None:
    assert not old("2025-11-25", date(2026, 11, 25))
    assert old("2025-10-20", date(2026, 11, 25))
    assert old(None, date(2026, 11, 25))


@pytest.mark.parametrize(
    ("words", "bearer"),
    [
        ("Crypto-asset service providers shall publish their prices.", "Crypto-asset service providers"),
        ("Operators of a trading platform for crypto-assets shall publish rules.", ""),
        ("The payment service provider shall keep records of the service.", "payment service provider"),
        ("Los proveedores de servicios de pago conservarán los datos.", "proveedores de servicios de pago"),
        ("Taxable persons who use an electronic interface such as a marketplace or platform shall keep records.", ""),
    ],
)
def test_trades_whose_names_contain_ours_are_not_us(words: str, bearer: str) -> None:
    assert verdict(law("eu", {"art_1": words}, duty("art_1", words, bearer)), US).outcome is Outcome.EXEMPT


def test_a_platform_that_deals_with_a_financial_service_stays_a_platform() -> None:
    words = "Online platforms shall answer payment service providers within two days."
    told = verdict(law("eu", {"art_1": words}, duty("art_1", words, "Online platforms")), US)
    assert told.outcome is Outcome.APPLIES
