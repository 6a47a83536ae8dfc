"""Every page and route, over the watch-list and the sample, in each language we speak: nothing of ours is left in English."""

import re
from collections.abc import Iterator

import lxml.html
import pytest

from crawlers.sources import watched
from dashboard import private
from dashboard.upkeep import first_start
from dashboard.views import labels
from dashboard.words.catalogue import messages
from dashboard.words.tongue import LANGUAGES, tongue
from index.records import open_records
from tests.home import at_home, shown
from tests.test_languages_drawn import SPOKEN, client, kept, tongue_of, widgets

OTHERS = [code for code in LANGUAGES if code != "en"]
DSA, CASE = "eu/celex/32022R2065", "us/ca9/25-146"
# Words that English sentences are made of, and none of the other five languages.
ENGLISH = re.compile(
    r"\b(the|of|is|are|and|we|our|this|that|with|from|which|have|its|by|to|you|not|were|been)\b", re.IGNORECASE
)
# No sentences: courts by their own names, operators of the query language, the code of Indonesia.
NAMES = re.compile(r"Court of (?:Appeals|Session)|District of Columbia|AND OR NOT|^ID$")
PAGES: list[tuple[str, dict[str, str]]] = [
    ("thisweek", {}),
    ("search", {"q": "age"}),
    ("search", {"q": "nothingofthekind"}),
    ("search", {"q": "(open"}),
    ("duties", {}),
    ("compare", {}),
    ("compare", {"one": "{law}", "two": "{bill}"}),
    ("compare", {"one": "{bill}", "show": "words"}),
    ("opportunities", {}),
    ("deadline", {"docketed": "2026-11-12"}),
    ("calendar", {}),
    ("assessments", {}),
    ("assessments", {"id": "{law}"}),
    ("tracker", {}),
    ("tracker", {"place": "eu"}),
    ("tracker", {"place": "zz"}),
    ("collections", {}),
    ("collections", {"part": "register"}),
    ("digest", {}),
    ("sources", {}),
    ("review", {}),
    ("review", {"matter": "{law}"}),
    ("matter", {"id": "{law}"}),
    ("matter", {"id": "{law}", "part": "text"}),
    ("matter", {"id": "{bill}", "part": "versions"}),
    ("matter", {"id": DSA}),
    ("matter", {"id": CASE}),
    ("matter", {"id": "uk/bill/none"}),
]
ROUTES = [
    "/matter/{law}", "/matter/{bill}", f"/matter/{DSA}", f"/matter/{CASE}", "/matter/uk/bill/none", "/embed/{law}",
    "/tracker/eu", "/tracker/zz", "/tracker/us", "/duty/removal_timeframe", "/duty/nothing", "/comparison?one={law}&two={bill}",
    "/brief.html?id={law}", "/dossier.html?id={law}", "/m/nobody", "/feed/xx.atom?lang={code}", "/api/search.csv?q=(open",
]  # fmt: skip


@pytest.fixture(scope="module")
def ids(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    with at_home(tmp_path_factory.mktemp("home")):
        first_start.load()
        invented = list(open_records().matters(jurisdiction="zz"))
        law = max(invented, key=lambda matter: (matter.kind == "act", len(matter.norms)))
        bill = next(matter for matter in invented if matter.kind == "bill")
        private.keep(kept("folder", "F", goal="", lead="", seen="staff"))
        private.keep(kept("item", f"F#{law.id}", position="Oppose", lead="", note=""))
        yield {"law": law.id, "bill": bill.id}


def english(html: str, code: str) -> list[str]:
    """Text, and what screen readers say, in parts of the language: English sentences, and messages that have other words."""
    found = []
    for element in lxml.html.fromstring(f"<div lang='{code}'>{html}</div>").iter():
        if not isinstance(element.tag, str) or element.tag in {"style", "script"}:
            continue
        said = [(element, element.text), *((element, element.get(name)) for name in SPOKEN)]
        said += [(above, element.tail)] if (above := element.getparent()) is not None else []
        found += [words for one, words in said if words and tongue_of(one) == code]
    return [words for words in (" ".join(words.split()) for words in found) if left(words, code)]


def left(words: str, code: str) -> bool:
    plain = words.strip(" .:,·")
    return not NAMES.search(words) and bool(ENGLISH.search(words) or plain.casefold() in unsaid(code))


def unsaid(code: str, known: dict[str, frozenset[str]] = {}) -> frozenset[str]:  # noqa: B006 -- kept for the module
    """Messages that the language says in other words, without those that are names in it too."""
    if code not in known:
        speaker = tongue(code)
        forms = [form for one in messages() for form in ([one] if isinstance(one, str) else one)]
        own = {speaker.say(form).casefold() for form in forms}
        own |= {labels.place(place, speaker).casefold() for place in watched().jurisdictions}
        other = {form.casefold() for form in forms if speaker.knows(form) and speaker.say(form) != form}
        known[code] = frozenset(other - own)
    return known[code]


@pytest.mark.long
@pytest.mark.parametrize("code", OTHERS)
def test_no_page_says_anything_of_ours_in_english(code: str, ids: dict[str, str]) -> None:
    found = {}
    for name, asked in PAGES:
        page = shown(name, **{key: value.format(**ids) for key, value in asked.items()}, lang=code)
        words = [words for element in page.get("html") for words in english(element.proto.body, code)]
        words += [label for label in widgets(page) if left(label, code)]
        words += [one.placeholder for one in page.text_input if left(one.placeholder, code)]
        if words:
            found[f"{name} {asked}"] = words
    assert not found


@pytest.mark.long
@pytest.mark.parametrize("code", OTHERS)
def test_no_route_says_anything_of_ours_in_english(code: str, ids: dict[str, str]) -> None:
    found = {}
    for path in ROUTES:
        answer = client().get(path.format(**ids, code=code), headers={"Accept-Language": code})
        words = english(answer.text, code) if answer.text else []
        if "html" in answer.headers["content-type"]:
            page = lxml.html.document_fromstring(answer.text)
            assert page.get("lang") == code, path
            words = english(lxml.html.tostring(page.find("body"), encoding="unicode"), code)
        if words:
            found[path] = words
    assert not found
