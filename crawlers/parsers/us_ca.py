"""Bills and codes of California: the tables of leginfo's bulk files with their LOB files, or the ZIP around all of them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from crawlers.files import reading, zipped
from crawlers.matter import Identifier, Matter, Person, Text
from crawlers.places import california
from crawlers.response import Aside, Found, Response, Skipped, Unreadable
from crawlers.sources import Source
from crawlers.texts import caml, outline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Status

VERSION = 2

_TABLE = re.compile(r"(?i)^(.*?)([a-z]+(?:_[a-z0-9]+)*?_tbl|law_section_\w+|escaped_rows)\.dat$")
_LOB = re.compile(r"(?i)^(.*?)([a-z]+(?:_[a-z0-9]+)*?_tbl)_\d+\.lob$")
_STATUS = (
    ("chaptered", Status.ENACTED), ("vetoed", Status.VETOED), ("enrolled", Status.PASSED), ("died", Status.LAPSED),
    ("failed", Status.REJECTED), ("withdrawn", Status.WITHDRAWN), ("in committee", Status.COMMITTEE), ("committee process", Status.COMMITTEE),
    ("inactive", Status.LAPSED), ("amended", Status.COMMITTEE), ("in floor", Status.REPORTED), ("floor process", Status.REPORTED),
    ("pending referral", Status.INTRODUCED), ("introduced", Status.INTRODUCED), ("passed", Status.PASSED_ONE_CHAMBER), ("adopted", Status.PASSED),
    ("desk process", Status.PASSED_ONE_CHAMBER), ("engrossing", Status.PASSED), ("secretary of state", Status.ENACTED), ("consent", Status.REPORTED),
)  # fmt: skip
_VERSIONS = {
    "INT": (Status.INTRODUCED, EventKind.INTRODUCED), "AMD": (Status.COMMITTEE, EventKind.AMENDED),
    "ENR": (Status.PASSED, EventKind.PASSED), "CHP": (Status.ENACTED, EventKind.ENACTED),
}  # fmt: skip


def parse(response: Response, source: Source) -> Iterator[Found]:
    """A table with its LOB files beside it; a LOB alone speaks only if it names its bill."""
    if zipped.is_zip(response.body) and not response.body[30:60].startswith(b"[Content_Types]"):
        files = dict(zipped.members(response.body, ".dat", ".lob"))
        lookup: Callable[[str], bytes | None] = files.get
        for name, body in files.items():
            if name.lower().endswith(".dat"):
                yield from parse(replace(response, body=body, name=name.rpartition("/")[2], beside=lookup), source)
        return
    table = _TABLE.match(response.name)
    if table:
        reader = next((read for sign, read in _READERS.items() if sign in table[2].lower()), None)
        if reader is None:
            yield Aside(california.ASIDE.get(table[2].lower(), f"the table {table[2]} of leginfo is not read"))
            return
        for row in _rows(response.body):
            yield from _read(reader, row, table[1], response, source)
    elif b"MeasureDoc" in response.body[:2_000]:
        yield _measure(response, source)
    elif not response.body.strip():
        raise Unreadable("the file is empty")
    elif lob := _LOB.match(response.name):
        yield from _told_by_table(lob[1], lob[2], response, source)
    else:
        raise Unreadable("the file does not name bill and session, and its own name is of no table of leginfo")


def _told_by_table(prefix: str, table: str, response: Response, source: Source) -> Iterator[Found]:
    """A LOB that does not say whose words it holds: the row of its table, beside it, does."""
    name = response.name.removeprefix(prefix)
    reader = _READERS.get(table.lower())
    listed = response.beside(f"{prefix}{table}.dat") if reader else None
    rows = [row for row in _rows(listed) if name in row] if listed else []
    if not reader or not rows:
        raise Unreadable(f"the file does not say whose words it holds, and no {prefix}{table}.dat beside it does")
    for row in rows:
        yield from _read(reader, row, prefix, response, source)


def _read(reader: "_Reader", row: list[str], prefix: str, response: Response, source: Source) -> Iterator[Found]:
    """One row; a broken one is counted and the rest goes on."""
    try:
        yield reader(row, prefix, response, source)
    except Unreadable as reason:
        yield Skipped(str(reason))


def _rows(body: bytes) -> Iterator[list[str]]:
    """Tab-separated, text in backticks, NULL bare; a backtick inside text is written twice by nobody, so none is there."""
    for line in reading.decode(body).splitlines():
        cells = ["" if cell == "NULL" else cell.strip("`") for cell in line.split("\t")]
        if any(cells):
            yield cells + [""] * (20 - len(cells))


def _day(cell: str) -> str:
    return dates.iso(cell[:10])


def _bills(row: list[str], _prefix: str, response: Response, source: Source) -> Matter:
    said = row[17] or row[5]
    status = next((status for sign, status in _STATUS if sign in said.lower()), Status.UNKNOWN)
    chapter = (Identifier(scheme="chapter", value=f"Stats. {row[6]}, Ch. {row[9]}"),) if row[6] and row[9] else ()
    return california.bill(row[0], response, source, status=status, day=_day(row[13]), said=said, identifiers=chapter)


def _versions(row: list[str], prefix: str, response: Response, source: Source) -> Matter:
    code, day = row[0][-3:], _day(row[3])
    status, kind = _VERSIONS.get(code, (Status.UNKNOWN, EventKind.OTHER))
    body = response.beside(f"{prefix}{row[14]}") or response.beside(row[14])
    text = _text(body, row[0][-5:], row[4], row[6], day, response)
    title = row[6].rstrip(".")
    events = california.event(day, kind, row[4], response)
    missing = () if text or not row[14] else ("texts",)
    texts = (text,) if text else ()
    return california.bill(row[1], response, source, title, status, day, row[4], events, texts, missing=missing)


def _text(body: bytes | None, version: str, label: str, title: str, day: str, response: Response) -> Text | None:
    """The words of a version, where its file is at hand."""
    if not body or not body.strip():
        return None
    try:
        start = body[:4_000].replace(b"\0", b"")
        xml = b"caml#" in start or b"MeasureDoc" in start
        units = caml.bill(reading.without_namespaces(reading.xml(body))) if xml else caml.old(body)
    except Unreadable:
        return None
    return Text(
        id=f"{version}.en", label=label, title=title, date=day, language="en", media_type="application/xml" if xml else "text/html",
        snapshot=response.snapshot, provisions=outline.provisions(units),
    )  # fmt: skip


def _measure(response: Response, source: Source) -> Matter:
    """A version as a file of its own: it says itself which bill it is."""
    root = reading.without_namespaces(reading.xml(response.body))
    names = ("SessionYear", "SessionNum", "MeasureType", "MeasureNum")
    said = {name: reading.words(root.find(f".//LegislativeInfo/{name}")) for name in names}
    if not all(said.values()):
        raise Unreadable("the bill does not name its session and number")
    year = int(said["SessionYear"][:4]) if said["SessionYear"][:4].isdigit() else 0
    bill = f"{year}{year + 1}{said['SessionNum']}{said['MeasureType']}{said['MeasureNum']}"
    code = reading.words(root.find(".//MeasureState"))
    status, kind = _VERSIONS.get(code, (Status.UNKNOWN, EventKind.OTHER))
    history = [
        (_day(reading.words(a.find("ActionDate"))), reading.words(a.find("ActionText"))) for a in root.iter("Action")
    ]
    day = max((day for day, _ in history), default="")
    title = reading.words(root.find(".//Subject")).rstrip(".")
    text = _text(response.body, reading.words(root.find(".//VersionNum")) + code, code, title, day, response)
    people = tuple(
        Person(name=reading.words(p.find("Name")), role=reading.words(p.find("Contribution")).lower().replace("_", " "))
        for p in root.iter("Legislator")
    )
    events = tuple(
        e for d, words in history for e in california.event(d, kind if d == day else EventKind.OTHER, words, response)
    )
    summary = " ".join(reading.words(p) for p in root.iterfind(".//DigestText/p"))
    return california.bill(
        bill, response, source, title, status, day, code, events, (text,) if text else (), people, summary=summary
    )


def _authors(row: list[str], _prefix: str, response: Response, source: Source) -> Matter:
    person = Person(name=row[3], role=row[4].lower().replace("_", " "))
    return california.bill(california.of_version(row[0]), response, source, people=(person,))


def _analyses(row: list[str], _prefix: str, response: Response, source: Source) -> Matter:
    return california.bill(
        row[1],
        response,
        source,
        events=california.event(_day(row[7]), EventKind.REPORTED, f"Analysis: {row[5]}", response),
    )


def _votes(row: list[str], _prefix: str, response: Response, source: Source) -> Matter:
    label = f"{row[1]}: {row[5]} ayes, {row[6]} noes {row[8]}"
    return california.bill(
        row[0], response, source, events=california.event(_day(row[2]), EventKind.VOTE, label, response)
    )


def _vetoes(row: list[str], _prefix: str, response: Response, source: Source) -> Matter:
    events = california.event(_day(row[1]), EventKind.VETOED, "Vetoed by Governor", response)
    return california.bill(
        row[0], response, source, status=Status.VETOED, day=_day(row[1]), said="Vetoed", events=events
    )


def _history(row: list[str], _prefix: str, response: Response, source: Source) -> Matter:
    return california.bill(
        row[0], response, source, events=california.event(_day(row[2]), EventKind.OTHER, row[3], response)
    )


def _hearings(row: list[str], _prefix: str, response: Response, source: Source) -> Matter:
    events = california.event(_day(row[3]), EventKind.HEARING, "Committee hearing", response)
    return california.bill(row[0], response, source, events=events)


_Reader = Callable[[list[str], str, Response, Source], Matter]
_READERS: dict[str, _Reader] = {
    "bill_version_authors_tbl": _authors, "bill_version_tbl": _versions, "bill_analysis_tbl": _analyses,
    "bill_summary_vote_tbl": _votes, "veto_message_tbl": _vetoes, "bill_history_tbl": _history, "committee_hearing_tbl": _hearings, "law_section_tbl": california.section,
    "law_section_": california.section, "escaped_rows": california.section, "bill_tbl": _bills,
}  # fmt: skip
