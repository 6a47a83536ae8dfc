"""Acts and bills of Poland as ids, by their ELI and by the prints of the Sejm, and how acts refer to others."""

import re
from collections.abc import Iterator

from crawlers import ids
from crawlers.matter import Link
from crawlers.record import links as told
from crawlers.values import fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import LinkKind

API = "https://api.sejm.gov.pl/eli/acts"
_PLACE = re.compile(r"(?:/acts/(?P<p>[A-Z]+)/(?P<y>\d{4})/(?P<n>\d+))|(?:(?P<y2>\d{4})-(?P<n2>\d+)\.)")
_LINKS = {"Akty zmieniające": LinkKind.RELATED, "Akty zmienione": LinkKind.AMENDS, "Akty uchylone": LinkKind.REPEALS,
          "Podstawa prawna": LinkKind.IMPLEMENTS}  # fmt: skip


def act(eli: str) -> str:
    return f"pl/{eli.lower()}"


def bill(term: str, number: str) -> str:
    return f"pl/sejm/{term}/{ids.part(number)}"


def eli(address: str) -> str:
    """Of an act, from an address or the name of a file: DU/2031/7; empty where neither says it."""
    place = _PLACE.search(address)
    return f"{place['p'] or 'DU'}/{place['y'] or place['y2']}/{place['n'] or place['n2']}" if place else ""


def links(facts: Row) -> Iterator[Link]:
    """What an act changes or rests on, and the prints it came from."""
    for name, kind in _LINKS.items():
        named = (text(reference, "id") for reference in fields.rows(facts, "references", name))
        yield from told(kind, (act(id) for id in named if id))
    prints = [(text(row, "term"), text(row, "number")) for row in fields.rows(facts, "prints")]
    yield from told(LinkKind.FOLLOWS, (bill(term, number) for term, number in prints if term and number))
