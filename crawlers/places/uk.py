"""Addresses of UK legislation as ids, and what files and feeds say of an act: version, language, days, whether it is in force."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Text
from crawlers.parsing import Element, Unreadable
from crawlers.record import Told
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Status

_WORK = re.compile(r"legislation\.gov\.uk/(?:id/)?([a-z]{2,6})/((?:[A-Za-z]+\d*(?:and\d+)?/)*?[\w-]+)/(\d+)(?=/|$)")
_SECONDARY = {"uksi", "ssi", "wsi", "nisr", "ukdsi", "sdsi", "nidsr", "uksro", "nisro", "ukci", "ukmd", "ukmo", "nisi"}
_DRAFTS = {"ukdsi", "sdsi", "nidsr"}
_DAY = re.compile(r"/(\d{4}-\d{2}-\d{2})(?=/|$)")
_DATES = (
    ("EnactmentDate", EventKind.ENACTED),
    ("Made", EventKind.SIGNED),
    ("Laid", EventKind.INTRODUCED),
    ("DateTime", EventKind.IN_FORCE),
)


class Work(NamedTuple):
    """`series` is uksi, ukpga, asp …; `year` a year or regnal years."""

    series: str
    year: str
    number: str

    @property
    def id(self) -> str:
        return f"uk/{self.series}/{'/'.join(ids.part(part) for part in self.year.split('/'))}/{self.number}"

    @property
    def url(self) -> str:
        return f"https://www.legislation.gov.uk/{'/'.join(self)}"

    @property
    def secondary(self) -> bool:
        return self.series in _SECONDARY

    def status(self, said: str, texts: Sequence[Text]) -> Status:
        """A revised text is the law in force on its day; "Prospective" is not yet in force; a feed alone says only enacted."""
        word = said.lower()
        if self.series in _DRAFTS:
            return Status.PROPOSED
        if word in {"prospective", "repealed"}:
            return Status.ENACTED if word == "prospective" else Status.REPEALED
        return Status.IN_FORCE if word == "revised" or any(text.date for text in texts) else Status.ENACTED


def work(address: str) -> Work | None:
    found = _WORK.search(address)
    return Work(found[1], found[2], found[3]) if found else None


def must(address: str) -> Work:
    """The same. Raises Unreadable."""
    if found := work(address):
        return found
    raise Unreadable(f"{address!r} is no address of a piece of legislation")


def version(root: Element, address: str) -> tuple[str, str, str]:
    """Day, label and the beginning of the id of the text in a file, a whole act or a fragment of one."""
    found, dated, whole = _WORK.search(address), _DAY.search(address), root.tag == "Legislation"
    said = dated[1] if dated else root.get("RestrictStartDate", "") or reading.words(root.find("Metadata/valid"))
    part = "" if whole or not found else address.partition(found[0])[2].strip("/")
    label = next((word for word in ("enacted", "made", "prospective") if f"/{word}" in address), part)
    day = dates.iso(said[:10])
    return day, label, ids.part((day or label or "text") if whole else (label or str(root.tag)))


def language(root: Element, address: str) -> str:
    stated = root.get("{http://www.w3.org/XML/1998/namespace}lang") or reading.words(root.find("Metadata/language"))
    return "cy" if "/welsh" in address or stated.lower().startswith("cy") else "en"


def said(root: Element) -> str:
    """The word for where the act stands: of the fragment, else of the whole document."""
    return root.get("Status") or next((e.get("Value", "") for e in root.iter("DocumentStatus")), "")


def happened(root: Element) -> Iterator[Told]:
    for name, kind in _DATES:
        for e in root.iterfind(f"Metadata//{name}"):
            yield dates.iso((e.get("Date") or e.get("DateTime") or "")[:10]), kind, name
