"""The Court of Justice: judgments, orders and opinions in Formex, search answers of EUR-Lex's web service, lists by SPARQL."""

from collections.abc import Iterator

from crawlers.eu import cellar, court, numbers, sparql
from crawlers.eu.acts import formex, formex_words
from crawlers.eu.acts.structure import units
from crawlers.eu.parts import text
from crawlers.parsing import Element, Finds, Matter, Request, Response, Source, Unreadable, dates, fields, reading
from crawlers.record import events, record
from crawlers.record import numbers as identified
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 4
_KINDS = {
    "JUDGMENT": "judgment",
    "JUDGMENT.INIT": "judgment",
    "ORDER": "order",
    "ORDER.INIT": "order",
    "OPINION": "opinion",
    "CONCLUSION": "opinion of the advocate general",
}


def start(_source: Source, since: str) -> Iterator[Request]:
    """Cases dated since that day; the court's own site has no open interface."""
    yield sparql.cases(since)


def parse(response: Response, source: Source) -> Finds:
    if response.opening == b"{":
        yield from (cellar.matter(work, response) for work in sparql.works(reading.json(response.body)))
        return
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag in _KINDS:
        yield _decision(root, response)
    elif root.tag == "Envelope":
        yield from fields.declared({"hits": reading.words(root.find(".//totalhits"))}, "hits")
        yield from (cellar.matter(work, response) for work in court.works(root))
    else:
        raise Unreadable(
            f"the XML is neither a decision of the Court nor an answer of EUR-Lex: its root is {root.tag!r}"
        )


def _decision(root: Element, response: Response) -> Matter:
    celex = numbers.celex(reading.words(root.find(".//NO.CELEX")))
    if not celex:
        raise Unreadable("the decision gives no CELEX number")
    title, said, ecli = formex_words.title(root.find("TITLE")), root.find("TITLE//DATE"), root.find(".//NO.ECLI")
    day = dates.iso(said.get("ISO", "")) if said is not None else ""
    language = court.language(root, title)
    advice = root.tag == "CONCLUSION"
    return record(
        language=language,
        id=f"eu/celex/{celex}",
        kind=Kind.CASE,
        instrument=_KINDS[root.tag],
        title=title,
        url=f"https://eur-lex.europa.eu/legal-content/{language.upper()}/TXT/?uri=CELEX:{celex}",
        status=Status.PENDING if advice else Status.DECIDED,
        status_as_of=day,
        published=day,
        events=events((day, EventKind.OTHER if advice else EventKind.DECIDED, _KINDS[root.tag])),
        texts=text(units((*formex.flow(root, 0), *formex.notes(root)), preamble=False), day, language, title, response),
        identifiers=identified(
            ("celex", celex),
            ("ecli", ecli.get("ECLI", "") if ecli is not None else ""),
            ("case", reading.words(root.find(".//NO.CASE"))),
        ),
    )
