"""A source that trades its key for a token: the token signs its requests, is renewed, and neither is written anywhere."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from crawlers.crawl.verdict import Verdict
from crawlers.sources import Source, Token
from tests.crawl import Plan, Told, crawl
from tests.loopback import Page, Site, bill, bills, site, source

pytestmark = pytest.mark.process

NAME, SECRET = "a-name-of-the-tests", "a-secret-that-nobody-may-read"
FIRST, SECOND = "first-token-of-the-tests", "second-token-of-the-tests"


def given(token: str, lasts: float = 3600) -> Page:
    return Page(json.dumps({"access_token": token, "token_type": "Bearer", "expires_in": lasts}).encode())


@pytest.fixture
def served() -> Iterator[Site]:
    with site(2) as hosts:
        for number in (2, 3):
            hosts.put(number, "/robots.txt", Page(b""))
        hosts.put(2, "/", bills({"number": "1", "title": "", "detail": "/1"}))
        hosts.put(2, "/1", bill("1"))
        hosts.put(3, "/token", given(FIRST))
        yield hosts


def traded(served: Site) -> Source:
    hosts = ("127.0.0.2", "127.0.0.3")
    plain = source("traded", served.url(2), hosts=hosts, concurrency=1)
    return replace(plain, key="LOOPBACK_KEY", token=Token(url=served.url(3, "/token"), scope="openid"))


def run(served: Site, folder: Path, key: str = f"{NAME}:{SECRET}") -> Told:
    return crawl(Plan(str(folder), [traded(served)]), LOOPBACK_KEY=key)


def signs(served: Site, number: int = 2) -> list[tuple[str, str]]:
    asked = (one for one in served.log if one.host == f"127.0.0.{number}")
    return [(one.path, one.headers.get("Authorization", "")) for one in asked]


def written(folder: Path) -> bytes:
    """Everything on disk after a crawl, unpacked."""
    return b"".join(_plain(path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file())


def _plain(packed: bytes) -> bytes:
    return gzip.decompress(packed) if packed[:2] == b"\x1f\x8b" else packed


def test_one_token_signs_every_request_but_that_of_robots_txt(served: Site, tmp_path: Path) -> None:
    told = run(served, tmp_path)
    assert told.runs["traded"].verdict is Verdict.OK
    assert signs(served) == [("/robots.txt", ""), ("/", f"Bearer {FIRST}"), ("/1", f"Bearer {FIRST}")]
    assert served.asked(3) == ["/token"]


def test_neither_token_nor_secret_is_written_anywhere(served: Site, tmp_path: Path) -> None:
    run(served, tmp_path)
    disk = written(tmp_path)
    assert b"bills" in disk
    assert not [hidden for hidden in (SECRET, FIRST) if hidden.encode() in disk]


def test_an_answer_that_repeats_them_is_kept_without_them(served: Site, tmp_path: Path) -> None:
    told = {"number": "2", "title": f"You sent {FIRST} for {NAME}:{SECRET}"}
    served.put(2, "/1", Page(json.dumps(told).encode(), headers={"X-Echo": FIRST}))
    matters = run(served, tmp_path).matters("traded")
    assert any(matter.title.startswith("You sent {key} for ") for matter in matters.values())
    assert not [hidden for hidden in (SECRET, FIRST) if hidden.encode() in written(tmp_path)]


def test_a_token_that_is_not_taken_any_more_is_renewed_once(served: Site, tmp_path: Path) -> None:
    served.put(2, "/1", Page(status=401), bill("1"))
    served.put(3, "/token", given(FIRST), given(SECOND))
    told = run(served, tmp_path)
    assert not told.runs["traded"].faults
    assert signs(served)[-2:] == [("/1", f"Bearer {FIRST}"), ("/1", f"Bearer {SECOND}")]


def test_a_token_near_its_end_is_renewed_before_it_is_used(served: Site, tmp_path: Path) -> None:
    served.put(3, "/token", given(FIRST, lasts=30), given(SECOND))
    run(served, tmp_path)
    assert signs(served)[-1] == ("/1", f"Bearer {SECOND}")


@pytest.mark.parametrize("said", [b"", b', "expires_in": null'])
def test_a_token_without_an_end_is_used_until_it_is_refused(served: Site, tmp_path: Path, said: bytes) -> None:
    served.put(3, "/token", Page(b'{"access_token": "%b"%b}' % (FIRST.encode(), said)), given(SECOND))
    served.put(2, "/1", Page(status=401), bill("1"))
    run(served, tmp_path)
    assert [token for _, token in signs(served)] == ["", *[f"Bearer {FIRST}"] * 2, f"Bearer {SECOND}"]
    assert served.asked(3) == ["/token"] * 2


@pytest.mark.parametrize(
    ("page", "key", "says"),
    [
        (
            Page(b'{"error": "invalid_client"}', status=401),
            f"{NAME}:{SECRET}",
            "gives no token for LOOPBACK_KEY: it answers 401",
        ),
        (Page(b"<html>"), f"{NAME}:{SECRET}", "holds no token"),
        (given(FIRST), SECRET, "LOOPBACK_KEY must read id:secret"),
    ],
)
def test_without_a_token_nothing_is_asked_and_one_sentence_says_why(
    served: Site, tmp_path: Path, page: Page, key: str, says: str
) -> None:
    served.put(3, "/token", page)
    told = run(served, tmp_path, key).runs["traded"]
    assert says in str(told.faults)
    assert SECRET not in str(told)
    assert [path for path, _ in signs(served)] == ["/robots.txt"]


def test_a_redirect_to_another_host_does_not_bear_the_token(served: Site, tmp_path: Path) -> None:
    served.put(2, "/1", Page(status=302, headers={"Location": served.url(3, "/1")}))
    served.put(3, "/1", bill("1"))
    run(served, tmp_path)
    assert ("/1", "") in signs(served, 3)
