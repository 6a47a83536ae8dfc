"""What an engine is asked, in words of our own: few kinds of question that both engines answer alike."""

import msgspec


class Ask(msgspec.Struct, frozen=True):
    """A question about one unit of the index."""


class Everything(Ask, frozen=True):
    pass


class Nothing(Ask, frozen=True):
    pass


class Term(Ask, frozen=True):
    """The token stands in the field."""

    field: str
    value: str


class Terms(Ask, frozen=True):
    """The field holds one of the values; counts nothing towards the order."""

    field: str
    values: tuple[str, ...]


class Row(Ask, frozen=True):
    """The tokens stand side by side in the field, at most `slop` moves apart."""

    field: str
    values: tuple[str, ...]
    slop: int = 0


class Known(Ask, frozen=True):
    """The row, of which was found out when texts were indexed what unit has it: that unit has the sign too."""

    row: Row
    sign: Term


class Start(Ask, frozen=True):
    """A token of the field begins so."""

    field: str
    value: str


class Near(Ask, frozen=True):
    """A token of the field differs by at most so many letters; neighbours changing places count as one."""

    field: str
    value: str
    distance: int


class Span(Ask, frozen=True):
    """The number in the field is within the bounds, both included."""

    field: str
    low: int
    high: int


class Best(Ask, frozen=True):
    """One of the parts; the best of them counts."""

    parts: tuple[Ask, ...]


class Every(Ask, frozen=True):
    """All of `must` and of `only` (which counts nothing), none of `without`; `better` adds to the order."""

    must: tuple[Ask, ...] = ()
    only: tuple[Ask, ...] = ()
    without: tuple[Ask, ...] = ()
    better: tuple[Ask, ...] = ()


class Some(Ask, frozen=True):
    """At least one of the parts; all that hold add up."""

    parts: tuple[Ask, ...]


class Weight(Ask, frozen=True):
    part: Ask
    factor: float


class Fixed(Ask, frozen=True):
    """The part, counting always the same."""

    part: Ask
    score: float
