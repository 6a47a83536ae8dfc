"""Every fact that stands alone is found again in the bytes it was read from."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner

from crawlers.files.located import leaves, located
from crawlers.matter import Event, Matter, Person
from crawlers.memory.archive import Answer, Archive
from crawlers.memory.state import open_state
from crawlers.vocabulary import EventKind
from dashboard.cli import app
from index import intake
from index.records import open_records
from index.store.located import places
from tests.library import library

PAGE = b"""<html><body><table><tr><td>Lamps Bill</td><td>3 March 2026</td></tr>
<tr><td>Reading Rooms Bill</td><td>in committee since 3 March 2026</td></tr></table></body></html>"""
LIST = json.dumps(
    {"items": [{"name": "Lamps Bill", "on": "2026-03-03"}, {"name": "Reading Rooms Bill", "on": "2026-03-03T10:00"}]}
).encode()


def test_a_pointer_leads_to_the_value_of_the_right_row() -> None:
    assert located(leaves(LIST), "Reading Rooms Bill") == "/items/1/name"
    assert located(leaves(LIST), "2026-03-03", near=["Reading Rooms Bill"]) == "/items/1/on"


def test_a_day_is_found_as_the_page_writes_it() -> None:
    assert located(leaves(PAGE), "2026-03-03", near=["Lamps Bill"]) == "/html/body/table/tr[1]/td[2]"
    assert located(leaves(PAGE), "2026-03-03", near=["Reading Rooms Bill"]) == "/html/body/table/tr[2]/td[2]"


@pytest.mark.parametrize(
    ("body", "value", "path"),
    [
        (b'<bill n="12"><stage when="2026-01-02">Report</stage></bill>', "2026-01-02", "/bill/stage/@when"),
        (b'{"a/b": {"c~d": "Report stage"}}', "report  stage", "/a~1b/c~0d"),
        (b"number,stage\n12,Report stage\n", "Report stage", "line 2"),
        (b"<bill><note>The Report stage is over.</note></bill>", "Report stage", "/bill/note"),
    ],
)
def test_json_markup_attributes_and_plain_lines_have_paths(body: bytes, value: str, path: str) -> None:
    assert located(leaves(body), value) == path


@pytest.mark.parametrize("body", [b"", b"\x00\x01\x02" * 500, b"[" * 100_000, b"<a><b></a>", b'{"a": '])
def test_bytes_that_nobody_can_read_have_no_places(body: bytes) -> None:
    assert located(leaves(body), "Report") == ""


def test_what_the_bytes_do_not_hold_has_no_place() -> None:
    assert located(leaves(LIST), "Another Bill") == ""
    assert located(leaves(LIST), "") == ""


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Matter:
    """A matter whose bytes are in the archive."""
    monkeypatch.setenv("AMICUS_HOME", str(tmp_path))
    answer = Answer(
        source="uk-bills", key="k", url="https://bills.example/1", status=200, headers={}, body=LIST,
        fetched=datetime(2026, 3, 4, tzinfo=UTC),
    )  # fmt: skip
    connection = open_state(tmp_path)
    with connection:
        Archive(tmp_path, connection).add(answer)
    connection.close()
    hearing = Event(date="2026-03-03", kind=EventKind.HEARING, snapshot=answer.snapshot)
    matter = replace(
        library(1)[0], title="Reading Rooms Bill", source_status="", summary="", note="", norms=(), texts=(),
        snapshot=answer.snapshot, events=(hearing,), people=(Person(name="Nobody There", role="sponsor"),),
    )  # fmt: skip
    intake.take(open_records(), [matter], "2026-03-04T06:00:00Z")
    return matter


def test_facts_dates_and_people_of_a_matter_are_found_in_the_archive(kept: Matter) -> None:
    records = open_records()
    held = records.get(kept.id)
    assert held is not None
    found = {(one.fact, one.path) for one in places(held, records.origins(held))}
    assert found == {("title", "/items/1/name"), ("2026-03-03 hearing", "/items/1/on")}


def test_show_says_where_the_facts_stand(kept: Matter) -> None:
    told = CliRunner().invoke(app, ["show", kept.id]).output
    assert f"title: [{kept.snapshot[:12]}] /items/1/name" in told


def test_show_says_where_the_facts_stand_in_files_that_were_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AMICUS_HOME", str(tmp_path / "home"))
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "other.json").write_bytes(b"[]")
    with ZipFile(folder / "lists.zip", "w") as packed:
        packed.writestr("list.json", LIST + b"\n")
    snapshot = hashlib.sha256(LIST + b"\n").hexdigest()
    matter = replace(library(1)[0], title="Reading Rooms Bill", snapshot=snapshot, events=(), people=())
    intake.take(open_records(), [matter], "2026-03-04T06:00:00Z")
    told = CliRunner().invoke(app, ["show", matter.id, "--files", str(folder)]).output
    assert f"Where they stand in the files:\n  title: [{snapshot[:12]}] /items/1/name" in told
    assert "Where they stand" not in CliRunner().invoke(app, ["show", matter.id]).output


def test_without_an_archive_nothing_is_claimed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMICUS_HOME", str(tmp_path))
    one = replace(
        library(1)[0], snapshot="f" * 64, events=(Event(date="2026-01-01", kind=EventKind.HEARING, snapshot="f" * 64),)
    )
    assert places(one, []) == []


def test_a_long_list_is_read_in_the_time_of_its_length() -> None:
    """Each item once: counting its siblings anew for every item took minutes for a list of three megabytes."""
    found = leaves(b"<list>" + b"<item>2026-01-01</item>" * 100_000 + b"</list>")
    assert (found[0].path, found[99_999].path) == ("/list/item[1]", "/list/item[100000]")
