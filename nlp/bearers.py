"""Who must, may or must not: the subject of the clause, the agent of a passive, or whoever the passage speaks of."""

from typing import NamedTuple

from crawlers.vocabulary import Bearer
from nlp.clauses import BREAKS, Span, chunk_start, grammar
from nlp.passage import Hit, Passage


class Who(NamedTuple):
    """`hit` is None where nobody is named; `how` says how the bearer was found."""

    bearer: Bearer
    hit: Hit | None
    how: str


def who(passage: Passage, span: Span, trigger: Hit, context: Bearer, hosts: bool) -> Who:
    """The bearer of the norm announced by `trigger`; `context` is who bore the last one, `hosts` that the law is on them."""
    zone = chunk_start(passage, trigger.start, span.start)
    for find in (_subject, _pronoun, _agent, _inverted, _genitive):
        found = find(passage, span, trigger, zone)
        if found:
            return Who(bearer_of(found, hosts), found, find.__name__.strip("_"))
    return Who(context, None, "context")


def bearer_of(hit: Hit, hosts: bool) -> Bearer:
    if hit.entry.vague and not hosts:
        return Bearer.PERSON
    return Bearer(hit.entry.bearer)


def _within(passage: Passage, start: int, end: int) -> list[Hit]:
    return [hit for hit in passage.roles if start <= hit.start and hit.end <= end]


def _free(passage: Passage, hit: Hit, floor: int) -> bool:
    """Whether no preposition governs the noun."""
    names = grammar(passage.language)
    i = hit.start - 1
    while i >= floor and passage.words[i] in names.determiners:
        i -= 1
    return i < floor or passage.words[i] not in names.prepositions


def _subject(passage: Passage, span: Span, trigger: Hit, zone: int) -> Hit | None:
    """A noun before the verb that no preposition governs; a comma between noun and verb is stepped over."""
    start = zone
    while True:
        for hit in _within(passage, start, trigger.start):
            if _free(passage, hit, start):
                return hit
        if start <= span.start or passage.words[start - 1] != ",":
            return None
        if any(word in grammar(passage.language).pronouns for word in passage.words[start : trigger.start]):
            return None
        start = chunk_start(passage, start - 1, span.start)
        if passage.words[start] in grammar(passage.language).subordinators:
            return None


def _pronoun(passage: Passage, span: Span, trigger: Hit, zone: int) -> Hit | None:
    """It, they: the subject of the sentence's opening clause, else of the sentence before."""
    if not any(word in grammar(passage.language).pronouns for word in passage.words[zone : trigger.start]):
        return None
    for hit in _within(passage, span.sentence[0], zone):
        if _free(passage, hit, span.sentence[0]):
            return hit
    return None


def _agent(passage: Passage, span: Span, trigger: Hit, zone: int) -> Hit | None:
    """By whom it shall be done."""
    names = grammar(passage.language)
    for hit in _within(passage, trigger.end, span.end):
        i = hit.start - 1
        while i > trigger.end and passage.words[i] in names.determiners:
            i -= 1
        if passage.words[i] in names.agents:
            return hit
    return None


def _inverted(passage: Passage, span: Span, trigger: Hit, zone: int) -> Hit | None:
    """German and Romance: the subject may follow its verb."""
    if passage.language == "en":
        return None
    for i, hit in enumerate(_within(passage, trigger.end, min(span.end, trigger.end + 12))):
        if i == 0 and _free(passage, hit, trigger.end) and not BREAKS & set(passage.words[trigger.end : hit.start]):
            return hit
    return None


def _genitive(passage: Passage, span: Span, trigger: Hit, zone: int) -> Hit | None:
    """The terms of the provider shall …: whose thing it is."""
    return next(iter(_within(passage, zone, trigger.start)), None)
