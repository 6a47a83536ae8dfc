"""A docket of the Supreme Court of the United States from its pages, in four layouts since 2002."""

import re
from collections.abc import Iterator

from crawlers.courts.docket import Entry
from crawlers.courts.scotus import SITE, Docket, number
from crawlers.files.reading import Element, words
from crawlers.matter import Person
from crawlers.response import Unreadable
from crawlers.values import dates

_ENTRY_DAY = re.compile(r"[A-Z][a-z]{2} +\d{1,2},? +\d{4}$")
_LABELS = (
    "Title:", "Docketed:", "Lower Ct:", "Case Numbers:", "Case Nos.:", "Decision Date:", "Rehearing Denied:",
    "Linked with", "Status:", "Vide", "Discretionary Court Decision Date:",
)  # fmt: skip


def from_page(root: Element) -> Docket:
    """Raises Unreadable for a page that is no docket."""
    rows = [row for row in root.iter("tr") if row.find(".//tr") is None]
    told = _labelled(rows)
    title = next((words(e) for e in root.iter("title") if "Docket for" in words(e)), "")
    marked = {meta.get("name"): " ".join(meta.get("content", "").split()) for meta in root.iter("meta")}
    printed = next((words(cell) for row in rows for cell in row if re.match(r"No\. \d", words(cell))), "")
    if not (title or printed):
        raise Unreadable("the page holds no docket: neither a docket title nor a number")
    sides = (marked["Petitioner"], marked.get("Respondent", "")) if marked.get("Petitioner") else _sides(root, told)
    return Docket(
        number=number(title or printed),
        petitioner=sides[0],
        respondent=sides[1],
        docketed=dates.first(told.get("Docketed:", "")) or dates.first(marked.get("Docketed", "")),
        lower_court=told.get("Lower Ct:", "").partition("(")[0].strip(),
        lower_numbers=told.get("Case Numbers:", "")
        or told.get("Case Nos.:", "")
        or _bracketed(told.get("Lower Ct:", "")),
        linked=told.get("Linked with", ""),
        questions=_questions(root),
        as_of=dates.iso(marked.get("creation_date", ""), "mdy"),
        entries=list(_entries(rows)),
        people=list(_named(root, rows)),
    )


def _labelled(rows: list[Element]) -> dict[str, str]:
    """What stands right of each label, or, in the oldest layout, below it."""
    told: dict[str, str] = {}
    grid = [[words(cell) for cell in row if cell.tag in {"td", "th"}] for row in rows]
    for at, row in enumerate(grid):
        for place, cell in enumerate(row):
            label = next((label for label in _LABELS if cell.startswith(label)), "")
            if label and label not in told:
                beside = cell[len(label) :].strip() or next(
                    (c for c in row[place + 1 : place + 2] if not c.endswith(":")), ""
                )
                below = grid[at + 1][place] if at + 1 < len(grid) and place < len(grid[at + 1]) else ""
                told[label] = beside or below
                if (
                    label == "Lower Ct:"
                    and at + 1 < len(grid)
                    and grid[at + 1][-1:]
                    and grid[at + 1][-1].startswith("(")
                ):
                    told[label] += f" {grid[at + 1][-1]}"
    return told


def _sides(root: Element, told: dict[str, str]) -> tuple[str, str]:
    """Petitioner and respondent around the "v." of the title cell."""
    text = " ".join(words(e) for e in root.iter("table") if "Title:" in words(e) and e.find(".//table") is None)
    found = re.search(r"Title:\s*(.*?)\s+v\.\s+(.*?)\s*(?:Docketed:|Lower Ct:|Linked|$)", text)
    if found:
        return found[1], found[2]
    alone = re.search(r"Title:\s*(.*?)\s*(?:Docketed:|Lower Ct:|Linked|$)", text)
    return (alone[1] if alone else told.get("Title:", "")), ""


def _bracketed(text: str) -> str:
    found = re.search(r"\([^)]*\)", text)
    return found[0] if found else ""


def _questions(root: Element) -> str:
    """Address of the questions presented; pages were saved with addresses of every kind."""
    for link in root.iter("a"):
        if found := re.search(r"qp/(\d{2}-\d{5}qp\.pdf)$", link.get("href", "")):
            return f"{SITE}/qp/{found[1]}"
    return ""


def _entries(rows: list[Element]) -> Iterator[Entry]:
    """Rows that begin with a day; in the oldest layout the words go on in rows of the same table without one."""
    day, lines, url = "", [""], ""
    table: Element | None = None
    for row in rows:
        cells = [cell for cell in row if cell.tag == "td"]
        if len(cells) != 2:
            continue
        first, second = words(cells[0]), _own(cells[1])
        if _ENTRY_DAY.match(first):
            yield from _closed(day, lines, url)
            day, lines, table = first, [second], next(row.iterancestors("table"), None)
            url = next((a.get("href", "") for a in cells[1].iter("a") if "/DocketPDF/" in a.get("href", "")), "")
        elif (
            day
            and not first
            and second
            and not second.startswith("***")
            and table is next(row.iterancestors("table"), None)
        ):
            lines.append(second)
        elif first:
            yield from _closed(day, lines, url)
            day, lines = "", []
    yield from _closed(day, lines, url)


def _closed(day: str, lines: list[str], url: str) -> Iterator[Entry]:
    if day:
        yield Entry(dates.iso(day), " ".join(filter(None, lines)), url)


def _own(cell: Element) -> str:
    """Without the names of the documents that hang below an entry."""
    hanging = " ".join(words(span) for span in cell.iter("span") if span.get("class") == "documentlinks")
    return words(cell).removesuffix(hanging).strip() if hanging else words(cell)


def _named(root: Element, rows: list[Element]) -> Iterator[Person]:
    """The lawyers of each side."""
    role = ""
    for place in (*root.iter("div"), *rows):
        kind = place.get("class", "")
        found = (
            re.match(r"Attorneys for (Petitioner|Respondent|Other|\w+)", words(place))
            if kind == "card-heading" or place.tag == "tr"
            else None
        )
        if found:
            role = f"counsel for {found[1].lower().rstrip('s')}"
        elif role and kind == "ContactName":
            yield Person(name=_first_line(place), role=role)
        elif (
            role
            and place.tag == "tr"
            and len(place) == 3
            and (name := _first_line(place[0]))
            and "Counsel of Record" not in name
        ):
            yield Person(name=name, role=role)


def _first_line(cell: Element) -> str:
    return " ".join((cell.text or "").split())
