"""BOPA, Andorra: a document as a page (UTF-8 or UTF-16)."""

import re

from crawlers.parsing import Element, Matter, Response, Unreadable, ids, reading
from crawlers.places import andorra
from crawlers.record import events, numbers, record, worded
from crawlers.texts import headed
from crawlers.texts.lines import lines
from crawlers.vocabulary import EventKind, Status


def document(response: Response) -> Matter:
    root = reading.html(response.body)
    shown = lines(root)
    heads = [line for p in root.iter("p") if p.get("class") in {"Titol-3", "invisible"} for line in lines(p)]
    if not shown or not heads:
        raise Unreadable("the page is no document of the BOPA: it has no title")
    title = heads[1] if len(heads) > 1 and len(heads[0]) < 30 else heads[0]
    signed = andorra.signed(title)
    return record(
        id=f"ad/bopa/{ids.part(_named(root, response))}",
        kind=andorra.kind(title),
        title=title,
        status=Status.ENACTED,
        published=signed,
        events=events((signed, EventKind.SIGNED)),
        identifiers=numbers(("printed", andorra.printed(title))),
        texts=worded("ca", signed, headed.units(shown[1:]), "text/html"),
    )


def _named(root: Element, response: Response) -> str:
    """The name that the body or the title gives the document, else that of its file."""
    body, titled = root.find("body"), (root.findtext(".//title") or "").strip()
    own = body.get("id", "") if body is not None else ""
    named = own or (titled if re.fullmatch(r"[A-Za-z]+_?\d{6,}[\d_]*", titled) else "")
    return named or re.sub(r".*/|\.html?$", "", response.url or response.name)
