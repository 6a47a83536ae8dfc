"""Where a crawl may go, how long it waits, what it takes for an impostor, what it unpacks."""

import gzip
import io
import tarfile
import zipfile
from email.utils import formatdate

import pytest

from crawlers.fetch import impostor, policy, unpack
from crawlers.fetch.gate import retry_after, strictest
from crawlers.fetch.patience import backoff
from crawlers.fetch.reach import Refused, public, require
from crawlers.fetch.secret import Secret
from crawlers.response import Request, Unreadable
from crawlers.sources import Politeness

HOSTS = ("laws.example.org", "*.courts.example")
PRIVATE = (
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "127.0.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "::1",
    "fe80::1",
    "fd00::1",
    "::ffff:10.0.0.1",
    "64:ff9b::a00:1",
    "2002:a00:1::",
)


@pytest.mark.parametrize(
    "url", ["https://laws.example.org/a", "http://LAWS.example.org:8080/", "https://ca9.courts.example/x"]
)
def test_named_hosts_are_reached(url: str) -> None:
    assert require(url, HOSTS)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://laws.example.org/",
        "data:text/html,x",
        "https://example.org/",
        "https://laws.example.org.evil.example/",
        "https://evil.example/@laws.example.org",
        "https://laws.example.org@evil.example/",
        "https:///nothing",
    ],
)
def test_everything_else_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        require(url, HOSTS)


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_not_public(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AMICUS_LOOPBACK", raising=False)
    assert not public(address)


def test_a_named_host_that_is_a_private_address_is_refused() -> None:
    with pytest.raises(Refused, match="not a public address"):
        require("http://10.0.0.1/", ("10.0.0.1",))


def test_loopback_opens_nothing_but_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMICUS_LOOPBACK", "1")
    assert [address for address in PRIVATE if public(address)] == ["127.0.0.1", "::1"]


@pytest.mark.parametrize(
    ("words", "seconds"), [("120", 120.0), (formatdate(1_000_030, usegmt=True), 30.0), ("soon", None), ("", None)]
)
def test_retry_after_is_seconds_or_a_date(words: str, seconds: float | None) -> None:
    assert retry_after(words, 1_000_000.0) == seconds


def test_pauses_grow_and_end_at_two_minutes() -> None:
    assert [backoff(tried, 1.0) for tried in range(4)] == [4.0, 16.0, 64.0, 120.0]


def test_sources_that_share_a_host_share_its_strictest_rules() -> None:
    rules = strictest(
        [
            Politeness(reason="a", delay=1, concurrency=4, per_hour=50),
            Politeness(reason="b", delay=5, concurrency=8, per_minute=5),
        ]
    )
    assert (rules.delay, rules.concurrency, rules.per_minute, rules.per_hour, rules.per_day) == (5, 4, 5, 50, None)


def test_the_user_agent_names_the_contact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMICUS_CONTACT", "law@example.org")
    assert policy.user_agent().endswith("(reads public legal documents; law@example.org)")


def test_a_key_is_kept_nowhere() -> None:
    secret = Secret("s3cret-key")
    hidden = secret.hide(Request(url="https://x.example/?k=s3cret-key", headers={"X-Api-Key": "s3cret-key"}))
    assert (hidden.url, hidden.headers) == ("https://x.example/?k={key}", {"X-Api-Key": "{key}"})
    assert secret.show(hidden.url) == "https://x.example/?k=s3cret-key"


@pytest.mark.parametrize(
    "title",
    [
        "404 Not Found",
        "Error 503",
        "Service Unavailable",
        "Just a moment...",
        "Access Denied",
        "Seite nicht gefunden",
        "Page introuvable - Legifrance",
        "Página no encontrada",
        "The service is temporarily unavailable",
        "Request Rejected",
        "Scheduled maintenance",
    ],
)
def test_error_pages_with_status_200_are_recognised(title: str) -> None:
    page = f"<!doctype html><html><head><title>{title}</title></head><body>…</body></html>"
    assert title in impostor.impostor(page.encode(), "text/html")


@pytest.mark.parametrize(
    "title",
    [
        "Errors and Omissions (Insurance) Act 1974",
        "Service of Documents Regulations",
        "Access to Information Act",
        "Notice of proposed rulemaking: 404 permits",
        "Forbidden Goods Order 2021",
        "Gesetz über Wartungsarbeiten an Brücken",
        "500 Jahre Reinheitsgebot",
        "Loi sur le service public",
    ],
)
def test_laws_are_not_taken_for_error_pages(title: str) -> None:
    page = f"<!doctype html><html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>"
    assert not impostor.impostor(page.encode(), "text/html")


def test_a_wall_against_robots_is_recognised() -> None:
    page = b'<html><head></head><body><script src="/_Incapsula_Resource?x=1"></script></body></html>'
    assert "wall against robots" in impostor.impostor(page, "text/html")


def test_words_of_data_are_never_taken_for_an_error_page() -> None:
    assert not impostor.impostor(b'{"title": "<title>404 Not Found</title>"}', "application/json")


def _tar(*names: str) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name in names:
            entry = tarfile.TarInfo(name)
            entry.size = 4
            archive.addfile(entry, io.BytesIO(b"text"))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return out.getvalue()


def test_tar_and_gzip_give_their_files_and_no_links() -> None:
    tar = _tar("a.xml", "b/c.xml")
    assert [name for name, _ in unpack.members(tar)] == ["a.xml", "b/c.xml"]
    assert [name for name, _ in unpack.members(gzip.compress(tar, mtime=0))] == ["a.xml", "b/c.xml"]
    assert list(unpack.members(gzip.compress(b"text", mtime=0), "law.xml.gz")) == [("law.xml", b"text")]


def test_a_bomb_is_refused_in_one_sentence() -> None:
    bomb = gzip.compress(b" " * 50_000_000, mtime=0)
    with pytest.raises(Unreadable, match="unpacks to more than"):
        list(unpack.members(bomb))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big", b" " * 50_000_000)
    with pytest.raises(Unreadable, match="unpacks to more than"):
        list(unpack.members(out.getvalue()))


@pytest.mark.parametrize("body", [gzip.compress(b"x" * 1000, mtime=0)[:-9], b"\x1f\x8bnothing", b"PK\x03\x04nothing"])
def test_damaged_archives_are_refused(body: bytes) -> None:
    with pytest.raises(Unreadable):
        list(unpack.members(body))


def test_a_word_document_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    assert not unpack.packed(out.getvalue())
