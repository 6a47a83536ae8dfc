"""Words of Union acts by language, read once from crawlers/data/eu.yaml."""

from functools import cache

from crawlers import facts
from crawlers.matter import Struct
from crawlers.vocabulary import EventKind, Status

FILE = "eu.yaml"


class Instrument(Struct, frozen=True, kw_only=True):
    name: str
    stems: tuple[str, ...]


class Commencement(Struct, frozen=True, kw_only=True):
    """Patterns of sentences, and what each ordinal word counts."""

    in_force: tuple[str, ...]
    applies_from: tuple[str, ...]
    transpose_by: tuple[str, ...]
    partly: tuple[str, ...]
    ordinals: dict[str, int]


class Step(Struct, frozen=True, kw_only=True):
    """`code` is a pattern of CELLAR's codes; without `status` it leaves a proposal where it was."""

    code: str
    kind: EventKind
    status: Status | None = None


class Words(Struct, frozen=True, kw_only=True):
    """`instruments` by the letter that a CELEX number has for them; `printed` by the part of an act that they begin."""

    alphabets: tuple[tuple[str, ...], ...]
    instruments: dict[str, Instrument]
    qualified: dict[str, tuple[str, ...]]
    commission: tuple[str, ...]
    corrigendum: tuple[str, ...]
    notice: tuple[str, ...]
    relations: dict[str, tuple[str, ...]]
    printed: dict[str, tuple[str, ...]]
    steps: tuple[Step, ...]
    commencement: dict[str, Commencement]


@cache
def words() -> Words:
    """Raises BadFacts."""
    return facts.convert(facts.load(facts.find(FILE)), Words, FILE, "words")
