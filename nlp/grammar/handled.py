"""What is done to a thing without a word of who does it: the contents shall be removed, se conservarán los datos."""

from nlp.grammar.free_nouns import GERMANIC
from nlp.grammar.passage import Passage
from nlp.grammar.words import grammar

REFLEXIVE = {"es": "se", "it": "si", "pt": "se"}
HUNG = ("-se", "-se-á", "-se-ão")
NEAR = 15  # words within which the verb of a sentence stands


def is_done(passage: Passage, start: int, end: int) -> bool:
    """Romance: whether the first verb of a clause is one of what is done, serão removidos, si provvede; False of others."""
    names, words = grammar(passage.language), passage.words
    if passage.language in GERMANIC:
        return False
    pronoun = REFLEXIVE.get(passage.language)
    for word in words[start : min(end, start + NEAR)]:
        if word in names.passive or word == pronoun or word.endswith(HUNG):
            return True
        if word in names.relatives:
            return False
    return False


def in_hands(passage: Passage, start: int, end: int) -> bool:
    """Whether what hosts have in their hands is spoken of and no preposition governs it: contents, accounts, advertisements."""
    names, words = grammar(passage.language), passage.words
    return any(
        words[i] in names.handled and not _governed(passage, i, start) for i in range(start, min(end, len(words)))
    )


def _governed(passage: Passage, at: int, floor: int) -> bool:
    names, i = grammar(passage.language), at - 1
    while i > floor and passage.words[i] in names.determiners - names.prepositions:
        i -= 1
    return i > floor and passage.words[i] in names.prepositions
