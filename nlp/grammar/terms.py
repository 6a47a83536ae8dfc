"""Words that a list explains without a verb: II – rede social: plataforma que …"""

from functools import cache

from nlp.grammar.clauses import Span
from nlp.grammar.conditions import word_class
from nlp.grammar.passage import Passage
from nlp.grammar.rules import Rule
from nlp.grammar.words import grammar

LANGUAGES = frozenset({"es", "pt"})
NAMED = 12  # words up to the colon
MEANT = 5  # words behind it, at least
NOTES = frozenset(
    ["nota", "notas", "vigencia", "vigência", "visto", "vistos", "antecedentes", "fuente", "fonte", "fecha", "data"]
)


def is_term(passage: Passage, span: Span) -> bool:
    """Whether a sentence names something and, written small behind its colon, says what that is."""
    words = passage.words[span.start : span.start + NAMED]
    if passage.language not in LANGUAGES or span.start != span.sentence[0] or ":" not in words:
        return False
    colon = span.start + words.index(":")
    return colon + MEANT < span.end and _names(passage, span.start, colon) and _explains(passage, colon + 1, span.end)


def _names(passage: Passage, start: int, colon: int) -> bool:
    """Whether a noun stands before the colon, without an article and without a verb."""
    names = grammar(passage.language)
    named = [word for word in passage.words[start:colon] if len(word) > 2 and word.replace("-", "").isalpha()]
    if not named or named[0] in names.determiners or not (names.verbs | NOTES).isdisjoint(named):
        return False
    return not any(map(word_class(passage.language, "future").fullmatch, named))


def _explains(passage: Passage, start: int, end: int) -> bool:
    """Whether what begins small is described by a relative clause, not a list of what to do."""
    if not passage.text[passage.offsets[start]].islower():
        return False
    infinitive = word_class(passage.language, "item").match(passage.words[start])
    return not infinitive and not grammar(passage.language).relatives.isdisjoint(passage.words[start:end])


@cache
def term(language: str) -> Rule:
    """Says a definition, by no words of its own."""
    return Rule(id=f"{language}.term", says="definition", phrases=(), hits=())
