"""No damage to a file makes a parser crash or hang, and ids and words of closed lists stay valid."""

from tests.mutated import faults


def test_two_thousand_damaged_files_are_refused_or_valid() -> None:
    assert faults(2_000, seed=5) == []
