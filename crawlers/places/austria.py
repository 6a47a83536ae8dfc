"""Laws of Austria: what they are by their form, where they are promulgated, and where their words are served."""

import re
from collections.abc import Iterator

from crawlers import ids
from crawlers.record import Told
from crawlers.values import fields
from crawlers.values.fields import Row, must, text
from crawlers.vocabulary import EventKind, Kind, Status

_REGULATIONS = {"V", "K", "Vertrag - V"}
_ISSUED = re.compile(r"\s*StF:.*", re.DOTALL)  # behind a title: where the law was first promulgated
_TAG = re.compile(r"<[^>]*>")


def kind(form: str) -> Kind:
    return Kind.REGULATION if form in _REGULATIONS else Kind.ACT


def title(said: str) -> str:
    """On one line, without mark-up and without what stands behind it."""
    return _ISSUED.sub("", " ".join(_TAG.sub(" ", said).split()))


def address(number: str) -> str:
    """Of the page that shows the whole law as it now stands, by its Gesetzesnummer."""
    return f"https://www.ris.bka.gv.at/GeltendeFassung.wxe?Abfrage=Bundesnormen&Gesetzesnummer={ids.part(number)}"


def standing(begins: str, ends: str, seen: str, section: str) -> Status:
    """By the days between which a version holds; without the day on which it is seen, an end is one that has come.

    Only § 0, the title of a law, ends with it and begins with it: of another section, only that it holds says something
    of the law.
    """
    if ends and (ends <= seen or not seen):
        return Status.REPEALED if _whole(section) else Status.UNKNOWN
    ahead = begins > seen and bool(seen)
    return Status.IN_FORCE if not ahead else Status.ENACTED if _whole(section) else Status.UNKNOWN


def told(begins: str, ends: str, section: str) -> Iterator[Told]:
    """What begins and ends on the days; sections are not named, so that what holds of all of them is said once."""
    yield begins, EventKind.IN_FORCE
    yield (ends, EventKind.ENDS) if _whole(section) else (ends, EventKind.OTHER, "Bestimmung außer Kraft")


def _whole(section: str) -> bool:
    return section in {"", "§ 0"}


def files(document: Row) -> Iterator[str]:
    """Addresses of the XML of a section in the answer that lists it; annexes beside it are pictures and forms."""
    for content in fields.rows(document, "Data", "Dokumentliste", "ContentReference"):
        for address in fields.rows(content, "Urls", "ContentUrl"):
            if text(address, "DataType") == "Xml" and text(content, "ContentType") == "MainDocument":
                yield must(address, "Url")


def promulgated(gazette: str) -> tuple[str, ...]:
    """BGBl. I Nr. 182/2023 → at/bgbl/i/2023/182; older numbers have no part."""
    words = gazette.replace("BGBl.", "").replace("Nr.", "").split()
    if not gazette.startswith("BGBl.") or not words or "/" not in words[-1]:
        return ()
    number, _, year = words[-1].partition("/")
    part = [words[0].lower()] if len(words) > 1 else []
    return ("/".join(["at", "bgbl", *part, ids.part(year), ids.part(number)]),)
