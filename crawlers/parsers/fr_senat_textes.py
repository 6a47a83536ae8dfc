"""Texts of the Sénat in Akoma Ntoso: the indexes of deposited and adopted texts, and each text."""

from msgspec.structs import replace

from crawlers import paging
from crawlers.parsers import akoma_ntoso
from crawlers.parsing import Element, Finds, Matter, Request, Response, Source, Unreadable, reading
from crawlers.places.fr import senat
from crawlers.record import events
from crawlers.texts import akoma_ntoso as akn
from crawlers.values.words import Words
from crawlers.vocabulary import Kind

VERSION = 2

_WORDS = Words("fr_senat_textes")

start = paging.recalling


def parse(response: Response, source: Source) -> Finds:
    root = reading.xml(response.body)
    document = akn.document(root)
    if document is not None:
        yield _text(akoma_ntoso.read(document, source), document, response)
        return
    listed = {url: changed for url, changed in senat.listed(root) if url.endswith(".akn.xml")}
    if not listed:
        raise Unreadable("the XML is neither a text in Akoma Ntoso nor an index of such texts")
    since = response.context.get("since", "")
    yield from (Request(url=url) for url, changed in listed.items() if changed[: len(since)] >= since)


def _text(found: Matter, document: Element, response: Response) -> Matter:
    """Known by its signet, which also stands in the address of its file; its step is the last one that it dates."""
    signet = senat.signet(" ".join((*(one.value for one in found.identifiers), response.url, response.name)))
    step, day = senat.step(document)
    return replace(
        found,
        id=f"fr/senat/{signet}",
        kind=Kind.BILL,
        status=_WORDS.status(step),
        status_as_of=day,
        source_status=step,
        url=f"https://www.senat.fr/dossier-legislatif/{signet}.html",
        published=day,
        events=tuple(dict.fromkeys((*found.events, *events((day, _WORDS.event(step)))))),
    )
