"""Every part of recorded files in turn left out, null, emptied, bare or listed; in other encodings, among unknown parts."""

import logging
import mimetypes
from functools import partial
from pathlib import Path

import pytest

from crawlers import facts, imports
from crawlers.response import Response
from crawlers.sources import watched
from tests.derived import faults
from tests.shared import CORPUS, needs_corpus

FOLDERS = facts.load(Path(__file__).parent.parent / "corpus.yaml")
_LARGEST = 100_000  # bytes: a variant of a larger file is like one of a smaller
_FILES = 6  # of a folder, spread over it


def beside(folder: Path, name: str) -> bytes | None:
    path = folder / Path(name).name
    return path.read_bytes() if path.is_file() else None


@needs_corpus
@pytest.mark.corpus
@pytest.mark.parametrize("folder", FOLDERS)
def test_recorded_files_may_lack_any_part(folder: str) -> None:
    logging.disable(logging.WARNING)
    source = watched().source(FOLDERS[folder])
    paths = [path for path in imports.files([CORPUS / folder]) if path.stat().st_size <= _LARGEST]
    found: list[str] = []
    for path in paths[:: max(1, len(paths) // _FILES)][:_FILES]:
        response = Response(
            url="",
            body=path.read_bytes(),
            media_type=mimetypes.guess_type(path.name)[0] or "",
            name=path.name,
            beside=partial(beside, path.parent),
        )
        found += faults(response, source)
    assert found == []
