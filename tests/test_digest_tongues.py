"""A mail in another language: nothing of ours in it is English, as the whole digest of Sampleland shows."""

import re
from collections.abc import Iterator
from functools import cache

import lxml.html
import pytest

from benchmarks.sample_digest import DAY, digest, sampled
from crawlers.sample import matters
from dashboard.digest.build import Digest, Week
from dashboard.digest.html import html
from dashboard.digest.speech import LANGUAGES, speech
from dashboard.digest.text import text
from dashboard.feeds.days import of_window
from dashboard.mail.links import Links
from dashboard.words.catalogue import messages
from dashboard.words.tongue import tongue
from index.clock import windows

OTHERS = [code for code in LANGUAGES if code != "en"]
LINKS = Links(frozen="https://amicus.example/l", settings="https://amicus.example/s", stop="https://amicus.example/x")
RULE = re.compile(r"\b[a-z]{2,5}(?:\.[a-z]+)+\b")  # us.scotus.cert.neither
FIELD = re.compile(r"\{\w+\}|%\(\w+\)s")


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Week]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AMICUS_HOME", str(tmp_path_factory.mktemp("home")))
        yield sampled()


def originals() -> list[str]:
    """Titles, labels and words of the law: they stay as their source has them."""
    found = [*matters(DAY)]
    words = [one.title for one in found] + [event.label for one in found for event in one.events]
    words += [one.source_status for one in found]
    return sorted(filter(None, words), key=len, reverse=True)


def ours(said: str, made: Digest) -> str:
    """What is left of the mail without words of sources, on one line."""
    plain = " ".join(said.split())
    items = [item for section in made.sections for item in section.items]
    quoted = [words for item in items for words in (item.was, item.now)] + [note.quote for note in made.notes]
    named = [note.source for note in made.notes if note.rule == ""] + ["Sampleland gazette", "New York"]
    for words in sorted(filter(None, [*originals(), *quoted, *named]), key=len, reverse=True):
        plain = plain.replace(" ".join(words.split()).rstrip("."), "…")
    return plain


@cache
def english(code: str) -> frozenset[str]:
    """Parts of our messages that are no words of the other language too."""
    theirs = " ".join(tongue(code).say(form) for form in forms()).lower()
    parts = {part.strip(" .,:;()“”→?") for form in forms() for part in FIELD.split(form)}
    return frozenset(words for words in parts if len(words) > 4 and words.lower() not in theirs)


@cache
def forms() -> tuple[str, ...]:
    return tuple(form for said in messages() for form in ([said] if isinstance(said, str) else said))


def left(said: str, made: Digest, code: str) -> list[str]:
    plain = RULE.sub("", ours(said, made))
    found = (words for words in english(code) if words in plain)
    return [words for words in found if re.search(rf"(?<!\w){re.escape(words)}(?!\w)", plain)]


@pytest.mark.parametrize("profile", ["lawyers", "editors"])
@pytest.mark.parametrize("code", OTHERS)
def test_no_english_sentence_is_in_the_mail(week: Week, code: str, profile: str) -> None:
    made = digest(week, code, profile)
    assert left(text(made, LINKS), made, code) == []
    page = lxml.html.fromstring(html(made, LINKS))
    assert left(" ".join(map(str, page.itertext())), made, code) == []


def test_the_check_sees_english(week: Week) -> None:
    made = digest(week)
    assert len(left(text(made, LINKS), made, "de")) > 20


@pytest.mark.parametrize("code", OTHERS)
def test_the_calendar_of_the_mail_speaks_the_language_too(week: Week, code: str) -> None:
    made = digest(week, code)
    found = [window for matter in matters(DAY) for window in windows(matter, DAY)]
    days = [day for window in found for day in of_window(window, "https://amicus.example", speech(code))]
    assert days
    assert left(" ".join(f"{day.title} {day.words}" for day in days), made, code) == []


def test_a_title_and_a_quote_say_their_own_language(week: Week) -> None:
    made = digest(week, "de")
    page = lxml.html.fromstring(html(made, LINKS))
    assert [one.get("lang") for one in page.iter("span") if "remove a reported" in (one.text or "")] == ["en"]
    titles = [one.text or "" for one in page.iter("a") if one.get("lang") == "en"]
    assert any("Young Users Online Bill" in title for title in titles)
    assert page.get("lang") == "de"


def test_the_title_beside_a_deadline_says_its_own_language(week: Week) -> None:
    made = digest(week, "de")
    closing = next(section for section in made.sections if section.name == "closing")
    assert closing.items
    assert all(item.language == "en" for item in closing.items)
    page = lxml.html.fromstring(html(made, LINKS))
    assert closing.items[0].title in {one.text for one in page.iter() if one.get("lang") == "en"}


@pytest.mark.parametrize("code", OTHERS)
def test_a_mail_whose_language_no_speaker_has_read_says_so(week: Week, code: str) -> None:
    foot = " ".join(text(digest(week, code), LINKS).split()).rpartition("--")[2]
    words = "These words were not read by a speaker of this language yet; the words of the law are the original."
    assert (" ".join(speech(code).say(words).split()) in foot) is speech(code).unread
    assert words not in " ".join(text(digest(week), LINKS).split())
