"""A progress bar where there is a wait and somebody looks."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def metered(items: Iterable[T], total: int, *, quiet: bool) -> Iterator[T]:
    """The same items, counted on a terminal's bar; nothing is drawn into a pipe."""
    import sys

    if quiet or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, total=total, description="Reading", console=Console(stderr=True), transient=True)
