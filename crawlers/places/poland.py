"""Acts and bills of Poland as ids, by their ELI and by the prints of the Sejm; prints and votes of bills, and how acts refer to others."""

import re
from collections.abc import Iterator

from crawlers import ids
from crawlers.matter import Link, Text
from crawlers.record import linked
from crawlers.record import links as told
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import LinkKind

API = "https://api.sejm.gov.pl/eli/acts"
_PLACE = re.compile(r"(?:/acts/(?P<p>[A-Z]+)/(?P<y>\d{4})/(?P<n>\d+))|(?:(?P<y2>\d{4})-(?P<n2>\d+)\.)")
_LINKS = {
    "Akty zmieniające": LinkKind.RELATED, "Akty zmienione": LinkKind.AMENDS, "Akty uchylone": LinkKind.REPEALS,
    "Akty uznane za uchylone": LinkKind.REPEALS, "Akty uchylające": LinkKind.RELATED, "Podstawa prawna": LinkKind.IMPLEMENTS,
    "Sprostowanie dla aktów": LinkKind.CORRECTS, "Tekst jednolity dla aktu": LinkKind.RELATED,
    "Przepisy wprowadzane": LinkKind.RELATED, "Orzeczenie TK dla aktu": LinkKind.RELATED,
}  # fmt: skip
_CELEX = re.compile(r"\b3\d{4}L\d{4}\b")
_DIRECTIVE = re.compile(r"\b(\d{2}(?=/\d+/)|(?:19|20)\d{2})/(\d{1,4})(?:/(?:WE|UE|EWG|Euratom))?\b")


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
    yield from told(LinkKind.TRANSPOSES, map(_directive, fields.rows(facts, "directives")))
    prints = [(text(row, "term"), text(row, "number")) for row in fields.rows(facts, "prints")]
    yield from told(LinkKind.FOLLOWS, (bill(term, number) for term, number in prints if term and number))


def _directive(row: Row) -> str:
    """By its CELEX number, or by its own number in address or title: 2019/790, 95/46/WE."""
    for said in (text(row, "address"), text(row, "title")):
        if found := _CELEX.search(said):
            return f"eu/celex/{found[0]}"
        if found := _DIRECTIVE.search(said):
            year = found[1] if len(found[1]) == 4 else f"19{found[1]}"
            return f"eu/celex/3{year}L{int(found[2]):04}"
    return ""


def counts(stage: Row) -> str:
    """How a vote went, in words: 230 za, 200 przeciw, 5 wstrzymało się; empty for a stage without one."""
    vote = fields.row(stage, "voting")
    said = (
        (text(vote, name), words) for name, words in (("yes", "za"), ("no", "przeciw"), ("abstain", "wstrzymało się"))
    )
    found = ", ".join(f"{number} {words}" for number, words in said if number)
    return f"({found})" if found else ""


def prints(process: Row, stages: list[Row]) -> Iterator[Text]:
    """The bill as brought in and the prints of its stages by their pages; the text after the third reading as a file."""
    page = f"https://www.sejm.gov.pl/Sejm{text(process, 'term')}.nsf/druk.xsp?nr="
    first = {"printNumber": text(process, "number"), "stageName": "Projekt", "date": text(process, "documentDate")}
    for stage in (first, *stages):
        number, label, day = text(stage, "printNumber"), text(stage, "stageName"), dates.iso(text(stage, "date")[:10])
        if number:
            facts = {"id": f"druk-{ids.part(number)}.pl", "label": f"{label}, druk {number}"}
            yield from linked("pl", day, f"{page}{number}", "text/html", **facts)
        facts = {"id": "po-3-czytaniu.pl", "label": "Tekst po III czytaniu"}
        yield from linked("pl", day, text(stage, "textAfter3"), "application/pdf", **facts)
