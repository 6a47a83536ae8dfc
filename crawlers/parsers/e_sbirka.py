"""e-Sbírka, Czechia: facts of an act, and pages of its fragments, one a numbered unit."""

from collections.abc import Iterator

from crawlers.parsing import Matter, Response, Source, Unreadable, dates, fields, reading
from crawlers.places import czechia
from crawlers.places.czechia import Work
from crawlers.record import events, links, numbers, record, worded
from crawlers.texts import e_sbirka
from crawlers.values.fields import Row, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, LinkKind

VERSION = 1

_WORDS = Words("e_sbirka")


def parse(response: Response, source: Source) -> Iterator[Matter]:
    answer = reading.json(response.body)
    rows = fields.rows(answer, "seznam") if isinstance(answer, dict) else []
    first = rows[0] if rows else answer
    work = czechia.work(text(first, "staleUrl"))
    if not work:
        raise Unreadable("the JSON is no act of e-Sbírka: it has no staleUrl with year and number")
    yield _fragments(rows, work) if rows else _facts(answer, work)


def _facts(act: Row, work: Work) -> Matter:
    said, published = text(act, "typZneni"), dates.iso(text(act, "datumCasVyhlaseni")[:10])
    version = dates.iso(text(act, "datumUcinnostiZneniOd"))
    changes = [found for row in fields.rows(act, "novely") if (found := czechia.work(text(row, "staleUrl")))]
    return record(
        id=work.id,
        kind=Kind.ACT if "ákon" in text(act, "zkracenaCitace") else Kind.REGULATION,
        title=text(act, "uplnaCitace") or text(act, "nazev"),
        status=_WORDS.status(said),
        source_status=said,
        status_as_of=version,
        url=f"https://www.e-sbirka.cz{text(act, 'staleUrl')}",
        events=events(
            (published, EventKind.PUBLISHED),
            (dates.iso(text(act, "datumUcinnostiOd")), EventKind.IN_FORCE),
            (version, EventKind.APPLIES_FROM, "znění"),
        ),
        links=links(LinkKind.RELATED, (found.id for found in changes)),
        identifiers=numbers(("printed", text(act, "kodDokumentuSbirky"))),
    )


def _fragments(rows: list[Row], work: Work) -> Matter:
    """A page of fragments; pages after the first are texts of their own, named by their first fragment."""
    first, day = rows[0], work.day
    part = "" if text(first, "kodTypuFragmentu") == "Virtual_Document" else f".{text(first, 'id')}"
    cited = text(first, "uplnaCitace") or text(first, "zkracenaCitace")
    return record(
        id=work.id,
        kind=Kind.ACT,
        title=cited.partition(" ve znění ")[0],
        url=f"https://www.e-sbirka.cz{work.address}",
        texts=worded("cs", day, e_sbirka.units(rows), "application/json", id=f"{day}.cs{part}"),
    )
