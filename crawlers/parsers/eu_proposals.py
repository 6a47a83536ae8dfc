"""Proposals of the Commission as EUR-Lex and CELLAR show them: the styles of its drafting tool name every line."""

import re
from collections.abc import Iterable, Iterator

from crawlers.eu import instruments, parliament, proposals, sparql
from crawlers.eu.nesting import nested
from crawlers.eu.numbers import proposal
from crawlers.eu.quotations import quoting
from crawlers.eu.structure import units
from crawlers.files import reading
from crawlers.matter import Link, Provision, Text
from crawlers.parsing import Element, Found, Matter, Request, Response, Source, Unreadable
from crawlers.record import numbers, record, text, timeline
from crawlers.texts import outline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1
_TYPES = "PROP_REG PROP_DIR PROP_DEC PROP_DEC_IMPL PROP_RECO"
_NOTES = {"footnoteRef", "FootnoteReference", "footnote", "EndnoteReference"}


def start(_source: Source, since: str) -> Iterator[Request]:
    yield sparql.changed(_TYPES, since)


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening == b"{":
        yield from sparql.texts(response)
        return
    page = reading.html(response.body)
    lines = [line for line in page.iter("p") if proposals.style_of(line)]
    number = next((found for line in lines if (found := proposal(reading.words(line)))), "")
    if not number:
        raise Unreadable("the page is no proposal of the Commission: no line of it is a COM number")
    for note in [part for part in page.iter("a", "span") if part.get("class", "") in _NOTES]:
        for inside in note.iter():
            inside.text = None
    yield _matter(number, lines, response, source)


def _matter(number: str, lines: list[Element], response: Response, source: Source) -> Matter:
    day = next(iter(dates.inside(_first(lines, "Emission"))), "")
    kind = re.sub(r"^(?:joint )?proposal for an?\s+", "", _first(lines, "Typedudocument").lower()).strip()
    title = " ".join(filter(None, (_first(lines, style) for style in ("Statut", "Typedudocument", "Titreobjet"))))
    procedure = parliament.procedure(" ".join(reading.words(line) for line in lines[:30]))
    language = _language(response)
    return record(
        response,
        source,
        f"eu_proposals/{VERSION}",
        language=language,
        id=f"eu/celex/{number}",
        aliases=(procedure, *parliament.names(procedure)) if procedure else (),
        kind=Kind.BILL,
        instrument=f"proposal for a {kind.partition(' of the ')[0]}" if kind else "proposal",
        title=title or number,
        url=f"https://eur-lex.europa.eu/legal-content/{language.upper()}/TXT/?uri=CELEX:{number}",
        status=Status.INTRODUCED,
        status_as_of=day,
        published=day,
        events=timeline(response, [(day, EventKind.INTRODUCED)]),
        texts=tuple(_texts(lines, day, language, title, response)),
        links=tuple(
            Link(kind=found, target=f"eu/celex/{act}") for found, act in dict.fromkeys(instruments.relations(title))
        ),
        identifiers=numbers(
            ("celex", number),
            ("printed", f"COM({number[1:5]}) {int(number[7:])}"),
            ("procedure", parliament.printed(procedure) if procedure else ""),
        ),
    )


def _language(response: Response) -> str:
    """The drafting tool puts it into the page's title: COM(2025)18 final.ENG.xhtml…_EN_ACT."""
    found = re.search(rb"_([A-Z]{2})_(?:ACT|ANNEX)|<html[^>]*\slang=\"([a-z]{2})\"", response.body[:3_000])
    return (found[1] or found[2]).decode().lower() if found else "en"


def _first(lines: Iterable[Element], style: str) -> str:
    return next(
        (words for line in lines if proposals.style_of(line).startswith(style) and (words := reading.words(line))), ""
    )


def _texts(lines: list[Element], day: str, language: str, title: str, response: Response) -> Iterator[Text]:
    """The memorandum ends where the institution that acts is named."""
    begins = next((at for at, line in enumerate(lines) if proposals.style_of(line).startswith("Institutionquiagit")), 0)
    parts = (("explanatory memorandum", lines[:begins], False), ("proposal", lines[begins:], True))
    for label, part, preamble in parts:
        read = list(quoting(nested(line for element in part for line in proposals.lines(element))))
        provisions: tuple[Provision, ...] = outline.provisions(
            units(read, preamble and any(line.role == "article" for line in read))
        )
        name = f"{day or 'original'}.{language}{'' if preamble else '.memorandum'}"
        yield from text(response, language, day, provisions, "", id=name, label=label, title=title)
