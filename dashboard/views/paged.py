"""Where a page of a long list begins, as its address says."""

import re

_NUMBER = re.compile(r"[0-9]{1,9}")


def first(after: str, count: int) -> int:
    """How many of a list of `count` stand before the page; an address that names no page of it shows the first."""
    number = int(after) if _NUMBER.fullmatch(after) else 0
    return number if number < count else 0
