"""Versions of bills of California: rows of their table with the files beside it, and files that say themselves whose words they are."""

from crawlers.files import reading
from crawlers.matter import Person, Text
from crawlers.parsing import Matter, Response, Source, Unreadable
from crawlers.places import california
from crawlers.texts import caml, outline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Status

VERSION = 1

_VERSIONS = {
    "INT": (Status.INTRODUCED, EventKind.INTRODUCED), "AMD": (Status.COMMITTEE, EventKind.AMENDED),
    "ENR": (Status.PASSED, EventKind.PASSED), "CHP": (Status.ENACTED, EventKind.ENACTED),
}  # fmt: skip


def of_cell(cell: str) -> str:
    return dates.iso(cell[:10])


def versions(row: list[str], prefix: str, response: Response, source: Source) -> Matter:
    code, day = row[0][-3:], of_cell(row[3])
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


def measure(response: Response, source: Source) -> Matter:
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
        (of_cell(reading.words(a.find("ActionDate"))), reading.words(a.find("ActionText"))) for a in root.iter("Action")
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
