"""Bills and codes of California: the tables of leginfo's bulk files with their LOB files, or the ZIP around all of them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from crawlers.files import zipped
from crawlers.matter import Person
from crawlers.parsers import us_ca_version
from crawlers.parsing import Aside, Finds, Matter, Response, Skipped, Source, Unreadable, reading
from crawlers.places.us import california
from crawlers.record import numbers, stamped
from crawlers.vocabulary import EventKind, Status

VERSION = 5

_TABLE = re.compile(r"(?i)^(.*?)([a-z]+(?:_[a-z0-9]+)*?_tbl|law_section_\w+|escaped_rows)\.dat$")
_LOB = re.compile(r"(?i)^(.*?)([a-z]+(?:_[a-z0-9]+)*?_tbl)_\d+\.lob$")
_STATUS = (
    ("chaptered", Status.ENACTED), ("vetoed", Status.VETOED), ("enrolled", Status.PASSED), ("died", Status.LAPSED),
    ("failed", Status.REJECTED), ("withdrawn", Status.WITHDRAWN), ("in committee", Status.COMMITTEE), ("committee process", Status.COMMITTEE),
    ("inactive", Status.LAPSED), ("amended", Status.COMMITTEE), ("in floor", Status.REPORTED), ("floor process", Status.REPORTED),
    ("pending referral", Status.INTRODUCED), ("introduced", Status.INTRODUCED), ("passed", Status.PASSED_ONE_CHAMBER), ("adopted", Status.PASSED),
    ("desk process", Status.PASSED_ONE_CHAMBER), ("engrossing", Status.PASSED), ("secretary of state", Status.ENACTED), ("consent", Status.REPORTED),
)  # fmt: skip


def parse(response: Response, source: Source) -> Finds:
    """A table with its LOB files beside it; a LOB alone speaks only if it names its bill."""
    if zipped.is_zip(response.body) and not response.body[30:60].startswith(b"[Content_Types]"):
        files = dict(zipped.members(response.body, ".dat", ".lob"))
        lookup: Callable[[str], bytes | None] = files.get
        for name, body in files.items():
            if name.lower().endswith(".dat"):
                inner = replace(response, body=body, name=name.rpartition("/")[2], beside=lookup)
                yield from stamped(parse(inner, source), inner, source, VERSION)
        return
    table = _TABLE.match(response.name)
    if table:
        reader = next((read for sign, read in _READERS.items() if sign in table[2].lower()), None)
        if reader is None:
            yield Aside(california.ASIDE.get(table[2].lower(), f"the table {table[2]} of leginfo is not read"))
            return
        for row in _rows(response.body):
            yield from _read(reader, row, table[1], response)
    elif b"MeasureDoc" in response.body[:2_000]:
        yield us_ca_version.measure(response)
    elif not response.body.strip():
        raise Unreadable("the file is empty")
    elif lob := _LOB.match(response.name):
        yield from _told_by_table(lob[1], lob[2], response)
    else:
        raise Unreadable("the file does not name bill and session, and its own name is of no table of leginfo")


def _told_by_table(prefix: str, table: str, response: Response) -> Finds:
    """A LOB that does not say whose words it holds: the row of its table, beside it, does."""
    name = response.name.removeprefix(prefix)
    reader = _READERS.get(table.lower())
    listed = response.beside(f"{prefix}{table}.dat") if reader else None
    rows = [row for row in _rows(listed) if name in row] if listed else []
    if not reader or not rows:
        raise Unreadable(f"the file does not say whose words it holds, and no {prefix}{table}.dat beside it does")
    for row in rows:
        yield from _read(reader, row, prefix, response)


def _read(reader: "_Reader", row: list[str], prefix: str, response: Response) -> Finds:
    """One row; a broken one is counted and the rest goes on."""
    try:
        yield reader(row, prefix, response)
    except Unreadable as reason:
        yield Skipped(str(reason))


def _rows(body: bytes) -> Iterator[list[str]]:
    """Tab-separated, text in backticks, NULL bare; a backtick inside text is written twice by nobody, so none is there."""
    for line in reading.decode(body).splitlines():
        cells = ["" if cell == "NULL" else cell.strip("`") for cell in line.split("\t")]
        if any(cells):
            yield cells + [""] * (20 - len(cells))


def _bills(row: list[str], _prefix: str, _response: Response) -> Matter:
    said = row[17] or row[5]
    status = next((status for sign, status in _STATUS if sign in said.lower()), Status.UNKNOWN)
    chapter = numbers(("chapter", f"Stats. {row[6]}, Ch. {row[9]}" if row[6] and row[9] else ""))
    day = california.day(row[13])
    return california.bill(row[0], status=status, status_as_of=day, source_status=said, identifiers=chapter)


def _authors(row: list[str], _prefix: str, _response: Response) -> Matter:
    person = Person(name=row[3], role=row[4].lower().replace("_", " "))
    return california.bill(california.of_version(row[0]), people=(person,))


def _vetoes(row: list[str], _prefix: str, _response: Response) -> Matter:
    day, events = california.day(row[1]), california.event(row[1], EventKind.VETOED, "Vetoed by Governor")
    return california.bill(row[0], status=Status.VETOED, status_as_of=day, source_status="Vetoed", events=events)


def _analyses(row: list[str], _prefix: str, _response: Response) -> Matter:
    return _happened(row[1], row[7], EventKind.REPORTED, f"Analysis: {row[5]}")


def _votes(row: list[str], _prefix: str, _response: Response) -> Matter:
    return _happened(row[0], row[2], EventKind.VOTE, f"{row[1]}: {row[5]} ayes, {row[6]} noes {row[8]}")


def _history(row: list[str], _prefix: str, _response: Response) -> Matter:
    return _happened(row[0], row[2], california.happened(row[3]), row[3])


def _hearings(row: list[str], _prefix: str, _response: Response) -> Matter:
    return _happened(row[0], row[3], EventKind.HEARING, "Committee hearing")


def _happened(bill: str, cell: str, kind: EventKind, label: str) -> Matter:
    return california.bill(bill, events=california.event(cell, kind, label))


_Reader = Callable[[list[str], str, Response], Matter]
_READERS: dict[str, _Reader] = {
    "bill_version_authors_tbl": _authors, "bill_version_tbl": us_ca_version.versions, "bill_analysis_tbl": _analyses,
    "bill_summary_vote_tbl": _votes, "veto_message_tbl": _vetoes, "bill_history_tbl": _history, "committee_hearing_tbl": _hearings, "law_section_tbl": california.section,
    "law_section_": california.section, "escaped_rows": california.section, "bill_tbl": _bills,
}  # fmt: skip
