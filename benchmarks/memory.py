"""How much memory a piece of work takes at most."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CLEAR, _STATUS = Path("/proc/self/clear_refs"), Path("/proc/self/status")


class Peak:
    megabytes = 0.0


@contextmanager
def peak() -> Iterator[Peak]:
    """Of this process, pages of files that it reads included; where no kernel forgets the peak before, since it began."""
    found = Peak()
    if _CLEAR.exists():
        _CLEAR.write_text("5")
    yield found
    found.megabytes = _highest()


def _highest() -> float:
    if not _STATUS.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines = dict(line.split(":", 1) for line in _STATUS.read_text().splitlines())
    return int(lines["VmHWM"].split()[0]) / 1024
