"""Whole lists of this week come in pages, each with an address; together they hold every fact once."""

from msgspec.structs import replace

from dashboard.digest.news import News, Sort
from dashboard.views.evidence.marks import Notes
from dashboard.views.part import PAGE, Part
from dashboard.views.told import by_topic, told
from dashboard.words.tongue import tongue

ENGLISH = tongue("en")
NEWS = [
    News(key=f"k{at}", sort=sort, matter=f"uk/bill/{at}", title="Lamps Bill", jurisdiction="uk", learned="2026-11-24")
    for sort in (Sort.MOVED, Sort.NEW)
    for at in range(PAGE + 7)
]


def listed(part: Part) -> list[str]:
    return [one.news.matter for one in told(NEWS, Sort.MOVED, ENGLISH, Notes(ENGLISH), part.rows(PAGE + 7), once=True)]


def test_the_pages_of_a_whole_list_hold_every_matter_once() -> None:
    first = Part(show="moved")
    assert first.following(PAGE + 7) == f"/?show=moved&after={PAGE}"
    second = Part(show="moved", after=str(PAGE))
    assert second.following(PAGE + 7) == ""
    assert second.address() == "/?show=moved"
    both = [*listed(first), *listed(second)]
    assert len(listed(second)) == 7
    assert sorted(both) == sorted({one.matter for one in NEWS})


def test_a_topic_shows_its_newest_and_leads_to_pages_of_them_all() -> None:
    (few,) = by_topic(NEWS, 10, Part(), ENGLISH)
    assert (few.count, len(few.shown), few.href) == (PAGE + 7, 10, "/?show=new&topic=none")
    (rest,) = by_topic(NEWS, 10, Part(show="new", topic="none", after=str(PAGE)), ENGLISH)
    assert len(rest.shown) == 7


def test_the_pages_of_all_topics_hold_every_matter_once() -> None:
    mixed = [replace(one, topics=("copyright_open",) if at % 3 else ()) for at, one in enumerate(NEWS)]
    pages = [by_topic(mixed, 10, Part(show="new", after=after), ENGLISH) for after in ("", str(PAGE))]
    rows = [told.news.matter for page in pages for topic in page for told in topic.shown]
    assert len(rows) == len(set(rows)) == PAGE + 7


def test_an_address_that_names_no_page_shows_the_first() -> None:
    hostile = ("", "-3", "x", "²", str(PAGE), "9" * 20, "9" * 5000)
    assert {Part(show="moved", after=words).rows(PAGE).start for words in hostile} == {0}
