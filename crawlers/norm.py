"""What is found in the words of a matter: norms with their parts, topics, citations, and how much it concerns hosts."""

import msgspec

from crawlers.vocabulary import PROTECTIONS, Bearer, Duty, Modality, Origin, ReviewState, Topic


class Struct(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, kw_only=True):
    """A frozen value; empty fields are left out of its JSON."""


class Evidence(Struct, frozen=True, kw_only=True):
    """Why a tag is there: characters of a provision, and the rule or model, with version, that read them so.

    `start` and `end` count characters of the text of `provision`; `weights` are the exact contributions of a
    linear model, largest first.
    """

    start: int
    end: int
    label: str
    origin: Origin
    rule: str
    version: str
    provision: str = ""
    score: float | None = None
    weights: tuple[tuple[str, float], ...] = ()


class Deadline(Struct, frozen=True, kw_only=True):
    """Within what time: the words, an ISO 8601 duration (PT24H, P7D), and the event it counts from."""

    text: str
    start: int
    end: int
    duration: str = ""
    anchor: str = ""


class Threshold(Struct, frozen=True, kw_only=True):
    """Whom a rule catches by number: metric (users, employees, turnover …), operator (>=, >, <, <=), value, unit."""

    text: str
    start: int
    end: int
    metric: str
    operator: str
    value: float
    unit: str = ""


class Exemption(Struct, frozen=True, kw_only=True):
    """Who is left out: non_profit, encyclopaedia, small, research, open_source, education …"""

    text: str
    start: int
    end: int
    kind: str


class Penalty(Struct, frozen=True, kw_only=True):
    """What a breach costs: kind (fine, daily, criminal …), amount with currency, percentage, and of what."""

    text: str
    start: int
    end: int
    kind: str
    amount: float | None = None
    currency: str = ""
    percentage: float | None = None
    basis: str = ""


class Review(Struct, frozen=True, kw_only=True):
    """What a person said of a tag; `by` is a role, `at` an instant in UTC with Z."""

    state: ReviewState = ReviewState.UNREVIEWED
    by: str = ""
    at: str = ""
    note: str = ""


class Norm(Struct, frozen=True, kw_only=True):
    """One legal statement of one provision of one text.

    `quote == provision.text[start:end]`, counted in characters. `text` is the id of the Text it stands in.
    `host_duty` is true when the norm in effect binds a host, whoever its grammatical bearer is. `derived_from`
    names the rule that turned a right against a host, or a duty of a state, into a host's duty.
    """

    text: str
    provision: str
    modality: Modality
    bearer: Bearer
    start: int
    end: int
    quote: str
    evidence: tuple[Evidence, ...]
    bearer_text: str = ""
    host_duty: bool = False
    duty: Duty | None = None
    action: str = ""
    deadline: Deadline | None = None
    threshold: Threshold | None = None
    exemption: Exemption | None = None
    penalty: Penalty | None = None
    conditions: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    score: float = 1.0
    derived_from: str = ""
    review: Review = Review()

    @property
    def laid(self) -> Duty | None:
        """The duty that it lays on hosts, or the protection that it gives them; who is only freed of a duty has none."""
        return self.duty if self.host_duty or self.duty in PROTECTIONS else None


class TopicTag(Struct, frozen=True, kw_only=True):
    """A topic of the matter, with the passages (or the source's own statement) that show it."""

    topic: Topic
    score: float = 1.0
    evidence: tuple[Evidence, ...] = ()
    text: str = ""
    origin: Origin = Origin.RULE


class Term(Struct, frozen=True, kw_only=True):
    """One named part of a score, and what it added."""

    name: str
    value: float
    contribution: float


class Relevance(Struct, frozen=True, kw_only=True):
    """How likely the matter concerns online hosts: a calibrated probability, and the terms that sum to it."""

    score: float
    terms: tuple[Term, ...] = ()
    version: str = ""


class Citation(Struct, frozen=True, kw_only=True):
    """A reference found in the words: characters of a provision, and the matter or number it names."""

    text: str
    provision: str
    start: int
    end: int
    quote: str
    target: str
    rule: str = ""
