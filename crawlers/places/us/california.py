"""Bills of California and sections of its codes: how leginfo's bulk files number them, and what one row tells."""

import re
from typing import Unpack

from crawlers import ids
from crawlers.files import reading
from crawlers.files.reading import Element
from crawlers.matter import Event, Matter, Person, Text
from crawlers.record import Facts, numbers, record, timeline
from crawlers.response import Response, Unreadable
from crawlers.texts import caml, outline
from crawlers.texts.outline import Unit
from crawlers.values import dates
from crawlers.values.signs import Signs
from crawlers.vocabulary import EventKind, Kind, Status

_BILL = re.compile(r"^(\d{8})(\d)([A-Z]+)(\d+)$")
_VERSION = re.compile(r"^(\d{4})(\d)([A-Z]+?)(\d+?)(\d{2})([A-Z]{3})$")
_SIGNS = Signs(__file__)
_NAMED = ("SessionYear", "SessionNum", "MeasureType", "MeasureNum")

ASIDE = {
    "bill_detail_vote_tbl": "the table says how single members voted, which is not kept; bill_summary_vote_tbl gives the counts",
    "codes_tbl": "the table only names the codes",
    "law_toc_tbl": "the table only names the divisions of the codes; law_section_tbl holds their sections",
    "law_toc_sections_tbl": "the table only places the sections in their codes; law_section_tbl holds them",
    "daily_file_tbl": "the table is the order of business of one day",
    "legislator_tbl": "the table lists the members of the legislature",
    "location_code_tbl": "the table only explains codes of places",
    "bill_motion_tbl": "the table only explains codes of motions",
}


def bill_id(bill: str) -> str:
    """202520260SB275 is us-ca/bill/20252026/SB275; an extraordinary session keeps its number behind an X."""
    found = _BILL.match(bill)
    if not found:
        raise Unreadable(f"{bill!r} is no number of a bill of California")
    extra = f"X{found[2]}" if found[2] != "0" else ""
    return f"us-ca/bill/{found[1]}{extra}/{found[3]}{int(found[4])}"


def number(root: Element) -> str:
    """The same number from a version that says it itself. Raises Unreadable for one without session and number."""
    year, session, form, number = (reading.words(root.find(f".//LegislativeInfo/{name}")) for name in _NAMED)
    if not (year and session and form and number):
        raise Unreadable("the bill does not name its session and number")
    first = int(year[:4]) if year[:4].isdigit() else 0
    return f"{first}{first + 1}{session}{form}{number}"


def of_version(version: str) -> str:
    """20250SB27599INT is a version of 202520260SB275."""
    found = _VERSION.match(version)
    if not found:
        raise Unreadable(f"{version!r} is no version of a bill of California")
    year = int(found[1])
    return f"{year}{year + 1}{found[2]}{found[3]}{found[4]}"


def bill(number: str, **facts: Unpack[Facts]) -> Matter:
    """What one row says of a bill; other rows and tables say the rest."""
    id = bill_id(number)
    facts["id"], facts["kind"] = id, Kind.BILL
    facts["instrument"] = id.rpartition("/")[2].rstrip("0123456789").lower()
    facts["url"] = f"https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id={number}"
    facts["identifiers"] = (*numbers(("leginfo", number)), *facts.get("identifiers", ()))
    return record(**facts)


def authors(root: Element) -> tuple[Person, ...]:
    """Whom a version names at its head, with what they contributed."""
    return tuple(
        Person(
            name=reading.words(one.find("Name")), role=reading.words(one.find("Contribution")).lower().replace("_", " ")
        )
        for one in root.iter("Legislator")
    )


def day(cell: str) -> str:
    return dates.iso(cell[:10])


def event(cell: str, kind: EventKind, label: str) -> tuple[Event, ...]:
    """What happened on the day of a cell; none where it holds no day."""
    return timeline([(day(cell), kind, label)])


def happened(words: str) -> EventKind:
    """A hearing that was postponed or cancelled did not happen."""
    if re.search(r"(?i)\b(?:postponed|cancell?ed)\b", words):
        return EventKind.OTHER
    return _SIGNS.meaning(words).event


def section(row: list[str], prefix: str, response: Response) -> Matter:
    """A section of a code is a matter of its own: that is how people cite them."""
    law, number = row[1], row[2].rstrip(".")
    lob = next((cell for cell in row if cell.lower().endswith(".lob")), "")
    tree = _section_tree(response.beside(f"{prefix}{lob}") or response.beside(lob) or b"")
    says = bool(tree.text or tree.children)
    unit = Unit("sec", number=row[2], text=tree.text, children=tree.children, root=True, key=ids.part(number))
    since = day(row[6])
    text = Text(
        id=f"{since or 'text'}.en", title=f"{law} § {number}", date=since, language="en", provisions=outline.provisions([unit])
    )  # fmt: skip
    return record(
        id=f"us-ca/code/{ids.part(law)}/{ids.part(number)}", kind=Kind.ACT, instrument="section of the Code",
        title=f"California {law} § {number}", status=Status.IN_FORCE, status_as_of=since,
        url=f"https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode={law}&sectionNum={number}.",
        source_status=next((cell for cell in row if re.search(r"(?:Added|Amended|Repealed|amended|added)\b", cell)), ""),
        events=event(row[6], EventKind.IN_FORCE, "effective"), texts=(text,) if says else (),
        missing=() if says or not lob else ("texts",),
    )  # fmt: skip


def _section_tree(body: bytes) -> Unit:
    try:
        return caml.content(reading.without_namespaces(reading.xml(body))) if body.strip() else Unit("top")
    except Unreadable:
        return Unit("top")


def texts(body: bytes | None, number: str, label: str, title: str, day: str) -> tuple[Text, ...]:
    """The words of a version, where its file is at hand."""
    media, units = caml.version(body or b"")
    said = outline.provisions(units)
    version = Text(
        id=f"{number}.en", label=label, title=title, date=day, language="en", media_type=media, provisions=said
    )
    return (version,) if media else ()
