"""What statuses, events and changes in law are called inside a sentence of a mail, read from names.yaml."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from crawlers import facts
from crawlers.matter import Struct
from crawlers.vocabulary import Status
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary

FILE = Path(__file__).with_name("names.yaml")


class Names(Struct, frozen=True, kw_only=True):
    """`law` stands in the margin beside a change in law, `counts` are its forms for one and for many in the headline.

    `touch` says of a change, a duty or a topic how it may reach people who edit.
    """

    status: dict[Status, str]
    event: dict[str, str]
    law: dict[str, str]
    counts: dict[str, tuple[str, str]]
    touch: dict[str, str]


@cache
def names() -> Names:
    return facts.convert(facts.load(FILE), Names, FILE.name, "names")


def phrases() -> Iterator[str | tuple[str, str]]:
    """Every word and sentence of the file, for the catalogues."""
    book = names()
    for said in (book.status, book.event, book.law, book.touch):
        yield from said.values()
    yield from book.counts.values()


def happening(kind: str, speech: Tongue) -> str:
    """Ours, else the word that pages use."""
    known = names().event.get(kind) or vocabulary().event.get(kind, kind.replace("_", " "))
    return speech.say(known)


def counted(label: str, number: int, speech: Tongue) -> str:
    """2 limits shorter"""
    return speech.count(*names().counts[label], number)
