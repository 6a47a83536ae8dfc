"""Numbers of Parliament: procedures (2022/0155(COD)), documents (A9-0163/2024), and what their steps are called."""

import re
from collections.abc import Iterable

from crawlers.eu.numbers import proposal as celex_of_proposal
from crawlers.vocabulary import EventKind, Status

PROPOSAL = re.compile(r"5(?:19|20)\d\d(?:PC|DC|JC)\d{4}")
_PROCEDURE = re.compile(r"\b((?:19|20)\d\d)[/-](\d{4}[A-Z]?)\s?[(/-]?\s?([A-Z]{3})\b\)?")
_BARE = re.compile(r"\b((?:19|20)\d\d)[/_-](\d{1,4})\b")
_DOCUMENT = re.compile(r"\b(RC|[ABCT]A?)[\s_-]?([BA]?)(\d{1,2})-(\d{4})/(\d{4})")
_ADOPTED = re.compile(r"\bP(\d{1,2})_TA(?:-PROV)?\((\d{4})\)(\d{4})")
_TABLED = re.compile(r"\b(RC|A|B|C|TA)-(\d{1,2})-(\d{4})-(\d{4})\b")

LEGISLATIVE = {"COD", "CNS", "APP", "AVC", "NLE", "SYN", "DEA", "RPS", "BUD", "BUDGET"}


def procedure(words: str) -> str:
    """eu/ep/2022-0155-COD from "2022/0155(COD)", "2022-0155-cod"; eu/ep/2018-0172 where no type is given."""
    if found := _PROCEDURE.search(words.upper()):
        return f"eu/ep/{found[1]}-{found[2]}-{found[3]}"
    found = _BARE.search(words)
    return f"eu/ep/{found[1]}-{int(found[2]):04}" if found else ""


def printed(id: str) -> str:
    """2022/0155(COD)."""
    year, number, *kind = id.rpartition("/")[2].split("-")
    return f"{year}/{number}{f'({kind[0]})' if kind else ''}"


def file(id: str) -> str:
    """The procedure's page in the Legislative Observatory."""
    return f"https://oeil.secure.europarl.europa.eu/oeil/en/procedure-file?reference={printed(id)}"


def document(words: str) -> str:
    """eu/ep/A-9-2024-0163 from "A9-0163/2024", "RC-B10-0260/2025" and "A-9-2024-0163"; empty where there is none.

    A text adopted is T9-0315/2024 in the Observatory and P9_TA(2024)0315 on itself.
    """
    if found := _TABLED.search(words.upper()):
        return f"eu/ep/{found[0]}"
    if found := _ADOPTED.search(words):
        return f"eu/ep/TA-{found[1]}-{found[2]}-{found[3]}"
    found = _DOCUMENT.search(words)
    return f"eu/ep/{'TA' if found[1] == 'T' else found[1]}-{found[3]}-{found[5]}-{found[4]}" if found else ""


def documents(words: Iterable[str]) -> list[str]:
    """Every one of these that is one."""
    return list(filter(None, map(document, words)))


def number(id: str) -> str:
    """A9-0163/2024, RC-B10-0260/2025, P9_TA(2024)0315: a document as it is printed."""
    kind, term, year, count = id.rpartition("/")[2].split("-")
    if kind == "TA":
        return f"P{term}_TA({year}){count}"
    return f"{'RC-B' if kind == 'RC' else kind}{term}-{count}/{year}"


def proposal(words: str) -> str:
    """eu/celex/52022PC0209 from "COM(2022)0209"."""
    number = celex_of_proposal(words)
    return f"eu/celex/{number}" if number else ""


def first_proposal(numbers: Iterable[str]) -> str:
    """Of all numbers near a procedure, that of the Commission's proposal; empty where there is none."""
    found = {number for number in numbers if PROPOSAL.fullmatch(number)}
    return next((number for kind in ("PC", "JC", "DC") for number in sorted(found) if kind in number), "")


def proposed(title: str) -> str:
    """proposal for a regulation, by the title."""
    found = re.match(
        r"(?:amended )?proposal for an? (?:council |commission )?(regulation|directive|decision|recommendation)",
        title.lower(),
    )
    return f"proposal for a {found[1]}" if found else "proposal"


# Codes of the open data portal (def/ep-activities/…, and the middle of activity ids): what happened, and how far that is.
ACTIVITIES = {
    "REFERRAL": (EventKind.REFERRED, Status.COMMITTEE),
    "COMMITTEE_TABLING_REPORT": (EventKind.MEETING, Status.COMMITTEE),
    "COMMITTEE_ADOPTING_REPORT": (EventKind.REPORTED, Status.REPORTED),
    "COMMITTEE_ADOPTING_OPINION": (EventKind.MEETING, Status.COMMITTEE),
    "COMMITTEE_APPROVE_PROVISIONAL_AGREEMENT": (EventKind.REPORTED, Status.REPORTED),
    "INTERINSTITUTIONAL_NEGOTIATION": (EventKind.MEETING, Status.REPORTED),
    "PLENARY_DEBATE": (EventKind.DEBATED, Status.REPORTED),
    "PLENARY_VOTE": (EventKind.VOTE, Status.REPORTED),
    "PLENARY_DECISION": (EventKind.PASSED_ONE_CHAMBER, Status.PASSED_ONE_CHAMBER),
    "PLENARY_ADOPT_POSITION": (EventKind.PASSED_ONE_CHAMBER, Status.PASSED_ONE_CHAMBER),
    "PLENARY_ADOPT": (EventKind.PASSED_ONE_CHAMBER, Status.PASSED_ONE_CHAMBER),
    "DEC-DCPL": (EventKind.PASSED_ONE_CHAMBER, Status.PASSED_ONE_CHAMBER),
    "SIGNATURE": (EventKind.SIGNED, Status.PASSED),
    "PUBLICATION_OFFICIAL_JOURNAL": (EventKind.PUBLISHED, Status.ENACTED),
}
_ORDER = (
    Status.INTRODUCED,
    Status.COMMITTEE,
    Status.REPORTED,
    Status.PASSED_ONE_CHAMBER,
    Status.PASSED,
    Status.ENACTED,
)


def furthest(statuses: Iterable[Status], legislative: bool) -> Status:
    """How far a procedure is; what only Parliament decides is passed when Parliament has voted it."""
    far = max((_ORDER.index(status) for status in statuses), default=0)
    return Status.PASSED if not legislative and far >= _ORDER.index(Status.PASSED_ONE_CHAMBER) else _ORDER[far]


def legislative(id: str) -> bool:
    """By the letters of a procedure's number."""
    return id.rpartition("-")[2] in LEGISLATIVE


def names(id: str) -> tuple[str, ...]:
    """Other spellings of a procedure's id: without its type, as the open data links to it."""
    bare = re.sub(r"-[A-Z]{3}$", "", id)
    return (bare,) if bare != id else ()
