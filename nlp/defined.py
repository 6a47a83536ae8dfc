"""Whom a law itself calls a host: a term that it defines as one, and the addressees of what it sends to hosts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from crawlers.vocabulary import Bearer
from nlp.grammar.free_nouns import is_free
from nlp.grammar.hits import Hit, longest_first
from nlp.grammar.passage import SERVICE, Passage
from nlp.grammar.reader import reader
from nlp.grammar.rules import lexicon
from nlp.grammar.words import grammar

DEFINED = 150  # words of a definition that are read
QUOTED = re.compile(r"[«“„\"‘'](?P<term>[^«»“”„\"‘’'.;:]{3,60})[»”“\"’'](?P<colon>\s?:)?")
# words between a term and the verb that defines it
BESIDE = 3
# before what a definition says first: a natural or legal person, a very large online platform
HEAD = 6
OPEN = frozenset({Bearer.PERSON, Bearer.NONE})


class Definition(NamedTuple):
    """Words [start, end) are the term, and [says, until) what it means."""

    start: int
    end: int
    says: int
    until: int


def definitions(body: Passage) -> Iterator[Definition]:
    """Terms between quotation marks with a colon or a verb that defines, or without marks right before the verb; each with its items."""
    means = {hit.start: hit.end for hit in body.triggers if hit.entry.says == "definition" and not hit.entry.weak}
    if not means and ":" not in body.words:
        return
    found = sorted({*_marked(body, means), *_plain(body, means)})
    for i, (start, end, says) in enumerate(found):
        until = next((after[0] for after in found[i + 1 :] if after[0] > says), len(body.words))
        yield Definition(start, end, says, min(until, says + DEFINED))


def defines_hosts(body: Passage, told: Iterable[Definition]) -> bool:
    """Operator means a person who operates a search engine, also in an item of a list: a word of no named kind is a host."""
    vague = [hit for hit in body.roles if _may_be_host(body, hit)]
    if not vague:
        return False
    hosts = [hit.start for hit in body.roles if hit.entry.bearer == Bearer.HOST and not hit.entry.vague]
    return bool(hosts) and any(
        any(each.start <= hit.start and hit.end <= each.end for hit in vague)
        and any(each.says < at < each.until for at in hosts)
        for each in told
    )


def _may_be_host(body: Passage, word: Hit) -> bool:
    """A provider, an operator: somebody, of no named kind, whom the words after define."""
    return bool(word.entry.vague) and not body.words[word.end - 1].startswith(SERVICE)


def _marked(body: Passage, means: dict[int, int]) -> Iterator[tuple[int, int, int]]:
    for term in QUOTED.finditer(body.text):
        start, end = body.word_at(term.start("term")), body.word_at(term.end("term"))
        if term["colon"]:
            yield start, end, end + 2
            continue
        verb = next((i for i in range(end, end + BESIDE + 1) if i in means), None)
        if verb is not None:
            yield start, end, means[verb]


def _plain(body: Passage, means: dict[int, int]) -> Iterator[tuple[int, int, int]]:
    """Operator means …: what a role names at the beginning of the words before the verb."""
    yield from ((role.start, role.end, means[role.end]) for role in body.roles if role.end in means)


def is_host(body: Passage, told: Definition) -> bool:
    """Whether it begins with a host that is no part of a proper name, with somebody who runs what hosts run, or with the establishment of one."""
    named = [hit for hit in body.roles if told.says <= hit.start and hit.end <= told.until]
    first = next((hit for hit in named if is_free(body, hit, told.says)), None)
    branch = _branch(body, told)
    if branch is not None:
        return any(hit.entry.bearer == Bearer.HOST and hit.start < branch + DEFINED // 6 for hit in named)
    if first is None or first.start - told.says > HEAD:
        return False
    if first.entry.bearer == Bearer.HOST and not first.entry.vague:
        return not any(body.text[body.offsets[i]].isupper() for i in range(told.says, first.start))
    return (first.entry.bearer in OPEN or bool(first.entry.vague)) and _runs(body, first, named)


def _branch(body: Passage, told: Definition) -> int | None:
    """The word of its head that only stands for another: the designated establishment or legal representative of …"""
    branches = lexicon(body.language).grammar.branches
    return next((i for i in range(told.says, min(told.until, told.says + HEAD)) if body.words[i] in branches), None)


def _runs(body: Passage, first: Hit, named: list[Hit]) -> bool:
    """A person that operates a social network, une personne qui fournit un des services suivants: …; not one who provides a text on it."""
    running = grammar(body.language).running
    verb = next(
        (i for i in range(first.end, first.end + HEAD) if body.words[i : i + 1] and body.words[i] in running), None
    )
    if verb is None:
        return False
    things = [hit for hit in named if hit.start > verb and hit.entry.bearer == Bearer.HOST]
    direct = bool(things) and things[0].start <= verb + HEAD and is_free(body, things[0], verb + 1)
    return direct and any(not hit.entry.vague for hit in things)


class Named(NamedTuple):
    """Whether a law says of a provider of no named kind that he is a host; and the words, in small letters, by which it calls hosts."""

    vague: bool
    terms: frozenset[str]


def named(bodies: Sequence[Passage], headings: Sequence[Passage]) -> Named:
    """What the definitions of a law, and the article on addressees, say of hosts."""
    vague, terms = False, set[str]()
    for body, heading in zip(bodies, headings, strict=False):
        if told := list(definitions(body)):
            vague = vague or defines_hosts(body, told)
            terms |= {_written(body, each) for each in told if _is_host_by_name(body, each)}
        if heading.words and heading.words[0] in lexicon(body.language).grammar.addressees:
            terms |= _addressees(body)
    return Named(vague, frozenset(terms))


def _written(body: Passage, told: Definition) -> str:
    return body.text[body.offsets[told.start] : body.ends[told.end - 1]].lower()


def _is_host_by_name(body: Passage, told: Definition) -> bool:
    """A definition of a host by a word that may name somebody else elsewhere."""
    within = [hit for hit in body.roles if told.start <= hit.start and hit.end <= told.end]
    known = any(hit.entry.bearer not in OPEN or hit.entry.vague for hit in within)
    return not known and is_host(body, told)


def _addressees(body: Passage) -> frozenset[str]:
    """Under “Addressees of orders”: orders are addressed to an establishment of the service provider."""
    names = lexicon(body.language).grammar
    sent = next((i for i, word in enumerate(body.words) if word in names.addressing), len(body.words))
    near = any(sent < hit.start < sent + DEFINED // 6 and hit.entry.bearer == Bearer.HOST for hit in body.roles)
    return frozenset(names.addressees) if near else frozenset()


def called(body: Passage, names: frozenset[str]) -> Passage:
    """The passage in which each of the names is a host."""
    if not names:
        return body
    host = reader(body.language).host
    spans = [(body.word_at(found.start()), body.word_at(found.end())) for found in _any(names).finditer(body.text)]
    hosts = [Hit(start, end, host) for start, end in spans if start < end and not _said_of_more(body, start, end)]
    apart = [role for role in body.roles if not any(role.start < hit.end and hit.start < role.end for hit in hosts)]
    return body._replace(roles=sorted([*apart, *hosts], key=longest_first)) if hosts else body


def _said_of_more(body: Passage, start: int, end: int) -> bool:
    """Le destinataire du service, a longer name that the lexicon holds."""
    return any(role.start <= start and end < role.end for role in body.roles)


@cache
def _any(names: frozenset[str]) -> re.Pattern[str]:
    """Each name, in the plural too."""
    return re.compile(
        rf"\b(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})(?:e?s)?\b", re.IGNORECASE
    )
