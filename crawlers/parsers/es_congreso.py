"""Congreso, Spain: the open-data page names tonight's files of bills, rows reads the files."""

import re
from urllib.parse import urljoin

from crawlers.parsers import rows
from crawlers.parsing import Finds, Request, Response, Source, Unreadable, reading

VERSION = 1

_FILE = re.compile(r"/webpublica/opendata/iniciativas/(?:ProyectosDeLey|ProposicionesDeLey)__\d{14}\.json")


def parse(response: Response, source: Source) -> Finds:
    if response.opening != b"<":
        yield from rows.parse(response, source)
        return
    files = sorted(set(_FILE.findall(reading.decode(response.body))))
    if not files:
        raise Unreadable("the open-data page names no file of bills")
    for file in files:
        yield Request(url=urljoin(response.url, file))
