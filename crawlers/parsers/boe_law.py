"""BOE, Spain: a consolidated law as blocks with their versions, and its metadata."""

from crawlers import ids
from crawlers.files.reading import words
from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.record import events, numbers, record
from crawlers.record import text as version
from crawlers.texts import boe, outline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1


def law(blocks: list[Element], facts: Element | None, response: Response, source: Source) -> Matter:
    newest = [boe.newest(block) for block in blocks]
    versions = [version for version in newest if version is not None]
    named = "" if facts is None else words(facts.find("identificador"))
    # the law that made the first block is the law itself; later versions name the laws that amended it
    first = next((v.get("id_norma", "") for block in blocks for v in block.iter("version")), "")
    code = named or first
    if not code:
        raise Unreadable("the consolidated law of the BOE does not say its number (BOE-A-…)")
    days = [dates.iso(version.get("fecha_publicacion")) for version in versions]
    started = dates.iso(next((v.get("fecha_publicacion") for block in blocks for v in block.iter("version")), ""))
    title = "" if facts is None else words(facts.find("titulo"))
    heads = (
        words(p) for version in versions for p in version.iter("p") if p.get("class") in {"centro_negrita", "titulo"}
    )
    day = max(days, default="")
    return record(
        response,
        source,
        f"boe_law/{VERSION}",
        id=f"es/boe/{ids.part(code)}",
        kind=Kind.ACT,
        title=title or next(heads, code),
        status=Status.ENACTED,
        status_as_of=day,
        url=f"https://www.boe.es/buscar/act.php?id={code}",
        published=started,
        events=events(
            response,
            (started, EventKind.PUBLISHED),
            *((later, EventKind.AMENDED) for later in days if later != started),
        ),
        identifiers=numbers(("boe", code)),
        texts=version(response, "es", day, outline.provisions(boe.units(blocks, newest)), "application/xml"),
    )
