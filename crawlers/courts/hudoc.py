"""Numbers of HUDOC, the search of the Council of Europe's Court and bodies, in words and in its links."""

import json
import re
from urllib.parse import unquote

from crawlers.values import dates

_APPLICATION = re.compile(r"(?:nos?\.|n°s?|applications? nos?\.?)?\s*\b(\d{1,5})/(\d{2})\b", re.IGNORECASE)
_BODY = re.compile(r"hudoc\.([a-z]+)\.coe")
_SERIES = {"ecri": "ecri", "escr": "esc", "esc": "esc", "greco": "greco", "greta": "greta", "ecrml": "ecrml"}


def applications(words: str) -> list[str]:
    """Ids of the cases whose application numbers (1234/56) the words hold."""
    return [f"coe/hudoc/{number}-{year}" for number, year in _APPLICATION.findall(words)]


def series(link: str) -> str:
    """What the ids of a body begin with, by the host of its search; the Court's is hudoc."""
    body = _BODY.search(link)
    return _SERIES.get(body[1] if body else "", "hudoc")


def day(said: str, built: str) -> str:
    """When an item of a feed was published. A day after that of the feed itself (25 June 2204) is a slip of the source."""
    stated = dates.when(said, "UTC").date
    return "" if built and stated > built else stated


def key(link: str) -> tuple[str, str]:
    """Name and value in the fragment, #{"itemid":["001-243188"]}, also when its quotes are escaped."""
    fragment = unquote(link.partition("#")[2])
    try:
        named = json.loads(fragment)
        name, values = next(iter(named.items()))
        return str(name), str(values[0])
    except (ValueError, StopIteration, AttributeError, IndexError, TypeError):
        found = re.search(r"[?&]i=([\w-]+)", link)
        return ("itemid", found[1]) if found else ("", "")
