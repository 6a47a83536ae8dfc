"""Cámara de Diputados, Argentina: the catalogue says where today's file of bills is, rows reads the file."""

from crawlers.parsers import rows
from crawlers.parsing import Finds, Request, Response, Source, fields, reading

VERSION = 1


def parse(response: Response, source: Source) -> Finds:
    if response.opening != b"{":
        yield from rows.parse(response, source)
        return
    for resource in fields.rows(reading.json(response.body), "result", "resources"):
        if fields.text(resource, "format").upper() == "CSV":
            yield Request(url=fields.must(resource, "url"))
