"""Answers of CELLAR's SPARQL endpoint: one row a combination of values, joined to one matter a CELEX number."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

from crawlers.eu import cellar, numbers
from crawlers.files import reading
from crawlers.parsing import Request, Response, Unreadable
from crawlers.values import dates, fields

_ENDPOINT = "https://publications.europa.eu/webapi/rdf/sparql"
_QUERY = """PREFIX cdm: <http://publications.europa.eu/ontology/cdm#>
SELECT DISTINCT ?celex ?eli ?title ?date ?entryForce ?endValidity ?force WHERE {{
 ?work cdm:resource_legal_id_celex ?celex ; cdm:work_date_document ?date ; cdm:work_has_resource-type ?type .
 ?text cdm:expression_belongs_to_work ?work ; cdm:expression_title ?title ;
  cdm:expression_uses_language <http://publications.europa.eu/resource/authority/language/ENG> .
 OPTIONAL {{ ?work cdm:resource_legal_eli ?eli }}
 OPTIONAL {{ ?work cdm:resource_legal_date_entry-into-force ?entryForce }}
 OPTIONAL {{ ?work cdm:resource_legal_date_end-of-validity ?endValidity }}
 OPTIONAL {{ ?work cdm:resource_legal_in-force ?force }}
 FILTER(?type IN ({types})) FILTER(STR(?date) >= "{since}") }} ORDER BY DESC(?date) LIMIT 1000"""

_CASES = """PREFIX cdm: <http://publications.europa.eu/ontology/cdm#>
SELECT DISTINCT ?celex ?title ?date WHERE {{
 ?work cdm:resource_legal_id_celex ?celex ; cdm:work_date_document ?date .
 ?text cdm:expression_belongs_to_work ?work ; cdm:expression_title ?title ;
  cdm:expression_uses_language <http://publications.europa.eu/resource/authority/language/ENG> .
 FILTER(STRSTARTS(STR(?celex), "6")) FILTER(STR(?date) >= "{since}") }} ORDER BY DESC(?date) LIMIT 500"""


def changed(types: str, since: str) -> Request:
    """Works of these types dated since that day; all of them, newest first, when it is empty."""
    names = (f"<http://publications.europa.eu/resource/authority/resource-type/{name}>" for name in types.split())
    return _query(_QUERY.format(types=", ".join(names), since=since))


def cases(since: str) -> Request:
    """Of the courts of the Union, dated since that day, newest first."""
    return _query(_CASES.format(since=since))


def _query(words: str) -> Request:
    return Request(
        url=f"{_ENDPOINT}?{urlencode({'query': words})}", headers={"Accept": "application/sparql-results+json"}
    )


def texts(response: Response) -> Iterator[Request]:
    """From a list of works, a request for the words of each in English; consolidated versions ask for themselves."""
    for work in works(reading.json(response.body)):
        yield Request(
            url=f"https://publications.europa.eu/resource/celex/{quote(work.celex)}",
            headers={"Accept": "application/xhtml+xml, text/html;q=0.8", "Accept-Language": "eng"},
            context={"celex": work.celex},
        )


def works(answer: Any) -> list[cellar.Work]:
    """Raises Unreadable for JSON that is no answer of SPARQL."""
    rows = fields.rows(answer, "results", "bindings")
    if "bindings" not in fields.row(answer, "results") or any(
        row and not fields.text(row, "celex", "value") for row in rows
    ):
        raise Unreadable("the JSON is no SPARQL answer about acts: it has no bindings with a celex")
    values: dict[str, dict[str, list[str]]] = {}
    for row in filter(None, rows):
        kept = values.setdefault(fields.text(row, "celex", "value"), {})
        for name in row:
            if said := fields.line(row, name, "value"):
                kept.setdefault(name, []).append(said)
    if not all(map(numbers.celex, values)):
        raise Unreadable("a row of the answer has a celex that is no CELEX number")
    return [_work(celex, found) for celex, found in values.items()]


def _work(celex: str, found: dict[str, list[str]]) -> cellar.Work:
    def one(name: str) -> str:
        return cellar.first(found.get(name, []))

    return cellar.Work(
        celex=celex,
        title=one("title"),
        eli=one("eli"),
        adopted=dates.iso(one("date")),
        begins=tuple(dict.fromkeys(filter(None, map(dates.iso, found.get("entryForce", []))))),
        ends=cellar.ended(found.get("endValidity", [])),
        force={"true": "1", "false": "0"}.get(one("force"), one("force")),
    )
