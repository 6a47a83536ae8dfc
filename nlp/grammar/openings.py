"""Where the main clause of a sentence begins: after the clause that opens it."""

import re
from functools import cache

from nlp.grammar.clauses import FINITE, Span
from nlp.grammar.free_nouns import TO
from nlp.grammar.passage import Passage
from nlp.grammar.rules import lexicon
from nlp.grammar.words import grammar, spaced

ROMANCE = frozenset({"fr", "es", "it", "pt"})
# Prepositions of time and manner, which govern nobody.
LIMITS = frozenset({"entro", "dentro", "dopo", "après", "tras", "após", "malgré", "nonostante"})


def main_start(passage: Passage, span: Span) -> int:
    """The first word of the main clause: after an opening clause that a subordinator begins."""
    names, words, start = grammar(passage.language), passage.words, span.start
    while start < span.end and not words[start][:1].isalpha():
        start += 1
    at = _after_adjunct(passage, start, span.end)
    while at < span.end and (words[at] in names.subordinators or _opens_clause(passage, at)):
        at = _after_condition(passage, at, span.end)
    if lexicon(passage.language).grammar.verb_second:
        at = _after_so(passage, at, span.end)
    return at if at < span.end else min(start, span.end - 1)


CONSIDERING = ("enendo", "eniendo", "enant", "tendo")
MATTER = 60  # words of what a sentence is about before its subject
ADJUNCT = 25  # words before a condition that itself comes before the main clause


def _after_adjunct(passage: Passage, at: int, end: int) -> int:
    """Romance: En todo caso, cuando …: the condition behind words that a preposition opens, else `at`."""
    names, words = grammar(passage.language), passage.words
    if passage.language not in ROMANCE or words[at] not in names.prepositions or words[at] in TO:
        return at
    commas = (i + 1 for i in range(at, min(end - 1, at + ADJUNCT)) if words[i] == ",")
    opened = next((i for i in commas if words[i] in names.subordinators), at)
    return at if _commanded(passage, at, opened) else opened


def _commanded(passage: Passage, at: int, end: int) -> bool:
    """En caso contrario dictará sentencia, si …: the verb in the future has come before the condition."""
    if "future" not in lexicon(passage.language).grammar.classes:
        return False
    future = re.compile(lexicon(passage.language).grammar.classes["future"])
    return any(future.fullmatch(word) for word in passage.words[at:end])


def after_absolute(passage: Passage, at: int, end: int) -> int:
    """Recibida la orden, el proveedor …: the word after a participle that has no verb of its own and its comma, else `at`."""
    rules, word = lexicon(passage.language).grammar, passage.words[at]
    is_participle = bool(re.match(rules.classes.get("absolute", "$^"), word))
    if not is_participle or word in rules.determiners or word in rules.verbs:
        return at
    return next((i + 1 for i in range(at, min(end, at + 25)) if passage.words[i] == ","), at)


def after_matter(passage: Passage, at: int, end: int) -> int:
    """Romance: Pour ce qui concerne les vendeurs, le fournisseur …: the subject behind words that a preposition opens, else `at`."""
    names, words = grammar(passage.language), passage.words
    opens = words[at] in names.prepositions | LIMITS or words[at].endswith(CONSIDERING)
    if passage.language not in ROMANCE or not opens or words[at] in names.determiners:
        return at
    commas = [i + 1 for i in range(at, min(end - 1, at + MATTER)) if words[i] == ","]
    return next((i for i in commas if words[i] in names.determiners and _names_bearer(passage, i)), at)


def has_aside(passage: Passage, span: Span) -> bool:
    """Where, within a day, …; qualora il gestore, entro un giorno, non …: the condition that opens the sentence goes on behind its commas."""
    names, words = grammar(passage.language), passage.words
    first = next((i for i in range(span.start, span.end) if words[i][:1].isalpha()), span.end)
    if first + 1 >= span.end or words[first] not in names.subordinators:
        return False
    return words[first + 1] == "," or (passage.language in ROMANCE and _has_inner_aside(passage, first, span.end))


def _has_inner_aside(passage: Passage, first: int, end: int) -> bool:
    """A few words that a preposition opens, between the first two commas and without a verb of command."""
    words = passage.words
    commas = [i for i in range(first, end - 1) if words[i] == ","][:2]
    if len(commas) < 2 or words[commas[0] + 1] not in grammar(passage.language).prepositions | LIMITS:
        return False
    return not any(first < hit.start < commas[1] for hit in passage.triggers)


def begins_with_verb(passage: Passage, span: Span) -> bool:
    """German: Verfügt er über … oder werden … berührt, ist …: what stands before the main clause is its condition."""
    first = next((i for i in range(span.start, span.end) if passage.words[i][:1].isalpha()), span.end)
    comma = next((i + 1 for i in range(first, span.end - 2) if passage.words[i] == ","), None)
    return comma is not None and _is_fronted(passage, first, comma)


def _after_condition(passage: Passage, at: int, end: int) -> int:
    """The word after an opening clause: where a pronoun or a bearer takes up the sentence after a comma, else the first comma.

    The commas around an aside within it end nothing: where, within a day, the provider has not answered, the court may ….
    """
    names, words = grammar(passage.language), passage.words
    commas = [i + 1 for i in range(at, end - 1) if words[i] == ","]
    if commas and commas[0] == at + 2:  # an aside
        commas = commas[2:] or commas[1:]
    if not lexicon(passage.language).grammar.verb_second:
        taken_up = [i for i in commas if words[i] in names.pronouns] or [
            i for i in commas if words[i] in names.determiners and _names_bearer(passage, i)
        ]
        commas = taken_up[:1] or commas
    return commas[0] if commas else _run_on(passage, at, end)


def _run_on(passage: Passage, at: int, end: int) -> int:
    """When it removes a post the host must …: without a comma, the subject of the command, if the condition has its own."""
    commanded = {hit.start for hit in passage.triggers if hit.entry.phrases}
    subjects = [role.start for role in passage.roles if at + 3 < role.start < end and role.end in commanded]
    if not subjects:
        return end
    return subjects[0] - (passage.words[subjects[0] - 1] in grammar(passage.language).determiners)


def _names_bearer(passage: Passage, at: int) -> bool:
    """Whether a bearer stands right after the articles at `at`."""
    names = grammar(passage.language)
    while at < len(passage.words) and passage.words[at] in names.determiners:
        at += 1
    return any(role.start == at for role in passage.roles)


def _opens_clause(passage: Passage, at: int) -> bool:
    """In the event that …: words that open a clause as one subordinator does."""
    joined = " ".join(passage.words[at : at + 6]) + " "
    return joined.startswith(spaced(passage.language, "openers"))


def _after_so(passage: Passage, at: int, end: int) -> int:
    """German: Stellt die Behörde … fest, so trifft sie …: the word after `so`, or Hat sie …, trägt sie …: that after the comma."""
    words = passage.words
    commas = [i + 1 for i in range(at, end - 2) if words[i] == ","]
    for i in commas:
        if words[i] == "so" and words[i + 1] not in {"dass", "daß", "weit"}:
            return i + 1
    return commas[0] if commas and _is_fronted(passage, at, commas[0]) else at


@cache
def _small(language: str) -> frozenset[str]:
    names = grammar(language)
    return names.subordinators | names.relatives | names.determiners | names.prepositions | names.coordinators


def _is_fronted(passage: Passage, at: int, after: int) -> bool:
    """Whether a sentence begins with its verb, and so with a condition, and the clause after its first comma with another."""
    words, names = passage.words, grammar(passage.language)
    verbal = words[after].endswith(FINITE) and _small(passage.language).isdisjoint((words[at], words[after]))
    if not verbal:
        return False
    subject = words[at + 1] in names.determiners | names.pronouns or passage.text[passage.offsets[at + 1]].isupper()
    noun = words[at].endswith(tuple(names.feminine)) or not words[at].endswith(FINITE)
    return subject and not noun and passage.text[passage.offsets[after]].islower()
