"""Tables of a source's own words, in YAML beside its parser: each is read, used and clear."""

import logging
import re
from pathlib import Path

import pytest

from crawlers import facts
from crawlers.parsers import eu_oeil_file
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, Status

PARSERS = Path(__file__).resolve().parent.parent / "crawlers/parsers"
TABLES = sorted(path.stem for path in PARSERS.glob("*.yaml"))


@pytest.mark.parametrize("name", TABLES)
def test_no_word_of_a_table_means_two_things(name: str) -> None:
    for part, table in facts.load(PARSERS / f"{name}.yaml").items():
        words = [word.lower() for words in table.values() for word in words] if isinstance(table, dict) else []
        assert sorted(words) == sorted(set(words)), part


def test_every_table_is_read_and_whoever_reads_one_finds_it() -> None:
    files = [path.read_text("utf-8") for path in PARSERS.parent.rglob("*.py")]
    read = {name for words in files for name in re.findall(r'\bWords\("(\w+)"\)', words)}
    assert sorted(read) == TABLES


def test_of_the_words_that_fit_the_longest_counts() -> None:
    assert Words("pl_sejm").status("III czytanie na posiedzeniu Sejmu") is Status.PASSED_ONE_CHAMBER
    assert Words("pl_sejm").event("II czytanie na posiedzeniu Sejmu") is EventKind.DEBATED


def test_an_opening_fits_only_at_the_beginning() -> None:
    assert Words("de_dip").knows("Verkündet (BGBl. 2031 I Nr. 9)")
    assert not Words("de_dip").knows("noch nicht verkündet")


def test_a_word_that_is_in_no_table_is_unknown_and_loud(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert Words("us_nyc").status("Hibernating") is Status.UNKNOWN
        assert Words("uk_govuk").kind("poem", Kind.SIGNAL) is Kind.SIGNAL
    assert [record.getMessage() for record in caplog.records] == [
        "us_nyc.yaml: unknown status word 'Hibernating'", "uk_govuk.yaml: unknown type of document: 'poem'",
    ]  # fmt: skip


def test_silence_is_unknown_without_a_word(caplog: pytest.LogCaptureFixture) -> None:
    assert Words("us_nyc").status("") is Status.UNKNOWN
    assert not caplog.records


@pytest.mark.parametrize(
    ("table", "said", "status"),
    [
        ("de_dip", "Noch nicht beantwortet", Status.PENDING),
        ("de_dip", "Bundesrat hat Vermittlungsausschuss nicht angerufen", Status.PASSED),
        ("de_dip", "Bundesrat hat Vermittlungsausschuss angerufen", Status.PASSED_ONE_CHAMBER),
        ("de_dip", "Nicht ausgefertigt wegen Zustimmungsverweigerung", Status.VETOED),
        ("ca_legisinfo", "At pre-study of the House of Commons bill in the Senate", Status.COMMITTEE),
        ("ca_legisinfo", "Bill withdrawn", Status.WITHDRAWN),
        ("de_dip", "Einbringung in geänderter Fassung beschlossen", Status.INTRODUCED),
        ("de_dip", "Bundesrat hat keinen Einspruch eingelegt", Status.PASSED),
        ("de_dip", "Erledigt durch Ende der Wahlperiode (§ 125 GOBT)", Status.LAPSED),
        ("de_dip", "Für gegenstandslos erklärt", Status.LAPSED),
        ("de_dip", "Nicht abgeschlossen - Einzelheiten siehe Vorgangsablauf", Status.UNKNOWN),
        ("camara_br", "Transformado em Norma Jurídica com Veto Parcial", Status.ENACTED),
        ("camara_br", "Transformado em nova proposição", Status.MERGED),
        ("camara_br", "Aguardando Apreciação do Veto", Status.VETOED),
        ("camara_br", "Aguardando Envio ao Senado Federal", Status.PASSED_ONE_CHAMBER),
        ("camara_br", "Aguardando Promulgação", Status.PASSED),
        ("camara_br", "Aguardando Despacho de Arquivamento", Status.LAPSED),
        ("camara_br", "Aguardando Parecer da Comissão Especial", Status.COMMITTEE),
        ("camara_br", "Tramitação Finalizada", Status.UNKNOWN),
        ("us_nyc", "Companion Pending Approval by Council", Status.REPORTED),
        ("eu_hys", "CALL_FOR_EVIDENCE", Status.CONSULTATION),
        ("uk_bills", "Petitioning period", Status.INTRODUCED),
        ("uk_bills", "Motion to revive Bill", Status.INTRODUCED),
        ("uk_bills", "Reconsideration", Status.REPORTED),
        ("uk_bills", "Programme motion (No. 2)", Status.UNKNOWN),
        ("uk_bills", "Consideration of Lords message", Status.PASSED_ONE_CHAMBER),
    ],
)
def test_rarer_words_of_a_source_have_their_meaning(table: str, said: str, status: Status) -> None:
    assert Words(table).status(said) is status


def test_a_first_reading_brings_a_bill_in() -> None:
    assert Words("uk_bills").event("1st reading") is EventKind.INTRODUCED
    assert Words("uk_bills").event("2nd reading") is EventKind.DEBATED


def test_a_committee_of_the_second_house_is_a_meeting_and_no_passage() -> None:
    assert Words("uk_bills").event("Opposed Bill Committee") is EventKind.MEETING


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Procedure completed", Status.ENACTED),
        ("Procedure completed - delegated act rejected", Status.REJECTED),
        ("Awaiting Parliament 1st reading / single reading / budget 1st stage", Status.REPORTED),
        ("Awaiting Parliament 2nd reading", Status.PASSED_ONE_CHAMBER),
    ],
)
def test_a_stage_of_the_observatory_is_no_further_than_it_says(said: str, status: Status) -> None:
    assert eu_oeil_file.stage(said, law=True, begun=True) is status


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Returned Unsigned by Mayor", EventKind.OTHER),
        ("Signed Into Law by Mayor", EventKind.SIGNED),
        ("City Charter Rule Adopted", EventKind.ENACTED),
        ("Overridden by Council", EventKind.ENACTED),
    ],
)
def test_what_a_mayor_leaves_unsigned_is_not_signed(said: str, kind: EventKind) -> None:
    assert Words("us_nyc").event(said) is kind
