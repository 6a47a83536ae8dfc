"""BOE, Spain: a consolidated law as blocks with their versions, a law of the Journal in one piece, and what is said of either."""

from lxml import etree

from crawlers.files.reading import words
from crawlers.parsing import Element, Matter, Unreadable, dates, ids
from crawlers.places import spain
from crawlers.record import events, numbers, record, worded
from crawlers.texts import boe


def law(root: Element, today: str) -> Matter:
    """As the law stands on the day; where that is not known, on the day on which the file was written."""
    blocks, facts = list(root.iter("bloque")), next(root.iter("metadatos"), etree.Element("none"))
    if not blocks and facts.tag == "none":
        raise Unreadable("the XML is no law of the BOE: it has no bloque and no metadatos")
    today = today or dates.iso(words(facts.find("fecha_actualizacion"))[:8])
    now, first = [boe.current(block, today) for block in blocks], boe.first(blocks)
    # the law that made the first block is the law itself; later versions name the laws that amended it
    code = words(facts.find("identificador")) or first.get("id_norma", "")
    if not code:
        raise Unreadable("the law of the BOE does not say its number (BOE-A-…)")
    days = [dates.iso(version.get("fecha_publicacion")) for version in now if version is not None]
    published = dates.iso(words(facts.find("fecha_publicacion"))) or dates.iso(first.get("fecha_publicacion"))
    day, rank = max(days, default=published), words(facts.find("rango"))
    status, said = spain.status(facts, today)
    return record(
        id=f"es/boe/{ids.part(code)}",
        kind=spain.kind(rank),
        instrument=rank,
        title=words(facts.find("titulo")) or boe.heading(now) or code,
        status=status,
        status_as_of=day,
        source_status=said,
        url=f"https://www.boe.es/buscar/act.php?id={code}",
        events=events(*spain.happened(facts, published, days)),
        links=tuple(spain.links(root)),
        identifiers=numbers(("boe", code), *spain.numbers(facts)),
        texts=worded("es", day, boe.units(blocks, now) if blocks else boe.whole(root), "application/xml"),
    )
