"""The first start tells what it contacts, and says once when nobody could be reached."""

from pathlib import Path

import msgspec

from crawlers.crawl.verdict import Run, Verdict
from crawlers.sources import watched
from dashboard.upkeep.crawl import Keeper
from dashboard.views.care.first_start import Host, Progress, panel
from dashboard.words.tongue import tongue
from index.records import open_records

HOST = Host(name="data.example.org", reads="Laws", requests=40, key=False)


def _told(folder: Path, *verdicts: Verdict) -> Progress:
    """What the file says once sources ended so."""
    file = folder / "update.json"
    keeper = Keeper(open_records(f"sqlite:///{folder / 'records.db'}"), len(verdicts), file)
    for source, verdict in zip(watched().sources.values(), verdicts, strict=False):
        run = Run(source=source.id, started="2026-06-01T08:00:00Z", ended="2026-06-01T08:00:05Z", verdict=verdict)
        keeper.finish(source, run)
    keeper.end()
    return msgspec.json.decode(file.read_bytes(), type=Progress)


def test_a_machine_without_a_network_is_told_so_and_may_try_again(tmp_path: Path) -> None:
    told = _told(tmp_path, Verdict.FAILED, Verdict.FAILED)
    assert panel(told, [HOST], tongue("en")).title == "Nobody could be reached"


def test_one_answer_is_enough_not_to_speak_of_the_network(tmp_path: Path) -> None:
    assert not _told(tmp_path, Verdict.FAILED, Verdict.OK).unreached


def test_an_offline_machine_is_told_that_updates_are_switched_off() -> None:
    assert panel(Progress(offline=True), [HOST], tongue("en")).title == "Updates are switched off"
