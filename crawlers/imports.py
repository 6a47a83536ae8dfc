"""Read files and folders through the parser of a source, as if the source had just served them."""

import mimetypes
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path

from crawlers import sources
from crawlers.fetch import unpack
from crawlers.files.whole import marked
from crawlers.matter import Matter
from crawlers.record import stamped, valid
from crawlers.response import Aside, Found, Request, Response, Skipped, Unreadable
from crawlers.sources import Source
from crawlers.values.fields import SHAPE, stumble

Beside = Callable[[str], bytes | None]

_LARGEST = 200_000_000  # bytes; the largest official file seen has 60 million


@dataclass(frozen=True)
class Outcome:
    """What one file gave: matters, or the one-sentence reason why it was refused; neither when it holds none."""

    file: str
    matters: tuple[Matter, ...] = ()
    refused: str = ""


def outcomes(source: Source, paths: Iterable[Path]) -> Iterator[Outcome]:
    """One for each file, folders and archives opened; a file that cannot be read is told and the rest goes on."""
    for path in files(paths):
        yield from _opened(source, path)


def files(paths: Iterable[Path]) -> list[Path]:
    """The files of these files and folders, each once, in an order of names; hidden ones are left out."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        found |= {file: None for file in inside if not file.is_dir() and not file.name.startswith(".")}
    return list(found)


def bodies(path: Path) -> Iterator[bytes]:
    """The bytes of a file, or of each file in an archive; nothing of what cannot be read."""
    try:
        body = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
        yield from dict(unpack.members(body, path.name)).values() if unpack.packed(body) else (body,)
    except (OSError, Unreadable):
        return


def _opened(source: Source, path: Path) -> Iterator[Outcome]:
    try:
        if path.stat().st_size > _LARGEST:
            raise Unreadable(f"the file is larger than {_LARGEST // 1_000_000} MB")
        body = path.read_bytes()
        if not unpack.packed(body):
            yield _outcome(source, body, str(path), partial(_beside, path.parent))
            return
        members = dict(unpack.members(body, path.name))
        for name, content in sorted(members.items()):
            yield _outcome(source, content, f"{path}/{name}", members.get)
    except OSError as error:
        yield Outcome(str(path), refused=f"the file cannot be read: {error.strerror}")
    except Unreadable as fault:
        yield Outcome(str(path), refused=str(fault))


def _beside(folder: Path, name: str) -> bytes | None:
    """A file of the same folder, and of no other."""
    path = folder / Path(name).name
    return path.read_bytes() if path.is_file() else None


def _outcome(source: Source, body: bytes, name: str, beside: Beside) -> Outcome:
    response = Response(
        url="",
        body=body,
        media_type=mimetypes.guess_type(name)[0] or "",
        name=Path(name).name,
        beside=beside,
    )
    try:
        return Outcome(name, matters=read(response, source))
    except Unreadable as fault:
        return Outcome(name, refused=str(fault))


def read(response: Response, source: Source) -> tuple[Matter, ...]:
    """The matters of one response, valid. Raises Unreadable, with one sentence, for any bytes that hold none."""
    parser = import_module(sources.by_parser(source))
    try:
        said = stamped(parser.parse(response, source), response, source, parser.VERSION)
        found = list(valid(marked(said, response)))
        matters = tuple(matter for matter in found if isinstance(matter, Matter))
    except Unreadable:
        raise
    except (*SHAPE, RecursionError) as error:
        raise Unreadable(f"the content does not have the shape of {source.format}: it {stumble(error)}") from error
    if not matters and (reason := _instead(found)):
        raise Unreadable(reason)
    return matters


def _instead(found: Sequence[Found]) -> str:
    """What a sound file is that gave no matter; empty where nothing at all is said of it."""
    aside = next((one.reason for one in found if isinstance(one, Aside)), "")
    rows = [one.reason for one in found if isinstance(one, Skipped)]
    asked = [one.url for one in found if isinstance(one, Request)]
    if rows and not aside:
        return f"none of its {len(rows):,} rows can be read; the first: {rows[0]}"
    return aside or (f"the file only lists {len(asked):,} documents, the first at {asked[0]}" if asked else "")
