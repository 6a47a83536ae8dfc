"""Bills of New York in the fixed-width lines of SOBI, grouped by bill."""

import re
from collections.abc import Iterator

from crawlers.matter import Link, Person, Text
from crawlers.parsing import Matter, Response, Source
from crawlers.places import newyork
from crawlers.values import dates
from crawlers.vocabulary import LinkKind

VERSION = 1

DATED = re.compile(r"^\s*(\d{2}/\d{2}/\d{2,4})\s+(.+?)\s*$")
SOBI = re.compile(r"^(\d{4})([ASJKLRBE])(\d{5})([A-Z ])([0-9A-Z])(.*)$")
BILL = re.compile(r"\b([ASJKLRBE])\s?(\d{1,5})(?:-?([A-Z]))?\b")


def sobi(text: str, response: Response, source: Source) -> Iterator[Matter]:
    """Fixed-width lines, one kind a letter in column 12, grouped by bill."""
    bills: dict[tuple[str, str, str], dict[str, list[str]]] = {}
    for line in text.splitlines():
        if found := SOBI.match(line):
            kinds = bills.setdefault((found[1], found[2], found[3]), {})
            kinds.setdefault(found[5], []).append(found[6])
    for key, kinds in bills.items():
        title = " ".join(" ".join(kinds.get("3", kinds.get("C", []))).split())
        actions = tuple((dates.iso(d[1], "mdy"), d[2]) for line in kinds.get("4", []) if (d := DATED.match(line)))
        people = tuple(
            Person(name=who.strip(), role="sponsor")
            for line in kinds.get("6", [])
            for who in line.split(",")
            if who.strip() and who.strip() not in {"0", "DELETE"}
        )
        same = tuple(
            Link(kind=LinkKind.COMPANION, target=newyork.bill_id(key[0], h, n))
            for h, n, _ in BILL.findall(" ".join(kinds.get("5", [])))
            if h in "AS"
        )
        printed = "\n".join(
            line[5:] for line in kinds.get("T", kinds.get("R", [])) if not line[5:].startswith(".SO DOC")
        )
        provisions = newyork.paragraphs(printed) if printed.strip() else ()
        texts = (
            (Text(id="billtext.en", label="Text", language="en", snapshot=response.snapshot, provisions=provisions),)
            if provisions
            else ()
        )
        yield newyork.bill(newyork.bill_id(*key), response, source, title, actions, people, texts, same)
