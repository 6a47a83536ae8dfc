"""Pages of courts that list decisions without linking them: a line with the number beside a line with the parties."""

import re
from collections.abc import Iterator

from crawlers.courts.listing import Item, name_in
from crawlers.values import dates

_ALONE = re.compile(r"(?:No\.? )?(\d{2}-\d{3,5}|\d{4}-\d{3,6}|[A-Z]{1,4}-?\d{2,4}-\d{2,6})\.?")
_LABELLED = re.compile(r"(?i)(?:Docket|Case) (?:No\.?|Number):?\s*([\w-]*\d[\w-]*)")


def items(lines: list[str]) -> Iterator[Item]:
    """The day is that of the lines below a labelled number, else the page's own, the first that stands on a line alone."""
    page = next((day for line in lines if len(line) < 40 and (day := dates.first(line, "mdy"))), "")
    for place, line in enumerate(lines):
        beside = lines[place + 1 : place + 4]
        if labelled := _LABELLED.fullmatch(line.strip()):
            name = lines[place - 1] if place else ""
            day = next((day for below in beside for day in dates.inside(below, "mdy")), page)
            yield Item(labelled[1], name[:200], day, "", " | ".join([name, line, *beside])[:300])
        elif (alone := _ALONE.fullmatch(line.strip())) and beside and (name := name_in(beside[0])):
            yield Item(alone[1], name.partition("; from ")[0], page, "", " | ".join(beside)[:300])
