"""The one record that crosses all stages: a matter of law, with its dates, texts, norms and sources.

Constructing or replacing a struct checks nothing; stage borders call `check`.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from crawlers.norm import (
    Citation,
    Deadline,
    Evidence,
    Exemption,
    Norm,
    Penalty,
    Relevance,
    Review,
    Struct,
    Term,
    Threshold,
    TopicTag,
)
from crawlers.vocabulary import EventKind, Kind, LinkKind, Mark, Status

__all__ = ["SCHEMA_VERSION", "Citation", "Deadline", "Event", "Evidence", "Exemption", "Identifier", "Link", "Matter", "Norm", "Penalty", "Person", "Provision", "Relevance", "Review", "Struct", "Term", "Text", "Threshold", "TopicTag", "check", "from_json", "schema", "to_json", "write_lines"]  # fmt: skip

SCHEMA_VERSION = 2


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


class Link(Struct, frozen=True, kw_only=True, order=True):
    """A relation to another matter: its id where we know it, else its printed number."""

    kind: LinkKind
    target: str


class Matter(Struct, frozen=True, kw_only=True):
    """A bill, act, regulation, consultation, case, gazette item or signal, as one source tells it.

    `id` follows `crawlers.ids`; `provisional` says that no official number was seen. `status_as_of` is the day the
    status was true of; `source_status` the source's own words. `missing` names the parts that could not be read yet
    and are tried again; `summary_language` is empty where it is `language`; `parser` is name/version of what read it, `snapshot` the sha256 of the response.
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
    summary_language: str = ""
    snapshot: str = ""
    parser: str = ""
    missing: tuple[str, ...] = ()
    norms: tuple[Norm, ...] = ()
    topics: tuple[TopicTag, ...] = ()
    relevance: Relevance | None = None
    citations: tuple[Citation, ...] = ()

    @property
    def summed(self) -> str:
        """The language of the summary, where there is one."""
        return (self.summary_language or self.language) if self.summary else ""


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
