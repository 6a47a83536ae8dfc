"""Every source reads its own fixtures as the file beside them says; a missing expectation is written, to be reviewed."""

import importlib
import mimetypes
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest

from crawlers import papers
from crawlers.crawl.live import UNREAD
from crawlers.joining.merge import merge_all
from crawlers.matter import Matter, check
from crawlers.record import stamped
from crawlers.response import Found, Request, Response, Unreadable
from crawlers.sources import Source, by_parser, watched
from tests import served
from tests.crawl import TODAY

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
OURS = {"urls.yaml", "expected.json", "README.md", UNREAD}


def responses(folder: Path) -> list[Response]:
    """One a file; its address from urls.yaml, or one made of the file's name."""
    source = watched().sources.get(folder.name)
    addresses = {file: url for url, file in served.files(source, TODAY).items()} if source else {}
    files = [file for file in sorted(folder.rglob("*")) if file.is_file() and file.name not in OURS]
    return [_response(file, folder, addresses) for file in files]


def _response(file: Path, folder: Path, addresses: dict[str, str]) -> Response:
    name = file.relative_to(folder).as_posix()
    return Response(
        url=addresses.get(name, f"https://fixture.invalid/{name}").partition(" ")[0],
        body=file.read_bytes(),
        media_type=mimetypes.guess_type(name)[0] or "",
        name=file.name,
        fetched="2026-01-05T06:00:00Z",
        beside=lambda other: (file.parent / other).read_bytes() if (file.parent / other).is_file() else None,
    )


@cache
def read(id: str) -> tuple[dict[str, list[Found]], dict[str, str]]:
    """What each file of a source gave, and why others were refused."""
    source = watched().source(id)
    module = importlib.import_module(by_parser(source))
    found: dict[str, list[Found]] = {}
    refused: dict[str, str] = {}
    for response in responses(FIXTURES / id):
        try:
            found[response.name] = list(stamped(module.parse(response, source), response, source, module.VERSION))
        except Unreadable as reason:
            refused[response.name] = str(reason)
    pages = responses(FIXTURES / id)
    carried = {one.url: one.context for listed in found.values() for one in listed if isinstance(one, Request)}
    for response in (one for one in pages if carried.get(one.url)):
        told = replace(response, context=carried[response.url])
        found[response.name] = list(stamped(module.parse(told, source), told, source, module.VERSION))
        refused.pop(response.name, None)
    linked = _linked(found, source, {response.name: response.url for response in pages})
    while pages:  # a page may lead to the file of its words
        asked = [response for response in pages if response.url in linked]
        pages = [response for response in pages if response not in asked] if asked else []
        for response in asked:
            found[response.name] = list(papers.read(replace(response, context=linked[response.url]), source))
            refused.pop(response.name, None)
            linked |= {one.url: one.context for one in found[response.name] if isinstance(one, Request)}
    return found, refused


def _linked(
    found: Mapping[str, list[Found]], source: Source, addresses: Mapping[str, str]
) -> dict[str, Mapping[str, str]]:
    """By address of a file or page that a record only links to, what its request carries."""
    matters = [(one, addresses[name]) for name, listed in found.items() for one in listed if isinstance(one, Matter)]
    return {asked.url: asked.context for matter, at in matters for asked in papers.wanted(matter, source, at)}


def told(id: str) -> dict[str, Any]:
    """All of it as plain values, without the hashes that only say which bytes were read."""
    found, refused = read(id)
    things = [thing for listed in found.values() for thing in listed]
    matters = merge_all((thing for thing in things if isinstance(thing, Matter)), watched().source(id).languages)
    whole = {
        "matters": [_without_snapshots(msgspec.to_builtins(matter)) for matter in matters],
        "requests": sorted({thing.url for thing in things if isinstance(thing, Request)}),
        "refused": refused,
    }
    return {name: value for name, value in whole.items() if value}


def _without_snapshots(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_snapshots(part) for name, part in value.items() if name != "snapshot"}
    return [_without_snapshots(part) for part in value] if isinstance(value, list | tuple) else value


def sources() -> list[str]:
    return sorted(folder.name for folder in FIXTURES.iterdir() if folder.is_dir() and responses(folder))


@pytest.mark.parametrize("id", sources())
def test_fixtures_are_read_as_expected(id: str) -> None:
    expected = FIXTURES / id / "expected.json"
    text = msgspec.json.format(msgspec.json.encode(told(id)), indent=1).decode() + "\n"
    if not expected.exists():
        expected.write_text(text, encoding="utf-8")
        pytest.fail(f"{expected.relative_to(FIXTURES.parent)} was not there; it is written now: review and commit it")
    assert text.splitlines() == expected.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("id", sources())
def test_a_person_has_read_what_was_recorded(id: str) -> None:
    unread = FIXTURES / id / UNREAD
    assert not unread.exists(), (
        f"{unread.relative_to(FIXTURES.parent)}: read these answers and what expected.json makes of them, then delete it"
    )


@pytest.mark.parametrize("id", sources())
def test_fixtures_yield_sound_matters_of_their_source(id: str) -> None:
    found, _ = read(id)
    matters = [thing for listed in found.values() for thing in listed if isinstance(thing, Matter)]
    assert matters
    for matter in map(check, matters):
        assert matter.source == id
        assert matter.title or "title" in matter.missing
        assert matter.parser, f"{matter.id} does not say what read it"
        assert all(_unique(text.provisions, text.id) for text in matter.texts)


def _unique(provisions: Any, text: str) -> bool:
    ids = [provision.id for provision in provisions]
    assert len(ids) == len(set(ids)), f"text {text}: a provision id stands twice"
    assert {p.parent for p in provisions} <= {"", *ids}, f"text {text}: a provision has a parent that is not there"
    return True


@pytest.mark.parametrize("id", sources())
def test_fixtures_ask_only_hosts_of_their_source(id: str) -> None:
    source: Source = watched().source(id)
    found, _ = read(id)
    asked = [thing.url for listed in found.values() for thing in listed if isinstance(thing, Request)]
    assert {urlsplit(url).hostname for url in asked} <= set(source.hosts)


def test_a_fixture_folder_bears_the_name_of_a_source() -> None:
    assert set(sources()) <= set(watched().sources)
