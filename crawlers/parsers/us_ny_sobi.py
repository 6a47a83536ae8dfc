"""Bills of New York in the fixed-width lines of SOBI, grouped by bill."""

import re
from collections.abc import Iterator

from crawlers.parsing import Matter, dates
from crawlers.places.us import newyork
from crawlers.record import links, people, worded
from crawlers.vocabulary import LinkKind

SOBI = re.compile(r"^(\d{4})([ASJKLRBE])(\d{5})([A-Z ])([0-9A-Z])(.*)$")


def sobi(lines: str) -> Iterator[Matter]:
    """Fixed-width lines, one kind a letter in column 12, grouped by bill."""
    bills: dict[tuple[str, str, str], dict[str, list[str]]] = {}
    for line in lines.splitlines():
        if found := SOBI.match(line):
            kinds = bills.setdefault((found[1], found[2], found[3]), {})
            kinds.setdefault(found[5], []).append(found[6])
    for key, kinds in bills.items():
        yield _bill(key, kinds)


def _bill(key: tuple[str, str, str], kinds: dict[str, list[str]]) -> Matter:
    printed = "\n".join(line[5:] for line in kinds.get("T", kinds.get("R", [])) if not line[5:].startswith(".SO DOC"))
    named = (who.strip() for line in kinds.get("6", []) for who in line.split(","))
    same = newyork.BILL.findall(" ".join(kinds.get("5", [])))
    return newyork.bill(
        newyork.bill_id(*key),
        title=" ".join(" ".join(kinds.get("3", kinds.get("C", []))).split()),
        actions=tuple(
            (dates.iso(d[1], "mdy"), d[2]) for line in kinds.get("4", []) if (d := newyork.DATED.match(line))
        ),
        people=people("sponsor", (who for who in named if who not in {"0", "DELETE"})),
        texts=worded("en", "", newyork.paragraphs(printed), "", id="billtext.en", label="Text", url=""),
        links=links(LinkKind.COMPANION, (newyork.bill_id(key[0], house, n) for house, n, _ in same if house in "AS")),
    )
