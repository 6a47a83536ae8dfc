"""Proposals of the Commission as EUR-Lex and CELLAR show them: the styles of its drafting tool name every line."""

from collections.abc import Iterator

from crawlers.eu import instruments, sparql
from crawlers.eu.acts import proposals
from crawlers.eu.parliament import procedures
from crawlers.parsing import Element, Finds, Matter, Request, Response, Source, dates, reading
from crawlers.record import numbers, record, timeline
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 3


def start(_source: Source, since: str) -> Iterator[Request]:
    yield sparql.changed("PROP_REG PROP_DIR PROP_DEC PROP_DEC_IMPL PROP_RECO", since)


def parse(response: Response, source: Source) -> Finds:
    if response.opening == b"{":
        yield from sparql.texts(response)
        return
    page = reading.html(response.body)
    lines = proposals.paragraphs(page)
    number = proposals.number(lines)
    yield _matter(number, lines, proposals.without_marks(page), response)


def _matter(number: str, lines: list[Element], notes: dict[Element, list[str]], response: Response) -> Matter:
    day = dates.first(proposals.first(lines, "Emission"))
    procedure = procedures.procedure(" ".join(reading.words(line) for line in lines[:30]))
    title, language = proposals.title(lines), proposals.language(response)
    cited, file = f"COM({number[1:5]}) {int(number[7:])}", procedures.printed(procedure) if procedure else ""
    return record(
        language=language,
        id=f"eu/celex/{number}",
        aliases=(procedure, *procedures.names(procedure)) if procedure else (),
        kind=Kind.BILL,
        instrument=proposals.instrument(lines),
        title=title or number,
        url=f"https://eur-lex.europa.eu/legal-content/{language.upper()}/TXT/?uri=CELEX:{number}",
        status=Status.INTRODUCED,
        status_as_of=day,
        events=timeline([(day, EventKind.INTRODUCED)]),
        texts=tuple(proposals.texts(lines, notes, day, language, title)),
        links=instruments.links(title, number),
        identifiers=numbers(("celex", number), ("printed", cited), ("procedure", file)),
    )
