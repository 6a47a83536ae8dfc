"""Parts of govinfo's descriptions (MODS) of cases with opinions: parties, orders, and other numbers of the case."""

from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Person, Text
from crawlers.parsing import Element
from crawlers.record import linked, people, timeline
from crawlers.values import dates
from crawlers.vocabulary import EventKind


def said(mods: Element, name: str) -> str:
    return next((reading.words(e) for e in mods.iter(name) if reading.words(e)), "")


def parties(mods: Element) -> Iterator[Person]:
    for party in mods.iterfind("extension/party"):
        yield from people((party.get("role") or "party").lower(), [party.get("fullName", "").strip()])


def cited(mods: Element) -> Iterator[str]:
    for named in mods.iterfind("identifier"):
        if named.get("type") == "preferred citation":
            yield from (value.strip() for value in reading.words(named).split(";"))


def orders(root: Element) -> Iterator[tuple[Event, tuple[Text, ...]]]:
    """Each opinion or order of the case, a constituent of the package, with its day."""
    for item in root.iterfind("relatedItem[@type='constituent']"):
        day = dates.iso((said(item, "dateIssued") or said(item, "dateFiled"))[:10])
        label = said(item, "subTitle") or reading.words(item.find("titleInfo/title")) or "Opinion"
        url = next((reading.words(u) for u in item.iter("url") if reading.words(u).endswith(".pdf")), "")
        id = f"{ids.part(said(item, 'accessId') or item.get('ID') or f'{day}-order')}.en"
        for event in timeline([(day, EventKind.ORDER, label, url)]):
            yield event, linked("en", day, url, "application/pdf", id=id, label=label)
