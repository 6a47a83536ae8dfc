"""What every parser is written with: what it gets, what it gives, and how bytes, days, records and ids are read, in one import."""

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Matter
from crawlers.response import Aside, Declared, Finds, Found, Request, Response, Skipped, Unreadable
from crawlers.sources import Source
from crawlers.values import dates, fields

Element = etree._Element  # noqa: SLF001 -- lxml's own name for its elements is private

__all__ = ["Aside", "Declared", "Element", "Finds", "Found", "Matter", "Request", "Response", "Skipped", "Source", "Unreadable", "dates", "fields", "ids", "reading"]  # fmt: skip
