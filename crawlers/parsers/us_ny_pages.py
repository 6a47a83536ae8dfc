"""Pages of New York's legislature: a bill with its history and text, and alerts that list the bills of an agenda or calendar."""

import re
from collections.abc import Iterator

from lxml import etree

from crawlers.files import reading
from crawlers.files.reading import words
from crawlers.matter import Event, Link, Matter, Person, Text
from crawlers.places import newyork
from crawlers.response import Found, Response, Unreadable
from crawlers.sources import Source
from crawlers.texts.lines import lines
from crawlers.values import dates
from crawlers.vocabulary import EventKind, LinkKind

VERSION = 1

_SELECTED = re.compile(r"getselect\(.*?[\"',](\d{4})[\"',]")
_NUMBER = re.compile(r"^([ASJKLRBE])?\s?(\d{1,5})(?:-?([A-Z]))?\b")
_SAME = re.compile(r"\b([AS])\s?(\d{1,5})(?:-?[A-Z])?\b")
_DATED = re.compile(r"^(\d{2}/\d{2}/\d{2,4})\s*\|\s*(.+?)\s*$")
_FILED = re.compile(r"^(?:ON FILE:\s*\S+\s+)?([A-Z][A-Za-z,& ]+ Law)$")
_VOTE = re.compile(r"^\S+ \| ((?:Senate|Assembly) Vote \| .*)$")
_UNSEEN = frozenset({"script", "style", "head"})


def parse(response: Response, source: Source) -> Iterator[Found]:
    yield from pages(reading.html(response.body), response, source)


def pages(root: etree._Element, response: Response, source: Source) -> Iterator[Matter]:
    """Raises Unreadable for a page that is neither."""
    head = next((e for e in root.iter("span") if "nv_bot_info" in e.get("class", "")), None)
    if head is not None:
        yield _bill(root, head, response, source)
        return
    listed = list(_listed(root, response, source))
    if not listed:
        raise Unreadable("the page is neither a bill nor a list of bills by their printed numbers")
    yield from listed


def _bill(root: etree._Element, head: etree._Element, response: Response, source: Source) -> Matter:
    year = next((found[1] for a in root.iter("a") if (found := _SELECTED.search(a.get("href", "")))), "")
    number = _NUMBER.match(words(head.find(".//strong")))
    if not number or not number[1]:
        raise Unreadable("the page names no bill")
    id = newyork.bill_id(year, number[1], number[2])
    shown = lines(root, _UNSEEN)
    title = next((line.removeprefix("TITLE").lstrip(".") for line in shown if line.startswith("TITLE..")), "")
    law = next((found[1] for line in shown if (found := _FILED.match(line))), "")
    dated = [(dates.iso(found[1], "mdy"), found[2]) for line in shown if (found := _DATED.match(line))]
    actions = tuple((day, said) for day, said in dated if not _VOTE.match(said))
    sponsor, _, same = words(head).removeprefix(words(head.find(".//strong"))).partition(" Same as ")
    people = (Person(name=sponsor.removesuffix("No Same as").strip(), role="sponsor"),)
    links = tuple(_companions(same, year, id))
    votes = tuple(_votes(dated, response))
    return newyork.bill(
        id,
        response,
        source,
        title,
        actions,
        people,
        tuple(_texts(root, number[3] or "", response)),
        links,
        votes,
        law=law,
    )


def _companions(said: str, year: str, id: str) -> Iterator[Link]:
    for house, number in dict.fromkeys(_SAME.findall(said)):
        if (other := newyork.bill_id(year, house, number)) != id:
            yield Link(kind=LinkKind.COMPANION, target=other)


def _votes(dated: list[tuple[str, str]], response: Response) -> Iterator[Event]:
    for day, said in dated:
        if found := _VOTE.match(said):
            yield Event(date=day, kind=EventKind.VOTE, label=found[1].replace(" | ", ", "), snapshot=response.snapshot)


def _texts(root: etree._Element, version: str, response: Response) -> Iterator[Text]:
    """Typewriter pages: those of the bill as printed, then those of the sponsor's memorandum."""
    pages = ["".join(map(str, pre.itertext())) for pre in root.iter("pre")]
    memo = next((place for place, page in enumerate(pages) if "BILL NUMBER:" in page), len(pages))
    for label, printed in (("text", pages[:memo]), ("memorandum", pages[memo:])):
        if provisions := newyork.paragraphs("\n".join(printed)):
            yield Text(
                id=f"{label}{version and '-' + version}.en", label=label.capitalize(), language="en", media_type="text/html",
                snapshot=response.snapshot, provisions=provisions,
            )  # fmt: skip


def _listed(root: etree._Element, response: Response, source: Source) -> Iterator[Matter]:
    """Rows below a heading with the day; only the column of printed numbers holds numbers of bills."""
    day = label = where = ""
    columns: list[str] = []
    for element in root.iter("h1", "h2", "h3", "tr"):
        if element.tag != "tr":
            said = " ".join(" ".join(map(str, element.itertext())).split())
            day = next(iter(dates.inside(said.title(), "mdy")), day)
            label, where = (said, where) if dates.inside(said.title(), "mdy") else (label, said)
            continue
        cells = [words(cell) for cell in element.iter("td", "th")]
        if any(name in cell.lower() for cell in cells for name in ("printed", "bill no")):
            columns = [cell.lower() for cell in cells]
        elif columns and day and (row := _row(cells, columns)):
            yield _on(row, day, label, where, response, source)


def _row(cells: list[str], columns: list[str]) -> dict[str, str]:
    """The cells by what their column holds; empty where the number is none of a bill."""
    named = {"number": ("printed", "bill no"), "sponsor": ("sponsor",), "title": ("title",)}
    row = {
        name: cell
        for cell, column in zip(cells, columns, strict=False)
        for name, signs in named.items()
        if any(sign in column for sign in signs)
    }
    return row if _NUMBER.match(row.get("number", "")) else {}


def _on(row: dict[str, str], day: str, label: str, where: str, response: Response, source: Source) -> Matter:
    """A bill on the agenda of a committee, or on a calendar under the heading of its reading."""
    number = _NUMBER.match(row["number"])
    assert number
    sitting = "committee" in label.lower()
    place = label if sitting else " ".join(filter(None, (label, where)))
    house = number[1] or ("A" if re.search(r"\bassembly\b", f"{label} {where}", re.IGNORECASE) else "S")
    people = (Person(name=row["sponsor"], role="sponsor"),) if row.get("sponsor") else ()
    kind = EventKind.MEETING if sitting else EventKind.DEBATED
    events = (Event(date=day, kind=kind, label=place, snapshot=response.snapshot),)
    id = newyork.bill_id(day[:4], house, number[2])
    return newyork.listed(newyork.bill(id, response, source, row.get("title", ""), people=people, events=events))
