"""The closed word classes of a language as sets, for the inner loops."""

from functools import cache
from typing import NamedTuple

from nlp.grammar.rules import lexicon
from nlp.grammar.spelling import choices


class Words(NamedTuple):
    """The grammar as sets, for the inner loop."""

    subordinators: frozenset[str]
    relatives: frozenset[str]
    coordinators: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    agents: frozenset[str]
    pronouns: frozenset[str]
    latter: frozenset[str]
    verbs: frozenset[str]
    ensure: frozenset[str]
    passive: frozenset[str]
    addressed: frozenset[str]
    instruments: frozenset[str]
    official: frozenset[str]
    continuers: frozenset[str]
    resuming: frozenset[str]
    oblique: frozenset[str]
    saying: frozenset[str]
    running: frozenset[str]
    noticing: frozenset[str]
    temporal: frozenset[str]
    whoever: frozenset[str]
    asking: frozenset[str]
    remedies: frozenset[str]
    granting: frozenset[str]
    bringing: frozenset[str]
    suits: frozenset[str]
    paid: frozenset[str]
    carriers: frozenset[str]
    qualified: frozenset[str]
    adding: frozenset[str]
    enacted: frozenset[str]
    feminine: frozenset[str]
    sums: frozenset[str]
    exceed: frozenset[str]
    only: frozenset[str]
    freed: frozenset[str]
    pointing: frozenset[str]
    jailed: frozenset[str]
    holding: frozenset[str]
    cases: frozenset[str]
    handled: frozenset[str]


@cache
def spaced(language: str, name: str) -> tuple[str, ...]:
    """The phrases of a class of the grammar, each with a space, as they end in words that are joined by spaces."""
    given = getattr(lexicon(language).grammar, name)
    return tuple(f"{phrase} " for each in given for phrase in choices(each))


@cache
def grammar(language: str) -> Words:
    rules = lexicon(language).grammar
    return Words(*(frozenset(getattr(rules, name)) for name in Words._fields))
