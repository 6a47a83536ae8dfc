"""What a file says of a Union act, and the matter that it becomes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crawlers.eu import commencement, instruments, numbers
from crawlers.eu.acts import structure
from crawlers.eu.acts.structure import Line
from crawlers.eu.parts import text
from crawlers.matter import Event, Link, Matter, Text
from crawlers.record import HERE, links, record, timeline
from crawlers.record import numbers as identified
from crawlers.response import Response, Unreadable
from crawlers.texts import outline
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

_PAGE = "https://eur-lex.europa.eu/legal-content/{}/TXT/?uri=CELEX:{}"


@dataclass(frozen=True, kw_only=True)
class Act:
    """Facts of one file, each empty where the file is silent.

    `journal` is the place in the Official Journal (L/2022/277/1); `adopted`, `published` and `version` (the day a
    consolidated text is of) are ISO days; `corrects` is the act that a corrigendum is to; `part` the annex that a file
    of its own holds; `preamble` says that recitals stand before the first article.
    """

    celex: str = ""
    journal: str = ""
    eli: str = ""
    title: str = ""
    language: str = ""
    adopted: str = ""
    published: str = ""
    version: str = ""
    corrects: str = ""
    part: str = ""
    note: str = ""
    ended: bool = False
    preamble: bool = True
    lines: tuple[Line, ...] = ()


def matter(act: Act, response: Response) -> Matter:
    """Raises Unreadable when nothing says which act it is."""
    celex = _celex(act, response)
    identity = f"eu/celex/{celex}" if celex else f"eu/oj/{act.journal}"
    if not celex and not act.journal:
        raise Unreadable("nothing in the file, its name or its address says which Union act it is")
    units = structure.units(act.lines, act.preamble)
    happened = tuple(_events(act, units))
    kind, instrument = instruments.of(act.title, celex, bool(act.corrects))
    status, as_of = _status(act, happened, response.fetched[:10])
    return record(
        language=act.language,
        id=identity,
        aliases=(f"eu/oj/{act.journal}",) if celex and act.journal else (),
        provisional=not celex,
        kind=kind,
        instrument=instrument,
        title=act.title,
        url=_PAGE.format(act.language.upper(), celex) if celex else HERE,
        status=status,
        status_as_of=as_of,
        source_status=act.note,
        published=act.published,
        events=happened,
        texts=_texts(act, units, response),
        links=_links(act, celex),
        identifiers=identified(
            ("celex", celex), ("eli", act.eli), ("oj", act.journal), ("printed", numbers.printed(celex))
        ),
    )


def _celex(act: Act, response: Response) -> str:
    """In the bytes, else from the title, else from what was asked for, the address or the file's name; these alone number corrigenda."""
    asked = response.context.get("celex", "")
    outside = next(filter(None, map(numbers.celex, (asked, response.url, response.name))), "")
    if act.corrects and "R(" not in act.celex:
        return outside if "R(" in outside else ""
    return act.celex or numbers.from_eli(act.eli)[0] or numbers.from_title(act.title) or numbers.basic(outside)


def _events(act: Act, units: Iterable[outline.Unit]) -> Iterator[Event]:
    yield from timeline([(act.adopted, EventKind.ADOPTED), (act.published, EventKind.PUBLISHED)])
    texts = [unit.text for unit in structure.article_words(units) if not unit.text.startswith(("‘", "“", "«", "„"))]
    if not act.corrects:
        yield from commencement.events(texts, act.language, act.published)


def _status(act: Act, happened: tuple[Event, ...], seen: str) -> tuple[Status, str]:
    """In force only where the file gives the day, and that day is past on the day the file is of or was fetched."""
    days = {event.kind: event.date for event in happened}
    day = max(seen, act.version, act.published)
    begins, applies = days.get(EventKind.IN_FORCE, ""), days.get(EventKind.APPLIES_FROM, "")
    if instruments.of(act.title, act.celex, bool(act.corrects)) == (Kind.GAZETTE, "notice"):
        return Status.UNKNOWN, ""
    if act.ended:
        return Status.REPEALED, act.version
    if not begins or begins > day:
        return Status.ENACTED, act.published or act.adopted
    if applies > day:
        parts = [event.date for event in happened if event.label == commencement.IN_PART and event.date <= day]
        partly = (Status.PARTLY_IN_FORCE, max([*parts, act.version]))
        return partly if parts else (Status.GRACE_PERIOD, max(begins, act.version))
    return Status.IN_FORCE, max(begins, applies, act.version)


def _texts(act: Act, units: list[outline.Unit], response: Response) -> tuple[Text, ...]:
    day = act.version or act.adopted or act.published
    label = "consolidated" if act.version else act.part or "original"
    part = re.sub(r"\W+", "-", act.part.lower()).strip("-")
    return text(units, day, act.language, act.title, response, label, part)


def _links(act: Act, celex: str) -> tuple[Link, ...]:
    corrects = act.corrects not in {"", "?"}
    return links(LinkKind.CORRECTS, [f"eu/celex/{act.corrects}"]) if corrects else instruments.links(act.title, celex)
