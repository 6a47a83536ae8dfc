"""What every grammar of references gives."""

from typing import NamedTuple


class Reference(NamedTuple):
    """Characters [start, end) of a text and what they name.

    `target` is an id of ours where the grammar gives one, else the name or number as people print it.
    """

    start: int
    end: int
    target: str
    rule: str
