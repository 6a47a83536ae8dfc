"""All places at a glance: tiles, the same numbers in a table, and bars that say their months in words."""

import re
from datetime import date

from crawlers.matter import TopicTag
from crawlers.vocabulary import Topic
from dashboard.views import places
from dashboard.views.fresh import fresh
from dashboard.words.tongue import tongue
from tests.made import law

TODAY, EN = date(2026, 11, 25), tongue("en")
TAGS = (TopicTag(topic=Topic.COPYRIGHT_OPEN), TopicTag(topic=Topic.COPYRIGHT_OPEN))
CARDS = [law(id=f"uk/bill/{n}", jurisdiction="uk") for n in range(3)] + [
    law(id="us/bill/9", jurisdiction="us", topics=TAGS)
]


def drawn() -> str:
    return str(places.page(CARDS, CARDS, fresh([], TODAY, EN), TODAY, EN))


def test_a_tile_and_the_table_say_the_same_number_and_lead_to_the_tracker() -> None:
    page = drawn()
    assert re.search(r'<a class="c2" href="/tracker\?place=uk"><bdi>UK</bdi>.*?<b>3</b></a>', page)
    assert re.search(r'href="/tracker\?place=uk">United Kingdom</a></th><td class="r"[^>]*>3</td>', page)


def test_a_matter_counts_once_under_a_topic_and_leads_to_the_search_of_it() -> None:
    [topic] = [line for line in places.topics(CARDS, TODAY, EN) if line.href == "/search?topic=copyright_open"]
    assert topic.count == 1


def test_bars_are_said_in_words() -> None:
    assert "Mar 2026: 3" in drawn()


def test_without_matters_the_page_says_so() -> None:
    assert "We hold no matter yet." in str(places.page([], [], fresh([], TODAY, EN), TODAY, EN))
