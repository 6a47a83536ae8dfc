"""A bit that flips in a file of the index is found, by the check sums of the files or by who reads them, and the index filled anew."""

import os
import random
import shutil
import time
from pathlib import Path

import pytest

from index.engines.disk import reading
from index.engines.engine import NoIndex
from index.engines.sealed import is_sealed
from index.engines.soundness import is_whole
from index.search import Search, open_search
from tests.flipped import drawn, everywhere, flip, segments
from tests.library import TODAY, library

ASKED = ("", "remove", "Anbieter date:>=2016", "transp*", '"hosting service"', "hosting OR report", "kind:bill 24")
FLIPS = 24


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    open_search(str(folder)).rebuild(library(60), TODAY, "1")
    return folder


def mending(folder: Path, mended: list[int]) -> Search:
    return Search(open_search(str(folder)).engine, lambda door: mended.append(door.rebuild(library(60), TODAY, "1")))


def test_who_asks_with_a_flipped_bit_meets_no_other_fault_and_then_the_answers_of_before(
    whole: Path, tmp_path: Path
) -> None:
    """Found when it is read or, at the latest, before anything is written on."""
    chance, known = random.Random(3), [open_search(str(whole)).find(text).total for text in ASKED]
    for number in range(FLIPS):
        folder = tmp_path / str(number)
        shutil.copytree(whole, folder)
        flip(drawn(folder, chance), chance)
        mended: list[int] = []
        search = mending(folder, mended)
        for text in ASKED:
            search.find(text, 100, "", "newest")
        if not mended:
            with pytest.raises(NoIndex):
                search.update([], TODAY, "1")
        assert [search.find(text).total for text in ASKED] == known
        assert len(mended) == 1


@pytest.mark.parametrize("kind", ["fast", "fieldnorm", "idx", "pos", "store", "term"])
def test_every_bit_that_flips_is_found(whole: Path, tmp_path: Path, kind: str) -> None:
    (file, *_) = (path for path in segments(whole) if path.suffix == f".{kind}")
    held, there = file.read_bytes(), tmp_path / file.name
    there.write_bytes(held)
    assert is_whole(there)
    chance = random.Random(kind)
    for place in everywhere(held, chance, 60):
        for bit in (1 << chance.randrange(8), 255):
            flipped = bytearray(held)
            flipped[place] ^= bit
            there.write_bytes(flipped)
            assert not is_whole(there), (kind, place, bit)


def test_a_file_that_was_cut_is_found_and_one_that_was_merged_away_is_not_missed(whole: Path, tmp_path: Path) -> None:
    file, there = segments(whole)[0], tmp_path / "cut"
    for length in (0, 3, 200):
        there.write_bytes(file.read_bytes()[:length])
        assert not is_whole(there)
    assert is_whole(tmp_path / "gone")


@pytest.mark.parametrize("number", range(12))
def test_a_damaged_index_is_never_written_on(whole: Path, tmp_path: Path, number: int) -> None:
    """Merged into a new segment, the damage would have a check sum that is right."""
    folder = tmp_path / "index"
    shutil.copytree(whole, folder)
    chance = random.Random(number)
    flip(drawn(folder, chance), chance)
    before = {path: path.read_bytes() for path in (*segments(folder), *folder.rglob("meta.json"))}
    search = open_search(str(folder))
    with pytest.raises(NoIndex, match=r"damaged|cannot be read"):
        search.update(library(5), TODAY, "2")
    assert search.position() == "1"
    assert {path: path.read_bytes() for path in before} == before
    with pytest.raises(NoIndex, match=r"damaged|cannot be read"):
        search.find("remove")


def test_who_asks_a_damaged_index_has_it_filled_anew_once_that_is_found(whole: Path, tmp_path: Path) -> None:
    """Nobody waits for the files to be read; the answers after that are those of before."""
    folder = tmp_path / "index"
    shutil.copytree(whole, folder)
    norms = next(path for path in segments(folder) if path.suffix == ".fieldnorm")
    norms.write_bytes(b"\x07" + norms.read_bytes()[1:])
    mended: list[int] = []
    search = mending(folder, mended)
    last = time.monotonic() + 20
    while not mended and time.monotonic() < last:
        search.find("remove")
    assert len(mended) == 1
    assert [search.find(text) for text in ASKED] == [open_search(str(whole)).find(text) for text in ASKED]


def test_what_this_process_wrote_and_what_another_adds_is_whole(whole: Path, tmp_path: Path) -> None:
    folder = tmp_path / "index"
    shutil.copytree(whole, folder)
    reader, writer = open_search(str(folder)), open_search(str(folder))
    for number in range(4):
        writer.update(library(70)[60 + number : 62 + number], TODAY, str(number))
        assert reader.find("").total == 62 + number
    assert reader.update(library(80)[70:], TODAY, "9") > 0
    assert reader.find("").total == writer.find("").total == 75


def at_rest(file: Path, place: int, bit: int) -> None:
    """A bit flips without anybody writing: the file is the same one, of the same moment."""
    about, held = file.stat(), bytearray(file.read_bytes())
    held[place] ^= bit
    file.write_bytes(held)
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))


@pytest.mark.parametrize("name", ["meta.json", "meta.sum"])
def test_a_bit_that_flips_in_the_list_of_segments_or_in_its_sum_is_found(tmp_path: Path, name: str) -> None:
    open_search(str(tmp_path)).rebuild(library(5), TODAY, "1")
    (file,) = tmp_path.glob(f"*/{name}")
    assert is_sealed(file.parent)
    chance, size = random.Random(name), file.stat().st_size
    for place in chance.sample(range(size), min(size, 90)):
        bit = 1 << chance.randrange(8)
        at_rest(file, place, bit)
        assert not is_sealed(file.parent), (place, bit)
        at_rest(file, place, bit)
    assert is_sealed(file.parent)


@pytest.mark.parametrize("folder", ["*", "*/summaries"])
def test_who_asks_with_fewer_documents_in_the_list_than_in_a_segment_has_the_index_filled_anew(
    tmp_path: Path, folder: str
) -> None:
    open_search(str(tmp_path)).rebuild(library(60), TODAY, "1")
    mended: list[int] = []
    search = mending(tmp_path, mended)
    known = search.find("remove").total
    (listed,) = tmp_path.glob(f"{folder}/meta.json")
    at_rest(listed, listed.read_bytes().index(b'"max_doc":') + 11, 1)
    assert search.find("remove").total == known
    assert len(mended) == 1


def test_a_list_that_was_written_after_its_sum_is_trusted_and_a_position_that_flipped_is_not(tmp_path: Path) -> None:
    search = open_search(str(tmp_path))
    search.rebuild(library(5), TODAY, "12:2026-05-01@2026-05-02")
    (listed,), (position,) = tmp_path.glob("*/meta.json"), tmp_path.glob("*/position.json")
    copied = listed.with_name("copied")
    shutil.copy(listed, copied)
    copied.replace(listed)
    assert search.find("").total == 5
    at_rest(position, position.read_bytes().index(b"05-02") + 4, 1)
    assert search.position() == ""


class PanicException(BaseException):
    """As the bridge between the languages calls it."""


def test_a_panic_of_the_engine_is_damage() -> None:
    with pytest.raises(NoIndex, match="damaged"), reading():
        raise PanicException("index out of bounds: the len is 66 but the index is 66")


def test_who_stops_the_program_is_no_damage() -> None:
    with pytest.raises(KeyboardInterrupt), reading():
        raise KeyboardInterrupt
