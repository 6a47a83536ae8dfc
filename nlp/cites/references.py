"""References in the words of a law: acts of the Union, statutes of states, American reporters and codes."""

from nlp.cites.american import american
from nlp.cites.german import convention, statutes
from nlp.cites.places import place
from nlp.cites.reference import Reference
from nlp.cites.states import GRAMMARS, british
from nlp.cites.that_act import again
from nlp.cites.union import union

__all__ = ["Reference", "place", "references"]


def references(text: str, language: str, jurisdiction: str) -> list[Reference]:
    """In order of the text, none overlapping another; of two at one place the longer."""
    found = [*union(text)]
    if jurisdiction.split("-", maxsplit=1)[0] == "us":
        found += american(text)
    if language == "de":
        found += [Reference(start, end, law, "ref.de") for start, end, law in statutes(text)]
        found += [Reference(start, end, "EMRK", "ref.coe") for start, end in convention(text)]
    if language in GRAMMARS:
        found += GRAMMARS[language](text, jurisdiction)
    if jurisdiction.split("-", maxsplit=1)[0] in {"uk", "ie"}:
        found += british(text, jurisdiction)
    kept = _apart(found)
    return _apart([*kept, *again(text, kept)])


def _apart(found: list[Reference]) -> list[Reference]:
    kept: list[Reference] = []
    for reference in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or reference.start >= kept[-1].end:
            kept.append(reference)
    return kept
