"""What the embedded index needs of its folder: room to write, and no files of writers that were killed."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from index.engines.engine import NoEngine, NoIndex

# how tantivy says it
_DAMAGED = re.compile("corrupt|IO error|internal error", re.IGNORECASE)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Faults of the disk as one sentence: what was committed before stays as it was."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise NoEngine(
            f"the search index cannot be written ({error}); make room for {path} and run it again"
        ) from error


@contextmanager
def reading() -> Iterator[None]:
    """What is found damaged only when it is read. Raises NoIndex."""
    try:
        yield
    except BaseException as error:
        if isinstance(error, NoEngine) or not _is_damage(error):
            raise
        raise NoIndex(f"the search index is damaged ({error}); run `amicus rebuild`") from error


def _is_damage(error: BaseException) -> bool:
    """Kept words that cannot be read, or what tantivy says of its files."""
    if is_panic(error) or isinstance(error, msgspec.DecodeError | UnicodeDecodeError):
        return True
    return isinstance(error, ValueError) and bool(_DAMAGED.search(str(error)))


def is_panic(error: BaseException) -> bool:
    """Of tantivy, where it did not look for damage: a class that cannot be imported, and no Exception."""
    return type(error).__name__ == "PanicException"


def remove_orphans(path: Path) -> None:
    """Files of a writer that was killed; tantivy itself forgets them, and stumbles when it writes one of them again.

    Only the holder of the lock may do this.
    """
    segments = {
        segment["segment_id"].replace("-", ""): segment.get("deletes")
        for segment in json.loads((path / "meta.json").read_text())["segments"]
    }
    for file in path.iterdir():
        segment, _, rest = file.name.partition(".")
        deletes = segments.get(segment)
        committed = not rest.endswith(".del") or (deletes and rest == f"{deletes['opstamp']}.del")
        if len(segment) == 32 and not (segment in segments and committed):
            file.unlink(missing_ok=True)
