"""A source whose key goes into a header: it is sent with every request, and written nowhere."""

import gzip
from pathlib import Path

import pytest
from msgspec.structs import replace

from crawlers.fetch.secret import Secret
from tests.crawl import Plan, crawl
from tests.loopback import Page, bill, bills, site, source

pytestmark = pytest.mark.process

KEY = "a-key-that-nobody-may-read"


def test_every_request_bears_the_headers_of_its_source_and_the_key_is_kept_nowhere(tmp_path: Path) -> None:
    with site(1) as served:
        served.put(2, "/", bills({"number": "1", "title": "", "detail": "/1"}))
        served.put(2, "/1", bill("1"))
        served.put(2, "/robots.txt", Page(b""))
        keyed = replace(source("keyed", served.url(2)), key="LOOPBACK_KEY", options={"header X-Api-Key": "{key}"})
        crawl(Plan(str(tmp_path), [keyed]), LOOPBACK_KEY=KEY)
        sent = {asked.path: asked.headers.get("X-Api-Key", "") for asked in served.log}
    assert (sent["/"], sent["/1"]) == (KEY, KEY)
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and KEY.encode() in _bytes(path)]


@pytest.mark.parametrize(("key", "kept"), [(KEY, "{key}"), ("kim", "kim")])
def test_an_answer_that_repeats_a_key_is_kept_without_it_but_a_mere_name_may_be_any_word(key: str, kept: str) -> None:
    assert Secret(key).scrub(f"A law of {key}".encode()) == f"A law of {kept}".encode()


def _bytes(path: Path) -> bytes:
    packed = path.read_bytes()
    return gzip.decompress(packed) if packed[:2] == b"\x1f\x8b" else packed
