"""Reporters, gazettes and other printed numbers of a record, as each manual spells them."""

import re
from typing import TYPE_CHECKING

from crawlers.matter import Matter
from dashboard.views.evidence import courts_cited

if TYPE_CHECKING:
    from dashboard.views.evidence.citation import Book

_MARKS = {
    "us": r"\d+ U\. ?S\. \d+",
    "stat": r"\d+ Stat\. \d+",
    "fr": r"(\d+) (?:FR|Fed\. Reg\.) (\d+)",
    "cfr": r"(\d+) (?:CFR|C\.F\.R\.) (?:Part|pt\.) (\d+)",
    "neutral": r"\[\d{4}\] .+",
    "com": r"(COM|JOIN|SWD|SEC)\((\d{4})\) ?(\d+)( final)?",
    "gazette": r"BGBl\.? .+",
    "statute": r"(?:R\.)?S\.C\. \d{4}, c\. .+",
    "dcr": r"(\d+) DCR (\d+)",
    "scc": r"\(\d{4}\) \d+ SCC \d+",
    "un": r"(?:[AES]|CAT|CCPR|CEDAW|CERD|CRC|CRPD)/[\w./-]+",
}
_LAW = re.compile(r"(?:Public Law|Pub\. L\.)(?: No\.)? (\d+)\D(\d+)(?:, as amended)?")
# the older gazettes by their page; since 2023 each law is a number of its own
_PAGED = re.compile(r"BGBl\.? (?P<volume>I+) (?P<year>\d{4}), (?P<number>\d+)")
_SINGLE = re.compile(r"BGBl\.? (?P<year>\d{4}) (?P<volume>I+) Nr\. (?P<number>\d+)")
_GERMAN = re.compile(r"de/bgbl-(?P<volume>[12])/(?P<year>\d{4})/(?P<page>s?)(?P<number>\d+)")
# what states number their decisions by for all publishers: 2021-Ohio-3838, 2021 ME 3, 2020 IL App (2d) 190137
_PUBLIC = re.compile(
    r"(?P<year>(?:19|20)\d{2})[ -](?P<state>[A-Z][A-Za-z.]+)(?P<rest>(?:[ -]App)?(?:[ -]\(\w+\))?[ -]\d+)"
)
# EWHC 2 (Admin) and EWCA Civ 5, which Americans write EWHC (Admin) 2 and EWCA (Civ) 5
_DIVISION = re.compile(r"(EW[A-Z]+)(?: (?=[A-Z]))?([A-Z][a-z]+)? (\d+)(?: \((\w+)\))?$")
_NATIONS = (("EW", "Eng."), ("(?:CS|HCJ|SAC|Scot)", "Scot."), ("NI", "N. Ir."))
_PRINTED = re.compile(r"(?P<house>HL|HC)? ?Bill (?P<number>\d+)(?: (?:of )?(?P<session>\d{4}[-–]\d{2,4}))?\b")
_COMPLAINT = re.compile(r"\bNo\. ?(\d+/\d{4})\b")


def marks(matter: Matter, book: "Book") -> dict[str, str]:
    values = [one.value for one in matter.identifiers]
    made = {name: next((value for value in values if re.fullmatch(mark, value)), "") for name, mark in _MARKS.items()}
    if found := re.fullmatch(_MARKS["fr"], made["fr"]):
        page = int(found.group(2))
        made["fr"] = f"{found.group(1)} Fed. Reg. {page:,}" if page > 9_999 else f"{found.group(1)} Fed. Reg. {page}"
    if found := re.fullmatch(_MARKS["cfr"], made["cfr"]):
        made["codified"] = f"to be codified at {found.group(1)} C.F.R. pt. {found.group(2)}"
    if found := re.fullmatch(_MARKS["dcr"], made["dcr"]):
        made["dcr"] = f"{found.group(1)} D.C. Reg. {found.group(2)}"
    if found := re.fullmatch(_MARKS["com"], made["com"]):
        final = " final" if found.group(4) or re.match(r"eu/celex/5\d{4}[PD]C", matter.id) else ""
        made["com"] = f"{found.group(1)} ({found.group(2)}) {found.group(3)}{final}"
        made["author"] = book.authors.get(found.group(1), "Commission")
    if law := next((found for value in values if (found := _LAW.fullmatch(value))), None):
        made["public_law"] = f"Pub. L. No. {law.group(1)}-{law.group(2)}"
    made["un"] = made["un"] and f"U.N. Doc. {made['un']}"
    made["complaint"] = f"Complaint No. {found[1]}" if (found := _COMPLAINT.search(matter.title)) else ""
    made |= {"docket": _docket(matter), **_german(matter, made["gazette"])}
    made |= _british(matter, made["neutral"])
    plain = {
        f"{name}_plain": words.replace(".", "").replace(",", "" if name == "fr" else ",")
        for name, words in made.items()
    }
    unchanged = {
        "docket_plain": made["docket"].replace("No.", "No"),
        "un_plain": made["un"].replace("U.N. Doc.", "UN Doc"),
    }
    return made | plain | unchanged | _public(matter, book)


def _british(matter: Matter, neutral: str) -> dict[str, str]:
    """The division in brackets behind the court, the part of the kingdom, and of a bill its last printing."""
    nation = next((name for start, name in _NATIONS if re.match(rf"\[\d{{4}}\] {start}", neutral)), "UK")
    before = _DIVISION.sub(lambda found: f"{found[1]} ({found[2] or found[4]}) {found[3]}", neutral)
    printed = next((found for text in reversed(matter.texts) if (found := _PRINTED.match(text.label))), None)
    if not matter.id.startswith("uk/bill/"):
        return {"neutral_us": before, "nation": nation}
    title = " ".join(matter.title.split())
    made = {"act_made": title if re.search(r"\bAct \d{4}$", title) else ""}
    if printed is None:
        return made
    house, number = printed["house"] or "HC", printed["number"]
    session = (printed["session"] or "").replace("-", "–")
    return made | {
        "bill_number": number,
        "bill_house": house,
        "bill_session": session,
        "bill_called": re.sub(r" Bill(?: \[HL\])?$", "", title),
        "bill_number_as_oscola": f"[{number}]" if house == "HC" else number,
    }


def _docket(matter: Matter) -> str:
    value = next(
        (one.value for one in matter.identifiers if one.value.startswith("No. ") or one.scheme == "docket"), ""
    )
    value = re.sub(r"(?:No\. )?\d{4}_(\d+)$", r"\1", value)  # a term and a number of the Supreme Court's argument lists
    return value if value.startswith("No. ") or not value else f"No. {value}"


def _german(matter: Matter, gazette: str) -> dict[str, str]:
    found = _PAGED.fullmatch(gazette) or _SINGLE.fullmatch(gazette) or _GERMAN.fullmatch(matter.id)
    if found is None:
        return {}
    volume = {"1": "I", "2": "II"}.get(found["volume"], found["volume"])
    head = f"Bundesgesetzblatt [BGBl.] {volume}"
    paged = found.re is _PAGED or bool(found.groupdict().get("page"))
    printed = (
        f"BGBl. {volume} {found['year']}, {found['number']}"
        if paged
        else f"BGBl. {found['year']} {volume} Nr. {found['number']}"
    )
    return {
        "gazette": printed,
        "gazette_full": f"{found['year']} {head} at {found['number']}"
        if paged
        else f"{found['year']} {head} No. {found['number']}",
    }


def _public(matter: Matter, book: "Book") -> dict[str, str]:
    """The number of a decision that its own state gave it, and the court where the number does not say it (rule 10.3.3)."""
    code = matter.id.split("/")[1]
    postal = courts_cited.state(code, book) if matter.id.startswith("us/") else ""
    texts = [*(one.value for one in matter.identifiers), matter.title]
    found = next((found for text in texts if (found := _PUBLIC.search(text))), None) if postal else None
    if found is None or found["state"].replace(".", "").lower() not in _names(postal, book):
        return {}
    level = courts_cited.court(code, book).removeprefix(book.states[postal]).strip()
    told = not level or "App" in found["rest"]
    named = {"public": found[0], "public_court": "" if told else level}
    return named | {f"{name}_plain": words.replace(".", "") for name, words in named.items()}


def _names(postal: str, book: "Book") -> set[str]:
    return {postal, book.states[postal].replace(".", "").replace(" ", "").lower()}
