"""Senado Federal, Brazil: laws and meetings, as several services of its open data name them."""

from msgspec.structs import replace

from crawlers.parsing import Matter, Source, dates, fields, ids
from crawlers.places.br import brazil
from crawlers.record import HERE, events, links, numbers, record, timeline
from crawlers.values.fields import Row, line, must, text
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status


def law(row: Row, source: Source) -> Matter:
    named = row["identificacao"] if isinstance(row.get("identificacao"), dict) else row
    name = text(named, "normaNome") or text(named, "NomeNorma")
    signed = dates.when(text(named, "dataassinatura") or text(named, "DataAssinatura"), source.zone, "dmy").date
    id = brazil.law(name)
    changed = (brazil.law(text(edit, "nomeNormaAnterior")) for edit in fields.rows(row, "edivs", "ediv"))
    return record(
        id=id or f"br/norma/{ids.part(text(named, 'norma') or text(named, 'CodigoNorma') or name)}",
        kind=Kind.ACT,
        title=": ".join(filter(None, (name, line(row, "ementa")))),
        status=Status.ENACTED,
        status_as_of=signed,
        url=text(named, "urlDocumento") or brazil.law_address(id, signed) or HERE,
        published=signed,
        events=events((signed, EventKind.SIGNED)),
        links=links(LinkKind.AMENDS, sorted(changed)),
        identifiers=numbers(("printed", name)),
    )


def meeting(row: Row, day: str, source: Source) -> Matter:
    """A meeting or sitting that is a matter of its own because it names no bill."""
    session = fields.row(row, "dadosSessao") or row
    body = text(row, "colegiadoCriador", "nome") or text(session, "casa")
    moment = dates.when(text(row, "dataInicio") or text(row, "data"), source.zone)
    moment = moment._replace(date=moment.date or day)
    cancelled = text(row, "descricaoSituacao") == "Cancelada"
    series = "sessao" if "dadosSessao" in row else "reuniao"
    return record(
        id=f"br/senado/{series}/{ids.part(must(session, 'codigo'))}",
        kind=Kind.SIGNAL,
        instrument="meeting",
        title=f"{body}: {line(session, 'titulo') or line(session, 'descricao')}".strip(),
        source_status=text(row, "situacao"),
        published=moment.date,
        events=tuple(replace(one, cancelled=cancelled) for one in timeline([(moment, EventKind.MEETING, body)])),
    )
