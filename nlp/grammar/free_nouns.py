"""What is known around a verb, and which of the nouns there are free to be its subject."""

from typing import NamedTuple

from crawlers.vocabulary import Bearer, Modality
from nlp.grammar.clauses import Span, is_break
from nlp.grammar.hits import Hit
from nlp.grammar.passage import Passage
from nlp.grammar.words import Words, grammar

GERMANIC = frozenset({"en", "de"})
# Romance: to whom something is forbidden, left or allowed.
TO = frozenset(["a", "al", "allo", "alla", "ai", "agli", "alle", "all'", "all’", "ao", "à", "aos", "às", "au", "aux"])
# a covered user's age: whose thing it is
# endings of German adjectives
DESCRIBES = ("en", "em", "er", "es", "e")
OWNING = frozenset({"'s", "’s", "'", "’"})
# Bearer(name) takes ten times as long.
BEARERS = {str(bearer): bearer for bearer in Bearer}


class Scene(NamedTuple):
    """What is known around a clause: whether the law is about hosts, what was last said of whom, whom the heading names.

    `before` is who was last bound in the paragraph before of the same article, with its words.
    """

    hosts: bool
    last: Bearer | None = None
    said: Modality | None = None
    heading: Bearer | None = None
    before: tuple[Bearer, frozenset[str]] | None = None


class Look(NamedTuple):
    """One trigger in its clause; `zone` is the first word after the last comma before it."""

    passage: Passage
    span: Span
    trigger: Hit
    zone: int
    scene: Scene

    @property
    def names(self) -> Words:
        return grammar(self.passage.language)


def bearer_of(hit: Hit, hosts: bool) -> Bearer:
    if not hosts and (hit.entry.vague or hit.entry.bearer == Bearer.USER):
        return Bearer.PERSON
    return BEARERS[hit.entry.bearer]


def within(passage: Passage, start: int, end: int) -> list[Hit]:
    return [hit for hit in passage.roles if start <= hit.start and hit.end <= end]


def is_free(passage: Passage, hit: Hit, floor: int) -> bool:
    """Whether no preposition governs the noun, or the noun that it is joined to (for users and providers), and nothing is said to be its own."""
    names = grammar(passage.language)
    if passage.language == "en" and {*passage.words[hit.end : hit.end + 1]} & OWNING:
        return False
    if passage.language == "de" and _is_object(passage, names, hit, floor):
        return False
    if passage.language not in GERMANIC:
        described = next((each for each in passage.roles if each.end == hit.start and each.start >= floor), None)
        if described:  # al usuario afectado
            return is_free(passage, described, floor)
    i = hit.start - 1
    while i >= floor and (_stands_before(passage, names, i, floor) or _one_or_more(passage, names, i)):
        i -= 1
    if passage.language == "de":
        i = _before_adjectives(passage, names, i, floor)
    if i >= floor and passage.words[i] in names.coordinators:
        joined = next((each for each in passage.roles if each.end == i and each.start >= floor), None)
        if joined is None and passage.language == "de":
            return not _governed_with(passage, names, i, floor)
        joined = joined or _like(passage, hit, i, floor)
        return joined is None or is_free(passage, joined, floor)
    return i < floor or passage.words[i] not in names.prepositions


def _governed_with(passage: Passage, names: Words, coordinator: int, floor: int) -> bool:
    """German: bei Anschlüssen in Betrieben und Behörden: the noun before the small word, which a preposition governs."""
    i = coordinator - 1
    if i < floor or not passage.text[passage.offsets[i]].isupper():
        return False
    i -= 1
    while i >= floor and (passage.words[i].endswith(DESCRIBES) and passage.text[passage.offsets[i]].islower()):
        if passage.words[i] in names.prepositions:
            return True
        i -= 1
    return i >= floor and passage.words[i] in names.prepositions


def _like(passage: Passage, hit: Hit, at: int, floor: int) -> Hit | None:
    """Romance: par un service ouvert au public ou un service en ligne: the noun of the same kind that it is joined to."""
    if passage.language in GERMANIC:
        return None
    before = [each for each in passage.roles if floor <= each.start and each.end <= at]
    like = before[-1] if before and before[-1].entry.bearer == hit.entry.bearer else None
    return like if like and not grammar(passage.language).verbs & {*passage.words[like.end : at]} else None


def _before_adjectives(passage: Passage, names: Words, i: int, floor: int) -> int:
    """German: zu jedem audiovisuellen Anbieter: the preposition before a described noun and its articles, else the word at `i`."""
    at = i
    while at >= floor and passage.words[at].endswith(DESCRIBES) and passage.text[passage.offsets[at]].islower():
        at -= 1
    while at >= floor and passage.words[at] in names.determiners and passage.words[at] not in names.prepositions:
        at -= 1
    return at if at >= floor and at < i and passage.words[at] in names.prepositions else i


def _is_object(passage: Passage, names: Words, hit: Hit, floor: int) -> bool:
    """German shows by its endings what is no subject: den Nutzer, Nutzern, diesen Personen, Antrag der Behörde."""
    words, i = passage.words, hit.start - 1
    head = _head(words, names, hit)
    if words[hit.start] in names.oblique:
        return True
    if words[head].endswith("ern") and not (i >= floor and words[i] in names.relatives):
        return True
    articles = 0
    while i >= floor and words[i] in names.determiners:
        if words[i] in names.oblique:
            return True
        articles += words[i] in {"der", "ihrer", "seiner"}
        i -= 1
    if articles and words[head].endswith(tuple(names.feminine)):
        return True
    owner = bool(articles) and i >= floor and passage.text[passage.offsets[i]].isupper()
    return owner and words[i] not in names.verbs and not (i == floor and words[i].endswith("t"))


def _head(words: list[str], names: Words, hit: Hit) -> int:
    """Of Anbieter der Plattform the first word, of zuständige Behörde the last."""
    small = names.determiners | names.prepositions
    return next((i - 1 for i in range(hit.start + 1, hit.end) if words[i] in small), hit.end - 1)


def _stands_before(passage: Passage, names: Words, i: int, floor: int) -> bool:
    """A determiner; French des and du, Portuguese a are one only where no noun stands before them: des abus, les avis des utilisateurs; a pedido do juiz, a plataforma."""
    word, opens = passage.words[i], i <= floor or is_break(passage, i - 1)
    return word in names.determiners and (opens or word not in names.prepositions)


def _one_or_more(passage: Passage, names: Words, i: int) -> bool:
    """The `or` of one or more, un ou plusieurs: a small word between two determiners."""
    return i > 0 and passage.words[i] in names.coordinators and passage.words[i - 1] in names.determiners
