"""Facts of CELLAR, the Publications Office's store, about one work: from SPARQL answers and from notices alike."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from crawlers.eu import instruments, numbers
from crawlers.eu.commencement import IN_PART
from crawlers.matter import Link, Matter
from crawlers.record import Told, record, timeline
from crawlers.record import numbers as identified
from crawlers.response import Response
from crawlers.values import dates
from crawlers.values.dates import SENTINELS
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

_DAYS_TO_FORCE = 180  # days; a date later than that after adoption is of application (CELLAR has one field for both)


@dataclass(frozen=True, kw_only=True)
class Work:
    """`begins` are the days CELLAR calls entry into force, `ends` those of validity, `force` its own word: "1", "0" or nothing (exhausted acts)."""

    celex: str
    title: str = ""
    language: str = "en"
    eli: str = ""
    ecli: str = ""
    adopted: str = ""
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    transpose_by: tuple[str, ...] = ()
    force: str = ""
    relations: tuple[tuple[LinkKind, str], ...] = ()


def matter(work: Work, response: Response) -> Matter:
    """A consolidated version is metadata of the act that it is a version of."""
    celex = numbers.basic(numbers.celex(work.celex))
    case = celex.startswith("6")
    kind, instrument = (Kind.CASE, _court(celex)) if case else instruments.of(work.title, celex, "R(" in celex)
    status, as_of = (Status.DECIDED, work.adopted) if case else _status(work, response.fetched[:10])
    return record(
        language=work.language,
        id=f"eu/celex/{celex}",
        kind=kind,
        instrument=instrument,
        title=_title(work.title),
        url=f"https://eur-lex.europa.eu/legal-content/{work.language.upper()}/TXT/?uri=CELEX:{celex}",
        status=status,
        status_as_of=as_of,
        source_status={"1": "in force", "0": "no longer in force"}.get(work.force, ""),
        events=timeline(_told(work, case)),
        links=_links(work, celex),
        identifiers=identified(
            ("celex", celex), ("eli", work.eli), ("ecli", work.ecli), ("printed", numbers.printed(celex))
        ),
    )


def _title(title: str) -> str:
    """Titles of cases come in pieces: court and day#parties#what was asked#number."""
    pieces = (piece.strip() for piece in title.split("#"))
    return (
        " ".join(piece if piece[-1] in ".:;,?!" else f"{piece}." for piece in pieces if piece)
        if "#" in title
        else title
    )


def _court(celex: str) -> str:
    kinds = {"CJ": "judgment", "TJ": "judgment", "FJ": "judgment", "CC": "opinion of the advocate general", "CV": "opinion",
             "CO": "order", "TO": "order", "CN": "notice of a new case", "TN": "notice of a new case"}  # fmt: skip
    return kinds.get(celex[5:7], "")


def _status(work: Work, seen: str) -> tuple[Status, str]:
    """What CELLAR says of today's force is true of the day it was asked, else of the day the act began or ended."""
    begun = first(_begins(work)) or work.adopted
    if work.force == "0":
        return Status.REPEALED, _end(work) or seen or begun
    if work.force == "1":
        return Status.IN_FORCE, seen or begun
    return Status.ENACTED, work.adopted


def _begins(work: Work) -> list[str]:
    """In order; days before adoption are mistakes of the record."""
    return sorted(day for day in set(work.begins) if day >= work.adopted and _day(day))


def _told(work: Work, case: bool) -> Iterator[Told]:
    """The first day is of entry into force, later ones of application: of the whole if it is one, of parts if several."""
    days = _begins(work)
    if len(days) == 1 and work.adopted and _apart(work.adopted, days[0]) > _DAYS_TO_FORCE:
        days.insert(0, "")
    label = IN_PART if len(days) > 2 else ""
    yield _day(work.adopted), EventKind.DECIDED if case else EventKind.ADOPTED
    yield from ((_day(day), EventKind.IN_FORCE) for day in days[:1])
    yield from ((_day(day), EventKind.APPLIES_FROM, label) for day in days[1:])
    yield from ((day, EventKind.TRANSPOSE_BY) for day in sorted(filter(None, map(_day, set(work.transpose_by)))))
    whole = _end(work)
    for day in sorted(filter(None, map(_day, set(work.ends)))):
        yield (day, EventKind.ENDS) if day == whole else (day, EventKind.ENDS, IN_PART)


def _end(work: Work) -> str:
    """The last of its days, unless that is "without end": those before it are of parts."""
    return _day(max(work.ends, default=""))


def _links(work: Work, celex: str) -> tuple[Link, ...]:
    """As the record says, and what only the title says."""
    said = (Link(kind=kind, target=f"eu/celex/{act}") for kind, act in work.relations if act != celex)
    return tuple(dict.fromkeys((*said, *(() if celex.startswith("6") else instruments.links(work.title, celex)))))


def ended(days: Iterable[str]) -> tuple[str, ...]:
    """Days of the end of validity as the record says them, "without end" among them."""
    return tuple(filter(None, (day[:10] if day[:10] in SENTINELS else dates.iso(day) for day in days)))


def _day(day: str) -> str:
    """Empty for CELLAR's "without end" and "not known"."""
    return "" if day[:10] in SENTINELS else day[:10]


def _apart(one: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def first(values: Iterable[str]) -> str:
    return next(iter(values), "")
