"""BOPA, Andorra: a document as a page (UTF-8 or UTF-16)."""

import re

from crawlers import ids
from crawlers.files import reading
from crawlers.parsing import Matter, Response, Source, Unreadable
from crawlers.record import events, numbers, record
from crawlers.record import text as version
from crawlers.texts import headed, outline
from crawlers.texts.lines import lines
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_PRINTED = re.compile(r"^(Llei(?: qualificada)?|Decret(?: legislatiu)?|Reglament|Ordinació) (?:\w+ )?(\d+/\d{4})")
_DAY = re.compile(r"(?:del|de l’|de l')\s*(\d{1,2}-\d{1,2}-\d{2,4}|\d{1,2} (?:de |d’|d')?\w+(?: del? \d{4})?)")
_NAMED = re.compile(r"[A-Za-z]+_?\d{6,}[\d_]*")


def document(response: Response, source: Source) -> Matter:
    root = reading.html(response.body)
    shown = lines(root)
    body = root.find("body")
    titled = (root.findtext(".//title") or "").strip()
    named = (body.get("id") if body is not None else "") or (titled if _NAMED.fullmatch(titled) else "")
    named = named or re.sub(r".*/|\.html?$", "", response.url or response.name)
    heads = [line for p in root.iter("p") if p.get("class") in {"Titol-3", "invisible"} for line in lines(p)]
    if not shown or not heads:
        raise Unreadable("the page is no document of the BOPA: it has no title")
    title = heads[1] if len(heads) > 1 and len(heads[0]) < 30 else heads[0]
    printed, day = _PRINTED.match(title), _DAY.search(title)
    signed = _signed(day[1], printed[2][-4:] if printed else "") if day else ""
    return record(
        response,
        source,
        f"bopa_page/{VERSION}",
        id=f"ad/bopa/{ids.part(str(named))}",
        kind=kind(title, ""),
        title=title,
        status=Status.ENACTED,
        published=signed,
        events=events(response, (signed, EventKind.SIGNED)),
        identifiers=numbers(("printed", printed[0] if printed else "")),
        texts=version(response, "ca", signed, outline.provisions(headed.units(shown[1:])), "text/html"),
    )


def _signed(said: str, year: str) -> str:
    """A law numbered by its year leaves the year out of its day: Llei 9/2031, del 3 de febrer."""
    return dates.iso(said if re.search(r"\d{4}$", said) else f"{said} de {year}" if year else "", "dmy")


def kind(title: str, body: str) -> Kind:
    if title.startswith(("Llei", "Constitució")) or body.startswith("02."):
        return Kind.ACT
    return Kind.REGULATION if title.startswith(("Decret", "Reglament", "Ordinació")) else Kind.GAZETTE
