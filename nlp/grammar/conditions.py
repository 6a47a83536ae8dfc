"""What must or must not stand around a trigger for it to speak."""

import re
from functools import cache, cached_property
from typing import NamedTuple

from nlp.grammar.clauses import Span, chunk_start, items
from nlp.grammar.free_nouns import GERMANIC
from nlp.grammar.hits import Hit
from nlp.grammar.openings import main_start
from nlp.grammar.passage import Passage
from nlp.grammar.rules import Rule, lexicon
from nlp.grammar.words import grammar

OR = frozenset({"or", "oder", "ou", "o", "u", "od", "ovvero", "oppure"})
THAT = frozenset({"que", "qu'", "qu’", "che"})
AIMS = ("er", "ir", "ire", "are", "ere", "sorte", "ar", "modo")
LEADING = 5  # words between a verb and the list that it commands
CLOSING = frozenset({",", ";", ".", "und", "oder", "sowie"})


def holds(passage: Passage, span: Span, hit: Hit) -> bool:
    """Whether the words that must follow do, and those that must not do not."""
    rule: Rule = hit.entry
    if _is_month(passage, hit) or _is_number(passage, hit):
        return False
    if rule.opens and not opens(passage, span, hit):
        return False
    if rule.near and not near(passage, span, hit):
        return False
    if rule.things and _has_doer(passage, span, hit):
        return False
    if rule.item and not _begins_item(passage, hit):
        return False
    if not rule.then and not rule.without:
        return True
    after = _after(passage, span, hit)
    if rule.then and not follows(sought(passage.language, rule.then), after):
        return "@zu_verb" in rule.then and (_fronted(passage, hit) or _commands_list(passage, span, hit))
    return not (rule.without and follows(sought(passage.language, rule.without), after))


def _fronted(passage: Passage, hit: Hit) -> bool:
    """German: zu löschen sind Daten, die …; anzugeben sind …: the infinitive begins the sentence."""
    words, at = passage.words, hit.start
    capital = passage.text[passage.offsets[max(at - 2, 0)]].isupper() or passage.text[passage.offsets[at - 1]].isupper()
    return passage.language == "de" and at > 0 and capital and _ends_in_infinitive(words[max(at - 2, 0) : at])


def _commands_list(passage: Passage, span: Span, hit: Hit) -> bool:
    """German: der Anbieter hat 1. Meldungen zu prüfen, 2. …: the infinitive that the verb waits for ends the first item of its list."""
    if passage.language != "de" or span.start != span.sentence[0] or not span.end - LEADING <= hit.end <= span.end:
        return False
    first = next(iter(items(passage, span)), None)
    if first is None:
        return False
    words = passage.words[first.start : first.end]
    ends = [i for i, word in enumerate(words) if word in CLOSING] + [len(words)]
    return any(_ends_in_infinitive(words[:end]) for end in ends)


def _ends_in_infinitive(words: list[str]) -> bool:
    return words[-2:-1] == ["zu"] or bool(words and word_class("de", "zu_infinitive").fullmatch(words[-1]))


def reach(rule: Rule) -> int:
    """How many words after a trigger may be those it wants or shuns: a denial and its verb stand close together."""
    if rule.near and not rule.weak:
        return 3
    return rule.reach or (16 if rule.opens and not rule.clause else 60)


def _has_doer(passage: Passage, span: Span, hit: Hit) -> bool:
    """Whether the clause begins with someone who can act."""
    start = chunk_start(passage, hit.start, main_start(passage, span))
    return any(start <= role.start <= start + 1 and role.end <= hit.start for role in passage.roles)


def _begins_item(passage: Passage, hit: Hit) -> bool:
    """Written small, right after a number or letter with its full stop or bracket."""
    at = passage.offsets[hit.start]
    return passage.text[at].islower() and passage.text[:at].rstrip().endswith((".", ")"))


def _is_month(passage: Passage, hit: Hit) -> bool:
    """1 May 2031, May 1: a month beside a number, written with a capital."""
    if passage.words[hit.start] != "may":
        return False
    beside = passage.words[max(0, hit.start - 1) : hit.start] + passage.words[hit.end : hit.end + 1]
    written = passage.text[passage.offsets[hit.start] : passage.ends[hit.end - 1]]
    return written == "May" and any(word.isdigit() for word in beside)


def _is_number(passage: Passage, hit: Hit) -> bool:
    """Regulation (EU) No 1024/2013: no denial."""
    after = passage.words[hit.end : hit.end + 1]
    return passage.words[hit.start : hit.end] == ["no"] and bool(after) and after[0][:1].isdigit()


def _clause_end(passage: Passage, span: Span, hit: Hit) -> int:
    """The comma before the next subordinate clause; German relatives count that are no articles: …, deren Sitz …"""
    names, words = grammar(passage.language), passage.words
    opened = names.subordinators | (names.relatives - names.determiners if passage.language == "de" else frozenset())
    ends = (i for i in range(hit.end, span.end - 1) if words[i] == "," and words[i + 1] in opened)
    return next(ends, span.end)


def _next_verb(passage: Passage, hit: Hit, end: int) -> int:
    """Sind zu löschen und dürfen nicht …, shall go and shall be …: a modal verb right after a small word opens another clause."""
    names, words = grammar(passage.language), passage.words
    small = names.coordinators - OR if passage.language == "en" else names.coordinators
    if small.isdisjoint(words[hit.end + 1 : end - 1]):
        return end
    joined = (i for i in range(hit.end + 1, end - 1) if words[i] in small and words[i + 1] in names.verbs)
    return next(joined, end)


def near(passage: Passage, span: Span, hit: Hit) -> bool:
    """No subordinator stands between the beginning of the main clause and the trigger."""
    names = grammar(passage.language)
    start = main_start(passage, span)
    if hit.start < start and passage.language not in GERMANIC:
        return False  # in the condition that the sentence opens with
    if passage.language not in GERMANIC and _in_complement(passage.words, start, hit.start):
        return False
    if passage.words[hit.start - 1] == "," and names.relatives & {*passage.words[start : hit.start]}:
        start = _after_aside(passage, start, hit.start)
    between = passage.words[start : hit.start]
    if passage.language in GERMANIC:
        return not any(word in names.subordinators or word in names.relatives for word in between)
    opened = max((i for i, word in enumerate(between) if word in names.relatives), default=None)
    closed = opened is None or not names.verbs.isdisjoint(between[opened + 1 :])
    return closed and names.subordinators.isdisjoint(between)


def _in_complement(words: list[str], start: int, end: int) -> bool:
    """Romance: afin de garantir que personne, …, ne traite: what an infinitive governs, aims at or sees to."""
    return any(words[i] in THAT and words[i - 1].endswith(AIMS) for i in range(start + 1, end))


def _after_aside(passage: Passage, start: int, end: int) -> int:
    """The providers, who …, do not …: the words before a relative clause between commas have it behind them."""
    names, words = grammar(passage.language), passage.words
    relatives = [i for i in range(start + 1, end) if words[i] in names.relatives]
    opened = next((i for i in relatives if words[i - 1] == ","), relatives[0] if relatives else end)
    if passage.language in GERMANIC or words[opened - 1] != ",":
        return start
    waits = passage.language in {"es", "pt"} and words[opened + 1] in names.determiners  # , que um porto, no todo, …
    return start if waits and names.verbs.isdisjoint(words[opened + 1 : end]) else end


def opens(passage: Passage, span: Span, hit: Hit) -> bool:
    """At the beginning of a clause, or of a sentence run into the heading before it."""
    begun = chunk_start(passage, hit.start, span.start)
    if passage.language == "de" and span.start < begun < hit.start and passage.words[begun] in {"die", "der", "das"}:
        return False  # Vereine, die keine Gewinne erzielen, dürfen …
    return hit.start <= begun + 3 or passage.text[passage.offsets[hit.start]].isupper()


class Sought(NamedTuple):
    """What must or must not follow a trigger: phrases between spaces, and classes of words.

    `heads` are the first words of the phrases, none where an elision makes them uncertain.
    """

    phrases: tuple[str, ...]
    classes: tuple[re.Pattern[str], ...]
    heads: frozenset[str]


@cache
def sought(language: str, said: tuple[str, ...]) -> Sought:
    """Phrases, and the classes that those with an @ name."""
    classes = (word_class(language, each[1:]) for each in said if each.startswith("@"))
    phrases = [each for each in said if not each.startswith("@")]
    sure = not any("'" in each for each in phrases)
    heads = frozenset(each.split()[0] for each in phrases) if sure else frozenset[str]()
    return Sought(tuple(f" {each} " for each in phrases), tuple(classes), heads)


class Place:
    """Words [start, last) of a passage, written out once and only for rules that ask: many look at the same place."""

    def __init__(self, passage: Passage, start: int, last: int) -> None:
        self.passage, self.start, self.last = passage, start, last

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(self.passage.words[self.start : self.last])

    @cached_property
    def written(self) -> str:
        return self.passage.text[self.passage.ends[self.start - 1] : self.passage.ends[self.last - 1]]

    @cached_property
    def joined(self) -> str:
        return f" {' '.join(self.passage.words[self.start : self.last])} ".replace("’", "'")


_kept: list[tuple[Passage | None, dict[tuple[int, int, bool, int], Place]]] = [(None, {})]  # of the last passage read


def _after(passage: Passage, span: Span, hit: Hit) -> Place:
    """The words after a trigger that its rule may look at, which other rules for the same trigger look at too."""
    before, places = _kept[0]
    if before is not passage:
        places = {}
        _kept[0] = (passage, places)
    rule: Rule = hit.entry
    key = (hit.end, span.end, rule.clause, reach(rule))
    if key not in places:
        last = min(_clause_end(passage, span, hit) if rule.clause else span.end, hit.end + key[3])
        if passage.language in GERMANIC:
            last = _next_verb(passage, hit, last)
        places[key] = Place(passage, hit.end, last)
    return places[key]


def follows(sought: Sought, after: Place) -> bool:
    """Whether a phrase in whole words, or a word of a class, stands in the words after a trigger."""
    if sought.phrases and not (sought.heads and sought.heads.isdisjoint(after.words)):
        joined = after.joined
        if any(phrase in joined for phrase in sought.phrases):
            return True
    return bool(sought.classes) and any(each.search(after.written) for each in sought.classes)


@cache
def word_class(language: str, name: str) -> re.Pattern[str]:
    return re.compile(lexicon(language).grammar.classes[name])
