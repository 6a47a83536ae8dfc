"""The parts of a citation: what the id and the days of a record give each of them."""

import re
from datetime import date
from typing import TYPE_CHECKING

from crawlers.matter import Matter
from crawlers.vocabulary import EventKind, Status
from dashboard.views import labels
from dashboard.views.days import parsed
from dashboard.views.evidence import courts_cited
from dashboard.views.evidence.citation_marks import marks
from dashboard.views.evidence.citation_names import cased, named, plain
from dashboard.views.evidence.courts_cited import ordinal
from dashboard.views.evidence.official_numbers import number, union

if TYPE_CHECKING:
    from dashboard.views.evidence.citation import Book

DECIDED = {Status.DECIDED, Status.STRUCK_DOWN}
_YEARS = re.compile(r"((?:19|20)\d{2})-?((?:19|20)\d{2})?([A-Z]*)")
_CALLED = re.compile(r"(\d{2})([R1-9])")  # Texas: the legislature, and R or the number of a called session


def english(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def american(day: date, book: "Book") -> str:
    return f"{book.months[day.month - 1]} {day.day}, {day.year}"


def parts(matter: Matter, found: dict[str, str], book: "Book") -> dict[str, str]:
    """Everything that a rule may ask for; what is not known is empty or missing."""
    return {
        **found,
        **_days(matter, book),
        **marks(matter, book),
        **_numbers(matter, found, book),
        **union(matter, book),
    }


def _days(matter: Matter, book: "Book") -> dict[str, str]:
    decided = _day(matter, EventKind.DECIDED, matter.status_as_of if matter.status in DECIDED else "")
    made = _day(matter, EventKind.ENACTED, matter.published)
    year = decided.year if decided and matter.kind == "case" else (matter.published or _first(matter))[:4]
    days = {
        "decided": decided,
        "published": parsed(matter.published),
        "promulgated": made,
        "adopted": _day(matter, EventKind.ADOPTED, matter.published),
    }
    written = {name: american(day, book) if day else "" for name, day in days.items()}
    written |= {f"{name}_plain": english(day) if day else "" for name, day in days.items()}
    return written | {"made": str(made.year) if made else "", "year": str(year)}


def day_of(matter: Matter) -> date | None:
    """When it was decided, made, brought in or published, whichever its kind is known by."""
    if matter.kind == "case":
        return _day(matter, EventKind.DECIDED, matter.status_as_of if matter.status in DECIDED else "")
    if matter.kind == "bill":
        return parsed(_first(matter) or matter.published)
    return _day(matter, EventKind.ENACTED, matter.published)


def _first(matter: Matter) -> str:
    """The day on which it was brought in, else of its earliest version."""
    return _begun(matter) or min(filter(None, (text.date for text in matter.texts)), default="")


def _begun(matter: Matter) -> str:
    begun = (event.date for event in matter.events if event.kind in {EventKind.INTRODUCED, EventKind.PROPOSED})
    return min(filter(None, begun), default="")


def _day(matter: Matter, kind: EventKind, otherwise: str) -> date | None:
    told = sorted(event.date for event in matter.events if event.kind is kind and not event.cancelled)
    return parsed(told[-1] if told and parsed(told[-1]) else otherwise)


def _numbers(matter: Matter, found: dict[str, str], book: "Book") -> dict[str, str]:
    """Courts, chambers, sessions, from the parts of the id."""
    title, series = cased(plain(matter)), found.get("series", "")
    made = {
        f"{name}_th": ordinal(int(found[name]))
        for name in ("congress", "parliament", "session")
        if found.get(name, "").isdigit()
    }
    state = book.states.get(found.get("state", ""), "")
    made |= {
        "name": title if re.search(r"\bAct\b", title) else "",
        "act": (act := title if not title or re.search(r"\b\d{4}$", title) else f"{title} {found.get('made_in', '')}"),
        "act_plain": re.sub(r",(?= \d{4}$)", "", act),
        "court_name": book.courts.get(found.get("court", ""), ""),
        "court_plain": found.get("court", "").upper().replace("BVERF", "BVerf").replace("BVERW", "BVerw"),
        "body_name": book.bodies.get(found.get("body", ""), ""),
        "file": number(matter),
        "number_printed": re.sub(r"^[A-Z]{4,}(?: [A-Z]{4,})*", lambda head: head[0].capitalize(), number(matter)),
        "named": named(matter),
        "own_title": title.removeprefix(number(matter)).lstrip(" ,.:"),
        "chamber": book.chambers.get(series, ""),
        "instrument": book.instruments.get(series, ""),
        "series_name": book.series.get(series, ""),
        "series_own": book.series_own.get(series, ""),
        "country": book.countries.get(matter.jurisdiction, labels.place(matter.jurisdiction)),
        "state_name": state,
        "code_name": book.codes.get(found.get("code", ""), ""),
        "section": found.get("section", "").rstrip("."),
        "court_us": _court(matter, found, book),
        "state_ag": book.states.get(courts_cited.state(found.get("court", ""), book), ""),
        "annexed": f"annex {found['annex'].upper()}" if found.get("annex") else "",
        "bill": "".join(f"{letter}." for letter in series) if series.isupper() else "",
        **_session(found.get("session", ""), found.get("state", ""), book),
    }
    made["session_year"] = made.get("session_year") or (matter.published or _begun(matter))[:4]
    own = {"state_plain": state.replace(".", ""), "country_plain": labels.place(matter.jurisdiction)}
    codes = {one.scheme: one.value for one in matter.identifiers}
    return made | _dotless(made) | own | {"abbreviation": codes.get("abbreviation", "")}


def _dotless(made: dict[str, str]) -> dict[str, str]:
    """As OSCOLA writes abbreviations."""
    names = ("chamber", "bill", "court_us", "sitting", "code_name", "state_ag")
    return {f"{name}_plain": made.get(name, "").replace(".", "") for name in names}


def _court(matter: Matter, found: dict[str, str], book: "Book") -> str:
    return courts_cited.court(found.get("court", ""), book) if matter.kind == "case" else ""


def _session(session: str, state: str, book: "Book") -> dict[str, str]:
    """2021–2022 Sess.; 88th Leg., Reg. Sess. where a state counts its legislatures."""
    if years := _YEARS.fullmatch(session):
        span = "–".join(filter(None, years.groups()[:2]))
        kind = {"RS": "Reg. Sess."}.get(years.group(3), "Sess.")
        return {"sitting": f"{span} {kind}", "session_year": "" if years.group(2) else years.group(1)}
    if state == "tx" and (called := _CALLED.fullmatch(session)):
        kind = "Reg." if called[2] == "R" else f"{ordinal(int(called[2]))} Called"
        return {"sitting": f"{ordinal(int(called[1]))} Leg., {kind} Sess."}
    return {"sitting": f"{ordinal(int(session))} {book.assemblies.get(state, 'Leg.')}"} if session.isdigit() else {}
