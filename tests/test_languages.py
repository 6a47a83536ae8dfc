"""The languages of the interface: whole catalogues, the same values in every sentence, and what is unread says so."""

import re
from collections import Counter
from datetime import date

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from dashboard.words.catalogue import brought_up, messages, unsaid
from dashboard.words.tongue import FOLDER, LANGUAGES, tongue
from dashboard.words.vocabulary import vocabulary
from index.phrase import phrase, together

OTHERS = [code for code in LANGUAGES if code != "en"]
TEMPLATES = FOLDER.parent / "templates"
VALUES = re.compile(r"%\(\w+\)s|\{\w+\}|</?a\b[^>]*>")


def catalogue(code: str) -> list[Message]:
    with (FOLDER / f"{code}.po").open("rb") as file:
        return [message for message in read_po(file, locale=code) if message.id]


def pairs(message: Message) -> list[tuple[str, str]]:
    """Each form of the English beside the same form of the translation."""
    said = message.string if isinstance(message.string, tuple | list) else (message.string or "",)
    asked = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    return list(zip(asked, said, strict=True))


@pytest.mark.parametrize("code", OTHERS)
def test_every_message_of_the_pages_is_said(code: str) -> None:
    advice = "run python -m dashboard.words.catalogue, then write the empty ones"
    held = {message.id if isinstance(message.id, str) else tuple(message.id) for message in catalogue(code)}
    assert set(messages()) <= held, advice
    assert unsaid(brought_up(code)) == [], advice


def test_a_sentence_inside_a_formatted_string_is_a_message_too() -> None:
    assert "version {version}" in messages()


@pytest.mark.parametrize("code", OTHERS)
def test_every_sentence_takes_the_same_values(code: str) -> None:
    for message in catalogue(code):
        for english, said in pairs(message):
            assert Counter(VALUES.findall(english)) == Counter(VALUES.findall(said)), said


@pytest.mark.parametrize("code", OTHERS)
def test_ends_and_spaces_of_a_sentence_are_kept(code: str) -> None:
    for message in catalogue(code):
        for english, said in pairs(message):
            assert said == said.strip()
            assert english.endswith((".", ":")) <= said.rstrip(" ").endswith((".", ":", "。")), said


def test_all_six_languages_are_offered_and_what_no_speaker_read_says_so() -> None:
    assert [code for code in LANGUAGES if tongue(code).code == code] == ["en", "de", "fr", "es", "it", "pt"]
    heads = {code: (FOLDER / f"{code}.po").read_text("utf-8")[:400] for code in OTHERS}
    assert {code for code in OTHERS if tongue(code).unread} == {c for c in heads if "no speaker has read" in heads[c]}
    assert not tongue("en").unread


@pytest.mark.parametrize("code", OTHERS)
def test_a_status_is_explained_in_other_words_than_the_english_ones(code: str) -> None:
    for standing in vocabulary().status.values():
        assert tongue(code).say(standing.sentence) != standing.sentence


def test_numbers_choose_their_form() -> None:
    assert tongue("de").count("{n} day ago", "{n} days ago", 1) == "vor 1 Tag"
    assert tongue("pt").count("{n} matter", "{n} matters", 2) == "2 matérias"
    assert tongue("fr").count("{n} matter", "{n} matters", 0) == "0 dossier"


def test_a_language_we_do_not_speak_is_answered_in_english() -> None:
    assert tongue("sv").code == "en"
    assert tongue("pt-BR").code == "pt"


def test_nothing_is_said_as_nothing() -> None:
    assert tongue("de").say("") == ""


@pytest.mark.parametrize(
    ("code", "said"),
    [("en", "Fri 4 Dec 2026"), ("de", "Fr., 4. Dez. 2026"), ("fr", "ven 4 déc 2026"), ("pt", "sex, 4 de dez de 2026")],
)
def test_a_day_is_written_as_the_language_writes_it(code: str, said: str) -> None:
    assert tongue(code).day(date(2026, 12, 4)) == said


def test_french_puts_a_thin_space_before_a_semicolon_that_stands_in_no_catalogue() -> None:
    both = together([phrase("the rule is from memory"), "x; y"], "; ")
    assert both.said(tongue("fr")).endswith("\u202f; x; y")  # words of a source stay as they are
    assert both.said(tongue("de")).endswith("; x; y")


def test_no_template_writes_a_colon_of_its_own_after_words_it_is_given() -> None:
    """French puts a space that does not break before it: tongue.colon."""
    assert (tongue("fr").colon, tongue("de").colon) == ("\u00a0: ", ": ")
    written = [path.name for path in TEMPLATES.iterdir() if "}}: " in path.read_text(encoding="utf-8")]
    assert written == []


@pytest.mark.parametrize(
    ("code", "earlier"), [("fr", "avant"), ("es", "antes"), ("it", "prima"), ("pt", "antes"), ("de", "vor")]
)
def test_a_last_day_to_act_is_itself_still_in_time(code: str, earlier: str) -> None:
    """“By” a day counts that day; “avant le” and “antes del” would make a reader a day early and a lawyer doubt."""
    days = [one for one in messages() if isinstance(one, str) and re.search(r"\b[Bb]y(?:$| this day| [{%])", one)]
    assert len(days) > 10
    assert [said for one in days if re.search(rf"\b{earlier}\b", said := tongue(code).say(one))] == []


@pytest.mark.parametrize(
    "lens", ["Lens", "Lenses", "there is no lens {name}", "{id}: we hold no such matter, and no lens has this name"]
)
@pytest.mark.parametrize(
    ("code", "word"), [("fr", "optique"), ("es", "enfoque"), ("it", "visual"), ("pt", "enfoque"), ("de", "blickwinkel")]
)
def test_one_thing_has_one_name_in_a_language(code: str, word: str, lens: str) -> None:
    assert word in tongue(code).say(lens).lower()
