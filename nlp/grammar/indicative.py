"""Sentences in which no trigger speaks, in languages that command by saying what is done."""

import re
from functools import cache

from nlp.grammar.clauses import Span
from nlp.grammar.conditions import holds, word_class
from nlp.grammar.hits import Hit
from nlp.grammar.main_verbs import is_main
from nlp.grammar.openings import ROMANCE, main_start
from nlp.grammar.passage import Passage
from nlp.grammar.rules import Rule, lexicon
from nlp.grammar.terms import is_term, term
from nlp.grammar.words import grammar


def _is_prose(passage: Passage, span: Span) -> bool:
    """A sentence of words, not a note of sources, a heading, a signature, or a piece of one that began elsewhere."""
    words, names = passage.words[span.start : span.end], grammar(passage.language)
    small = names.determiners | names.prepositions | names.coordinators
    plain_words = sum(word[:1].isalpha() and (len(word) > 1 or word in small) for word in words)
    noted = words[0] == "(" and words[-1] == ")"  # (Repealed by Law 4)
    noted = noted or any(BLANK in word for word in words[-2:])
    listed = noted or words[-1] in OPEN or (len(words) > 1 and ")" in words[:2])
    if (
        listed
        or _is_heading(words)
        or plain_words < _least(passage, words)
        or plain_words < (0.6 if len(words) < 30 else 0.5) * len(words)
        or words[0] in {"[", "*", "note"}
    ):
        return False
    if (
        passage.language == "de"
        and span.end == span.sentence[1]
        and words[-1][-1].isalpha()
        and span.end == len(passage.words)
    ):
        return False  # a heading: German sentences end in a full stop
    told = _says_something(passage, span) and _has_verb(passage, span) and not _only_includes(passage, span)
    told = told and not _is_title(passage, span) and words[0] not in RECITING and not _is_noted(passage, span)
    return words[-1] not in names.coordinators and _begins(passage, span) and told


def _least(passage: Passage, words: list[str]) -> int:
    """Words of a sentence: fewer where it begins with a pronoun (ils publient leurs avis) or has a known verb before its list."""
    names = grammar(passage.language)
    sure = words[0] in names.pronouns or (words[-1] == ":" and not names.verbs.isdisjoint(words))
    return 3 if sure or words[-1] in names.subordinators else 5  # stellen sicher, dass 1. …


ARTICLES = frozenset({"article", "artículo", "articolo", "artigo", "art", "art."})


def _is_heading(words: list[str]) -> bool:
    """Articolo 11 Materiali e lingue 1.: the heading of an article with the number of its first paragraph."""
    last = words[-2] if words[-1] == "." and len(words) > 1 else words[-1].rstrip(".")
    return words[0] in ARTICLES and len(words) < SHORT and last.isdigit()


SHORT = 18  # words of a heading
OPEN = frozenset({";", ","})
BLANK = "…"  # Numéro du dossier (s'il est connu): …, in a form

# Que los puertos reciben más barcos: what a recital goes on with.
RECITING = frozenset({"que", "che", "nous", "considérant", "attendu"})
# Veuillez indiquer …, «68) Règlement …: what a form asks, a row of a list
ROW = re.compile(r"(?:(?!Chez|Assez)[A-Z][a-zé]+ez\b|[«“\"]\s?\d+\)|[A-ZÉÈ]{4,} [A-Z\d]{1,3}\s?:)")
# Port-Neuf, le 4 mai 2031.
SIGNED = re.compile(
    r"\A.{0,160}\b[A-ZÉ][\w-]+, le \d{1,2}(?:er)? [a-zéû]+ \d{4}\.?(?:\s|\Z)|\A.{0,20}\b[A-ZÉ][\w-]+, le \d{1,2}(?:er)? [a-zéû]+ \d{4}\.",
    re.DOTALL,
)
# Villa Real, 25 de octubre de 2031.- …, Villa Real, octubre 25 de 2031
PLACED = re.compile(r"[^\W\d]+(?: [^\W\d]+){0,3}, (?:a )?(?:\d{1,2}º? de \w+|[^\W\d]+ \d{1,2}) de \d{4}\b")
# Cuando lo pida el piloto; 2°.: one item of a list, with the number of the next
LISTED = re.compile(r"[;,]\s*(?:[yeou]\s+)?\d{1,2}\s?\.?[°º]\.?\s*\Z")
NUMBER = re.compile(r"\W*(?:[IVXLC]{1,5}|[A-Z])\s?[-–—.)]\s")


def _is_noted(passage: Passage, span: Span) -> bool:
    """A form, a row of a list or a table, or who signed where and when."""
    written = _written(passage, span)
    signed = SIGNED.search(written) or PLACED.match(written)
    return bool(ROW.match(written) or signed or LISTED.search(written)) or written.count(" | ") > 1


def _written(passage: Passage, span: Span) -> str:
    return passage.text[passage.offsets[span.start] : passage.ends[span.end - 1]]


def _begins(passage: Passage, span: Span) -> bool:
    """The first letter of a sentence is a capital, and not all of it is."""
    written = _written(passage, span)
    number = NUMBER.match(written)
    if number and written[number.end() :].split()[:1] and _is_governed(passage, written[number.end() :].split()[0]):
        return False  # II – do agente distribuidor
    first = next((letter for letter in written if letter.isalpha()), "")
    clause = passage.language == "de" and passage.words[span.start - 1] == ";"  # …; er unterrichtet den Nutzer
    return (clause or not first.islower()) and not written.isupper()


def _is_governed(passage: Passage, word: str) -> bool:
    return word in grammar(passage.language).prepositions


def _is_subject_of_list(passage: Passage, span: Span) -> bool:
    """Les hébergeurs : – publient leurs conditions: a few words that name somebody, and what he must do after a dash."""
    words, names = passage.words, grammar(passage.language)
    at = next((i for i in range(span.end, span.sentence[1]) if words[i][:1].isalpha()), span.sentence[1])
    dashed = at > span.end and words[at - 1] in DASHES and words[span.end - 1] == ":"
    if not dashed or at + 1 >= span.sentence[1] or words[at] in names.determiners | names.prepositions:
        return False
    named = any(span.start <= hit.start <= span.start + 2 for hit in passage.roles)
    return (
        named
        and passage.text[passage.offsets[at]].islower()
        and words[at + 1] in names.determiners - names.prepositions
    )


def _says_something(passage: Passage, span: Span) -> bool:
    """Names and titles under a law have no word but nouns and small words: a verb is written small."""
    names = grammar(passage.language)
    small = names.determiners | names.prepositions | names.coordinators
    return any(
        word not in small and len(word) > 1 and passage.text[at].islower()
        for word, at in zip(
            passage.words[span.start + 1 : span.end], passage.offsets[span.start + 1 : span.end], strict=True
        )
    )


def _has_verb(passage: Passage, span: Span) -> bool:
    """No word of a bare enumeration can be a verb, and an item that begins with an infinitive goes on with its list."""
    names, classes = grammar(passage.language), lexicon(passage.language).grammar.classes
    if "verbal" not in classes:
        return True
    first = next((word for word in passage.words[span.start : span.end] if word.isalpha()), "")
    if word_class(passage.language, "item").match(first):
        return False
    nominal = (names.determiners | names.prepositions | names.coordinators | names.relatives) - BEHIND
    verbal, words = word_class(passage.language, "verbal"), ["", "", *passage.words[span.start : span.end]]
    return any(
        verbal.match(word) and word not in nominal and (before not in nominal or _is_clitic(before, earlier, nominal))
        for earlier, before, word in zip(words, words[1:], words[2:], strict=False)
    )


# What may also stand behind its noun, before a verb: la autoridad competente resolverá.
BEHIND = frozenset(["competente", "competentes", "competenti", "correspondiente", "correspondientes"])
PLAIN = frozenset({"obligation", "definition", "commencement", "same", "none"})
BEING = frozenset({"sendo", "siendo", "essendo"})
DASHES = frozenset({"–", "—", "-"})
CLITICS = frozenset(["lo", "la", "los", "las", "le", "les", "li", "o", "a", "os", "as"])
LONG_TITLE = 18
TITLE = 9  # words; a sentence that begins without an article and goes on with “of” is a title up to here


def _is_clitic(word: str, before: str, nominal: frozenset[str]) -> bool:
    """El alojador que reciba un aviso ilícito lo examinará: an article behind a noun is the object of the verb after it."""
    return word in CLITICS and before.isalpha() and before not in nominal


def _is_title(passage: Passage, span: Span) -> bool:
    """Objeto de la entrevista: words of a heading that run on before the first sentence."""
    words, names = passage.words[span.start : span.end], grammar(passage.language)
    small = names.determiners | names.prepositions | names.pronouns | names.subordinators | names.coordinators
    owned = len(words) > 1 and words[1].startswith("d") and words[1] in names.prepositions
    if not owned or len(words) > LONG_TITLE or words[0] in small:
        return False
    return len(words) <= TITLE or _is_nominal(passage.language, words)


def _is_nominal(language: str, words: list[str]) -> bool:
    """Whether no word is a known verb or one in the future, in a language that commands in the future."""
    if "future" not in lexicon(language).grammar.classes or "se" in words or "," in words:
        return False
    future = word_class(language, "future")
    return grammar(language).verbs.isdisjoint(words) and not any(map(future.match, words))


def _only_includes(passage: Passage, span: Span) -> bool:
    """Los servicios web, incluyendo …: a thing on a list with what belongs to it, where no verb is said in the future."""
    words, classes = passage.words[span.start : span.end], lexicon(passage.language).grammar.classes
    comma = words.index(",") if "," in words else 0
    if (
        "future" not in classes
        or comma not in range(1, 8)
        or not words[comma + 1].endswith(("endo", "ando"))
        or words[comma + 1] in BEING
    ):
        return False
    return not any(word_class(passage.language, "future").match(word) for word in words)


@cache
def plain(language: str) -> Rule:
    """What is said in the plain indicative, where a language imposes conduct by it."""
    return Rule(id=f"{language}.indicative", says="obligation", phrases=(), hits=())


def indicative(passage: Passage, span: Span) -> list[Hit]:
    """A sentence in which no trigger speaks, in a language that commands by saying what is done."""
    if is_term(passage, span):
        return [Hit(span.start, span.start + 1, term(passage.language))]
    if (
        not lexicon(passage.language).grammar.indicative
        or span.start != span.sentence[0]
        or not (_is_prose(passage, span) or _is_subject_of_list(passage, span))
    ):
        return []
    unsaid = [hit for hit in passage.triggers if span.start <= hit.start < span.end and hit.entry.says == "none"]
    kept = [hit for hit in unsaid if _denies(passage, span, hit)]
    if any({*hit.entry.without}.isdisjoint(passage.words[hit.end : hit.end + 2]) for hit in kept):
        return []
    start = main_start(passage, span)
    rule = denied() if passage.language == "de" and _is_denied(passage, span, start) else plain(passage.language)
    return [Hit(start, start + 1, rule)]


@cache
def denied() -> Rule:
    """German: what somebody does not do, in the plain indicative: Der Anbieter verlangt kein Entgelt."""
    return Rule(id="de.indicative", says="prohibition", phrases=(), hits=())


def _is_denied(passage: Passage, span: Span, start: int) -> bool:
    """Whether a main clause that begins with somebody is denied."""
    doer = any(start <= role.start <= start + 2 and role.end < span.end for role in passage.roles)
    written = passage.text[passage.offsets[start] : passage.ends[span.end - 1]]
    return doer and bool(word_class("de", "verneinter_satz").search(written))


def _denies(passage: Passage, span: Span, hit: Hit) -> bool:
    """Whether words of no norm are those of the sentence, not of a relative clause in it: publient un rapport qui a pour objet …"""
    if hit.entry.then:
        return holds(passage, span, hit) and is_main(passage, span, hit)
    return hit.entry.opens or is_main(passage, span, hit)


def came_before(passage: Passage, span: Span, hit: Hit) -> bool:
    """O usuário será informado e poderá recorrer: a main verb that no trigger is stands before the first that is one.

    Before a weak trigger it takes the place of it: estarán redactados … y serán accesibles.
    """
    names, words = grammar(passage.language), passage.words
    if passage.language not in ROMANCE:
        return False
    joined = names.coordinators & {*words[max(span.start, hit.start - 2) : hit.start]} or _joined(passage, span, hit)
    if _goes_on(passage, span, hit):
        return True
    if not joined and not (hit.entry.weak and names.coordinators & {*words[span.start : hit.start]}):
        return False
    between = range(main_start(passage, span), hit.start - 1)
    return any(commands(passage, i) and is_main(passage, span, Hit(i, i + 1, hit.entry)) for i in between)


def _joined(passage: Passage, span: Span, hit: Hit) -> bool:
    """El reclamo suspenderá la entrega y la Corte no podrá …: a second subject with its verb, right behind the small word."""
    names, words = grammar(passage.language), passage.words
    subject = next((role for role in passage.roles if role.end == hit.start and role.start > span.start + 2), None)
    if subject is None:
        return False
    return words[subject.start - 1] in names.determiners and words[subject.start - 2] in names.coordinators


def _goes_on(passage: Passage, span: Span, hit: Hit) -> bool:
    """Le comité examine le dossier et peut …: a verb of another kind right behind the small word goes on with one in the indicative."""
    names, words = grammar(passage.language), passage.words
    if words[hit.start - 1] not in names.coordinators or hit.entry.weak or hit.entry.says in PLAIN:
        return False
    before = {*words[main_start(passage, span) : hit.start - 1]}
    return len(before) > 3 and before.isdisjoint(names.relatives | names.subordinators)


def commands(passage: Passage, at: int) -> bool:
    """A verb in the future, or one of the passive before its participle."""
    words, classes = passage.words, lexicon(passage.language).grammar.classes
    if words[at] in grammar(passage.language).passive:
        return bool(word_class(passage.language, "absolute").match(words[at + 1]))
    return "future" in classes and bool(word_class(passage.language, "future").fullmatch(words[at]))
