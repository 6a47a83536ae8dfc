"""Legislation of the United Kingdom: the Atom feeds of legislation.gov.uk, and the acts."""

import logging
from collections.abc import Iterator

from lxml import etree

from crawlers.files import reading
from crawlers.matter import Event, Link, Matter
from crawlers.parsers import uk_legislation_act
from crawlers.response import Declared, Found, Request, Response, Skipped, Unreadable
from crawlers.sources import Source
from crawlers.values import dates
from crawlers.vocabulary import EventKind, LinkKind

VERSION = 1

_log = logging.getLogger(__name__)


def parse(response: Response, source: Source) -> Iterator[Found]:
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag == "feed":
        yield from _feed(root, response, source)
    elif address := root.get("DocumentURI") or next(
        (e.get("DocumentURI", "") for e in root.iter() if e.get("DocumentURI")), ""
    ):
        yield uk_legislation_act.law(root, address, response, source)
    else:
        raise Unreadable(f"the XML begins with {root.tag} and names no piece of legislation (DocumentURI)")


def _feed(root: etree._Element, response: Response, source: Source) -> Iterator[Found]:
    """Entries of a list are acts, entries of changes are amendments of one act by another."""
    if total := reading.words(root.find("totalResults")):
        yield Declared(int(total)) if total.isdigit() else Skipped("a total that is no number")
    for entry in root.iterfind("entry"):
        effect = entry.find("content/Effect")
        if effect is not None:
            yield from _effect(effect, response, source)
            continue
        address = reading.words(entry.find("id"))
        found = uk_legislation_act.WORK.search(address)
        if not found:
            yield Skipped("an entry names no piece of legislation")
            continue
        title, day = reading.words(entry.find("title")), dates.iso(reading.words(entry.find("published"))[:10])
        yield uk_legislation_act.matter(
            uk_legislation_act.id(found),
            found,
            title,
            day,
            "listed",
            (),
            (),
            (),
            reading.words(entry.find("summary")),
            response,
            source,
        )
        if source.options.get("texts") == "yes":
            yield Request(url=f"https://www.legislation.gov.uk/{found[1]}/{found[2]}/{found[3]}/data.xml")
    following = next((e.get("href", "") for e in root.iterfind("link") if e.get("rel") == "next"), "")
    if following:
        yield Request(url=following.replace("http://", "https://", 1))


def _effect(effect: etree._Element, response: Response, source: Source) -> Iterator[Matter]:
    affected, affecting = (
        uk_legislation_act.WORK.search(effect.get(name, "")) for name in ("AffectedURI", "AffectingURI")
    )
    if affected and affecting:
        title = reading.words(effect.find("AffectingTitle"))
        link = Link(kind=LinkKind.AMENDS, target=uk_legislation_act.id(affected))
        made = [dates.iso(e.get("Date", "")) for e in effect.iter("InForce")]
        events = tuple(
            Event(date=day, kind=EventKind.IN_FORCE, label=effect.get("Type", ""), snapshot=response.snapshot)
            for day in dict.fromkeys(made)
            if day
        )
        yield uk_legislation_act.matter(
            uk_legislation_act.id(affecting),
            affecting,
            title,
            "",
            effect.get("Type", ""),
            events,
            (),
            (link,),
            "",
            response,
            source,
        )
