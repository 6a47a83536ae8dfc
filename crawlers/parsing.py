"""What every parser is written with: what it gets, what it gives, how bytes are read and ids made, in one import."""

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Matter
from crawlers.response import Aside, Declared, Finds, Found, Request, Response, Skipped, Unreadable
from crawlers.sources import Source

Element = etree._Element  # noqa: SLF001 -- lxml's own name for its elements is private

__all__ = ["Aside", "Declared", "Element", "Finds", "Found", "Matter", "Request", "Response", "Skipped", "Source", "Unreadable", "ids", "reading"]  # fmt: skip
