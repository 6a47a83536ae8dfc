"""Compare as people read it: points and duties beside each other, what is not there, and words with their spaces."""

import re

from msgspec.structs import replace

from crawlers.matter import Matter, Provision, Text
from crawlers.vocabulary import Bearer, Duty, Modality
from dashboard.views.evidence.marks import Notes
from dashboard.views.matters import compare, wording
from dashboard.words.tongue import tongue
from tests.made import FIRST, law, norm

EN = tongue("en")
SHORTER = FIRST.replace("24 hours", "3 hours")


def half(matter: Matter) -> compare.Half:
    return matter, matter.texts[0]


def version(words: str, heading: str = "Removal") -> Text:
    return Text(
        id=words[-9:], language="en", provisions=(Provision(id="sec_2", number="2", heading=heading, text=words),)
    )


def plain(html: object) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", str(html)).split())


def test_words_beside_a_changed_word_keep_their_spaces() -> None:
    page = str(wording.page(version(FIRST), version(SHORTER), EN))
    assert "items within <del>24</del> <ins>3</ins> hours of an order." in page


def test_a_changed_heading_is_shown_as_a_change() -> None:
    page = str(wording.page(version(FIRST), version(FIRST, "Taking down"), EN))
    assert "<del>Removal</del> <ins>Taking down</ins>" in page


def test_the_points_of_two_laws_stand_beside_each_other_with_their_footnotes() -> None:
    notes = Notes(EN)
    points = compare.points(half(law()), half(law(id="us/bill/9")), EN, notes)
    assert "By when" in [point.name for point in points]
    by_when = next(point for point in points if point.name == "By when")
    assert [said.words for said in by_when.one] == [said.words for said in by_when.two] == ["within 24 hours"]
    assert by_when.one[0].note.label != by_when.two[0].note.label


def test_a_duty_that_only_one_law_has_says_that_the_other_was_read() -> None:
    bare = law(id="us/bill/9", norms=())
    page = plain(compare.page(half(law()), half(bare), "duties", EN))
    assert "Read all 3 provisions; nothing like it found." in page
    assert "nothing found" in page


def test_duties_of_both_laws_come_before_those_of_one() -> None:
    other = norm(
        "2026-03-01.en",
        "sec_2/sub_1",
        "shall remove",
        FIRST,
        Modality.OBLIGATION,
        bearer=Bearer.HOST,
        host_duty=True,
        duty=Duty.RISK_ASSESSMENT,
    )
    more = replace(law(), norms=(other, *law().norms))
    rows = compare.rows(half(more), half(law(id="us/bill/9")), EN, Notes(EN))
    assert rows[0].one
    assert rows[0].two


def test_side_by_side_shows_the_whole_provision() -> None:
    page = plain(compare.page(half(law()), half(law(id="us/bill/9")), "side", EN))
    assert page.count(FIRST) == 2


def test_two_versions_say_what_changed_in_law() -> None:
    old = law()
    text = replace(
        old.texts[0],
        id="2026-09-01.en",
        provisions=tuple(replace(p, text=p.text.replace("24 hours", "3 hours")) for p in old.texts[0].provisions),
    )
    known = next(n for n in old.norms if n.deadline)
    at = text.provisions[1].text.index("within 3 hours")
    assert known.deadline
    newer = replace(
        known,
        text=text.id,
        deadline=replace(known.deadline, text="within 3 hours", start=at, end=at + 14, duration="PT3H"),
    )
    both = replace(old, texts=(old.texts[0], text), norms=(*old.norms, newer))
    page = plain(compare.page((both, both.texts[0]), (both, text), "duties", EN))
    assert "SHORTER" in page


def test_a_translation_is_no_change_in_law() -> None:
    text = replace(law().texts[0], id="de", language="de")
    both = law(texts=(law().texts[0], text))
    assert "What changed in law" not in plain(compare.page((both, both.texts[0]), (both, text), "duties", EN))
