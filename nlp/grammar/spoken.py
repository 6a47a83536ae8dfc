"""Which clauses of a passage say something, and by which words."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from nlp.grammar.clauses import FINITE, Span, chunk_start, head, items
from nlp.grammar.free_nouns import GERMANIC
from nlp.grammar.further import further
from nlp.grammar.glossed import glossed
from nlp.grammar.hits import Hit
from nlp.grammar.indicative import came_before, indicative
from nlp.grammar.passage import Passage
from nlp.grammar.rules import lexicon
from nlp.grammar.triggers import announced, own_clause
from nlp.grammar.words import grammar

Said = list[tuple[Span, Hit]]
QUOTES = frozenset({"«", "»", "“", "”", '"'})
CASES = frozenset({"cas", "casos", "casi", "suivants", "siguientes", "seguenti", "seguintes", "supuestos", "hipóteses"})
CONDITIONS = frozenset(["condition", "conditions", "condizione", "condizioni", "condición", "condiciones", "condições"])
FINDS = "en.sense"
SECOND = ".ensuite"
QUOTED = 5  # words; fewer are put into a sentence of the other law
# A verb that goes on with what the sentence commands: publica a lista, não podendo …
GERUND = ("endo", "iendo", "ovendo")


def spoken(passage: Passage) -> Iterator[tuple[Span, Hit]]:
    """Each sentence up to its list; the items where the words before them say nothing; else the plain indicative."""
    yield from (defined := list(glossed(passage)))
    for sentence in _enacted(passage) if not defined else ():
        chapeau = head(passage, sentence)
        hits = _with_first(announced(passage, chapeau))
        said = list(_parted(passage, chapeau, hits)) if len(hits) > 1 else [(chapeau, hit) for hit in hits]
        if said and passage.words[said[0][1].end - 1].endswith(GERUND) and said[0][1].start > chapeau.start + 3:
            said = [*_before_gerund(passage, chapeau, said[0][1]), *said]
        if said and came_before(passage, chapeau, said[0][1]):
            said = [*((chapeau, hit) for hit in indicative(passage, chapeau)), *_strong(said)]
        elif said and passage.language == "de":
            said = [*_before_modal(passage, chapeau, said[0][1]), *said]
        if all(map(_only_introduces, said)) and _leads(passage, chapeau, said) and not _conditional(passage, chapeau):
            listed = [(item, hit) for item in items(passage, chapeau) for hit in announced(passage, item)]
            if passage.language == "en" and not said and not _acts(passage, chapeau):
                listed = list(_one_subject(passage, listed))
            said = said if said and all(map(_only_introduces, listed)) else _heard(passage, chapeau, listed)
        yield from further(passage, chapeau, said or [(chapeau, hit) for hit in indicative(passage, chapeau)])


def _acts(passage: Passage, chapeau: Span) -> bool:
    """Whether the words before a list name somebody, who may have several duties."""
    return any(chapeau.start <= hit.start < chapeau.end for hit in passage.roles)


def _one_subject(passage: Passage, listed: Said) -> Iterator[tuple[Span, Hit]]:
    """English: The page: (1) must be plain; (2) must be short: what follows one subject in the same words is one norm."""
    before, small = "", grammar(passage.language).coordinators
    for item, hit in listed:
        said = (word for word in passage.words[item.start : hit.start] if word not in small)
        bare = not any(len(word) > 1 and word.isalpha() for word in said)
        if not bare or hit.entry.says != before:
            yield item, hit
        before = hit.entry.says if bare else ""


def _parted(passage: Passage, chapeau: Span, hits: list[Hit]) -> Iterator[tuple[Span, Hit]]:
    """Each verb in its clause: is deemed a pilot and the Minister may …"""
    floor = chapeau.start
    for before, hit in zip([None, *hits], hits, strict=False):
        own = before and own_clause(passage, before.end, hit.start)
        floor = own or floor
        yield chapeau._replace(start=floor), hit


def _with_first(hits: list[Hit]) -> list[Hit]:
    """Peut suspendre le compte et en informe l'abonné: the second verb is heard where another was before it."""
    return hits[1:] if hits and hits[0].entry.id.endswith(SECOND) else hits


def _heard(passage: Passage, chapeau: Span, listed: Said) -> Said:
    """Romance: what weak rules find in a list counts only where nothing else speaks in it or before it."""
    if passage.language in GERMANIC or _strong(listed) or not listed:
        return listed if passage.language in GERMANIC else _strong(listed)
    return [(chapeau, hit) for hit in indicative(passage, chapeau)] or listed


def _strong(said: Said) -> Said:
    return [each for each in said if not each[1].entry.weak]


def _conditional(passage: Passage, chapeau: Span) -> bool:
    """Les organismes qui : a) n'ont pas …, remplit les conditions suivantes: what a list says are conditions.

    German: stellen sicher, dass Nutzer 1. … können: what it says belongs to the clause before it.
    """
    words, names = passage.words, grammar(passage.language)
    if passage.language == "de":
        begun = chunk_start(passage, chapeau.end - 1, chapeau.start)
        return chapeau.start < begun and words[begun] in names.subordinators and chapeau.end < chapeau.sentence[1]
    if passage.language in GERMANIC or words[chapeau.end - 1] != ":":
        return False
    last = {*words[max(chapeau.start, chapeau.end - 6) : chapeau.end]}
    return words[chapeau.end - 2] in names.relatives | names.subordinators | CASES or bool(CONDITIONS & last)


def _before_gerund(passage: Passage, chapeau: Span, gerund: Hit) -> Iterator[tuple[Span, Hit]]:
    """The mandate shall be of six years, no pudiendo …: what the words before it say, else their plain indicative."""
    first = chapeau._replace(end=chunk_start(passage, gerund.start, chapeau.start))
    hits = announced(passage, first) or indicative(passage, chapeau)
    yield from ((first if hit.entry.phrases else chapeau, hit) for hit in hits)


def _only_introduces(said: tuple[Span, Hit]) -> bool:
    """The following rules apply: (a) …: what each item commands says more."""
    return bool(said[1].entry.weak) and said[1].entry.says == "definition"


def _leads(passage: Passage, chapeau: Span, said: Said) -> bool:
    """German and English: nothing but the list follows what applies; not: jede Arbeit ist zumutbar, es sei denn, dass 1. …"""
    if passage.language not in GERMANIC or not said:
        return True
    return not any(word.isalpha() for word in passage.words[said[-1][1].end : chapeau.end])


def _before_modal(passage: Passage, chapeau: Span, modal: Hit) -> Iterator[tuple[Span, Hit]]:
    """Sie erteilt die Erlaubnis; hierfür darf …: the plain indicative before another clause."""
    words = passage.words
    at = next((i for i in range(modal.start - 1, chapeau.start, -1) if words[i] == ";"), chapeau.start)
    before = words[chapeau.start : at]
    if before and before.count("(") == before.count(")") and not _asks(before):
        first = chapeau._replace(end=at)
        yield from ((first, hit) for hit in indicative(passage, first))


def _asks(words: list[str]) -> bool:
    """Wird die Leistung erbracht und kann …, so …: a verb at the beginning opens a condition."""
    names, at = grammar("de"), next((i for i, word in enumerate(words) if word[:1].isalpha()), 0)
    verbal = words[at].endswith(FINITE) and words[at] not in names.prepositions
    return words[at] in names.verbs or (verbal and bool(names.determiners & {*words[at + 1 : at + 2]}))


def _enacted(passage: Passage) -> Iterator[tuple[int, int]]:
    """Sentences, parted where the words put into another law begin: il est inséré un alinéa ainsi rédigé : « L'hébergeur …"""
    last = _former(passage)
    introduces = ":" in passage.text
    provisos = list(_provisos(passage))
    for start, end in ((start, min(end, last)) for start, end in _unconditional(passage) if start < last):
        if introduces or provisos:
            quoted = {*_quoted(passage, start, end), *_inserted(passage, start, end)} if introduces else set[int]()
            yield from pairwise(sorted({start, *quoted, *(at for at in provisos if start < at < end), end}))
        else:
            yield start, end


def _provisos(passage: Passage) -> Iterator[int]:
    """Where a norm of its own begins behind “Provided further that”, written large."""
    if "Provided" in passage.text and (written := _class(passage.language, "proviso")):
        yield from (passage.word_at(found.end()) for found in written.finditer(passage.text))


def _quoted(passage: Passage, start: int, end: int) -> Iterator[int]:
    """Where words between quotation marks begin after a colon."""
    words = passage.words
    for i in (i for i in range(start + 1, end - QUOTED) if words[i] in QUOTES and words[i - 1] == ":"):
        if passage.text[passage.offsets[i + 1]].isupper() and QUOTES.isdisjoint(words[i + 1 : i + QUOTED]):
            yield i + 1


def _inserted(passage: Passage, start: int, end: int) -> Iterator[int]:
    """Where what an amending law puts in begins, behind its heading and number: … the following after section 4: Lamps 4.1 The master must …"""
    enacts = _class(passage.language, "enacts")
    if not enacts or ":" not in passage.text[passage.offsets[start] : passage.ends[end - 1]]:
        return
    for found in enacts.finditer(passage.text, passage.offsets[start], passage.ends[end - 1]):
        if start < (at := passage.word_at(found.end())) < end - QUOTED:
            yield at


@cache
def _class(language: str, name: str) -> re.Pattern[str] | None:
    """Nothing in a language whose laws do not write so."""
    said = lexicon(language).grammar.classes.get(name)
    return re.compile(said) if said else None


def _former(passage: Passage) -> int:
    """Where a bill prints beside its own words those that it replaces: Existing text of subsection 4(1): …"""
    former = _class(passage.language, "former")
    found = former and former.search(passage.text)
    return passage.word_at(found.start()) if found else len(passage.words)


ITEM = re.compile(r"\W*(?:[IVXivx]{1,5}|[a-z]|\d{1,2})\s?(?:\)|\.|[.]?[º°]|[-–—])")


def _opens_condition(passage: Passage, end: int) -> bool:
    """O Estado não intervirá, exceto quando: what is listed are the cases."""
    if passage.language in GERMANIC:
        return False
    last = [word for word in passage.words[max(0, end - 4) : end] if not word.isspace()][-2:]
    return len(last) > 1 and last[1] == ":" and last[0] in grammar(passage.language).subordinators


def _unconditional(passage: Passage) -> Iterator[tuple[int, int]]:
    """The sentences, but for the items of one that lists in which cases it holds, or what a parliament found."""
    listing, found = False, _findings(passage)
    for start, end in passage.sentences:
        if listing and ITEM.match(passage.text, passage.offsets[start]):
            continue
        listing = _opens_condition(passage, end) or any(start <= at < end for at in found)
        yield start, end


def _findings(passage: Passage) -> list[int]:
    """English: Congress finds the following: (1) Platforms may …."""
    if passage.language != "en" or ":" not in passage.words:
        return []
    return [hit.start for hit in passage.triggers if hit.entry.says == "none" and hit.entry.id == FINDS]
