"""A second crawl: what changed, vanished, failed before or was left for later; and re-reading without a request."""

import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace

import tests.loopback_parser
from crawlers import papers
from crawlers.crawl.reparse import reparse
from crawlers.crawl.verdict import Verdict
from crawlers.joining.notes import WITHDRAWN
from crawlers.memory.archive import Archive, Lost
from crawlers.memory.prune import prune
from crawlers.memory.state import open_state
from crawlers.sources import Source
from tests.crawl import FileSink, Plan, Told, crawl
from tests.loopback import Page, Site, bill, bills, site, source

pytestmark = pytest.mark.process

WITHDRAWN_HOST, CHANGED, SAME, LATER, PACKED, BOUNDED, HEARING = range(2, 9)
TO_1 = {"number": "1", "title": "", "detail": "/1"}


class Twice(NamedTuple):
    site: Site
    home: Path
    sources: dict[str, Source]
    first: Told
    second: Told


def _zip(**files: Page) -> Page:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, page in files.items():
            archive.writestr(f"{name}.json", page.body)
        archive.writestr("seal.png", b"\x89PNG")
    return Page(out.getvalue(), media_type="application/zip")


def furnish(served: Site) -> None:
    served.put(WITHDRAWN_HOST, "/", bill("1"), Page(status=410))
    served.put(CHANGED, "/", bill("1", title="An old title", etag='"a"'), bill("1", title="A new title", etag='"b"'))
    served.put(SAME, "/", bill("1"))
    served.put(LATER, "/", bills(TO_1))
    served.put(LATER, "/1", Page(status=404), bill("1"))
    served.put(PACKED, "/", _zip(one=bill("1"), two=bill("2")))
    served.put(BOUNDED, "/", bills(*({"number": str(n), "title": "x", "detail": f"/{n}"} for n in range(6)), total=6))
    for number in range(6):
        served.put(BOUNDED, f"/{number}", bill(str(number), etag=f'"{number}"'))
    hearing = {"hearing": "2026-12-01"}
    served.put(HEARING, "/", bill("1", **hearing), bill("1", **hearing, state="cancelled"))


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twice]:
    home = tmp_path_factory.mktemp("again")
    names = ("withdrawn", "changed", "same", "later", "packed", "bounded", "hearing")
    with site(len(names)) as served:
        furnish(served)
        sources = {name: source(name, served.url(number)) for number, name in enumerate(names, 2)}
        plan = Plan(str(home), list(sources.values()), requests=4)
        yield Twice(served, home, sources, crawl(plan), crawl(plan))


def test_a_withdrawn_matter_is_marked_and_not_lost(twice: Twice) -> None:
    assert twice.second.matters("withdrawn")["zz/bill/withdrawn/1"].note.startswith(WITHDRAWN.partition("{")[0] + "410")
    assert twice.second.runs["withdrawn"].verdict is Verdict.FAILED


def test_a_changed_page_names_the_snapshot_it_replaces(twice: Twice) -> None:
    before = twice.first.matters("changed")["zz/bill/changed/1"]
    (batch,) = (batch for batch in twice.second.batches if batch.source == "changed")
    assert batch.replaced == [before.snapshot]
    assert batch.matters[0].title == "A new title"


def test_the_same_bytes_are_not_stored_again(twice: Twice) -> None:
    assert not twice.second.matters("same")
    assert twice.second.runs["same"].fetched == 1


def test_a_sub_page_that_failed_completes_the_record_later(twice: Twice) -> None:
    assert twice.first.matters("later")["zz/bill/later/1"].missing == ("title",)
    assert twice.second.matters("later")["zz/bill/later/1"].title == "Bill 1"
    assert twice.second.runs["later"].verdict is Verdict.OK


def test_each_file_of_an_archive_is_read_and_pictures_are_left_out(twice: Twice) -> None:
    run = twice.first.runs["packed"]
    assert (run.verdict, run.fetched, run.refused) == (Verdict.OK, 2, 0)


def test_a_file_of_an_archive_is_found_by_its_hash(twice: Twice) -> None:
    matter = twice.first.matters("packed")["zz/bill/packed/2"]
    assert b"Bill 2" in Archive(twice.home, open_state(twice.home)).body(matter.snapshot)


def test_a_bounded_run_says_so_and_the_next_goes_on(twice: Twice) -> None:
    assert not twice.first.runs["bounded"].whole
    assert "stopped after 4 requests" in twice.first.runs["bounded"].reason
    asked = [path for path in twice.site.asked(BOUNDED) if path != "/"]
    assert len(set(asked)) == 6


def test_a_hearing_the_source_cancels_is_cancelled(twice: Twice) -> None:
    (event,) = twice.second.matters("hearing")["zz/bill/hearing/1"].events
    assert event.cancelled


def test_a_new_version_of_the_parser_reads_the_archive_without_a_request(
    twice: Twice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "crawlers.parsers.loopback", tests.loopback_parser)
    same = reparse(twice.sources["changed"], FileSink(twice.home), home=twice.home)
    monkeypatch.setattr(tests.loopback_parser, "VERSION", 2)
    before = len(twice.site.log)
    newer = reparse(twice.sources["changed"], FileSink(twice.home), home=twice.home)
    assert (same.pages, newer.pages, newer.changed, len(twice.site.log)) == (0, 1, 1, before)


def test_papers_that_are_read_better_are_read_again_where_the_source_has_any(
    twice: Twice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "crawlers.parsers.loopback", tests.loopback_parser)
    plain = twice.sources["changed"]
    papery = replace(plain, options={**plain.options, "read": "files"})
    reparse(papery, FileSink(twice.home), home=twice.home)
    monkeypatch.setattr(papers, "VERSION", 99)
    pages = [reparse(source, FileSink(twice.home), home=twice.home).pages for source in (papery, papery, plain, plain)]
    assert pages == [1, 0, 1, 0]


def test_pruning_keeps_what_a_record_or_an_address_rests_on(twice: Twice) -> None:
    old = twice.first.matters("changed")["zz/bill/changed/1"].snapshot
    rested_on = twice.first.matters("withdrawn")["zz/bill/withdrawn/1"].snapshot
    connection = open_state(twice.home)
    assert prune(twice.home, connection, "2099-01-01T00:00:00Z", {rested_on}) > 0
    archive = Archive(twice.home, connection)
    assert archive.body(rested_on)
    assert archive.body(twice.second.matters("changed")["zz/bill/changed/1"].snapshot)
    with pytest.raises(Lost):
        archive.body(old)
