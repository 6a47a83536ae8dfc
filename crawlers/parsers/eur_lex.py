"""EUR-Lex and CELLAR: one act in any of the shapes they serve, told apart by what is in the bytes."""

from collections.abc import Iterator

from crawlers.eu import act, sparql
from crawlers.eu.acts import documents, pages
from crawlers.parsing import Aside, Finds, Request, Response, Source, reading

VERSION = 6


def start(_source: Source, since: str) -> Iterator[Request]:
    """Acts dated since that day, as a list of their numbers."""
    yield sparql.changed("REG DIR DEC REG_IMPL REG_DEL DEC_IMPL DEC_DEL RECO CORRIGENDUM CONS_TEXT", since)


def parse(response: Response, source: Source) -> Finds:
    start = response.head.lower()
    if start.startswith(b"{"):
        yield from sparql.texts(response)
    elif start.startswith(b"<") and b"<html" not in start and b"<!doctype html" not in start:
        yield from _formex(response)
    else:
        yield act.matter(pages.read(reading.html(response.body)), response)


def _formex(response: Response) -> Finds:
    root = documents.root(response.body)
    if root.tag == "PUBLICATION":
        yield Aside("the file lists what an issue of the Official Journal holds, and is no act itself")
        return
    for found in documents.acts(root, response):
        yield act.matter(found, response)
