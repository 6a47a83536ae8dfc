"""Legislation of the United Kingdom: the Atom feeds of legislation.gov.uk, and the acts."""

from crawlers.parsers import uk_legislation_act, uk_legislation_feed
from crawlers.parsing import Finds, Response, Source, Unreadable, reading

VERSION = 2


def parse(response: Response, source: Source) -> Finds:
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag == "feed":
        yield from uk_legislation_feed.feed(root, source)
    elif address := next((e.get("DocumentURI", "") for e in root.iter() if e.get("DocumentURI")), ""):
        yield uk_legislation_act.law(root, address)
    else:
        raise Unreadable(f"the XML begins with {root.tag} and names no piece of legislation (DocumentURI)")
