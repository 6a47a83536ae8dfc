"""Laws of Spain by what the BOE says of them: rank, days, standing, and what they do to other laws."""

import re
from collections.abc import Iterator

from crawlers import ids
from crawlers.files.reading import words
from crawlers.matter import Link
from crawlers.parsing import Element
from crawlers.record import Told
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

_ACTS = re.compile(r"\bley\b|constituci|decreto legislativo", re.IGNORECASE)
_DAYS = {
    "fecha_disposicion": EventKind.SIGNED, "fecha_publicacion": EventKind.PUBLISHED, "fecha_vigencia": EventKind.IN_FORCE,
    "fecha_derogacion": EventKind.REPEALED, "fecha_anulacion": EventKind.STRUCK_DOWN,
}  # fmt: skip
_DOES = {
    "DEROGA": LinkKind.REPEALS, "DEJA SIN EFECTO": LinkKind.REPEALS, "MODIFICA": LinkKind.AMENDS, "AÑADE": LinkKind.AMENDS,
    "SUPRIME": LinkKind.AMENDS, "SUSTITUYE": LinkKind.AMENDS,
}  # fmt: skip
_OVER = (
    ("judicialmente_anulada", Status.STRUCK_DOWN), ("estatus_anulacion", Status.STRUCK_DOWN),
    ("estatus_derogacion", Status.REPEALED), ("vigencia_agotada", Status.REPEALED),
)  # fmt: skip


def kind(rank: str) -> Kind:
    """Of a rank; what says none is taken for a law."""
    return Kind.ACT if not rank or _ACTS.search(rank) else Kind.REGULATION


def happened(facts: Element, published: str, versions: list[str]) -> Iterator[Told]:
    """What its own facts say; a version that was published on a later day than the law amended it."""
    yield published, EventKind.PUBLISHED
    yield from ((day, EventKind.AMENDED) for day in versions if day != published)
    yield from ((dates.iso(words(facts.find(name))), what) for name, what in _DAYS.items())


def status(facts: Element, today: str) -> tuple[Status, str]:
    """Ours, and the mark that says it; a law that is over for nothing is in force from its day on."""
    for name, over in _OVER:
        if words(facts.find(name)) == "S":
            return over, name.replace("_", " ")
    begins = dates.iso(words(facts.find("fecha_vigencia")))
    return (Status.IN_FORCE if begins and (not today or begins <= today) else Status.ENACTED), ""


def numbers(facts: Element) -> Iterator[tuple[str, str]]:
    yield "eli", words(facts.find("url_eli"))
    yield "printed", words(facts.find("numero_oficial"))


def links(root: Element) -> list[Link]:
    """What the law does to earlier ones; a repeal that leaves a part ("DEROGA en la forma indicada") is one, too."""
    found = set()
    for each in root.iter("anterior"):
        code = each.get("referencia") or words(each.find("id_norma"))
        said = words(each.find("relacion")) or words(each.find("palabra"))
        does = next((does for word, does in _DOES.items() if said.upper().startswith(word)), None)
        if does and code.startswith("BOE-"):
            found.add(Link(kind=does, target=f"es/boe/{ids.part(code)}"))
    return sorted(found)
