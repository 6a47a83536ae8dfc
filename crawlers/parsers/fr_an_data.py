"""Assemblée nationale, France: legislative files and texts of the open data, one JSON file each."""

import re
from collections.abc import Iterator

from crawlers.parsing import Matter, Response, Source, Unreadable, ids, reading
from crawlers.record import Told, events, links, numbers, record, timeline
from crawlers.values import dates, fields
from crawlers.values.fields import Row, must, text
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_SITE = "https://www.assemblee-nationale.fr/dyn"
# What stands in the code of an act: what happened (the first that fits), and how far the bill has come (the furthest).
_KINDS = (("DEPOT", EventKind.INTRODUCED), ("COM-FOND-SAISIE", EventKind.REFERRED), ("RAPPORT", EventKind.REPORTED),
          ("DEBATS-DEC", EventKind.VOTE), ("DEBATS", EventKind.DEBATED), ("PROM", EventKind.ENACTED), ("CC", EventKind.OTHER))  # fmt: skip
_STAGES = (("PROM", Status.ENACTED), ("CC", Status.PASSED), ("DEBATS-DEC", Status.PASSED_ONE_CHAMBER),
           ("RAPPORT", Status.REPORTED), ("COM", Status.COMMITTEE), ("DEPOT", Status.INTRODUCED))  # fmt: skip


def parse(response: Response, source: Source) -> Iterator[Matter]:
    answer = reading.json(response.body)
    read = {"document": _document, "dossierParlementaire": _file}
    name = next((name for name in read if isinstance(answer, dict) and isinstance(answer.get(name), dict)), None)
    if name is None:
        raise Unreadable(
            "the JSON is no dossierParlementaire of the open data (pages read by other programs are not served)"
        )
    yield read[name](answer[name])


def _file(file: Row) -> Matter:
    uid, term = must(file, "uid"), must(file, "legislature")
    acts = [act for act in _acts(fields.rows(file, "actesLegislatifs")) if text(act, "dateActe")]
    happened = timeline(dict.fromkeys(map(_told, acts)))
    law = next((code for act in acts if (code := text(act, "codeLoi"))), "")
    bills = [found[1] for act in acts if (found := re.search(r"B(\d{4})$", text(act, "texteAssocie")))]
    codes = [text(act, "codeActe") for act in acts]
    return record(
        id=f"fr/an/l{term}b{bills[0]}" if bills else f"fr/an/{ids.part(uid)}",
        aliases=(f"fr/an/{ids.part(uid)}",) if bills else (),
        kind=Kind.BILL,
        title=text(file, "titreDossier", "titre"),
        status=next((status for sign, status in _STAGES if any(sign in code for code in codes)), Status.UNKNOWN),
        source_status=codes[-1] if codes else "",
        status_as_of=max((event.date for event in happened), default=""),
        url=f"{_SITE}/{term}/dossiers/{text(file, 'titreDossier', 'titreChemin') or uid}",
        published=min((event.date for event in happened), default=""),
        events=happened,
        links=links(LinkKind.BECOMES, [f"fr/loi/{law}"] if law else []),
        identifiers=numbers(("an", uid)),
    )


def _document(document: Row) -> Matter:
    """A text of a bill as laid: its title and day, under the number of the bill."""
    uid, life = must(document, "uid"), fields.row(document, "cycleDeVie", "chrono")
    laid = dates.when(text(life, "dateDepot") or text(life, "dateCreation"), "Europe/Paris").date
    number = re.search(r"L(\d+)B(\d{4})$", uid)
    return record(
        id=f"fr/an/l{number[1]}b{number[2]}" if number else f"fr/an/{ids.part(uid)}",
        kind=Kind.BILL if uid.startswith(("PRJL", "PION")) else Kind.SIGNAL,
        title=text(document, "titres", "titrePrincipal"),
        url=f"{_SITE}/docs/{uid}.raw",
        events=events((laid, EventKind.INTRODUCED)),
        identifiers=numbers(("an", uid)),
    )


def _acts(nodes: list[Row]) -> Iterator[Row]:
    """Acts nest; a single one stands bare instead of in a list."""
    for node in nodes:
        if "codeActe" in node:
            yield node
        yield from _acts([*fields.rows(node, "acteLegislatif"), *fields.rows(node, "actesLegislatifs")])


def _told(act: Row) -> Told:
    code = text(act, "codeActe")
    kind = next((kind for sign, kind in _KINDS if sign in code), EventKind.OTHER)
    return dates.when(text(act, "dateActe"), "Europe/Paris").date, kind, code
