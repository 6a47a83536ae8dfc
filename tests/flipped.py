"""Bits that flip in the files of an embedded index."""

import random
import re
from itertools import chain
from pathlib import Path

# what ends a file: the version of what wrote it, which changes no answer, then the check sum, its length and a number
_END = re.compile(rb'(\{"version":\{[^}]*\},)"crc":\d+\}.{8}$', re.DOTALL)


def segments(folder: Path) -> list[Path]:
    return sorted(
        path for path in folder.rglob("*.*") if path.stat().st_size and len(path.stem.partition(".")[0]) == 32
    )


def drawn(folder: Path, chance: random.Random) -> Path:
    """One of the files, the longer the likelier."""
    files = segments(folder)
    return chance.choices(files, [path.stat().st_size for path in files])[0]


def places(held: bytes) -> tuple[range, range]:
    """Where a bit that flips could change an answer: the words and the end, without the version."""
    end = _END.search(held)
    assert end
    return range(end.start()), range(end.end(1), len(held))


def flip(file: Path, chance: random.Random) -> bytes:
    """What the file held before."""
    held = file.read_bytes()
    words, end = places(held)
    flipped = bytearray(held)
    place = chance.randrange(len(words) + len(end))
    flipped[place if place < len(words) else end[place - len(words)]] ^= 1 << chance.randrange(8)
    file.write_bytes(flipped)
    return held


def everywhere(held: bytes, chance: random.Random, most: int) -> list[int]:
    """Places in the words, and all of the end."""
    words, end = places(held)
    return [*chain(chance.sample(words, most), end)]
