"""Bytes of any kind are read, or refused with one sentence; nothing is fetched from inside a document."""

import random
import time
from collections.abc import Callable
from typing import Any

import pytest

from crawlers.files import reading
from crawlers.response import Unreadable

LAUGHS = b"<!DOCTYPE a [<!ENTITY l0 'ha'>%s]><a>&l12;</a>" % b"".join(
    b"<!ENTITY l%d '%s'>" % (level, b"&l%d;" % (level - 1) * 10) for level in range(1, 13)
)
EXTERNAL = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'


@pytest.mark.parametrize(
    ("read", "body", "reason"),
    [
        (reading.xml, b"<law><article>", "not XML that can be read"),
        (reading.xml, b"", "empty"),
        (reading.xml, b" \r\n\xef\xbb\xbf", "empty"),
        (reading.xml, EXTERNAL, "external entities"),
        (reading.xml, LAUGHS, "entities without end"),
        (reading.xml, b"<a>" * 300 + b"</a>" * 300, "256 deep"),
        (reading.xml, b"<!DOCTYPE html><html><p>Sorry<br></html>", "HTML page"),
        (reading.xml, b'{"a": 1}', "not XML"),
        (reading.json, b"<!doctype html><p>Try again later", "HTML page"),
        (reading.json, b"<answer/>", "XML, not JSON"),
        (reading.json, b"", "empty"),
        (reading.json, b'{"a": 1', "not JSON"),
        (reading.json, b"[" * 100_000, "too deep"),
        (reading.json, b"1" * 10_000, "digits"),
        (reading.html, b"", "empty"),
        (reading.html, b"only words", "no HTML"),
        (reading.html, b"%PDF-1.7 \x00\x01\x02\x03\x04\x05\x06", "binary"),
    ],
)
def test_bad_bytes_are_refused_in_one_sentence(read: Callable[[bytes], Any], body: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(body)
    assert reason in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("read", [reading.xml, reading.html, reading.json, reading.decode])
def test_noise_is_refused_at_once(read: Callable[[bytes], Any]) -> None:
    noise = random.Random(7).randbytes(1_000_000) * 50
    begun = time.perf_counter()
    with pytest.raises(Unreadable):
        read(noise)
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Größe".encode(), "Größe"),
        (b"\xef\xbb\xbfGr\xc3\xb6\xc3\x9fe", "Größe"),
        ("Größe".encode("utf-16"), "Größe"),
        ("<?xml version='1.0' encoding='ISO-8859-1'?>Größe".encode("cp1252"), "Größe"),
        ("<meta charset=iso-8859-2>Łódź".encode("iso-8859-2"), "Łódź"),
        ("<meta charset=utf-16>Bogotá".encode(), "Bogotá"),
        ("<?xml encoding='nonsense'?>Größe – ".encode("cp1252"), "Größe"),
    ],
)
def test_bytes_go_before_declarations(body: bytes, text: str) -> None:
    assert text in reading.decode(body)


def test_a_wrong_declaration_of_xml_is_survived() -> None:
    assert reading.words(reading.xml(b"<a>Qu\xe9bec</a>")) == "Québec"
    assert reading.words(reading.xml("<?xml version='1.0' encoding='UTF-8'?><a>Qué</a>".encode("cp1252"))) == "Qué"


def test_entities_of_the_document_itself_are_resolved() -> None:
    body = b'<!DOCTYPE a [<!ENTITY mdash "&#8212;">]><a>one&mdash;two&nbsp;three</a>'
    assert reading.words(reading.xml(body)) == "one—two three"


def test_xhtml_keeps_what_html_would_nest() -> None:
    body = b'<html xmlns="http://www.w3.org/1999/xhtml"><body><a id="x"/><p>one&nbsp;two</p><td/></body></html>'
    root = reading.html(body)
    assert [element.tag for element in root.iter()] == ["html", "body", "a", "p", "td"]
    assert reading.words(root) == "one two"


def test_broken_xhtml_is_read_as_html() -> None:
    root = reading.html(b'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>one<br><p>two</body>')
    assert [reading.words(paragraph) for paragraph in root.iter("p")] == ["one", "two"]


def test_markup_in_json_strings_stays_text() -> None:
    assert reading.json(b'{"title": "<script>x</script>\x0b"}') == {"title": "<script>x</script>\x0b"}


@pytest.mark.parametrize(
    "body", [b"<rss><channel><item/><item/></channel></rss>", b"<a:rss xmlns:a='urn:a'><item/><item/></a:rss>"]
)
def test_a_list_gives_its_items_by_local_name(body: bytes) -> None:
    assert [item.tag for item in reading.listed(body, "rss", "item")] == ["item", "item"]


def test_a_single_item_is_a_list_of_one_and_another_root_is_told() -> None:
    assert len(reading.listed(b"<item/>", "rss", "item")) == 1
    with pytest.raises(Unreadable, match="begins with page, not with rss"):
        reading.listed(b"<page><item/></page>", "rss", "item")
