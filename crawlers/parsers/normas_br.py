"""Laws of Brazil: the Senate's lists of a year's norms, and each norm of normas.leg.br with its articles as they stand."""

import re
from collections.abc import Iterator
from typing import Unpack

from crawlers.parsing import Aside, Finds, Matter, Request, Response, Source, Unreadable, dates, fields, reading
from crawlers.places.br import brazil
from crawlers.record import Facts, events, numbers, record, worded
from crawlers.texts import headed, normas_br
from crawlers.texts.lines import lines
from crawlers.values.fields import Row, must
from crawlers.values.fields import text as said
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_WORDS = Words("normas_br")
_FILE = re.compile(r"/binario/([\w-]+)/texto")
_JSON = {"Accept": "application/json"}


def start(source: Source, since: str) -> Iterator[Request]:
    """Each list of the year in which the last run was, and of the next, which has begun or is a sound list of nothing."""
    year = int((since or source.options["from"])[:4])
    for kind in source.options["types"].split():
        for asked in (year, year + 1):
            yield Request(url=f"{source.urls[0]}?tipo={kind}&ano={asked}", headers=_JSON)


def parse(response: Response, source: Source) -> Finds:
    if response.opening == b"<":
        yield _file(response)
        return
    answer = reading.json(response.body)
    if isinstance(answer, dict) and "ListaDocumento" in answer:
        listed = fields.rows(answer, "ListaDocumento", "documentos", "documento")
        yield from fields.each(listed, _listed, source)
        if not listed:
            yield Aside("the list names no norm: none of this kind was signed in the year")
    elif isinstance(answer, dict) and answer.get("legislationIdentifier"):
        yield from _norm(answer, source)
    else:
        raise Unreadable(
            "the answer is neither a list of norms nor a norm: normas.leg.br says so of what it does not know"
        )


def _listed(row: Row, source: Source) -> Finds:
    """What the list says of a norm, and where the norm is read."""
    day = dates.iso(must(row, "dataassinatura"), "dmy")
    urn = brazil.urn(must(row, "tipo"), day, must(row, "numero"))
    named, summary = said(row, "normaNome") or said(row, "norma") or urn, said(row, "ementa")
    signed = events((day, EventKind.SIGNED))
    yield _matter(urn, title=_title(named, summary), summary=summary, events=signed)
    yield Request(url=f"{source.options['norm']}?urn={urn}&tipo_documento=maior-detalhe", headers=_JSON)


def _norm(norm: Row, source: Source) -> Finds:
    """With its articles; where it has none, the file of its words is asked for."""
    urn, summary = must(norm, "legislationIdentifier"), said(norm, "abstract")
    signed, published = (dates.iso(said(norm, name)) for name in ("legislationDate", "datePublished"))
    force = said(norm, "legislationLegalForce").rpartition("/")[2]
    title = _title(said(norm, "headline") or said(norm, "name") or urn, summary)
    units = (unit for part in fields.rows(norm, "hasPart") for unit in normas_br.units(part))
    texts = worded("pt", signed, units, "application/json")
    yield _matter(
        urn,
        title=title,
        summary=summary,
        status=_WORDS.status(force) if force else Status.ENACTED,
        source_status=force,
        events=events((signed, EventKind.SIGNED), (published, EventKind.PUBLISHED)),
        texts=texts,
    )
    if not texts and (file := _words_of(norm)):
        address = f"{source.options['norm'].removesuffix('/normas')}/binario/{file}/texto"
        yield Request(url=address, context={"urn": urn, "title": title})


def _words_of(norm: Row) -> str:
    """The file with the words as they stand, else as first published; an erratum is neither."""
    listed = [(said(one, "version"), _FILE.search(said(one, "contentUrl"))) for one in fields.rows(norm, "encoding")]
    files = {version: file[1] for version, file in reversed(listed) if file}
    return files.get("Current") or files.get("Original", "")


def _file(response: Response) -> Matter:
    urn = response.context.get("urn", "")
    if not urn:
        raise Unreadable(
            "the page does not say which norm it holds; it is read where the norm's own record leads to it"
        )
    texts = worded("pt", brazil.named(urn)[1], headed.units(lines(reading.html(response.body))), "text/html")
    return _matter(urn, title=response.context["title"], texts=texts)


def _matter(urn: str, **facts: Unpack[Facts]) -> Matter:
    series, day, number = brazil.named(urn)
    facts["id"], facts["instrument"] = f"br/{series}/{day[:4]}-{number}", series
    facts["kind"] = Kind.REGULATION if series == "decreto" else Kind.ACT
    facts["url"], facts["identifiers"] = f"https://normas.leg.br/?urn={urn}", numbers(("urn", urn))
    return record(**facts)


def _title(named: str, summary: str) -> str:
    return f"{named}: {summary}" if summary else named
