"""The Court of Justice: judgments, orders and opinions in Formex, search answers of EUR-Lex's web service, lists by SPARQL."""

import re
from collections.abc import Iterator

from lxml import etree

from crawlers import dates, outline, reading
from crawlers.eu import cellar, formex, numbers
from crawlers.eu.structure import units
from crawlers.matter import Event, Identifier, Matter, Text
from crawlers.parsers import eu_sparql
from crawlers.response import Declared, Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1
_KINDS = {
    "JUDGMENT": "judgment",
    "ORDER": "order",
    "OPINION": "opinion",
    "CONCLUSION": "opinion of the advocate general",
}
_QUERY = """PREFIX cdm: <http://publications.europa.eu/ontology/cdm#>
SELECT DISTINCT ?celex ?title ?date WHERE {{
 ?work cdm:resource_legal_id_celex ?celex ; cdm:work_date_document ?date .
 ?text cdm:expression_belongs_to_work ?work ; cdm:expression_title ?title ;
  cdm:expression_uses_language <http://publications.europa.eu/resource/authority/language/ENG> .
 FILTER(STRSTARTS(STR(?celex), "6")) FILTER(STR(?date) >= "{since}") }} ORDER BY DESC(?date) LIMIT 500"""


def start(_source: Source, since: str) -> Iterator[Request]:
    """Cases dated since that day; the court's own site has no open interface."""
    yield eu_sparql.query(_QUERY.format(since=since))


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.body.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"{"):
        yield from (
            cellar.matter(work, response, source, f"eu_cjeu/{VERSION}")
            for work in eu_sparql.works(reading.json(response.body))
        )
        return
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag in _KINDS:
        yield _decision(root, response, source)
    elif root.tag == "Envelope":
        yield from _results(root, response, source)
    else:
        raise Unreadable(
            f"the XML is neither a decision of the Court nor an answer of EUR-Lex: its root is {root.tag!r}"
        )


def _decision(root: etree._Element, response: Response, source: Source) -> Matter:
    celex = numbers.celex(reading.words(root.find(".//NO.CELEX")))
    ecli = root.find(".//NO.ECLI")
    if not celex:
        raise Unreadable("the decision gives no CELEX number")
    title = formex.title(root.find("TITLE"))
    stamp = root.find("TITLE//DATE")
    day = dates.iso(stamp.get("ISO", "")) if stamp is not None else ""
    provisions = outline.provisions(units(formex.flow(root, 0), preamble=False))
    language = _language(root, title)
    case = root.find(".//NO.CASE")
    advice = root.tag == "CONCLUSION"
    return Matter(
        id=f"eu/celex/{celex}",
        source=source.id,
        jurisdiction=source.jurisdiction,
        kind=Kind.CASE,
        instrument=_KINDS[root.tag],
        title=title,
        language=language,
        url=f"https://eur-lex.europa.eu/legal-content/{language.upper()}/TXT/?uri=CELEX:{celex}",
        status=Status.PENDING if advice else Status.DECIDED,
        status_as_of=day,
        published=day,
        events=(
            Event(
                date=day,
                kind=EventKind.OTHER if advice else EventKind.DECIDED,
                label=_KINDS[root.tag],
                snapshot=response.snapshot,
            ),
        )
        if day
        else (),
        texts=(
            Text(
                id=f"{day}.{language}",
                title=title,
                date=day,
                language=language,
                url=response.url,
                snapshot=response.snapshot,
                provisions=provisions,
            ),
        ),
        identifiers=tuple(
            Identifier(scheme=scheme, value=value)
            for scheme, value in (
                ("celex", celex),
                ("ecli", ecli.get("ECLI", "") if ecli is not None else ""),
                ("case", reading.words(case)),
            )
            if value
        ),
        snapshot=response.snapshot,
        parser=f"eu_cjeu/{VERSION}",
    )


def _language(root: etree._Element, title: str) -> str:
    """Said in the metadata, else by the word that begins the title (opinions and judgments say no language)."""
    said = reading.words(root.find(".//LG.DOC")).lower()
    words = {"gutachten": "de", "urteil": "de", "beschluss": "de", "arrêt": "fr", "ordonnance": "fr", "avis": "fr", "conclusions": "fr",
             "schlussanträge": "de", "sentenza": "it", "ordinanza": "it", "parere": "it", "sentencia": "es", "auto": "es",
             "dictamen": "es", "acórdão": "pt", "despacho": "pt", "parecer": "pt"}  # fmt: skip
    return said or words.get(re.split(r"\W", title.lower(), maxsplit=1)[0], "en")


def _results(root: etree._Element, response: Response, source: Source) -> Iterator[Found]:
    total = reading.words(root.find(".//totalhits"))
    if total.isdigit():
        yield Declared(int(total))
    for result in root.iter("result"):
        work = result.find(".//NOTICE/WORK")
        celex = numbers.celex(reading.words(work.find("ID_CELEX/VALUE"))) if work is not None else ""
        if work is None or not celex:
            raise Unreadable("a result of the answer names no work by CELEX number")
        title = result.find(".//NOTICE/EXPRESSION/EXPRESSION_TITLE")
        found = cellar.Work(
            celex=celex,
            title=reading.words(title.find("VALUE")) if title is not None else "",
            language=(reading.words(title.find("LANG")) if title is not None else "") or "en",
            ecli=reading.words(work.find("ECLI/VALUE")),
            adopted=dates.iso(reading.words(work.find("WORK_DATE_DOCUMENT/VALUE"))),
        )
        yield cellar.matter(found, response, source, f"eu_cjeu/{VERSION}")
