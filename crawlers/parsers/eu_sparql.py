"""CELLAR: lists of acts from its SPARQL endpoint, each with its days and whether it is in force."""

from collections.abc import Iterator

from crawlers.eu import cellar, sparql
from crawlers.parsing import Finds, Request, Response, Source, reading

VERSION = 3


def start(_source: Source, since: str) -> Iterator[Request]:
    yield sparql.changed("REG DIR DEC REG_IMPL REG_DEL DEC_IMPL DEC_DEL RECO", since)


def parse(response: Response, source: Source) -> Finds:
    for work in sparql.works(reading.json(response.body)):
        yield cellar.matter(work, response)
