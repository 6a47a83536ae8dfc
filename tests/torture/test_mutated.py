"""A hundred thousand damaged files: each is refused in one sentence within five seconds, or what it gives is valid."""

from tests.mutated import faults


def test_a_hundred_thousand_damaged_files_are_refused_or_valid() -> None:
    assert faults(100_000, seed=7) == []
