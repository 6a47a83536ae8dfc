"""What a sentence commands in the future besides what its first words say: after a semicolon, or after a verb of being."""

import re
from collections.abc import Iterator
from itertools import pairwise

from nlp.grammar.clauses import Span
from nlp.grammar.hits import Hit
from nlp.grammar.indicative import commands, indicative, plain
from nlp.grammar.main_verbs import is_main
from nlp.grammar.openings import main_start
from nlp.grammar.passage import Passage
from nlp.grammar.triggers import announced
from nlp.grammar.words import grammar

Said = list[tuple[Span, Hit]]
# Languages that command in the future.
FUTURE = frozenset({"es", "pt"})
SHORT = 5  # words of a clause
CLITICS = frozenset({"se", "lo", "la", "los", "las", "le", "les"})
BE = frozenset({"será", "serán", "serão"})
ITEM = re.compile(r"\W*\w{1,5}\s?(?:\.?[º°]?\)|\.?[º°]|[-–—]\s)")


def further(passage: Passage, chapeau: Span, said: Said) -> Said:
    """With the clauses after semicolons in which nothing speaks yet; a thing said to be is a duty where the sentence goes on to command."""
    if passage.language == "de" and said:
        return sorted([*said, *_told(passage, chapeau, said)], key=lambda each: each[1].start)
    if passage.language not in FUTURE or not said:
        return said
    if len(said) == 1 and said[0][1].entry.id.endswith(".copula") and _goes_on(passage, chapeau, said[0][1]):
        said = [(chapeau, _command(passage, chapeau))]
    added = list(_clauses(passage, chapeau, said))
    return sorted([*said, *added], key=lambda each: each[1].start) if added else said


def _goes_on(passage: Passage, chapeau: Span, being: Hit) -> bool:
    """Los miembros serán independientes y actuarán …"""
    joined = grammar(passage.language).coordinators
    after = (i + 1 for i in range(being.end, chapeau.end - 3) if passage.words[i] in joined)
    after = (i + (passage.words[i] in CLITICS) for i in after)
    return any(_commands_at(passage, chapeau, i) for i in after)


def _silent(passage: Passage, chapeau: Span, said: Said) -> Iterator[Span]:
    """The clauses between semicolons in which nothing speaks yet, but for the items of a list."""
    words = passage.words
    marks = [i + 1 for i in range(chapeau.start, chapeau.end - SHORT) if words[i] == ";"]
    if not marks or ":" in words[chapeau.start : chapeau.end]:
        return
    for start, end in pairwise([chapeau.start, *marks, chapeau.end]):
        heard = any(start <= hit.start < end for _, hit in said)
        if not heard and not ITEM.match(passage.text, passage.offsets[start]):
            yield Span(start, end, chapeau.sentence)


def _clauses(passage: Passage, chapeau: Span, said: Said) -> Iterator[tuple[Span, Hit]]:
    """Resolverá en un mes; transcurrido este, notificará …"""
    for clause in _silent(passage, chapeau, said):
        if hits := announced(passage, clause):
            yield from ((clause, hit) for hit in hits)
        elif any(_commands_at(passage, clause, i) for i in range(main_start(passage, clause), clause.end - 1)):
            yield clause, _command(passage, clause)


def _told(passage: Passage, chapeau: Span, said: Said) -> Iterator[tuple[Span, Hit]]:
    """German: Der Anbieter muss Meldungen prüfen; die Behörde überwacht ihn: the plain indicative, but not among offences."""
    if said[0][1].entry.says == "penalty":
        return
    for clause in _silent(passage, chapeau, said):
        if clause.start > said[0][1].start and not announced(passage, clause):
            end = clause.end - (passage.words[clause.end - 1] == ";")
            own = Span(clause.start, end, (clause.start, end))
            yield from ((clause, hit) for hit in indicative(passage, own))


def _commands_at(passage: Passage, span: Span, at: int) -> bool:
    said = passage.words[at] not in grammar(passage.language).passive or passage.words[at] in BE
    return said and commands(passage, at) and is_main(passage, span, Hit(at, at + 1, plain(passage.language)))


def _command(passage: Passage, span: Span) -> Hit:
    start = main_start(passage, span)
    return Hit(start, start + 1, plain(passage.language))
