"""Feeds, as a feed reader sees them."""

import io
import json

import feedparser
import pytest
from msgspec.structs import replace

from dashboard.digest.news import News, Sort
from dashboard.feeds.atom import atom, json_feed
from dashboard.feeds.item import Feed, feed
from dashboard.routes.conditional import etag, unchanged
from tests.test_digest import HOSTILE, fact

SITE = "https://amicus.example"


def made(*news: News) -> Feed:
    return feed("All of the US", f"{SITE}/feed/us.atom", SITE, news, "2026-11-25T05:00:00Z")


def test_a_reader_finds_nothing_to_complain_of() -> None:
    read = feedparser.parse(io.BytesIO(atom(made(fact(), fact(Sort.LAW, key="k2", label="shorter", was="a", now="b")))))
    assert not read.bozo
    assert [entry.title for entry in read.entries] == ["US: Example Act", "US: Example Act"]
    assert read.entries[0].summary == "SHORTER: a → b (Fri 20 Nov 2026)"


def test_a_text_that_was_replaced_is_said_in_words() -> None:
    (item,) = made(fact(Sort.LAW, label="replaced")).items
    assert item.words.startswith("TEXT REPLACED: Almost nothing of the version before is left")


def test_ids_stay_when_words_change() -> None:
    one, other = (made(fact(says=says)).items[0] for says in ("a", "b"))
    assert one.id == other.id


def test_the_same_facts_in_any_order_are_the_same_bytes() -> None:
    one, other = fact(), fact(key="k2")
    assert atom(made(one, other)) == atom(made(other, one))
    assert json_feed(made(one, other)) == json_feed(made(other, one))


def test_the_newest_stands_first_and_dates_the_feed() -> None:
    later = fact(key="k2", learned="2026-11-21T06:00:00Z")
    assert made(fact(), later).items[0].updated == made(fact(), later).updated == "2026-11-21T06:00:00Z"


def test_an_empty_feed_is_a_feed_and_says_how_fresh_it_is() -> None:
    read = feedparser.parse(io.BytesIO(atom(made())))
    assert not read.bozo
    assert read.feed.subtitle == "Checked Wed 25 Nov 2026, 05:00 UTC"


def test_json_feed_has_what_its_readers_need() -> None:
    content = json.loads(json_feed(made(fact())))
    assert content["version"].endswith("/1.1")
    assert {"id", "url", "title", "content_text", "date_published"} <= content["items"][0].keys()


@pytest.mark.parametrize(
    "words", [*HOSTILE, "\x00\x0b]]>"], ids=["script", "header", "override", "endless", "markup", "nul"]
)
def test_hostile_words_are_inert(words: str) -> None:
    body = atom(made(fact(title=words, says=words)))
    assert not feedparser.parse(io.BytesIO(body)).bozo
    assert len(body) < 5_000
    assert b"<script" not in body


def test_a_reader_that_has_it_is_told_so() -> None:
    tag = etag(atom(made(fact())))
    assert unchanged(tag, f'"x", W/{tag}')
    assert not unchanged(tag, etag(atom(made(replace(fact(), title="Other")))))
