"""Consolidated acts and regulations of Canada, as the Justice Laws site gives them in XML, in English and French."""

from crawlers.parsing import Declared, Element, Finds, Matter, Request, Response, Source, Unreadable, ids, reading
from crawlers.places.ca import canada
from crawlers.record import links, numbers, record, timeline, worded
from crawlers.texts import canada as parts
from crawlers.vocabulary import Kind, LinkKind

VERSION = 5


def parse(response: Response, source: Source) -> Finds:
    """A law, or the index of all of them (Legis.xml)."""
    root = reading.xml(response.body)
    if root.tag in {"Statute", "Regulation"}:
        yield _law(root, source)
    elif root.tag == "ActsRegsList":
        listed = [reading.words(link) for link in root.iterfind(source.options.get("listed", ".//LinkToXML"))]
        yield Declared(len({link.replace("/fra/", "/eng/") for link in listed}))
        yield from (Request(url=link.replace("http://", "https://", 1)) for link in listed)
    else:
        raise Unreadable(f"the XML begins with {root.tag}, neither an act, a regulation nor their index")


def _law(root: Element, source: Source) -> Matter:
    head, number = canada.identified(root)
    language, (short, long) = canada.language(root, source.languages[0]), canada.titles(head)
    address, day = canada.law_address(root, number, language), root.get(f"{canada.LIMS}pit-date", "")
    status, said = canada.standing(root)
    return record(
        language=language,
        id=f"ca/law/{ids.part(number)}",
        kind=Kind.ACT if root.tag == "Statute" else Kind.REGULATION,
        instrument=root.get("regulation-type", "statute"),
        title=short or long,
        url=address,
        status=status,
        status_as_of=root.get(f"{canada.LIMS}current-date", day),
        source_status=said,
        events=timeline(canada.told(root, head)),
        texts=worded(language, day, parts.units(root), "application/xml", title=long or short, url=address),
        links=(*links(LinkKind.IMPLEMENTS, canada.enabling(head)), *links(LinkKind.FOLLOWS, canada.bill(root))),
        identifiers=numbers(("printed", number), ("statute", canada.cited(root))),
    )
