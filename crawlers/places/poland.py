"""Acts and bills of Poland as ids, by their ELI and by the prints of the Sejm; prints and votes of bills, and how acts refer to others."""

import re
from collections.abc import Iterator

from crawlers import ids
from crawlers.matter import Link, Text
from crawlers.record import links as told
from crawlers.values import dates, fields
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


def counts(stage: Row) -> str:
    """How a vote went, in words: 230 za, 200 przeciw, 5 wstrzymało się; empty for a stage without one."""
    vote = fields.row(stage, "voting")
    said = (
        (text(vote, name), words) for name, words in (("yes", "za"), ("no", "przeciw"), ("abstain", "wstrzymało się"))
    )
    found = ", ".join(f"{number} {words}" for number, words in said if number)
    return f"({found})" if found else ""


def prints(process: Row, stages: list[Row]) -> Iterator[Text]:
    """The bill as brought in and the prints of its stages, each once, by their pages; the text after the third reading as a file."""
    term, seen = text(process, "term"), set[str]()
    first = {"printNumber": text(process, "number"), "stageName": "Projekt", "date": text(process, "documentDate")}
    for stage in (first, *stages):
        number, label, day = text(stage, "printNumber"), text(stage, "stageName"), dates.iso(text(stage, "date")[:10])
        if number and number not in seen:
            seen.add(number)
            url = f"https://www.sejm.gov.pl/Sejm{term}.nsf/druk.xsp?nr={number}"
            yield Text(
                id=f"druk-{ids.part(number)}.pl",
                label=f"{label}, druk {number}",
                date=day,
                language="pl",
                url=url,
                media_type="text/html",
            )
        if address := text(stage, "textAfter3"):
            yield Text(
                id="po-3-czytaniu.pl",
                label="Tekst po III czytaniu",
                date=day,
                language="pl",
                url=address,
                media_type="application/pdf",
            )
