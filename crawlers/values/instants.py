"""Instants as all records write them: UTC to the second, with Z."""

from datetime import UTC, datetime, timedelta


def stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def now() -> str:
    return stamp(datetime.now(UTC))


def plus(instant: str, seconds: int) -> str:
    return stamp(datetime.fromisoformat(instant) + timedelta(seconds=seconds))
