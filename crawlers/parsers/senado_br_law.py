"""Senado Federal, Brazil: laws and meetings, as several services of its open data name them."""

from collections.abc import Iterator

from msgspec.structs import replace

from crawlers.matter import Link
from crawlers.parsing import Matter, Source, dates, fields, ids
from crawlers.places.br import brazil, senado
from crawlers.record import HERE, events, links, numbers, record, timeline
from crawlers.values.fields import Row, line, must, text
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status


def law(row: Row, source: Source) -> Matter:
    named = row["identificacao"] if isinstance(row.get("identificacao"), dict) else row
    name = text(named, "normaNome") or text(named, "NomeNorma")
    signed = dates.when(text(named, "dataassinatura") or text(named, "DataAssinatura"), source.zone, "dmy").date
    id = brazil.law(name)
    published = dates.when(text(named, "DataPublicacao"), source.zone, "dmy").date
    return record(
        id=id or f"br/norma/{ids.part(text(named, 'norma') or text(named, 'CodigoNorma') or name)}",
        kind=Kind.ACT,
        title=": ".join(filter(None, (name, line(row, "ementa")))),
        status=Status.ENACTED,
        status_as_of=signed,
        url=text(named, "urlDocumento") or brazil.law_address(id, signed) or HERE,
        instrument=name.partition(" nº")[0].lower(),
        published=published or signed,
        events=events((signed, EventKind.SIGNED), (published, EventKind.PUBLISHED)),
        links=tuple(sorted(set(_changes(row)))),
        identifiers=numbers(("printed", name)),
    )


def _changes(row: Row) -> Iterator[Link]:
    """What it does to other laws, as far as that was not vetoed."""
    for edit in fields.rows(row, "edivs", "ediv"):
        target, how = brazil.law(text(edit, "nomeNormaAnterior")), text(edit, "comentario").lower()
        if target and "vetad" not in how:
            yield Link(kind=LinkKind.REPEALS if "revogação total" in how else LinkKind.AMENDS, target=target)


def veto(row: Row) -> Iterator[Matter]:
    """A veto that the Congress has to decide on, with the day it was published and the bill that it is of."""
    own, of = (senado.number(fields.row(row, name)) for name in ("Materia", "MateriaVetada"))
    day = senado.on(row.get("DataPublicacao"))
    if own and of:
        bill, subject = fields.row(row, "Materia"), line(row, "Assunto")
        yield record(
            id=brazil.bill("CN", *own)[0],
            kind=Kind.BILL,
            instrument=own[0],
            title=": ".join(filter(None, (f"{own[0]} {own[1]}/{own[2]}", senado.summary(bill) or subject))),
            status=Status.INTRODUCED if senado.standing(bill, "") is Status.INTRODUCED else Status.UNKNOWN,
            status_as_of=day,
            published=day,
            events=events((day, EventKind.INTRODUCED)),
            links=links(LinkKind.RELATED, [brazil.bill("CN", *of)[0]]),
        )


def meeting(row: Row, day: str, source: Source) -> Matter:
    """A meeting or sitting that is a matter of its own because it names no bill."""
    session = fields.row(row, "dadosSessao") or row
    body = text(row, "colegiadoCriador", "nome") or text(session, "casa")
    moment = dates.when(text(row, "dataInicio") or text(row, "data"), source.zone)
    moment = moment._replace(date=moment.date or day)
    series = "sessao" if "dadosSessao" in row else "reuniao"
    return record(
        id=f"br/senado/{series}/{ids.part(must(session, 'codigo'))}",
        kind=Kind.SIGNAL,
        instrument="meeting",
        title=f"{body}: {line(session, 'titulo') or line(session, 'descricao')}".strip(),
        source_status=text(row, "situacao"),
        published=moment.date,
        events=tuple(replace(one, cancelled=senado.off(row)) for one in timeline([(moment, EventKind.MEETING, body)])),
    )
