"""Sampleland: an invented place whose documents, in official formats, are dated from today so that they never expire."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace

from crawlers import imports
from crawlers.joining.merge import merge_all
from crawlers.matter import Matter
from crawlers.response import Response
from crawlers.sources import watched

PLACE = "zz"
FOLDER = Path(__file__).parent / "data" / "sampleland"

# Which source serves which document.
SERVED = {
    "zz-acts": "act-*.xml",
    "zz-bills": "bill-*.xml",
    "zz-court": "docket-*.json",
    "zz-consultations": "consultation*.json",
    "zz-assembly": "hearing*.yaml",
}
_DAY = re.compile(rb"\{\{([+-]\d+)(?:\|(\w+))?\}\}")
_MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]  # fmt: skip


def matters(today: date) -> list[Matter]:
    """All of Sampleland, read by the parsers of the formats it borrows and moved to its own place."""
    found = [
        _at_home(matter)
        for source, response in documents(today)
        for matter in imports.read(response, watched().source(source))
    ]
    return merge_all(found, watched().jurisdictions[PLACE].languages)


def _at_home(matter: Matter) -> Matter:
    """A borrowed format brings its own country's series and addresses; nothing here may look like a real matter."""
    series = matter.id.partition("/")[2]
    return replace(matter, id=f"{PLACE}/{series}", jurisdiction=PLACE, aliases=(), links=(), url="")


def documents(today: date) -> Iterator[tuple[str, Response]]:
    """Source id and response, each document with its days counted from today."""
    for source, pattern in SERVED.items():
        for path in sorted(FOLDER.glob(pattern)):
            body = _DAY.sub(lambda found: _day(today, found).encode(), path.read_bytes())
            yield source, Response(url="", body=body, name=path.name)


def _day(today: date, found: re.Match[bytes]) -> str:
    """A day so many days from today, as the format writes it: ISO, MM/DD/YYYY, Month D, YYYY or Mon DD YYYY."""
    day = today + timedelta(days=int(found[1]))
    month = _MONTHS[day.month - 1]
    written = {
        b"us": f"{day:%m/%d/%Y}",
        b"long": f"{month} {day.day}, {day.year}",
        b"short": f"{month[:3]} {day.day:02d} {day.year}",
    }
    return written[found[2]] if found[2] else day.isoformat()
