"""Kills while records of the first schema are brought up to date."""

from pathlib import Path

from tests.migrating import killed


def test_twenty_kills_of_a_migration_leave_nothing_behind(tmp_path: Path) -> None:
    assert killed(f"sqlite:///{tmp_path / 'records.db'}", 20, seed=20) > 0
