"""A sentence of ours as data: an English message with named values, said in English here and in any catalogue's language."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from typing import Protocol, TypeAlias

from crawlers.fault import Fault
from crawlers.matter import Struct

Value: TypeAlias = "str | int | date | Phrase"


class Voice(Protocol):
    """One language: its sentences, the forms for one and for many, its days and numbers."""

    def say(self, words: str, /, **values: object) -> str: ...

    def count(self, one: str, many: str, number: int, /, **values: object) -> str: ...

    def day(self, day: date) -> str: ...

    def number(self, number: float) -> str: ...


class Phrase(Struct, frozen=True, kw_only=True):
    """`message` is the key of the catalogues; with `many` the two are forms that `number` chooses from, as {n}."""

    message: str
    many: str = ""
    number: int = 0
    values: tuple[tuple[str, Value], ...] = ()

    def said(self, voice: Voice) -> str:
        values = {name: _said(value, voice) for name, value in self.values}
        if self.many:
            return voice.count(self.message, self.many, self.number, **values)
        return voice.say(self.message, **values)

    def __str__(self) -> str:
        return self.said(ENGLISH)

    def __bool__(self) -> bool:
        return bool(self.message)


class Told(Fault):
    """A fault whose sentence can be said in the reader's language; its message is the English one."""

    def __init__(self, words: Phrase) -> None:
        super().__init__(str(words))
        self.words = words


def told(fault: Exception, voice: Voice) -> str:
    """In the reader's language where the fault can be said in it."""
    return fault.words.said(voice) if isinstance(fault, Told) else str(fault)


class English:
    """The language that the messages are written in."""

    def say(self, words: str, /, **values: object) -> str:
        return words.format(**values) if values else words

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        return (one if number == 1 else many).format(n=self.number(number), **values)

    def day(self, day: date) -> str:
        """Thu 12 Nov 2026."""
        return f"{day:%a} {day.day} {day:%b %Y}"

    def number(self, number: float) -> str:
        return f"{number:,}"


ENGLISH = English()


def _said(value: Value, voice: Voice) -> str:
    if isinstance(value, Phrase):
        return value.said(voice)
    if isinstance(value, date):
        return voice.day(value)
    return voice.number(value) if isinstance(value, int) else value


def phrase(message: str, /, **values: Value) -> Phrase:
    """The message must stand in the call as it is, or come from our files of facts: the catalogues are made from both."""
    return Phrase(message=message, values=tuple(values.items()))


NOTHING = phrase("")


def plural(one: str, many: str, number: int, /, **values: Value) -> Phrase:
    """The form for one, or that for many with its {n}."""
    return Phrase(message=one, many=many, number=number, values=tuple(values.items()))


def together(parts: Iterable[Value], between: str = " ") -> Phrase:
    """One after the other; empty ones are left out. Only signs stand between them, so there is nothing to translate."""
    named = [(f"p{at}", part) for at, part in enumerate(part for part in parts if part)]
    return Phrase(message=between.join(f"{{{name}}}" for name, _ in named), values=tuple(named))


def either(parts: Iterable[Phrase]) -> Phrase:
    """One or the other."""
    return reduce(lambda one, other: phrase("{one} or {other}", one=one, other=other), parts)
