"""Twenty thousand bits that flip in a search index, one at a time: each is found."""

import random
from pathlib import Path

from index.engines.soundness import is_whole
from index.search import open_search
from tests.flipped import drawn, flip
from tests.library import TODAY, library


def test_twenty_thousand_bits_that_flip_are_found(tmp_path: Path) -> None:
    open_search(str(tmp_path)).rebuild(library(120), TODAY, "1")
    chance, missed = random.Random(11), []
    for _ in range(20_000):
        file = drawn(tmp_path, chance)
        held = flip(file, chance)
        missed += [file] if is_whole(file) else []
        file.write_bytes(held)
    assert missed == []
