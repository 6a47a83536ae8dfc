"""Ask the real service once: what differs from what the parser expects, and a live answer as a fixture."""

import mimetypes
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from crawlers import facts
from crawlers.crawl.run import Bounds, crawl
from crawlers.crawl.sink import Progress
from crawlers.crawl.verdict import Run
from crawlers.fetch.ask import canary, key
from crawlers.matter import Matter
from crawlers.memory.archive import Answer, Archive
from crawlers.memory.state import open_state
from crawlers.sources import Source
from crawlers.vocabulary import Status

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
UNREAD = "unread.txt"  # names the answers that no person has read yet; while it is there, the source's test fails
_ASKED = Bounds(requests=3, seconds=120)  # a listing, one of its pages, the canary
_SHOWN = 5  # words named in one sentence
_FIELDS = (
    "title", "url", "published", "status_as_of", "source_status", "events", "texts", "identifiers", "people", "summary",
)  # fmt: skip


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
        self.run: Run | None = None

    def store(self, source: Source, matters: Sequence[Matter], replaced: frozenset[str]) -> "_Ear":  # noqa: ARG002
        self.matters += matters
        return self

    def tell(self, progress: Progress) -> None:
        """Nobody waits for it."""

    def finish(self, source: Source, run: Run) -> None:  # noqa: ARG002
        """Also of a source that was not asked at all."""
        self.run = run


def check(source: Source, today: date, fixtures: Path = FIXTURES) -> Heard:
    """In a folder of its own, so that cursors and archive stay as they are. Once a process."""
    with tempfile.TemporaryDirectory() as folder:
        run, matters, answers = _ask(source, today, Path(folder))
    expected = _expected(fixtures / source.id / "expected.json")
    return Heard(run, tuple(matters), tuple(dict.fromkeys(_differences(run, matters, answers, expected))))


def record(source: Source, today: date, folder: Path = FIXTURES) -> list[Path]:
    """Live answers as fixtures of the source; its test fails until a person has read them. Once a process."""
    with tempfile.TemporaryDirectory() as home:
        _, _, answers = _ask(source, today, Path(home))
    place = folder / source.id
    alone = key(canary(source.canary.url)) if source.canary else ""
    sound = [answer for answer in answers if answer.status == 200 and answer.key != alone]
    return [_saved(place, answer) for answer in sound]


def _ask(source: Source, today: date, home: Path) -> tuple[Run, list[Matter], list[Answer]]:
    ear = _Ear()
    crawl([source], ear, _ASKED, today=today, home=home)
    assert ear.run, "every source ends with a verdict"
    connection = open_state(home)
    archive = Archive(home, connection)
    numbers = connection.execute("SELECT id FROM answers WHERE key <> '' ORDER BY id").fetchall()
    answers = [archive.answer(number) for (number,) in numbers]
    connection.close()
    return ear.run, ear.matters, answers


def _differences(
    run: Run, matters: Sequence[Matter], answers: Sequence[Answer], expected: Sequence[Mapping[str, object]]
) -> Iterator[str]:
    sound = [answer for answer in answers if answer.status == 200]
    yield from run.faults
    if not answers:
        yield f"no answer came: {run.reason}" if run.reason else "no answer came"
    if sound and not matters:
        yield "no matter was found in the first answers"
    if run.skipped:
        yield f"{run.skipped:,} of {run.fetched + run.skipped:,} rows could not be read as a matter"
    if run.canary is False:
        yield "the canary did not bring the known answer"
    if sound and not any({"etag", "last-modified"} & answer.headers.keys() for answer in sound):
        yield "the service names neither ETag nor Last-Modified: unchanged pages will come again whole"
    yield from _undeclared(matters)
    yield from _incomplete(matters)
    yield from _empty(matters, expected)


def _undeclared(matters: Sequence[Matter]) -> Iterator[str]:
    """The source's words for a status to which the parser knows no status of ours."""
    words = Counter(one.source_status for one in matters if one.status is Status.UNKNOWN and one.source_status)
    for word, count in words.most_common(_SHOWN):
        yield f"the parser does not know the status word {word!r} ({count:,} of {len(matters):,} matters)"
    if len(words) > _SHOWN:
        yield f"{len(words) - _SHOWN:,} more status words are unknown"


def _incomplete(matters: Sequence[Matter]) -> Iterator[str]:
    """Texts stand at addresses that so short a look seldom reaches."""
    lacking = Counter(name for one in matters for name in one.missing if name != "texts")
    for name, count in sorted(lacking.items()):
        yield f"{count:,} of {len(matters):,} matters lack {name}"


def _expected(path: Path) -> Sequence[Mapping[str, object]]:
    """The matters of the source's fixtures."""
    if not path.exists():
        return ()
    told = msgspec.json.decode(path.read_bytes(), type=dict[str, object])
    return msgspec.convert(told.get("matters", []), list[dict[str, object]])


def _empty(matters: Sequence[Matter], expected: Sequence[Mapping[str, object]]) -> Iterator[str]:
    """Fields that most matters of the fixtures have and no live one has."""
    filled = Counter(name for matter in expected for name in _FIELDS if matter.get(name))
    for name, count in filled.items():
        if matters and count > len(expected) / 2 and not any(getattr(one, name) for one in matters):
            yield f"no matter has {name}, in the fixtures most have"


def _saved(place: Path, answer: Answer) -> Path:
    ending = mimetypes.guess_extension(answer.headers.get("content-type", "").partition(";")[0].strip()) or ".bin"
    path = place / f"live-{answer.snapshot[:8]}{ending}"
    place.mkdir(parents=True, exist_ok=True)
    path.write_bytes(answer.body)
    listed = place / "urls.yaml"
    if not (listed.exists() and answer.url in facts.load(listed)):
        with listed.open("a", encoding="utf-8") as file:
            file.write(f"{msgspec.json.encode(answer.url).decode()}: {path.name}\n")
    with (place / UNREAD).open("a", encoding="utf-8") as file:
        file.write(f"{path.name}\n")
    return path
