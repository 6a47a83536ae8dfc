"""The query language: what people type becomes a tree that both engines can run, or an error at the character."""

from functools import lru_cache

import msgspec

from index.phrase import Phrase as Sentence
from index.phrase import Told, phrase

LONGEST = 2_000


class BadQuery(Told):
    """A query that cannot be run on any engine. `position` counts characters from 0."""

    def __init__(self, says: Sentence, position: int) -> None:
        super().__init__(phrase("at character {number}: {says}", number=str(position + 1), says=says))
        self.position = position


class Node(msgspec.Struct, frozen=True, tag=True, omit_defaults=True):
    """A part of a query; `at` is the character where it begins."""


class Word(Node, frozen=True):
    """One typed word; it may hold several tokens (C-63), which then stand side by side."""

    text: str
    at: int = 0


class Phrase(Node, frozen=True):
    """Words side by side, or at most `slop` moves apart."""

    text: str
    slop: int = 0
    at: int = 0


class Prefix(Node, frozen=True):
    text: str
    at: int = 0


class Fuzzy(Node, frozen=True):
    text: str
    distance: int = 2
    at: int = 0


class Is(Node, frozen=True):
    """A field holds the value."""

    field: str
    value: str
    at: int = 0


class Between(Node, frozen=True):
    """A date (as a number, 20240131) or a relevance (in thousandths) within bounds, both included."""

    field: str
    low: int
    high: int
    at: int = 0


class All(Node, frozen=True):
    parts: tuple["Part", ...]


class Any_(Node, frozen=True, tag="Any"):  # noqa: N801
    parts: tuple["Part", ...]


class Address(Node, frozen=True):
    """A page of the web: what is asked for is the matter that it is of."""

    text: str
    at: int = 0


class Not(Node, frozen=True):
    part: "Part"


class Boost(Node, frozen=True):
    part: "Part"
    factor: float


Part = Word | Phrase | Prefix | Fuzzy | Is | Between | Address | All | Any_ | Not | Boost


class Query(msgspec.Struct, frozen=True, omit_defaults=True):
    """A query that was read: its words as typed, its tree (none for everything), and whether the sample counts."""

    text: str
    root: Part | None = None
    sample: bool = False


def leaves(part: Part | None) -> list[Part]:
    """Every part that holds no other, the excluded ones too."""
    if isinstance(part, All | Any_):
        return [leaf for inner in part.parts for leaf in leaves(inner)]
    if isinstance(part, Not | Boost):
        return leaves(part.part)
    return [part] if part else []


def read(text: str, sample: bool = False) -> Query:
    """Raises BadQuery naming the character and what to write instead. Nothing typed asks for everything."""
    if len(text) > LONGEST:
        raise BadQuery(
            phrase("the query is longer than {most} characters; ask for less at once", most=LONGEST), LONGEST
        )
    return Query(text, _read(text), sample)


@lru_cache(1_000)
def _read(text: str) -> Part | None:
    from index.queries import pasted, syntax

    plain, addresses = pasted.plain(text)
    rest = None if not plain.strip() or plain.strip() == "*" else syntax.parse(plain)
    asked = tuple(Address(address, at) for at, address in addresses)
    parts = (*(rest.parts if isinstance(rest, All) else (rest,) if rest else ()), *asked)
    return All(parts) if len(parts) > 1 else next(iter(parts), None)
