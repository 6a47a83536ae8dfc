"""The Court of Justice: judgments, orders and opinions in Formex, search answers of EUR-Lex's web service, lists by SPARQL."""

import re
from collections.abc import Iterator

from crawlers.eu import cellar, formex, formex_words, numbers, sparql
from crawlers.eu.parts import step, text
from crawlers.eu.structure import units
from crawlers.files import reading
from crawlers.matter import Identifier
from crawlers.parsing import Declared, Element, Found, Matter, Request, Response, Source, Unreadable
from crawlers.record import record
from crawlers.texts import outline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1
_KINDS = {
    "JUDGMENT": "judgment",
    "JUDGMENT.INIT": "judgment",
    "ORDER": "order",
    "ORDER.INIT": "order",
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
    yield sparql.query(_QUERY.format(since=since))


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening == b"{":
        yield from (
            cellar.matter(work, response, source, VERSION) for work in sparql.works(reading.json(response.body))
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


def _decision(root: Element, response: Response, source: Source) -> Matter:
    celex = numbers.celex(reading.words(root.find(".//NO.CELEX")))
    if not celex:
        raise Unreadable("the decision gives no CELEX number")
    title = formex_words.title(root.find("TITLE"))
    said = root.find("TITLE//DATE")
    day = dates.iso(said.get("ISO", "")) if said is not None else ""
    provisions = outline.provisions(units(formex.flow(root, 0), preamble=False))
    language = _language(root, title)
    advice = root.tag == "CONCLUSION"
    return record(
        response,
        source,
        f"eu_cjeu/{VERSION}",
        language=language,
        id=f"eu/celex/{celex}",
        kind=Kind.CASE,
        instrument=_KINDS[root.tag],
        title=title,
        url=f"https://eur-lex.europa.eu/legal-content/{language.upper()}/TXT/?uri=CELEX:{celex}",
        status=Status.PENDING if advice else Status.DECIDED,
        status_as_of=day,
        published=day,
        events=step(day, EventKind.OTHER if advice else EventKind.DECIDED, response, _KINDS[root.tag]),
        texts=text(provisions, day, language, title, response),
        identifiers=tuple(_identifiers(celex, root)),
    )


def _identifiers(celex: str, root: Element) -> Iterator[Identifier]:
    ecli = root.find(".//NO.ECLI")
    said = ecli.get("ECLI", "") if ecli is not None else ""
    for scheme, value in (("celex", celex), ("ecli", said), ("case", reading.words(root.find(".//NO.CASE")))):
        if value:
            yield Identifier(scheme=scheme, value=value)


def _language(root: Element, title: str) -> str:
    """Said in the metadata, else by the word that begins the title (opinions and judgments say no language)."""
    said = reading.words(root.find(".//LG.DOC")).lower()
    words = {"gutachten": "de", "urteil": "de", "beschluss": "de", "arrêt": "fr", "ordonnance": "fr", "avis": "fr", "conclusions": "fr",
             "schlussanträge": "de", "sentenza": "it", "ordinanza": "it", "parere": "it", "sentencia": "es", "auto": "es",
             "dictamen": "es", "acórdão": "pt", "despacho": "pt", "parecer": "pt"}  # fmt: skip
    return said or words.get(re.split(r"\W", title.lower(), maxsplit=1)[0], "en")


def _results(root: Element, response: Response, source: Source) -> Iterator[Found]:
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
        yield cellar.matter(found, response, source, VERSION)
