"""A rule of a window to act, as a value: its anchor, its period, how it rolls, and how each part of it was seen."""

from enum import StrEnum

from crawlers.matter import Struct
from crawlers.vocabulary import Mark

VERIFIED_ON = "2026-11-25"


class Kind(StrEnum):
    """The five answers."""

    DATE = "date"
    NO_FIXED_PERIOD = "no_fixed_period"
    STATED_IN_NOTICE = "stated_in_notice"
    NOT_AVAILABLE = "not_available"
    CANNOT_COMPUTE = "cannot_compute"


class Unit(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    BUSINESS_DAY = "business_day"
    COURT_DAY = "court_day"


class Direction(StrEnum):
    AFTER = "after"
    BEFORE = "before"


class Roll(StrEnum):
    """What happens to a last day on which the court is closed; `unknown`: the rule was not read."""

    NEXT = "next"
    PREVIOUS = "previous"
    NONE = "none"
    UNKNOWN = "unknown"


class Span(Struct, frozen=True, kw_only=True):
    """One stretch of a period. `optional`: another reading leaves it out (the ten days of distance).

    `count_fact` names the fact that holds the number. `kind_unknown`: calendar or working days was not read.
    """

    count: int
    unit: Unit
    mark: Mark = Mark.OFFICIAL
    count_mark: Mark = Mark.OFFICIAL
    optional: bool = False
    kind_unknown: bool = False
    first_day_counts: bool = False
    count_fact: str = ""
    excluding: tuple[str, ...] = ()
    may_exclude: tuple[str, ...] = ()
    says: str = ""
    citation: str = ""
    but: str = ""


class Anchor(Struct, frozen=True, kw_only=True):
    """The fact a period counts from: the first that is known, the latest, or the earliest of several.

    `known_from` maps a fact to the fact that says since when it is known; `not_before`: facts that never lie later.
    """

    first: tuple[str, ...] = ()
    latest: tuple[str, ...] = ()
    earliest: tuple[str, ...] = ()
    by_side: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 -- msgspec copies it
    not_before: tuple[str, ...] = ()
    known_from: dict[str, str] = {}  # noqa: RUF012


class Condition(Struct, frozen=True, kw_only=True):
    """A fact that changes the answer: another rule (`use`), or another answer with its note."""

    fact: str
    value: str = ""
    contains: str = ""
    use: str = ""
    answer: Kind | None = None
    note: str = ""


class Floor(Struct, frozen=True, kw_only=True):
    """A fact that the window outlasts when another fact is there."""

    fact: str
    only_with: str
    says: str


class Hint(Struct, frozen=True, kw_only=True):
    """A day that does not count but shows what the answer would be."""

    fact: str
    only_side: str


class Rule(Struct, frozen=True, kw_only=True):
    """One court or body, one stage, one side. `mark` says how the rule was seen, `*_mark` how a part of it was."""

    id: str
    jurisdiction: str
    court: str
    stage: str
    side: str
    filing: str
    answer: Kind

    citation: str
    leave: str = ""
    anchor: Anchor | None = None
    period: tuple[Span, ...] = ()
    minimum: Span | None = None
    at_least: Floor | None = None
    notify: Span | None = None
    hint: Hint | None = None
    direction: Direction = Direction.AFTER
    calendar: str = ""
    state_holidays: tuple[str, ...] = ()
    roll: Roll = Roll.NONE
    roll_mark: Mark = Mark.OFFICIAL
    roll_citation: str = ""
    month_end_mark: Mark = Mark.OFFICIAL
    opens: tuple[str, ...] | None = None
    printed: tuple[str, ...] = ("extended_to", "stated_end")
    known_from: dict[str, str] = {}  # noqa: RUF012
    dated_by: tuple[str, ...] = ()
    closed_by: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    needs: tuple[str, ...] = ()
    needs_anchor_with: tuple[str, ...] = ()
    missing_says: str = ""
    estimate: str = ""
    other_sides: dict[str, str] = {}  # noqa: RUF012
    unused: dict[str, str] = {}  # noqa: RUF012
    zone: str = ""
    zone_of: str = ""
    time: str = ""
    time_mark: Mark = Mark.OFFICIAL
    notice: str = ""
    who: str = ""
    length: str = ""
    length_mark: Mark = Mark.OFFICIAL
    extendable: str = ""
    carries: str = ""
    way_in: str = ""
    note: str = ""
    note_mark: str = ""
    mark: Mark = Mark.OFFICIAL
    source: tuple[str, ...] = ()
    valid_from: str = ""
    valid_to: str = ""
    unseen_from: str = ""
    unseen: str = ""
    verified_on: str = VERIFIED_ON


class Fact(Struct, frozen=True, kw_only=True):
    """A day or word that a person may type, in the words of the docket."""

    says: str
    kind: str = "day"
    ahead: bool = False
    timed: bool = False
