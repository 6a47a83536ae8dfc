"""Which held matter a reference names: by id, by alias, or by what the matter is called where the citing law stands."""

from collections.abc import Iterable, Mapping

from crawlers.ids import jurisdiction
from crawlers.matter import Matter
from index.queries import names
from nlp.cites.references import references

Held = Mapping[tuple[str, str], str]


def held(matters: Iterable[Matter]) -> Held:
    """Ids by what references may call them; a name that two matters share names neither."""
    found: dict[tuple[str, str], str] = {}
    for matter in matters:
        for name in _called(matter):
            found[name] = matter.id if found.get(name, matter.id) == matter.id else ""
    return found


def _called(matter: Matter) -> set[tuple[str, str]]:
    """Ids count everywhere, names in their country only. A title that begins with a number says what it is of."""
    place = _country(matter.id)
    first = references(matter.title, matter.language.partition("-")[0], matter.jurisdiction)[:1]
    own = [each.target for each in first if each.start == 0]
    spelled = {names.key(name) for name in own} | set(names.of(matter))
    return {("", name) for name in (matter.id, *matter.aliases)} | {(place, name) for name in spelled}


def names_which(target: str, citing: str, known: Held) -> str:
    """The id of the held matter that a target names in the matter `citing`, or nothing; never the citing one itself."""
    id = known.get(("", target)) or known.get((_country(citing), names.key(target)), "")
    return "" if id == citing else id


def _country(id: str) -> str:
    """States of a federation read their own names and the union's: us-ca reads us."""
    return jurisdiction(id).partition("-")[0]


def cited(matter: Matter, known: Held) -> dict[str, str]:
    """Held matters that the words of a matter name: id → the first citation's target, in the order of the text."""
    found: dict[str, str] = {}
    for citation in matter.citations:
        if id := names_which(citation.target, matter.id, known):
            found.setdefault(id, citation.target)
    return found
