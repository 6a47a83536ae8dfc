"""Assemblée nationale, France: files, amendments and votes as pages."""

import re

from crawlers.files import reading
from crawlers.parsing import Matter, Response, Source, Unreadable
from crawlers.record import events, links, numbers, record, text
from crawlers.texts import headed, outline
from crawlers.texts.lines import lines
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_BILL = re.compile(r"/(\d\d)/(?:projets|propositions)/p[a-z]+?(\d{4})\b")
_TERM = re.compile(r"/(\d\d)/(?:dossiers|amendements|tribun|seance|projets|propositions|scrutins)")
_STATES = (
    ("promulguée", Status.ENACTED), ("loi n°", Status.ENACTED), ("conseil constitutionnel", Status.PASSED),
    ("rejeté", Status.REJECTED), ("retiré", Status.WITHDRAWN),
)  # fmt: skip
_FATES = {"Adopté": "adopté", "Rejeté": "rejeté", "Retiré": "retiré", "Non soutenu": "non soutenu", "Tombé": "tombé"}


def page(response: Response, source: Source) -> Matter:
    root = reading.html(response.body)
    shown, raw = lines(root), reading.decode(response.body)
    title = " ".join((root.findtext(".//title") or "").split())
    found = _TERM.search(response.url) or _TERM.search(raw) or re.search(r"_(\d\d)_", response.name)
    term = found[1] if found else ""
    if number := re.search(r"scrutin n°\s*(\d+)", title):
        return _vote(number[1], term, shown, response, source)
    if amended := re.search(r"\(N°\s*(\d+)\)", "\n".join(shown[:12])):
        return _amendment(amended[1], term, shown, response, source)
    bills = _BILL.findall(raw)
    if not bills or "Assemblée nationale" not in title:
        raise Unreadable("the page is no file, amendment or vote of the Assemblée: it names no bill")
    return _file(min(bills, key=lambda bill: bill[1]), title, shown, response, source)


def _file(bill: tuple[str, str], title: str, shown: list[str], response: Response, source: Source) -> Matter:
    stated = next((line for line in shown if f"n° {int(bill[1])}" in line and "déposé" in line), "")
    day = next(iter(dates.inside(stated.partition("déposé")[2])), "")
    whole = "\n".join(shown).lower()
    law = re.search(r"Loi(?: \w+)? n°\s*(\d{4}-\d+)", "\n".join(shown))
    return record(
        response,
        source,
        f"fr_an_page/{VERSION}",
        id=f"fr/an/l{bill[0]}b{int(bill[1]):04}",
        kind=Kind.BILL,
        title=stated.partition(", n°")[0] or title.removeprefix("Assemblée nationale - "),
        status=next((status for sign, status in _STATES if sign in whole), Status.INTRODUCED),
        published=day,
        events=events(response, (day, EventKind.INTRODUCED)),
        links=links(LinkKind.BECOMES, [f"fr/loi/{law[1]}"] if law else []),
        identifiers=numbers(("printed", f"AN {int(bill[1])}")),
    )


def _amendment(number: str, term: str, shown: list[str], response: Response, source: Source) -> Matter:
    """An amendment is an event of the bill it amends, with its fate."""
    day = next((day for line in shown[:10] for day in dates.inside(line)), "")
    fate = next((_FATES[line] for line in shown if line in _FATES), "")
    name = next((line.partition(" - (N°")[0] for line in shown if f"(N° {number})" in line), "")
    label = next((line for line in shown if line.startswith("AMENDEMENT")), "amendement")
    return record(
        response,
        source,
        f"fr_an_page/{VERSION}",
        id=f"fr/an/l{term}b{int(number):04}" if term else f"fr/an/b{int(number):04}",
        provisional=not term,
        kind=Kind.BILL,
        title=name.capitalize(),
        events=events(response, (day, EventKind.AMENDED, f"{label} {fate}".strip())),
        identifiers=numbers(("printed", f"AN {number}")),
    )


def _vote(number: str, term: str, shown: list[str], response: Response, source: Source) -> Matter:
    subject = next((line for line in shown if line.startswith("Scrutin public")), f"Scrutin n° {number}")
    day = next((dates.iso(m[0], "dmy") for line in shown for m in [re.search(r"\d\d/\d\d/\d{4}", line)] if m), "")
    return record(
        response,
        source,
        f"fr_an_page/{VERSION}",
        id=f"fr/an/scrutin/{term or 'x'}/{number}",
        kind=Kind.SIGNAL,
        instrument="vote",
        title=subject,
        published=day,
        events=events(response, (day, EventKind.VOTE)),
        texts=text(response, "fr", day, outline.provisions(headed.units(shown[:60])), "text/html"),
    )
