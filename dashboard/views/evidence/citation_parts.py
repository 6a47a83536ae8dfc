"""The parts of a citation: what the identifiers, days and title of a record give each of them."""

import re
from datetime import date
from typing import TYPE_CHECKING

from crawlers.joining.official_first import WATCHLIST
from crawlers.matter import Matter
from crawlers.sources import watched
from crawlers.vocabulary import EventKind, Kind, Status
from dashboard.views.days import parsed
from dashboard.views.evidence.official_numbers import number, union

if TYPE_CHECKING:
    from dashboard.views.evidence.citation import Book

_MARKS = {
    "us": r"\d+ U\. ?S\. \d+",
    "stat": r"\d+ Stat\. \d+",
    "fr": r"(\d+) (?:FR|Fed\. Reg\.) (\d+)",
    "cfr": r"(\d+) (?:CFR|C\.F\.R\.) (?:Part|pt\.) (\d+)",
    "neutral": r"\[\d{4}\] .+",
    "com": r"COM\(\d{4}\) ?\d+(?: final)?",
    "gazette": r"BGBl\.? .+",
    "statute": r"(?:R\.)?S\.C\. \d{4}, c\. .+",
}
_LAW = re.compile(r"(?:Public Law|Pub\. L\.)(?: No\.)? (\d+)\D(\d+)(?:, as amended)?")
_GAZETTE = re.compile(r"BGBl\.? (I+) (\d{4}), (\d+)")
_VERSUS = re.compile(r"(?<=\S) vs?\.? (?=\S)")
# Firms keep their form behind a comma; everything else behind one is no part of the name.
_JOINED = re.compile(
    r"(?:,? (?:et al|and others|and another|& ors|and ors|e\.a)\b\.?|, (?!Inc|LLC|L\.|Ltd|LLP|LP|Corp|Co\b|N\.|plc|GmbH)).*$",
    re.IGNORECASE,
)
_COM = re.compile(r"COM\((\d{4})\) ?(\d+)( final)?")
DECIDED = {Status.DECIDED, Status.STRUCK_DOWN}


def titled(matter: Matter, versus: str) -> str:
    """The title on one line; of a case the first party of each side, parted as the manual asks."""
    title = plain(matter)
    sides = _VERSUS.split(title) if matter.kind is Kind.CASE else ()
    return f" {versus} ".join(map(_party, sides)) if len(sides) == 2 else title


def plain(matter: Matter) -> str:
    """Without what the watch-list says of it in brackets; the parties alone of what EUR-Lex parts with #."""
    title = " ".join(matter.title.split()).rstrip(".")
    told = [part.strip(" .") for part in title.split("#")]
    if len(told) > 1:
        return told[1] if len(told) > 2 else ""
    if (
        title == matter.id or title.partition(" (")[0] == matter.id.rpartition("/")[2]
    ):  # its number stands in for a name
        return ""
    return re.sub(r" \([^()]*\)$", "", title) if matter.source == WATCHLIST else title


def _party(name: str) -> str:
    """Neither who is joined to it nor in which capacity it stands there."""
    return _JOINED.sub("", name).strip()


def named(matter: Matter) -> str:
    """The title as its own country prints it, with what it means in brackets where we hold both."""
    title, own = plain(matter), " ".join(matter.title_native.split())
    place = watched().jurisdictions.get(matter.jurisdiction)
    abroad = place is not None and matter.language == "en" and "en" not in place.languages
    return f"{own} [{title}]" if abroad and own and title and own != title else title or own


def english(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def american(day: date, book: "Book") -> str:
    return f"{book.months[day.month - 1]} {day.day}, {day.year}"


def parts(matter: Matter, found: dict[str, str], book: "Book") -> dict[str, str]:
    """Everything that a rule may ask for; what is not known is empty or missing."""
    return {**found, **_days(matter, book), **_marks(matter), **_numbers(matter, found, book), **union(matter, book)}


def _days(matter: Matter, book: "Book") -> dict[str, str]:
    decided = _day(matter, EventKind.DECIDED, matter.status_as_of if matter.status in DECIDED else "")
    published, made = parsed(matter.published), _day(matter, EventKind.ENACTED, matter.published)
    year = decided.year if decided else (matter.published or _first(matter))[:4]
    return {
        "decided": american(decided, book) if decided else "",
        "decided_plain": english(decided) if decided else "",
        "published": american(published, book) if published else "",
        "published_plain": english(published) if published else "",
        "made": str(made.year) if made else "",
        "year": str(year),
    }


def _first(matter: Matter) -> str:
    """The day on which it was brought in, else of its earliest version."""
    begun = [event.date for event in matter.events if event.kind in {EventKind.INTRODUCED, EventKind.PROPOSED}]
    return min(filter(None, begun or [text.date for text in matter.texts]), default="")


def _day(matter: Matter, kind: EventKind, otherwise: str) -> date | None:
    told = sorted(event.date for event in matter.events if event.kind is kind and not event.cancelled)
    return parsed(told[-1] if told and parsed(told[-1]) else otherwise)


def _marks(matter: Matter) -> dict[str, str]:
    """Reporters and gazettes among the identifiers, as each manual spells them."""
    values = [one.value for one in matter.identifiers]
    made = {name: next((value for value in values if re.fullmatch(mark, value)), "") for name, mark in _MARKS.items()}
    if found := re.fullmatch(_MARKS["fr"], made["fr"]):
        page = int(found.group(2))
        made["fr"] = f"{found.group(1)} Fed. Reg. {page:,}" if page > 9_999 else f"{found.group(1)} Fed. Reg. {page}"
    if found := re.fullmatch(_MARKS["cfr"], made["cfr"]):
        made["codified"] = f"to be codified at {found.group(1)} C.F.R. pt. {found.group(2)}"
    if found := _COM.fullmatch(made["com"]):
        made["com"] = f"COM ({found.group(1)}) {found.group(2)}{found.group(3) or ''}"
    if found := _GAZETTE.fullmatch(made["gazette"]):
        made["gazette_full"] = f"{found.group(2)} Bundesgesetzblatt [BGBl.] {found.group(1)} at {found.group(3)}"
    if law := next((found for value in values if (found := _LAW.fullmatch(value))), None):
        made["public_law"] = f"Pub. L. No. {law.group(1)}-{law.group(2)}"
    made["docket"] = _docket(matter)
    plain = {
        f"{name}_plain": words.replace(".", "").replace(",", "" if name == "fr" else ",")
        for name, words in made.items()
    }
    return made | plain | {"docket_plain": made["docket"].replace("No.", "No")}


def _docket(matter: Matter) -> str:
    value = next(
        (one.value for one in matter.identifiers if one.value.startswith("No. ") or one.scheme == "docket"), ""
    )
    return value if value.startswith("No. ") or not value else f"No. {value}"


def ordinal(number: int) -> str:
    """1st, 2d, 3d, 4th, as American lawyers write them."""
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'd', 3: 'd'}.get(number % 10, 'th') }"


def _numbers(matter: Matter, found: dict[str, str], book: "Book") -> dict[str, str]:
    """Courts, chambers, sessions, from the parts of the id."""
    title, series = _cased(plain(matter)), found.get("series", "")
    made = {
        f"{name}_th": ordinal(int(found[name]))
        for name in ("congress", "parliament", "session")
        if found.get(name, "").isdigit()
    }
    state = book.states.get(found.get("state", ""), "")
    made |= {
        "name": title if re.search(r"\bAct\b", title) else "",
        "act": title if not title or re.search(r"\b\d{4}$", title) else f"{title} {found.get('made_in', '')}",
        "court_name": book.courts.get(found.get("court", ""), ""),
        "court_plain": found.get("court", "").upper().replace("BVERF", "BVerf").replace("BVERW", "BVerw"),
        "file": number(matter),
        "chamber": book.chambers.get(series, ""),
        "instrument": book.instruments.get(series, ""),
        "country": book.countries.get(matter.jurisdiction, ""),
        "state_name": state,
        "code_name": book.codes.get(found.get("code", ""), ""),
        "section": found.get("section", "").rstrip("."),
        "district": _district(found, state, book),
        "circuit": _circuit(found.get("court", "")),
        "bill": "".join(f"{letter}." for letter in series) if series.isupper() else "",
        **_session(found.get("session", "")),
    }
    dotless = {
        f"{name}_plain": made.get(name, "").replace(".", "")
        for name in ("chamber", "bill", "district", "sitting", "code_name")
    }
    codes = {one.scheme: one.value for one in matter.identifiers}
    return made | dotless | {"state_plain": state.replace(".", ""), "abbreviation": codes.get("abbreviation", "")}


def _cased(title: str) -> str:
    """A title in capitals as it is written in a sentence."""
    if not title.isupper():
        return title
    small = {"of", "the", "and", "on", "for", "to", "in", "or", "a", "an"}
    return " ".join(word if word in small else word.capitalize() for word in title.lower().split())


def _district(found: dict[str, str], state: str, book: "Book") -> str:
    """N.D. Cal., D. Md., D.D.C."""
    part = book.parts.get(found.get("part", ""), "")
    return f"{part}{'' if part == 'D.' and state == 'D.C.' else ' '}{state}" if state else ""


def _circuit(court: str) -> str:
    code = court.removeprefix("ca")
    return {"dc": "D.C.", "fc": "Fed.", "f": "Fed."}.get(code, ordinal(int(code)) if code.isdigit() else "")


def _session(session: str) -> dict[str, str]:
    """2021–2022 Sess. and its first year; a session that is only counted has no year."""
    if years := re.fullmatch(r"(20\d{2})-?(20\d{2})?([A-Z]*)", session):
        span = "–".join(filter(None, years.groups()[:2]))
        kind = {"RS": "Reg. Sess."}.get(years.group(3), "Sess.")
        return {"sitting": f"{span} {kind}", "session_year": years.group(1) if not years.group(2) else ""}
    return {}
