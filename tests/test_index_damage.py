"""A bit that flips in a file of the index: what is found broken is told as such, so that the index is filled anew."""

import random
import shutil
from pathlib import Path

import pytest

from index.engines.disk import reading
from index.engines.engine import NoIndex
from index.search import Search, open_search
from tests.library import TODAY, library

ASKED = ("", "remove", "Anbieter date:>=2016", "transp*", '"hosting service"', "hosting OR report", "kind:bill 24")
FLIPS = 60


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    open_search(str(folder)).rebuild(library(60), TODAY, "1")
    return folder


def damaged(folder: Path, chance: random.Random) -> None:
    files = sorted(path for path in folder.rglob("*.*") if path.stat().st_size and len(path.stem) == 32)
    file = chance.choices(files, [path.stat().st_size for path in files])[0]
    held = bytearray(file.read_bytes())
    held[chance.randrange(len(held))] ^= 1 << chance.randrange(8)
    file.write_bytes(held)


def test_a_flipped_bit_is_seen_as_damage_or_not_at_all(whole: Path, tmp_path: Path) -> None:
    """No other error; and where it is seen, the index is filled anew and answers as before."""
    chance, told, mended = random.Random(3), 0, 0

    def mend(search: Search) -> None:
        nonlocal mended
        mended += search.rebuild(library(60), TODAY, "1") > 0

    for number in range(FLIPS):
        folder = tmp_path / str(number)
        shutil.copytree(whole, folder)
        damaged(folder, chance)
        told += _is_told(open_search(str(folder)))
        before = mended
        search = Search(open_search(str(folder)).engine, mend)
        found = [search.find(text, 100, "", "newest").total for text in ASKED]
        assert mended == before or found == [open_search(str(whole)).find(text).total for text in ASKED]
    assert told == mended > 0


def _is_told(search: Search) -> bool:
    try:
        for text in ASKED:
            search.find(text, 100, "", "newest")
    except NoIndex:
        return True
    return False


class PanicException(BaseException):
    """As the bridge between the languages calls it."""


def test_a_panic_of_the_engine_is_damage() -> None:
    with pytest.raises(NoIndex, match="damaged"), reading():
        raise PanicException("index out of bounds: the len is 66 but the index is 66")


def test_who_stops_the_program_is_no_damage() -> None:
    with pytest.raises(KeyboardInterrupt), reading():
        raise KeyboardInterrupt
