"""Bills and codes of California: the tables of leginfo's bulk files with their LOB files, or the ZIP around all of them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from crawlers.files import reading, zipped
from crawlers.matter import Event, Identifier, Matter, Person, Text
from crawlers.places import california
from crawlers.response import Found, Response, Skipped, Unreadable
from crawlers.sources import Source
from crawlers.stamp import stamp
from crawlers.texts import caml, outline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_TABLE = re.compile(r"(?i)^(.*?)([a-z]+(?:_[a-z0-9]+)*?_tbl|law_section_\w+|escaped_rows)\.dat$")
_LOB = re.compile(r"(?i)^(.*?)([a-z]+(?:_[a-z0-9]+)*?_tbl)_\d+\.lob$")
_BILL = re.compile(r"^(\d{8})(\d)([A-Z]+)(\d+)$")
_VERSION = re.compile(r"^(\d{4})(\d)([A-Z]+?)(\d+?)(\d{2})([A-Z]{3})$")
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
        for row in _rows(response.body) if reader else ():
            yield from _read(reader, row, table[1], response, source)
    elif b"MeasureDoc" in response.body[:2_000]:
        yield _measure(response, source)
    elif not response.body.strip():
        raise Unreadable("the file is empty")
    elif lob := _LOB.match(response.name):
        yield from _told_by_table(lob[1], lob[2], response, source)


def _told_by_table(prefix: str, table: str, response: Response, source: Source) -> Iterator[Found]:
    """A LOB that does not say whose words it holds: the row of its table, beside it, does."""
    name = response.name.removeprefix(prefix)
    reader = _READERS.get(table.lower())
    listed = response.beside(f"{prefix}{table}.dat") if reader else None
    rows = [row for row in _rows(listed or b"\n") if name in row] if listed else []
    if not rows:
        raise Unreadable(f"the file does not say whose words it holds, and no {prefix}{table}.dat beside it does")
    for row in rows:
        yield from _read(reader, row, prefix, response, source)


def _read(reader: "_Reader | None", row: list[str], prefix: str, response: Response, source: Source) -> Iterator[Found]:
    """One row; a broken one is counted and the rest goes on."""
    try:
        yield from reader([row], prefix, response, source) if reader else ()
    except Unreadable as reason:
        yield Skipped(str(reason))


def _rows(body: bytes) -> Iterator[list[str]]:
    """Tab-separated, text in backticks, NULL bare; a backtick inside text is written twice by nobody, so none is there."""
    for line in reading.decode(body).splitlines():
        cells = ["" if cell == "NULL" else cell.strip("`") for cell in line.split("\t")]
        if any(cells):
            yield cells + [""] * (20 - len(cells))


def _id(bill: str) -> str:
    """202520260SB275 is us-ca/bill/20252026/SB275; an extraordinary session keeps its number behind an X."""
    found = _BILL.match(bill)
    if not found:
        raise Unreadable(f"{bill!r} is no number of a bill of California")
    extra = f"X{found[2]}" if found[2] != "0" else ""
    return f"us-ca/bill/{found[1]}{extra}/{found[3]}{int(found[4])}"


def _of_version(version: str) -> str:
    """20250SB27599INT is a version of 202520260SB275."""
    found = _VERSION.match(version)
    if not found:
        raise Unreadable(f"{version!r} is no version of a bill of California")
    year = int(found[1])
    return f"{year}{year + 1}{found[2]}{found[3]}{found[4]}"


def _matter(bill: str, response: Response, source: Source, title: str = "", status: Status = Status.UNKNOWN, day: str = "",
            said: str = "", events: tuple[Event, ...] = (), texts: tuple[Text, ...] = (), people: tuple[Person, ...] = (),
            identifiers: tuple[Identifier, ...] = (), summary: str = "") -> Matter:  # fmt: skip
    id = _id(bill)
    return Matter(
        id=id, kind=Kind.BILL, instrument=id.rpartition("/")[2].rstrip("0123456789").lower(), title=title,
        url=f"https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id={bill}", status=status, status_as_of=day,
        source_status=said, events=events, texts=texts, people=people, summary=summary,
        identifiers=(Identifier(scheme="leginfo", value=bill), *identifiers), missing=() if title else ("title",),
        **stamp(response, source, VERSION),
    )  # fmt: skip


def _event(day: str, kind: EventKind, label: str, response: Response) -> tuple[Event, ...]:
    return (Event(date=day, kind=kind, label=label, snapshot=response.snapshot),) if day else ()


def _day(cell: str) -> str:
    return dates.iso(cell[:10])


def _bills(rows: list[list[str]], _prefix: str, response: Response, source: Source) -> Iterator[Matter]:
    for row in rows:
        said = row[17] or row[5]
        status = next((status for sign, status in _STATUS if sign in said.lower()), Status.UNKNOWN)
        chapter = (Identifier(scheme="chapter", value=f"Stats. {row[6]}, Ch. {row[9]}"),) if row[6] and row[9] else ()
        yield _matter(row[0], response, source, status=status, day=_day(row[13]), said=said, identifiers=chapter)


def _versions(rows: list[list[str]], prefix: str, response: Response, source: Source) -> Iterator[Matter]:
    for row in rows:
        code, day = row[0][-3:], _day(row[3])
        status, kind = _VERSIONS.get(code, (Status.UNKNOWN, EventKind.OTHER))
        body = response.beside(f"{prefix}{row[14]}") or response.beside(row[14])
        text = _text(body, row[0][-5:], row[4], row[6], day, response)
        title = row[6].rstrip(".")
        events = _event(day, kind, row[4], response)
        yield _matter(row[1], response, source, title, status, day, row[4], events, (text,) if text else ())


def _text(body: bytes | None, version: str, label: str, title: str, day: str, response: Response) -> Text | None:
    """The words of a version, where its file is at hand."""
    if not body or not body.strip():
        return None
    try:
        xml = b"caml#" in body[:2_000] or b"MeasureDoc" in body[:2_000]
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
    said = {
        e: reading.words(root.find(f".//LegislativeInfo/{e}"))
        for e in ("SessionYear", "SessionNum", "MeasureType", "MeasureNum")
    }
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
    events = tuple(e for d, words in history for e in _event(d, kind if d == day else EventKind.OTHER, words, response))
    summary = " ".join(reading.words(p) for p in root.iterfind(".//DigestText/p"))
    return _matter(
        bill, response, source, title, status, day, code, events, (text,) if text else (), people, summary=summary
    )


def _authors(rows: list[list[str]], _prefix: str, response: Response, source: Source) -> Iterator[Matter]:
    for row in rows:
        person = Person(name=row[3], role=row[4].lower().replace("_", " "))
        yield _matter(_of_version(row[0]), response, source, people=(person,))


def _analyses(rows: list[list[str]], _prefix: str, response: Response, source: Source) -> Iterator[Matter]:
    for row in rows:
        yield _matter(
            row[1], response, source, events=_event(_day(row[7]), EventKind.REPORTED, f"Analysis: {row[5]}", response)
        )


def _votes(rows: list[list[str]], _prefix: str, response: Response, source: Source) -> Iterator[Matter]:
    for row in rows:
        label = f"{row[1]}: {row[5]} ayes, {row[6]} noes {row[8]}"
        yield _matter(row[0], response, source, events=_event(_day(row[2]), EventKind.VOTE, label, response))


def _vetoes(rows: list[list[str]], _prefix: str, response: Response, source: Source) -> Iterator[Matter]:
    for row in rows:
        events = _event(_day(row[1]), EventKind.VETOED, "Vetoed by Governor", response)
        yield _matter(row[0], response, source, status=Status.VETOED, day=_day(row[1]), said="Vetoed", events=events)


def _history(rows: list[list[str]], _prefix: str, response: Response, source: Source) -> Iterator[Matter]:
    for row in rows:
        yield _matter(row[0], response, source, events=_event(_day(row[2]), EventKind.OTHER, row[3], response))


_Reader = Callable[[list[list[str]], str, Response, Source], Iterator[Matter]]
_READERS: dict[str, _Reader] = {
    "bill_version_authors_tbl": _authors, "bill_version_tbl": _versions, "bill_analysis_tbl": _analyses,
    "bill_summary_vote_tbl": _votes, "veto_message_tbl": _vetoes, "bill_history_tbl": _history, "law_section_tbl": california.sections,
    "law_section_": california.sections, "escaped_rows": california.sections, "bill_tbl": _bills,
}  # fmt: skip
