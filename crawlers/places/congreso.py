"""Records of the open data of the Congreso: the steps a bill went through, its deadlines, what came of it, the law it became."""

import re
from collections.abc import Iterator

from crawlers.record import Told
from crawlers.values import dates
from crawlers.values.dates import When
from crawlers.values.fields import Row, line, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Status

_CLOSED = re.compile(r"(?i)(?:cerrado|concluido)\W*(.*?)\W*$")
_STEP = re.compile(r"\s*(.+?)\s+desde\s+(\d{2}/\d{2}/\d{4})")
_UNTIL = re.compile(r"(?i)(.*?)\bhasta:?\s*(\d{2}/\d{2}/\d{4})(?:\s*\(?(\d{1,2})[:.](\d{2})(?:\s*horas)?\)?)?\s*(.*)")
_BOE = re.compile(r"BOE-A-\d{4}-\d+")


def standing(row: Row, words: Words) -> tuple[Status, str]:
    """A procedure that is closed stands by its result (also in brackets behind it), any other by its situation."""
    now, result = line(row, "SITUACIONACTUAL"), line(row, "RESULTADOTRAMITACION")
    closed = _CLOSED.match(now)
    if result and (closed or not now):
        return words.status(result), ": ".join(filter(None, (now, result)))
    return words.status(closed[1] if closed and closed[1] else now), now


def steps(row: Row, words: Words) -> Iterator[Told]:
    """Lines such as “Comisión de Justicia Dictamen desde 11/04/2031 hasta 24/04/2031”."""
    for said in text(row, "TRAMITACIONSEGUIDA").splitlines():
        if found := _STEP.match(said):
            yield dates.iso(found[2], "dmy"), words.event(found[1]), found[1]


def deadlines(row: Row) -> Iterator[Told]:
    """Days until which members may table amendments, with the hour where it is said; the public has no part in them."""
    for said in text(row, "PLAZOS").splitlines():
        if found := _UNTIL.match(said):
            day = dates.iso(found[2], "dmy")
            when = When(day, f"{int(found[3]):02}:{found[4]}", "Europe/Madrid") if found[3] and day else When(day)
            about = " ".join(f"{found[1]} {found[5]}".split()).strip(" :;,.")
            yield when, EventKind.OTHER, f"Plazo: {about}" if about else "Plazo"


def names(row: Row, name: str) -> list[str]:
    """People, a line each, without the group behind their names."""
    return [re.sub(r"\s*\([^)]*\)", "", said).strip() for said in text(row, name).splitlines() if said.strip()]


def laws(row: Row) -> list[str]:
    return [f"es/boe/{found}" for found in dict.fromkeys(_BOE.findall(text(row, "ENLACESBOE")))]
