"""The one record that crosses all stages: a matter of law, with its dates, texts, norms and sources.

Constructing or replacing a struct checks nothing; stage borders call `check`.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from crawlers.vocabulary import (
    PROTECTIONS,
    Bearer,
    Duty,
    EventKind,
    Kind,
    LinkKind,
    Mark,
    Modality,
    Origin,
    ReviewState,
    Status,
    Topic,
)

SCHEMA_VERSION = 1


class Struct(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, kw_only=True):
    """A frozen value; empty fields are left out of its JSON."""


class Person(Struct, frozen=True, kw_only=True):
    """A public record of who acts in a matter: name and role only."""

    name: str
    role: str


class Identifier(Struct, frozen=True, kw_only=True, order=True):
    """A printed number of the matter: scheme (celex, eli, ecli, printed, docket …) and the number as written."""

    scheme: str
    value: str


class Event(Struct, frozen=True, kw_only=True):
    """Something on a day at the source's place.

    `date` is ISO (YYYY-MM-DD), local to the source; `time` HH:MM with its `zone` (IANA name), or both empty.
    `mark` says how the date was seen; `snapshot` is the sha256 of the response it was read from.
    """

    date: str
    kind: EventKind
    label: str = ""
    time: str = ""
    zone: str = ""
    url: str = ""
    cancelled: bool = False
    mark: Mark = Mark.OFFICIAL
    snapshot: str = ""


class Provision(Struct, frozen=True, kw_only=True):
    """One numbered unit of a text. `id` is unique in its text and stable across versions (art_16/par_2/pnt_a).

    `number` is as printed; `text` holds the unit's own words, not its children's; `parent` is an id or empty.
    """

    id: str
    number: str = ""
    heading: str = ""
    text: str = ""
    parent: str = ""


class Text(Struct, frozen=True, kw_only=True):
    """One version of the words in one language. `id` is unique in the matter, by convention date and language.

    `language` is a BCP 47 code; `date` the day this version is of, ISO, or empty when the source gives none.
    """

    id: str
    label: str = ""
    title: str = ""
    date: str = ""
    language: str = ""
    url: str = ""
    media_type: str = ""
    snapshot: str = ""
    provisions: tuple[Provision, ...] = ()


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


class Link(Struct, frozen=True, kw_only=True, order=True):
    """A relation to another matter: its id where we know it, else its printed number."""

    kind: LinkKind
    target: str


class Matter(Struct, frozen=True, kw_only=True):
    """A bill, act, regulation, consultation, case, gazette item or signal, as one source tells it.

    `id` follows `crawlers.ids`; `provisional` says that no official number was seen. `status_as_of` is the day the
    status was true of; `source_status` the source's own words. `missing` names the parts that could not be read yet
    and are tried again; `parser` is name/version of what read it, `snapshot` the sha256 of the response.
    """

    id: str
    source: str
    jurisdiction: str
    kind: Kind
    title: str
    language: str
    status: Status
    aliases: tuple[str, ...] = ()
    provisional: bool = False
    instrument: str = ""
    title_native: str = ""
    url: str = ""
    status_as_of: str = ""
    source_status: str = ""
    mark: Mark = Mark.OFFICIAL
    note: str = ""
    published: str = ""
    events: tuple[Event, ...] = ()
    texts: tuple[Text, ...] = ()
    links: tuple[Link, ...] = ()
    people: tuple[Person, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    summary: str = ""
    snapshot: str = ""
    parser: str = ""
    missing: tuple[str, ...] = ()
    norms: tuple[Norm, ...] = ()
    topics: tuple[TopicTag, ...] = ()
    relevance: Relevance | None = None
    citations: tuple[Citation, ...] = ()


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Matter)


def check(matter: Matter) -> Matter:
    """The same matter, validated at a stage border. Raises msgspec.ValidationError naming the path of the fault."""
    from crawlers.ids import require

    require(matter.id)
    return msgspec.convert(msgspec.to_builtins(matter), Matter)


def to_json(matter: Matter) -> bytes:
    """One line of JSON, empty fields left out."""
    return _encoder.encode(matter)


def from_json(line: bytes | str) -> Matter:
    """Raises msgspec.ValidationError naming the path of the fault."""
    return _decoder.decode(line)


def write_lines(matters: Iterable[Matter]) -> Iterator[bytes]:
    """JSON Lines, each with its line feed."""
    for matter in matters:
        yield to_json(matter) + b"\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of a matter, as committed in docs/."""
    return {"$comment": f"Amicus record, schema version {SCHEMA_VERSION}", **msgspec.json.schema(Matter)}


if __name__ == "__main__":
    import sys

    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(schema()), indent=2) + b"\n")
