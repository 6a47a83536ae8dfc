"""What `amicus check --live` says of a service that is not as its parser expects, and what `amicus record` saves."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from crawlers import facts
from crawlers.crawl.live import UNREAD
from crawlers.sources import Canary, Default
from tests.live import ask
from tests.loopback import Page, bills, site, source

pytestmark = pytest.mark.process

SOUND = {"number": "1", "title": "A bill", "status": "second reading"}
KNOWN = [{"id": "zz/bill/x/9", "title": "Another", "source_status": "passed", "events": [{"date": "2026-01-01"}]}]


def _expect(folder: Path) -> Path:
    (folder / "live").mkdir()
    (folder / "live" / "expected.json").write_text(json.dumps({"matters": KNOWN}), encoding="utf-8")
    return folder


def test_all_that_differs_is_said_each_in_a_sentence(tmp_path: Path) -> None:
    rows = ({**SOUND, "status": "laid upon the table"}, {"number": "2", "title": ""}, {"number": "", "title": "x"})
    with site(1) as served:
        served.put(2, "/", bills(*rows))
        served.put(2, "/canary", Page(b"something else"))
        canary = Canary(url=served.url(2, "/canary"), contains="the known answer")
        said = ask("check", source("live", served.url(2), canary=canary), _expect(tmp_path))
    assert said == [
        "1 of 3 rows could not be read as a matter",
        "the canary did not bring the known answer",
        "the service names neither ETag nor Last-Modified: unchanged pages will come again whole",
        "the parser does not know the status word 'laid upon the table' (1 of 2 matters)",
        "1 of 2 matters lack title",
        "no matter has events, in the fixtures most have",
    ]


def test_a_service_as_expected_differs_in_nothing(tmp_path: Path) -> None:
    with site(1) as served:
        served.put(2, "/", bills({**SOUND, "hearing": "2026-12-01"}, etag='"a"'))
        assert ask("check", source("live", served.url(2)), _expect(tmp_path)) == []


def test_an_answer_without_matters_is_said(tmp_path: Path) -> None:
    with site(1) as served:
        served.put(2, "/", bills(etag='"a"'))
        assert ask("check", source("live", served.url(2)), tmp_path) == ["no matter was found in the first answers"]


def test_an_error_is_said_with_its_address(tmp_path: Path) -> None:
    with site(1) as served:
        served.put(2, "/", Page(status=404))
        said = ask("check", source("live", served.url(2)), tmp_path)
        assert said[0] == f"{served.url(2)}: the answer is 404"


def test_a_source_without_its_key_says_which(tmp_path: Path) -> None:
    entry = replace(source("live", "http://127.0.0.2/"), default=Default.KEY, key="NO_SUCH_KEY", reason="it is free")
    assert ask("check", entry, tmp_path) == ["no answer came: no key: set NO_SUCH_KEY (it is free)"]
    assert ask("record", entry, tmp_path) == []
    assert not (tmp_path / "live").exists()


def test_a_recorded_answer_waits_to_be_read(tmp_path: Path) -> None:
    with site(1) as served:
        page = bills(SOUND)
        served.put(2, "/", page)
        served.put(2, "/canary", Page(b"the known answer"))
        canary = Canary(url=served.url(2, "/canary"), contains="the known answer")
        entry = source("live", served.url(2), canary=canary)
        (name,) = ask("record", entry, tmp_path)
        assert ask("record", entry, tmp_path) == [name]
        listed = facts.load(tmp_path / "live" / "urls.yaml")
    assert listed == {served.url(2): name}
    assert (tmp_path / "live" / name).read_bytes() == page.body
    assert name in (tmp_path / "live" / UNREAD).read_text(encoding="utf-8")
