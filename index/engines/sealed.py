"""Check sums of the small files of the embedded index that its engine gives none: the list of its segments, and its position."""

import json
import os
import zlib
from pathlib import Path

LIST, SUM = "meta.json", "meta.sum"


def seal(folder: Path) -> None:
    """By the one writer, when it has committed and its segments are merged, each of which writes the list."""
    written, summed = _listed(folder)
    new = folder / f"{SUM}.new"
    new.write_text(_signed(f"{written} {summed}"))
    new.replace(folder / SUM)


def is_sealed(folder: Path) -> bool:
    """False where the list is not as it was written.

    True where it was written later than its sum: by a process that is still at it, or was killed. A bit that flips changes no time.
    """
    try:
        signed = (folder / SUM).read_text(errors="replace")
        written, summed = _listed(folder)
    except FileNotFoundError:
        return True
    told = signed.rpartition(" ")[0]
    return signed == _signed(told) and (not told.startswith(f"{written} ") or told == f"{written} {summed}")


def _signed(words: str) -> str:
    return f"{words} {zlib.crc32(words.encode())}"


def _listed(folder: Path) -> tuple[str, int]:
    """Which writing of the list it is, and its sum. Each writing makes a new file; a clock alone would not tell two of one moment apart."""
    with (folder / LIST).open("rb") as file:
        about = os.fstat(file.fileno())
        return f"{about.st_ino}-{about.st_mtime_ns}", zlib.crc32(file.read())


def keep_position(folder: Path, position: str) -> None:
    new = folder / "position.new"
    new.write_text(json.dumps({"position": position, "crc": zlib.crc32(position.encode())}))
    new.replace(folder / "position.json")


def position(folder: Path) -> str:
    """Empty where there is none, or not the one that was kept."""
    try:
        told = json.loads((folder / "position.json").read_bytes())
        found = str(told["position"])
        return found if told["crc"] == zlib.crc32(found.encode()) else ""
    except (OSError, ValueError, KeyError, TypeError):
        return ""
