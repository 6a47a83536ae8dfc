"""Legislation of the United Kingdom: feeds of new acts, and of the changes that one act makes to another."""

from crawlers.parsers import uk_legislation_act
from crawlers.parsing import Declared, Element, Finds, Request, Skipped, Source, dates, reading
from crawlers.places import uk
from crawlers.record import links, timeline
from crawlers.vocabulary import EventKind, LinkKind


def feed(root: Element, source: Source) -> Finds:
    """Entries of a list are acts, entries of changes are amendments of one act by another."""
    if total := reading.words(root.find("totalResults")):
        yield Declared(int(total)) if total.isdigit() else Skipped("a total that is no number")
    for entry in root.iterfind("entry"):
        effect = entry.find("content/Effect")
        yield from _act(entry, source) if effect is None else _effect(effect)
    if following := next((e.get("href", "") for e in root.iterfind("link") if e.get("rel") == "next"), ""):
        yield Request(url=following.replace("http://", "https://", 1))


def _act(entry: Element, source: Source) -> Finds:
    work, day = uk.work(reading.words(entry.find("id"))), dates.iso(reading.words(entry.find("published"))[:10])
    if not work:
        yield Skipped("an entry names no piece of legislation")
        return
    title, summary = reading.words(entry.find("title")), reading.words(entry.find("summary"))
    events = timeline([(day, EventKind.PUBLISHED)])
    yield uk_legislation_act.matter(work, title=title, source_status="listed", events=events, summary=summary)
    if source.options.get("texts") == "yes":
        yield Request(url=f"{work.url}/data.xml")


def _effect(effect: Element) -> Finds:
    affected, affecting = uk.work(effect.get("AffectedURI", "")), uk.work(effect.get("AffectingURI", ""))
    if affected and affecting:
        made, form = [dates.iso(e.get("Date", "")) for e in effect.iter("InForce")], effect.get("Type", "")
        yield uk_legislation_act.matter(
            affecting,
            title=reading.words(effect.find("AffectingTitle")),
            source_status=form,
            events=timeline((day, EventKind.IN_FORCE, form) for day in dict.fromkeys(made)),
            links=links(LinkKind.AMENDS, [affected.id]),
        )
