"""Senado Federal, Brazil: open data of several services, of which each names bills and laws in its own place."""

from collections.abc import Iterator

from crawlers.parsers import senado_br_law
from crawlers.parsing import Aside, Finds, Matter, Request, Response, Source, Unreadable, reading
from crawlers.places.br import brazil, senado
from crawlers.record import HERE, linked, links, numbers, people, record, timeline
from crawlers.values.fields import text
from crawlers.vocabulary import Kind, LinkKind, Status

VERSION = 6


def start(source: Source, _since: str) -> Iterator[Request]:
    """The service counts in days back from today, 30 at most, and answers XML unless asked for JSON."""
    for url in source.urls:
        yield Request(url=url, headers={"Accept": "application/json"})


def parse(response: Response, source: Source) -> Finds:
    answer = reading.json(response.body)
    if not senado.known(answer):
        raise Unreadable("the JSON is no answer of the Senado: it is neither a list nor one of its services")
    found = [matter for place in senado.walk(answer) for matter in _named(place, source)]
    yield from found
    if not found:
        yield Aside("the answer names no bill, law or meeting by a number, such as a table of codes")


def _named(place: senado.Place, source: Source) -> Iterator[Matter]:
    row = place.row
    if "MateriaVetada" in row:
        yield from senado_br_law.veto(row)
    elif "normaNome" in row or "NomeNorma" in row or "normaNome" in (row.get("identificacao") or {}):
        yield senado_br_law.law(row, source)
    elif number := senado.number(row):
        yield _bill(place, number)
    elif "dadosSessao" in row or ("codigoSituacao" in row and "colegiadoCriador" in row):
        yield senado_br_law.meeting(row, place.day, source)


def _bill(place: senado.Place, number: tuple[str, str, str]) -> Matter:
    row, day, house = place.row, place.day, place.house
    id, aliases = brazil.bill(house if house in {"SF", "CD", "CN"} else "SF", *number)
    printed = f"{number[0]} {number[1].lstrip('0')}/{number[2]}"
    summary, code = senado.summary(row), senado.code(row)
    alive = text(row, "tramitando") or text(row, "EmTramitacao")
    becomes = brazil.law(text(row, "NormaGerada", "NomeNorma")) or brazil.law(text(row, "normaGerada"))
    status = Status.ENACTED if becomes else senado.standing(row, day)
    return record(
        id=id,
        aliases=aliases,
        kind=Kind.BILL,
        instrument=number[0],
        title=": ".join(filter(None, (printed, summary))),
        summary=summary,
        status=status,
        status_as_of=day if status is Status.INTRODUCED and not alive else "",
        source_status=senado.ended(row) or senado.result(row) or text(row, "descricaoDeliberacao") or alive,
        url=f"https://www25.senado.leg.br/web/atividade/materias/-/materia/{code}" if code else HERE,
        events=timeline(senado.told(place)),
        texts=linked("pt", senado.on(row.get("dataApresentacao")), senado.printed(row), "application/pdf"),
        people=(
            *people("author", senado.authors(row)),
            *people("rapporteur", [text(row, "nomeParlamentar")] if "dataDesignacao" in row else []),
        ),
        links=links(LinkKind.BECOMES, [becomes]),
        identifiers=numbers(("printed", printed)),
    )
