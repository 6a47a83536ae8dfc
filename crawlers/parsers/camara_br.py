"""Câmara dos Deputados, Brazil: open data v2, lists of propositions and one with its situation."""

from crawlers.parsing import Finds, Matter, Request, Response, Source, Unreadable, dates, fields, reading
from crawlers.places.br import brazil
from crawlers.record import Told, linked, links, numbers, record, timeline
from crawlers.values.fields import Row, line, must, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 2

_WORDS = Words("camara_br")
_JSON = {"Accept": "application/json"}


def parse(response: Response, source: Source) -> Finds:
    answer = reading.json(response.body)
    if not isinstance(answer, dict) or "dados" not in answer:
        raise Unreadable("the JSON is no answer of the Câmara: it has no dados")
    yield from fields.each(fields.rows(answer, "dados"), _listed, source)
    for link in fields.rows(answer, "links"):
        if link.get("rel") == "next":
            yield Request(url=must(link, "href"), headers=_JSON)


def _listed(row: Row, source: Source) -> Finds:
    yield _bill(row, source)
    if "statusProposicao" not in row and (url := text(row, "uri")):
        yield Request(url=url, headers=_JSON)


def _bill(row: Row, source: Source) -> Matter:
    form, number, year = must(row, "siglaTipo"), must(row, "numero"), must(row, "ano")
    id, aliases = brazil.bill("CD", form, number, year)
    now, printed = fields.row(row, "statusProposicao"), f"{form} {number}/{year}"
    said = text(now, "descricaoSituacao")
    status = _WORDS.status(said) if said else Status.INTRODUCED
    started = dates.when(text(row, "dataApresentacao"), source.zone)
    last = dates.when(text(now, "dataHora"), source.zone)
    whole = text(row, "urlInteiroTeor").replace("http://", "https://", 1)
    becomes = brazil.law(text(now, "despacho")) if status is Status.ENACTED else ""
    told: list[Told] = [(started, EventKind.INTRODUCED), (last, EventKind.OTHER, text(now, "descricaoTramitacao"))]
    return record(
        id=id,
        aliases=aliases,
        kind=Kind.BILL,
        instrument=form,
        title=": ".join(filter(None, (printed, line(row, "ementa")))),
        summary=line(row, "ementaDetalhada"),
        status=status,
        status_as_of=last.date,
        source_status=said,
        url=f"https://www.camara.leg.br/proposicoesWeb/fichadetramitacao?idProposicao={must(row, 'id')}",
        events=timeline(told),
        texts=linked("pt", started.date, whole, "application/pdf", label="Inteiro teor"),
        links=links(LinkKind.BECOMES, [becomes]),
        identifiers=numbers(("printed", printed), ("camara", text(row, "id"))),
    )
