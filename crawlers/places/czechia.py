"""Acts of Czechia by their addresses in e-Sbírka (/sb/2019/110/2026-01-01)."""

import re
from typing import NamedTuple

_PLACE = re.compile(r"^/(?:eli/cz/)?([a-z]+)/(\d{4})/([\w-]+)(?:/(\d{4}-\d{2}-\d{2}))?")


class Work(NamedTuple):
    """`day` is the ISO day of a version, empty where the address is of the act itself."""

    address: str
    series: str
    year: str
    number: str
    day: str

    @property
    def id(self) -> str:
        return f"cz/{self.series}/{self.year}-{self.number}"


def work(address: str) -> Work | None:
    found = _PLACE.match(address)
    return Work(found[0], found[1], found[2], found[3], found[4] or "") if found else None
