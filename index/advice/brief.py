"""What a brief is made of: the passages that matter, how they hit a host run by volunteers, wording that left such hosts out."""

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from crawlers import facts
from crawlers.matter import Matter, Norm, Struct
from crawlers.vocabulary import Duty, Kind, Modality, Status
from index.binding import carves, scope
from index.binding.terms import terms
from index.phrase import Phrase, phrase

FILE = Path(__file__).with_name("brief.yaml")
SPARING = ("encyclopaedia", "repository", "open_source", "non_profit")  # the nearest to us first
HOLDS = {Status.IN_FORCE, Status.PARTLY_IN_FORCE, Status.ENACTED, Status.GRACE_PERIOD}
ORDER = (Modality.OBLIGATION, Modality.PROHIBITION, Modality.EXEMPTION, Modality.PERMISSION, Modality.RIGHT)


class Phrases(Struct, frozen=True, kw_only=True):
    hits: dict[Duty, str]
    decides: dict[Kind, str]


class Passage(Struct, frozen=True, kw_only=True):
    """A statement of a law that matters to a host."""

    matter: Matter
    norm: Norm


class Wording(Struct, frozen=True, kw_only=True):
    """Words of another law that leave out hosts like us, and what became of that law."""

    matter: Matter
    norm: Norm
    words: str
    kind: str


@cache
def phrases() -> Phrases:
    return facts.convert(facts.load(FILE), Phrases, FILE.name, "brief")


def passages(matters: Iterable[Matter], free: Container[Norm] = ()) -> list[Passage]:
    """Duties of hosts and who is left out, of the newest text of each; first one of each duty, the hardest first, then the rest.

    `free` are duties that do not fall on us: they come last.
    """
    found: dict[tuple[str, str, str, str], Passage] = {}
    for matter in matters:
        for norm in scope.newest(matter):
            if norm.host_duty or norm.exemption:
                key = (matter.id, norm.provision, str(norm.modality), str(norm.duty))
                found.setdefault(key, Passage(matter=matter, norm=norm))
    ordered = sorted(found.values(), key=lambda one: _weight(one, free))
    firsts = {(one.norm.modality is Modality.EXEMPTION, one.norm.duty): one for one in reversed(ordered)}
    first = [one for one in ordered if one in firsts.values()]
    return [*first, *(one for one in ordered if one not in first)]


def _weight(one: Passage, free: Container[Norm]) -> tuple[bool, bool, int, int]:
    """What says nothing without the list behind it comes after what can be read alone."""
    hard, duty = list(phrases().hits), one.norm.duty
    rank = ORDER.index(one.norm.modality) if one.norm.modality in ORDER else len(ORDER)
    opens = one.norm.quote.rstrip().endswith((":", "—"))
    return one.norm in free, opens, hard.index(duty) if duty in hard else len(hard), rank


def hits(found: Iterable[Passage]) -> tuple[str, ...]:
    """A message for each kind of duty, in the order of the passages."""
    named = dict.fromkeys(one.norm.duty for one in found if one.norm.host_duty)
    return tuple(phrases().hits[duty] for duty in named if duty in phrases().hits)


def queries() -> list[str]:
    """A search for each kind of host like us, in all languages of the terms."""
    words = [terms().exemptions[kind].words for kind in SPARING]
    return [f"modality:exemption AND ({' OR '.join(f'{chr(34)}{word}{chr(34)}' for word in said)})" for said in words]


def elsewhere(mine: Iterable[Matter], held: Iterable[Matter]) -> list[Wording]:
    """Exemptions of other laws that name a host like us, the nearest to us first, then those of laws that hold.

    One of each law before the second of any.
    """
    own = {matter.id for matter in mine}
    found = {(one.matter.id, one.words): one for matter in held if matter.id not in own for one in _wordings(matter)}
    near = sorted(found.values(), key=lambda one: (SPARING.index(one.kind), one.matter.status not in HOLDS))
    firsts = list({one.matter.id: one for one in reversed(near)}.values())[::-1]
    return [*sorted(firsts, key=near.index), *(one for one in near if one not in firsts)]


def _wordings(matter: Matter) -> Iterator[Wording]:
    for norm in matter.norms:
        if norm.modality is Modality.EXEMPTION:
            kinds = {kind for item in carves.items(norm.quote) if item.head for kind in item.kinds}
            if kind := next((kind for kind in SPARING if kind in kinds), ""):
                yield Wording(matter=matter, norm=norm, words=norm.quote, kind=kind)


def decides(matter: Matter, place: str, stage: str, courts: Mapping[str, str]) -> Phrase:
    """Who decides next, as far as its kind says; `stage` is a message, `courts` holds those of matters."""
    court = phrase(courts[matter.id]) if matter.id in courts else phrase("The court")
    return phrase(phrases().decides[matter.kind], place=place, stage=phrase(stage), court=court)
