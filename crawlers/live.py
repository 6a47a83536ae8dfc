"""Ask the real service once: what differs from what the parser expects, and a live answer as a fixture."""

import mimetypes
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from crawlers.fetch.archive import Answer, Archive
from crawlers.fetch.state import open_state
from crawlers.matter import Matter
from crawlers.run import Bounds, crawl
from crawlers.sink import Progress
from crawlers.sources import Source
from crawlers.verdict import Run

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
_ASKED = Bounds(requests=3, seconds=120)  # a listing, one of its pages, the canary
_FIELDS = (
    "title",
    "url",
    "published",
    "status_as_of",
    "source_status",
    "events",
    "texts",
    "identifiers",
    "people",
    "summary",
)


class Heard(NamedTuple):
    """What came, and one sentence for each thing that is not as expected."""

    run: Run
    matters: tuple[Matter, ...]
    differs: tuple[str, ...]


class _Ear:
    """A sink that only listens."""

    new = changed = 0

    def __init__(self) -> None:
        self.matters: list[Matter] = []

    def store(self, source: Source, matters: Sequence[Matter], replaced: frozenset[str]) -> "_Ear":  # noqa: ARG002
        self.matters += matters
        return self

    def tell(self, progress: Progress) -> None:
        """Nobody waits for it."""

    def finish(self, source: Source, run: Run) -> None:
        """The caller has it."""


def check(source: Source, today: date) -> Heard:
    """In a folder of its own, so that cursors and archive stay as they are. Once a process."""
    with tempfile.TemporaryDirectory() as folder:
        run, matters, answers = _ask(source, today, Path(folder))
    return Heard(run, tuple(matters), tuple(_differences(source, run, matters, answers)))


def record(source: Source, today: date, folder: Path = FIXTURES) -> list[Path]:
    """Live answers as fixtures of the source; its test fails until a person has read what comes of them."""
    with tempfile.TemporaryDirectory() as home:
        _, _, answers = _ask(source, today, Path(home))
    place = folder / source.id
    place.mkdir(parents=True, exist_ok=True)
    return [_saved(place, answer) for answer in answers if answer.status == 200]


def _ask(source: Source, today: date, home: Path) -> tuple[Run, list[Matter], list[Answer]]:
    ear = _Ear()
    runs = crawl([source], ear, _ASKED, today=today, home=home)
    connection = open_state(home)
    archive = Archive(home, connection)
    numbers = connection.execute("SELECT id FROM answers WHERE key <> '' ORDER BY id").fetchall()
    answers = [archive.answer(number) for (number,) in numbers]
    connection.close()
    return runs[0], ear.matters, answers


def _differences(source: Source, run: Run, matters: Sequence[Matter], answers: Sequence[Answer]) -> list[str]:
    sound = [answer for answer in answers if answer.status == 200]
    said = [*run.faults]
    if not answers:
        said.append("no answer came")
    if sound and not matters:
        said.append("no matter was found in the first answers")
    if run.canary is False:
        said.append("the canary did not bring the known answer")
    if sound and not any({"etag", "last-modified"} & answer.headers.keys() for answer in sound):
        said.append("the service names neither ETag nor Last-Modified: unchanged pages will come again whole")
    return said + _empty(source, matters)


def _empty(source: Source, matters: Sequence[Matter]) -> list[str]:
    """Fields that most matters of the fixtures have and no live one has."""
    path = FIXTURES / source.id / "expected.json"
    if not matters or not path.exists():
        return []
    expected = msgspec.json.decode(path.read_bytes())
    known = expected.get("matters", []) if isinstance(expected, dict) else expected
    filled = Counter(name for matter in known for name in _FIELDS if matter.get(name))
    usual = [name for name, count in filled.items() if count > len(known) / 2]
    return [
        f"no matter has {name}, in the fixtures most have"
        for name in usual
        if not any(getattr(one, name) for one in matters)
    ]


def _saved(place: Path, answer: Answer) -> Path:
    ending = mimetypes.guess_extension(answer.headers.get("content-type", "").partition(";")[0].strip()) or ".bin"
    path = place / f"live-{answer.snapshot[:8]}{ending}"
    path.write_bytes(answer.body)
    with (place / "urls.yaml").open("a", encoding="utf-8") as listed:
        listed.write(f'"{answer.url}": {path.name}\n')
    return path
