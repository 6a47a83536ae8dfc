"""BOE, Spain: a consolidated law as blocks with their versions, and its metadata."""

from crawlers import ids
from crawlers.files.reading import words
from crawlers.parsing import Element, Matter, Unreadable
from crawlers.record import events, numbers, record, worded
from crawlers.texts import boe, outline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1


def law(root: Element) -> Matter:
    blocks, facts = list(root.iter("bloque")), next(root.iter("metadatos"), None)
    if not blocks and facts is None:
        raise Unreadable("the XML is no consolidated law of the BOE: it has no bloque and no metadatos")
    newest, first = [boe.newest(block) for block in blocks], boe.first(blocks)
    named = "" if facts is None else words(facts.find("identificador"))
    # the law that made the first block is the law itself; later versions name the laws that amended it
    code = named or first.get("id_norma", "")
    if not code:
        raise Unreadable("the consolidated law of the BOE does not say its number (BOE-A-…)")
    days = [dates.iso(version.get("fecha_publicacion")) for version in newest if version is not None]
    started, day = dates.iso(first.get("fecha_publicacion")), max(days, default="")
    title = "" if facts is None else words(facts.find("titulo"))
    return record(
        parser=f"boe_law/{VERSION}",
        id=f"es/boe/{ids.part(code)}",
        kind=Kind.ACT,
        title=title or boe.heading(newest) or code,
        status=Status.ENACTED,
        status_as_of=day,
        url=f"https://www.boe.es/buscar/act.php?id={code}",
        published=started,
        events=events(
            (started, EventKind.PUBLISHED), *((later, EventKind.AMENDED) for later in days if later != started)
        ),
        identifiers=numbers(("boe", code)),
        texts=worded("es", day, outline.provisions(boe.units(blocks, newest)), "application/xml"),
    )
