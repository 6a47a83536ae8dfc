"""Assemblée nationale, France: legislative files and texts of the open data, one JSON file each."""

import re
from collections.abc import Iterator

from crawlers.parsing import Matter, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.places.fr import assemblee_acts
from crawlers.record import events, links, numbers, record, timeline
from crawlers.values.fields import Row, must, text
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 2

_BILL = re.compile(r"(?:PRJL|PION)ANR.*B(\d{4})$")  # a bill of the Assemblée, not of the Sénat, nor a report
_FILE = re.compile(r"(p[a-z]{2}\d\d-\d+)")
_SITE = "https://www.assemblee-nationale.fr/dyn"


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
    acts = assemblee_acts.acts(fields.rows(file, "actesLegislatifs"))
    happened = timeline(map(assemblee_acts.told, acts))
    law = next((code for act in acts if (code := text(act, "codeLoi"))), "")
    bills = [found[1] for act in acts if (found := _BILL.match(text(act, "texteAssocie")))]
    own, signet = f"fr/an/{ids.part(uid)}", _signet(file)
    into = text(file, "fusionDossier", "dossierAbsorbantRef")
    status, said, day = assemblee_acts.standing(acts)
    if into:
        status, said = Status.MERGED, text(file, "fusionDossier", "cause")
    return record(
        id=f"fr/an/l{term}b{bills[0]}" if bills else own,
        aliases=(*([own] if bills else []), *([f"fr/senat/{signet}"] if signet else [])),
        kind=Kind.BILL,
        instrument=text(file, "procedureParlementaire", "libelle").lower(),
        title=text(file, "titreDossier", "titre"),
        status=status,
        source_status=said,
        status_as_of=day,
        url=f"{_SITE}/{term}/dossiers/{text(file, 'titreDossier', 'titreChemin') or uid}",
        published=min((event.date for event in happened), default=""),
        events=happened,
        texts=tuple(assemblee_acts.texts(acts, _SITE)),
        links=(
            *links(LinkKind.BECOMES, [f"fr/loi/{law}"] if law else []),
            *links(LinkKind.BECOMES, [f"fr/an/{ids.part(into)}"] if into else []),
        ),
        identifiers=numbers(("an", uid), ("senat", signet)),
    )


def _signet(file: Row) -> str:
    """The Sénat's name of the file, in its address there."""
    found = _FILE.search(text(file, "titreDossier", "senatChemin"))
    return found[1] if found else ""


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
