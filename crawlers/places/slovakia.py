"""Acts of Slovakia by their addresses in Slov-Lex (/SK/ZZ/2018/69/20260101)."""

import re
from typing import NamedTuple

from crawlers.values import dates

_IRI = re.compile(r"/SK/([A-Z]+)/(\d{4})/(\d+)(?:/(\d{8}))?")


class Work(NamedTuple):
    """`day` is the ISO day of a version, empty for the act itself."""

    iri: str
    series: str
    year: str
    number: str
    day: str

    @property
    def id(self) -> str:
        return f"sk/{self.series.lower()}/{self.year}-{self.number}"


def work(iri: str) -> Work | None:
    found = _IRI.match(iri)
    return Work(found[0], found[1], found[2], found[3], dates.iso(found[4] or "")) if found else None
