"""Two writers and ten readers for a minute."""

from pathlib import Path

from tests.together import together


def test_a_minute_together_shows_no_error_and_nothing_goes_back(tmp_path: Path) -> None:
    seen = together(tmp_path, 60.0, reads=1_000_000)
    assert seen.ends == [0, 0]
    assert not seen.went_back
    assert seen.answers > 100
