"""Whether a written word is a form of a noun: stems alone take an operation for an operator, authorised for authority."""

import re
from collections.abc import Callable, Iterable
from unicodedata import combining, normalize

ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": ((r"ies$", "y"), (r"(s|x|ch|sh)es$", r"\1"), (r"(?<![su])s$", "")),
    "de": (
        (r"(ig|lich|end|agt|igt|amt|iert)(?:er|en|em|es|e)$", r"\1"),
        (r"(?:innen|in|ens|en|es|em|e|n|(?<!s)s)$", ""),
    ),
    "fr": ((r"trices?$", "teur"), (r"aux$", "al"), (r"[sx]$", ""), (r"e$", "")),
    "es": ((r"ces$", "z"), (r"ones$", "ón"), (r"([lrndjx])es$", r"\1"), (r"s$", ""), (r"[ao]$|(?<=[lrndjx])e$", "")),
    "it": ((r"trici?e?$", "tore"), (r"chio$", "co"), (r"h?[aeio]'?$", ""), (r"i$", "")),
    "pt": (
        (r"[õã]es$", "ão"),
        (r"(?<=[aeo])is$", "l"),
        (r"ns$", "m"),
        (r"([rz])es$", r"\1"),
        (r"s$", ""),
        (r"(?<!ã)[ao]$", ""),
    ),
}


def base(language: str) -> Callable[[str], str]:
    """A word without the endings of number, gender and case, accents folded; equal for the forms of one noun."""
    steps = [(re.compile(ending), put) for ending, put in ENDINGS[language]]

    def bare(word: str) -> str:
        word = word.lower()
        for ending, put in steps:
            word = ending.sub(put, word, count=1)
        return "".join(mark for mark in normalize("NFD", word) if not combining(mark))

    return bare


PLURALS: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": ((re.compile(r"(?<=i)ties$"), "ty"),),
    "es": (
        (re.compile(r"(?<=[aeiouáéíóú][lrndj])es$"), ""),
        (re.compile(r"(?<=[aeiou])ces$"), "z"),
        (re.compile(r"(?<=\w\w\w[aeoé])s$"), ""),
    ),
    "it": (
        (re.compile(r"(?<=titol)ari$"), "are"),
        (re.compile(r"^enti$"), "ente"),
        (re.compile(r"(?<=\wt)ai$"), "aio"),
        (re.compile(r"(?<=\w\wv)ate$"), "ata"),
    ),
    # The third person plural, in which laws command: ils conservent beside conserver, but not a client or a document.
    "fr": (
        # Snowball leaves contenus and takes opinions for a verb
        (re.compile(r"(?<=ité|\wer)s$|(?<=\w\w\w\w)s$"), ""),
        (re.compile(r"(?<=\w\w\w[^m\W])ent$|(?<=(?:nom|for|fer|fir))ment$"), "e"),
    ),
    "pt": (
        # Pronouns hang on their verb and stand inside a future: removê-lo, comunica-lhe, conservar-se-ão.
        (re.compile(r"(?<=\w\w)á-l[oa]s?(?:-\w+)?$"), "ar"),
        (re.compile(r"(?<=\w\w)ê-l[oa]s?(?:-\w+)?$"), "er"),
        (re.compile(r"(?<=\w\w)í-l[oa]s?(?:-\w+)?$"), "ir"),
        (re.compile(r"(?<=\w\w\w)-(?:se|lhes?|n?[oa]s?)(?:-(?:á|ão))?$"), ""),
        (re.compile(r"(?<=[rz])es$"), ""),
        (re.compile(r"(?<=idade)s$"), ""),
        (re.compile(r"(?<=\w\w)[õã]es$"), "ão"),
        (re.compile(r"(?<=\w\w[aáeéoóu])is$"), "l"),
        (re.compile(r"(?<=\w[fvt])is$"), "il"),
        (re.compile(r"(?<=\w\we)ns$"), "m"),
        (re.compile(r"(?<=\w\w\w\w[ao])s$"), ""),
    ),
}


def singular(language: str) -> Callable[[str], str]:
    """A word without a plural or pronoun that Snowball takes for another word: titulares beside titular, sociais beside social."""
    plurals = PLURALS.get(language, ())

    def one(word: str) -> str:
        for plural, ending in plurals:
            word = plural.sub(ending, word)
        return word

    return one


# Verbs in the infinitive stand for all their forms; in German all words do but nouns for who does something: by its stem Unternehmen is Unternehmer.
STEMMED = {
    "de": re.compile(r"^(?![A-ZÄÖÜ][a-zäöüß]+(?<!ig)(?<!lich)er$)"),
    "fr": re.compile(r"(?:er|ir|re)$"),
    "es": re.compile(r"[aei]r(?:se)?$"),
    "it": re.compile(r"[aei]r(?:e|si)$"),
    "pt": re.compile(r"[aeio]r(?:-se)?$"),
}


def forms(language: str, phrases: Iterable[str]) -> frozenset[str]:
    """Bare nouns and stems of verbs: what a cue of one word may be. Empty for a language that needs none."""
    if language not in STEMMED:
        return frozenset()
    from nlp.grammar.stems import stem

    bare, stemmed, by_stem = base(language), stem(language), STEMMED[language]
    return frozenset(stemmed(word) if by_stem.search(word) else bare(word) for word in phrases if " " not in word)
