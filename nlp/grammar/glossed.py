"""Canadian French: filiale visée Filiale dotée de la personnalité morale. (particular subsidiary): a term and what it means, without a verb."""

import re
from collections.abc import Iterator

from nlp.grammar.clauses import Span
from nlp.grammar.hits import Hit
from nlp.grammar.passage import Passage
from nlp.grammar.rules import Rule, lexicon
from nlp.grammar.triggers import announced

LONGEST = 900  # characters
DEFINED = Rule(id="fr.glossed", says="definition", phrases=(), hits=())


def glossed(passage: Passage) -> Iterator[tuple[Span, Hit]]:
    """The whole text as a definition where it ends in the English term, and nothing else speaks in it."""
    text = passage.text.rstrip()
    if passage.language != "fr" or not text.endswith(")") or len(text) > LONGEST:
        return
    whole = Span(0, len(passage.words), (0, len(passage.words)))
    if re.match(lexicon("fr").grammar.classes["glossed"], text) and not announced(passage, whole):
        yield whole, Hit(0, 1, DEFINED)
