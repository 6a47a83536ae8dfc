"""The duties and topics of the taxonomy, with definitions, cues per language and false friends."""

from collections.abc import Iterator
from typing import Any


def cues(language: str) -> Iterator[tuple[str, Any, tuple[str, ...]]]:
    """Placeholder until taxonomy.yaml is read."""
    return iter(())
