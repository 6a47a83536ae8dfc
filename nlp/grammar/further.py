"""What a sentence commands in the future besides what its first words say: after a semicolon, or after a verb of being."""

import re
from collections.abc import Iterator
from itertools import pairwise

from nlp.grammar.clauses import Span
from nlp.grammar.hits import Hit
from nlp.grammar.indicative import commands, plain
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


def _clauses(passage: Passage, chapeau: Span, said: Said) -> Iterator[tuple[Span, Hit]]:
    """Resolverá en un mes; transcurrido este, notificará …"""
    words = passage.words
    marks = [i + 1 for i in range(chapeau.start, chapeau.end - SHORT) if words[i] == ";"]
    if not marks or ":" in words[chapeau.start : chapeau.end]:
        return
    for start, end in pairwise([chapeau.start, *marks, chapeau.end]):
        clause = Span(start, end, chapeau.sentence)
        if any(start <= hit.start < end for _, hit in said) or ITEM.match(passage.text, passage.offsets[start]):
            continue
        if hits := announced(passage, clause):
            yield from ((clause, hit) for hit in hits)
        elif any(_commands_at(passage, clause, i) for i in range(main_start(passage, clause), end - 1)):
            yield clause, _command(passage, clause)


def _commands_at(passage: Passage, span: Span, at: int) -> bool:
    said = passage.words[at] not in grammar(passage.language).passive or passage.words[at] in BE
    return said and commands(passage, at) and is_main(passage, span, Hit(at, at + 1, plain(passage.language)))


def _command(passage: Passage, span: Span) -> Hit:
    start = main_start(passage, span)
    return Hit(start, start + 1, plain(passage.language))
