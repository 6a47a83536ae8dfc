"""Where the recorded official files and labels are; tests that need them skip with a reason, or fail in CI."""

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
CORPUS = SHARED / "corpus"
GOLD = SHARED / "gold"
ALL = os.environ.get("AMICUS_TEST_ALL") == "1"


def needs(path: Path, what: str) -> pytest.MarkDecorator:
    """Skip where the path is absent; with AMICUS_TEST_ALL=1 run, and so fail."""
    return pytest.mark.skipif(
        not ALL and not path.exists(), reason=f"{what} is not here (it is not part of a checkout)"
    )


needs_corpus = needs(CORPUS, "../shared/corpus")
needs_mission = needs(SHARED / "mission", "../shared/mission")
