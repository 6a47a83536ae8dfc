"""What every parser is written with: what it gets, what it gives, and how bytes, days, records and ids are read, in one import."""

from crawlers import ids
from crawlers.files import reading
from crawlers.files.reading import Element
from crawlers.matter import Matter
from crawlers.response import Aside, Declared, Finds, Found, Request, Response, Skipped, Unreadable
from crawlers.sources import Source
from crawlers.values import dates, fields

__all__ = ["Aside", "Declared", "Element", "Finds", "Found", "Matter", "Request", "Response", "Skipped", "Source", "Unreadable", "dates", "fields", "ids", "reading"]  # fmt: skip
