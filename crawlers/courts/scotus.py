"""A docket of the Supreme Court of the United States, and how its JSON tells it."""

import re
from dataclasses import dataclass, field

from crawlers.courts import docket
from crawlers.courts.docket import Entry, again
from crawlers.matter import Person
from crawlers.record import people
from crawlers.response import Unreadable
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import Status

SITE = "https://www.supremecourt.gov"
_NUMBER = re.compile(r"\b(\d{2}[-AMOQ]\d{1,5}|\d{2}O\d+|\d{1,3}[- ]?Orig\.?)")
_ROLE = re.compile(r",? (?:Petitioner|Applicant|Appellant|Plaintiff)s?$")
_NUMBERS = re.compile(r"[\w:.-]*\d[\w:.-]*")
_LINKED = re.compile(r"\d{2}[-AM]\d+")
_TAGS = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Docket:
    number: str
    petitioner: str
    respondent: str = ""
    docketed: str = ""
    lower_court: str = ""
    lower_numbers: str = ""
    linked: str = ""
    questions: str = ""
    as_of: str = ""
    entries: list[Entry] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)


def number(words: str) -> str:
    """22-555 out of "22-555 " or "23A999 *** CAPITAL CASE ***". Raises Unreadable."""
    found = _NUMBER.search(words)
    if not found:
        raise Unreadable(f"{words.strip()[:40]!r} is no docket number of the Supreme Court")
    return found[1].replace(" ", "").rstrip(".")


def instrument(number: str) -> str:
    """What the letter of a docket number says it is."""
    if re.search(r"\dO|Orig", number):
        return "original action"
    return "application" if re.match(r"\d{2}A", number) else "petition"


def from_json(answer: Row) -> Docket:
    return Docket(
        number=number(fields.must(answer, "CaseNumber")),
        petitioner=text(answer, "PetitionerTitle"),
        respondent=text(answer, "RespondentTitle"),
        docketed=dates.iso(text(answer, "DocketedDate")),
        lower_court=text(answer, "LowerCourt"),
        lower_numbers=text(answer, "LowerCourtCaseNumbers"),
        linked=text(answer, "Links"),
        questions=text(answer, "QPLink").replace("..", SITE, 1),
        as_of=dates.iso(text(answer, "sJsonCreationDate"), "mdy"),
        entries=[_entry(row) for row in fields.rows(answer, "ProceedingsandOrder")],
        people=[person for side in ("Petitioner", "Respondent", "Other") for person in _counsel(answer, side)],
    )


def _entry(row: Row) -> Entry:
    links = [text(link, "DocumentUrl") for link in fields.rows(row, "Links")]
    plain = _TAGS.sub("", text(row, "Text")).replace("\xa0", " ")
    return Entry(dates.iso(text(row, "Date")), " ".join(plain.split()), next(filter(None, links), ""))


def _counsel(answer: Row, side: str) -> tuple[Person, ...]:
    """Names alone: what else the docket prints of lawyers (telephone, e-mail) is not kept."""
    role = f"counsel for {'others' if side == 'Other' else side.lower()}"
    return people(role, (text(row, "Attorney") for row in fields.rows(answer, side)))


def caption(case: Docket) -> str:
    """Petitioner v. Respondent, without the words for their roles."""
    sides = (_ROLE.sub("", side) for side in (case.petitioner, case.respondent))
    return " v. ".join(filter(None, sides))


def standing(case: Docket) -> tuple[Status, str, str]:
    """As its docket says; an application ends with its ruling, in words that would end no petition."""
    status, words, day = docket.standing(case.entries)
    if instrument(case.number) == "application" and status is Status.PENDING and (ruled := _ruling(case)):
        return Status.DECIDED, ruled.words, ruled.day
    return status, words, day


def _ruling(case: Docket) -> Entry | None:
    """Grant or denial of an application that was not refiled since and does not go on as a petition."""
    ruled = re.compile(rf"(?i)\({case.number}\)(?!.* treated as )[^.]* (?:granted|denied|dismissed)")
    found = next((entry for entry in reversed(case.entries) if ruled.search(entry.words)), None)
    return None if found and again(case.entries, found.day) else found


def lower(case: Docket) -> list[str]:
    """The numbers of the case in the court below."""
    return _NUMBERS.findall(case.lower_numbers)


def related(case: Docket) -> list[str]:
    """The numbers of dockets that this one is linked with."""
    return _LINKED.findall(case.linked)
