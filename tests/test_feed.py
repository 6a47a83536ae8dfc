"""Feeds of every kind, by facts alone."""

import pytest
from msgspec.structs import replace

from crawlers import imports
from crawlers.matter import Matter, check
from crawlers.parsers import feed
from crawlers.response import Found, Response, Skipped, Unreadable
from crawlers.sources import Feed, Republish, watched
from crawlers.vocabulary import Kind, Mark
from tests.loopback import source

NEWS = replace(
    source("news", "https://www.example.org/feed"),
    parser="",
    feed=Feed(series="intl/news", kind=Kind.SIGNAL),
    republish=Republish.EXCERPT,
    zone="America/New_York",
)


def rss(*items: str, encoding: str = "utf-8") -> bytes:
    head = f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><title>News</title>'
    return f"{head}{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>".encode(encoding)


def read(body: bytes, media_type: str = "") -> list[Found]:
    return list(feed.parse(Response(url="https://www.example.org/feed", body=body, media_type=media_type), NEWS))


def one(body: bytes, media_type: str = "") -> Matter:
    (found,) = read(body, media_type)
    assert isinstance(found, Matter)
    return check(found)


ITEM = "<title>Courts &amp; hosts</title><link>https://example.org/2026/11/post?utm_source=x</link>"


def test_an_id_comes_from_the_guid() -> None:
    assert one(rss(f"{ITEM}<guid>https://www.example.org/?p=12</guid>")).id == "intl/news/p-12"


def test_an_id_comes_from_the_link_without_what_tracks() -> None:
    matter = one(rss(ITEM))
    assert (matter.id, matter.url) == ("intl/news/2026/11/post", "https://example.org/2026/11/post")


def test_another_hosts_guid_names_the_host() -> None:
    assert one(rss(f"{ITEM}<guid>https://other.example/5</guid>")).id == "intl/news/other.example/5"


def test_the_id_stays_when_title_and_words_change() -> None:
    changed = rss("<title>Other</title><description>new</description><link>https://example.org/2026/11/post</link>")
    assert one(changed).id == one(rss(ITEM)).id


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Tue, 03 Feb 2026 02:30:00 GMT", "2026-02-02"),
        ("Tue, 03 Feb 2026 00:00:00 GMT", "2026-02-03"),
        ("Mon, 02 Feb 2026 23:30:00 -0500", "2026-02-02"),
        ("2026-02-03", "2026-02-03"),
        ("samedi 3 janvier 2026", "2026-01-03"),
        ("Mon, 05 Ene 2026 10:00:00 -0300", "2026-01-05"),
        ("3.1.2026", "2026-01-03"),
        ("Sat, 3 Jan 2026", "2026-01-03"),
        ("03/01/2026 10:00", ""),
        ("no day at all", ""),
    ],
)
def test_days_are_the_sources_own(words: str, day: str) -> None:
    assert one(rss(f"{ITEM}<pubDate>{words}</pubDate>")).published == day


def test_a_signal_keeps_a_pointer_not_a_copy() -> None:
    matter = one(rss(f"{ITEM}<description>{'<![CDATA[<p>word </p>'}{'word ' * 200}]]></description>"))
    assert len(matter.summary) <= 302
    assert (matter.texts, matter.mark) == ((), Mark.SECOND_HAND)


def test_mark_up_and_script_never_reach_the_record() -> None:
    matter = one(
        rss(
            "<title>&lt;script&gt;alert(1)&lt;/script&gt;Bill &lt;b&gt;7&lt;/b&gt;</title><link>javascript:alert(1)</link><guid>7</guid>"
        )
    )
    assert "<" not in matter.title
    assert matter.url == ""


def test_bytes_are_read_in_their_own_encoding() -> None:
    assert one(rss("<title>Décret n° 5</title><guid>5</guid>", encoding="iso-8859-1")).title == "Décret n° 5"


def test_an_item_that_cannot_be_told_apart_is_skipped() -> None:
    assert isinstance(read(rss("<title>Nameless</title>"))[0], Skipped)


def test_an_empty_feed_is_sound() -> None:
    assert read(rss()) == []


@pytest.mark.parametrize("body", [b"", b"<html><body>Sorry</body></html>", b'{"a": 1}', b"\x00\x01\x02" * 50])
def test_what_is_no_feed_is_refused(body: bytes) -> None:
    with pytest.raises(Unreadable):
        read(body)


def test_atom_is_read_too() -> None:
    body = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><id>tag:example.org,2026:9</id>
    <title>A ruling</title><updated>2026-02-03T12:00:00Z</updated><link href="https://example.org/9"/></entry></feed>"""
    matter = one(body)
    assert (matter.id, matter.published) == ("intl/news/tag:example.org-2026:9", "2026-02-03")


def test_blocks_do_not_run_together_in_a_summary() -> None:
    words = "<description>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;br/&gt;three&lt;/p&gt;</description>"
    assert one(rss(f"{ITEM}{words}")).summary == "One Two three"


def test_a_broadcast_without_a_page_leads_to_its_recording() -> None:
    sound = '<title>Ep</title><guid isPermaLink="false">e 1</guid><enclosure url="https://www.example.org/a.mp3" type="audio/mpeg" length="1"/>'
    assert (one(rss(sound)).id, one(rss(sound)).url) == ("intl/news/e-1", "https://www.example.org/a.mp3")


def test_a_code_of_a_kind_of_document_is_no_summary() -> None:
    link = '<link>http://hudoc.esc.coe.int/eng#{"ESCDcIdentifier":["cc-999-2031-dmerits-en"]}</link>'
    items = [
        f"<title>Union of Readers v. Sampleland</title><description>{said}</description>{link}"
        for said in ("FOND", "The merits of a complaint on quiet hours")
    ]
    body = Response(url="", body=rss(*items), name="feed.rss")
    found = [
        matter.summary for matter in imports.read(body, watched().source("coe-hudoc")) if isinstance(matter, Matter)
    ]
    assert found == ["", "The merits of a complaint on quiet hours"]


def test_a_section_of_a_report_names_its_report() -> None:
    link = '<link>http://hudoc.greco.coe.int/eng#{"grecosectionid":["Greco-Eval-IX-2031-1E-2"]}</link>'
    item = f"<title>II. CONTEXT</title><description>Report on Sampleland - 2/7</description>{link}"
    (found,) = imports.read(Response(url="", body=rss(item), name="feed.rss"), watched().source("coe-hudoc"))
    assert isinstance(found, Matter)
    assert found.title == "Report on Sampleland - 2/7: II. CONTEXT"
