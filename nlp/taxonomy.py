"""The duties and topics of the taxonomy, with definitions, cues per language and false friends."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from crawlers.facts import convert, load
from crawlers.matter import Struct
from crawlers.vocabulary import Duty, Topic
from nlp.ideas import ideas

FILE = Path(__file__).parent / "taxonomy.yaml"


class Entry(Struct, frozen=True, kw_only=True):
    """What a duty or topic means, and the words that show it in each language.

    `hints` tell duties apart where a host is bound anyway; a `general` duty gives way to what is said more exactly.
    `variants` are sentences of one norm in which different legislators would lay the duty on a host, and `near_misses`
    the same words of somebody else, both in a law on online platforms.
    """

    code: str
    label: str
    definition: str
    cues: dict[str, tuple[str, ...]]
    hints: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    general: bool = False
    false_friends: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    hits: dict[str, str]
    misses: dict[str, str] = msgspec.field(default_factory=dict)
    variants: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    near_misses: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


class Taxonomy(Struct, frozen=True, kw_only=True):
    duties: dict[Duty, Entry]
    topics: dict[Topic, Entry]


class Cue(Struct, frozen=True, kw_only=True):
    """Words that speak for a duty or a topic, hint at a duty, or say an idea; nothing for a false friend."""

    duty: Duty | None = None
    hint: Duty | None = None
    topic: Topic | None = None
    idea: str | None = None


@cache
def taxonomy() -> Taxonomy:
    """Raises BadFacts naming file, entry and key."""
    return convert(load(FILE), Taxonomy, FILE.name, "taxonomy")


def cues(language: str) -> Iterator[tuple[str, Cue, tuple[str, ...]]]:
    """(name, cue, phrases) for the matcher of a language."""
    read = taxonomy()
    for duty, entry in read.duties.items():
        yield f"duty {duty}", Cue(duty=duty), entry.cues.get(language, ())
        yield f"hint {duty}", Cue(hint=duty), entry.hints.get(language, ())
        yield f"not duty {duty}", Cue(), entry.false_friends.get(language, ())
    for topic, entry in read.topics.items():
        yield f"topic {topic}", Cue(topic=topic), entry.cues.get(language, ())
        yield f"not topic {topic}", Cue(), entry.false_friends.get(language, ())
    for idea, words in ideas().ideas.items():
        yield f"idea {idea}", Cue(idea=idea), words.get(language, ())
