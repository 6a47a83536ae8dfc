"""The words that describe a noun: a provider of services of contents online."""

from nlp.grammar.rules import Grammar


def modified(words: list[str], at: int, grammar: Grammar) -> int:
    """Where the words that describe a noun end: of …, in …, with at most three words between two small ones."""
    start, plain = at, 0
    while at < min(len(words), start + 12) and plain < 4 and (words[at].isalpha() or words[at].endswith(("'", "’"))):
        small = words[at] in grammar.prepositions
        if words[at] in grammar.agents or words[at] in grammar.relatives or words[at] in grammar.verbs:
            break
        if (
            not small
            and words[at] in grammar.determiners
            and not (at > start and words[at - 1] in grammar.prepositions)
        ):
            break
        plain = 0 if small else plain + 1
        at += 1
    return at
