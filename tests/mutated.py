"""Fixtures as they might arrive on a bad day: cut, emptied, in another encoding, with other types, with flipped bits."""

import json
import random
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from types import FrameType
from typing import Any, NamedTuple

from crawlers import imports
from crawlers.matter import Matter
from crawlers.response import Response, Unreadable
from crawlers.sources import Source, watched
from tests.test_fixtures import FIXTURES, responses

LONGEST = 5.0  # seconds for one file
Mutation = Callable[[bytes, random.Random], bytes]


class Mutant(NamedTuple):
    source: Source
    how: str
    response: Response


class TooSlow(Exception):
    """A file took longer than any may."""


def cut(body: bytes, chance: random.Random) -> bytes:
    return body[: chance.randrange(len(body) or 1)]


def emptied(body: bytes, chance: random.Random) -> bytes:  # noqa: ARG001
    return b""


def encoded(body: bytes, chance: random.Random) -> bytes:
    """What reads the declaration of the old encoding is misled, as it is by real servers."""
    return body.decode("utf-8", "replace").encode(chance.choice(("utf-16", "utf-16-be", "cp1252", "koi8-r")), "replace")


def retyped(body: bytes, chance: random.Random) -> bytes:
    """One value in ten of JSON has another type; elsewhere one piece in ten between tags changes places with the next."""
    try:
        return json.dumps(_retyped(json.loads(body), chance)).encode()
    except ValueError:
        parts = body.split(b">")
        for _ in range(max(1, len(parts) // 10)):
            at = chance.randrange(len(parts))
            parts[at - 1], parts[at] = parts[at], parts[at - 1]
        return b">".join(parts)


def _retyped(value: Any, chance: random.Random) -> Any:
    if chance.random() < 0.1:
        return chance.choice(
            (None, True, -1, 1e300, "", "x", "2026-13-45", [], {}, [value], {"value": value}, str(value))
        )
    if isinstance(value, dict):
        return {name: _retyped(inner, chance) for name, inner in value.items()}
    return [_retyped(inner, chance) for inner in value] if isinstance(value, list) else value


def flipped(body: bytes, chance: random.Random) -> bytes:
    changed = bytearray(body)
    for _ in range(chance.randint(1, 12) if changed else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


MUTATIONS: dict[str, Mutation] = {
    "cut": cut,
    "emptied": emptied,
    "in another encoding": encoded,
    "of other types": retyped,
    "with flipped bits": flipped,
}


def mutants(number: int, seed: int) -> Iterator[Mutant]:
    """So many, spread evenly over sources, files and mutations; the same for the same seed."""
    chance = random.Random(seed)
    sources = [source for source in watched().sources.values() if (FIXTURES / source.id).is_dir()]
    held = [(source, response) for source in sources for response in responses(FIXTURES / source.id)]
    for place in range(number):
        source, response = held[place % len(held)]
        how = list(MUTATIONS)[(place // len(held) + place) % len(MUTATIONS)]
        yield Mutant(source, how, replace(response, body=MUTATIONS[how](response.body, chance)))


def read(mutant: Mutant) -> tuple[Matter, ...]:
    """Valid matters, or none for what is refused. Raises what a parser must not let out.

    That a cut file is marked as incomplete is not looked at here.
    """
    try:
        with within(LONGEST):
            return imports.read(mutant.response, mutant.source)
    except Unreadable as refused:
        if not str(refused).strip():
            raise ValueError("refused without a reason") from refused
        return ()


def faults(number: int, seed: int) -> list[str]:
    """What so many mutants let out, each in one line."""
    found = []
    for mutant in mutants(number, seed):
        try:
            read(mutant)
        except Exception as fault:  # whatever a parser lets out is the finding
            found.append(f"{mutant.source.id}/{mutant.response.name} {mutant.how}: {type(fault).__name__}: {fault}")
    return found


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises TooSlow."""

    def late(_number: int, _frame: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
