"""In which part of its sentence a word stands, as seen from the command: what must be done, to what, when, why, of whom it is said."""

from collections import defaultdict
from collections.abc import Iterator
from enum import Enum, auto
from functools import cache
from pathlib import Path
from typing import NamedTuple

from crawlers.facts import convert, load
from crawlers.matter import Struct
from nlp.grammar.clauses import is_break, items
from nlp.grammar.passage import Passage
from nlp.grammar.spelling import spelled
from nlp.grammar.statements import Statement
from nlp.grammar.words import grammar

FILE = Path(__file__).parent / "parts.yaml"
# What follows the words of command is what must be done, whatever it is done to or after.
DOING = 3
ASIDE = 40
PAUSES = frozenset({",", ";", ":", "—"})
THAT = frozenset({"that", "que", "qu'", "qu’", "che"})
NEAR = 4


class Part(Enum):
    """ACT is what is commanded and CLAUSE what it is done to; SUBJECT is what a thing is said of, BOUND who must;
    SENTENCE what goes before or belongs to another norm, UNIT what is in no sentence of it.

    TOLD and THING are relative clauses: of whom it is said, and what the thing is like. CASE and AIM are when and why.
    FIRST and LATER are items of a list; HELD are items that only say what is in a thing.
    """

    ACT = auto()
    CLAUSE = auto()
    SUBJECT = auto()
    BOUND = auto()
    TOLD = auto()
    THING = auto()
    CASE = auto()
    AIM = auto()
    FIRST = auto()
    LATER = auto()
    HELD = auto()
    SENTENCE = auto()
    UNIT = auto()


class Openers(Struct, frozen=True, kw_only=True):
    """By language: words that open conditions and purposes, and beginnings of verbs that say something."""

    case: dict[str, tuple[str, ...]]
    aim: dict[str, tuple[str, ...]]
    paused: dict[str, tuple[str, ...]]
    saying: dict[str, tuple[str, ...]]
    asking: dict[str, tuple[str, ...]]
    place: dict[str, tuple[str, ...]]


class Parts(NamedTuple):
    """The parts of the words of a sentence from `first` on."""

    first: int
    where: list[Part]

    def of(self, word: int) -> Part:
        """UNIT for a word outside the sentence."""
        at = word - self.first
        return self.where[at] if 0 <= at < len(self.where) else Part.UNIT

    def fill(self, start: int, end: int, part: Part) -> None:
        start, end = max(start - self.first, 0), min(end - self.first, len(self.where))
        self.where[start:end] = [part] * max(0, end - start)


def parts(statement: Statement, passage: Passage, until: int) -> Parts:
    """What stands from `until` on, where the next norm begins, is not of this one."""
    first, last = statement.span.sentence
    found, trigger = Parts(first, [Part.SENTENCE] * (last - first)), statement.trigger
    end = min(statement.span.end, until)
    who = statement.who.hit
    bound = who and statement.start <= who.start < trigger.start
    found.fill(statement.start, trigger.start, Part.BOUND if bound else Part.SUBJECT)
    found.fill(trigger.start, end, Part.CLAUSE)
    for start, stop, part in (*_items(statement, passage, until), *_asides(statement, passage, end)):
        found.fill(start, stop, part)
    for start, stop in _acts(statement, passage, found, end):
        found.fill(start, stop, Part.ACT)
    return found


def _items(statement: Statement, passage: Passage, until: int) -> Iterator[tuple[int, int, Part]]:
    """The list after a chapeau; an item has none of its own."""
    span, trigger = statement.span, statement.trigger
    listed = items(passage, span) if span.start == span.sentence[0] else []
    holds = grammar(passage.language).holding & {*passage.words[trigger.end : span.end]} if listed else ()
    for i, item in enumerate(listed):
        yield item.start, min(item.end, until), Part.HELD if holds else Part.LATER if i else Part.FIRST


@cache
def _openers(language: str) -> dict[str, list[tuple[tuple[str, ...], Part]]]:
    """Phrases by their first word, the longest first."""
    read, found = _read(), defaultdict(list)
    for part, each in ((Part.CASE, read.case), (Part.AIM, read.aim)):
        for phrase in sorted(spelled(language, each[language]), key=len, reverse=True):
            words = tuple(phrase.split())
            found[words[0]].append((words, part))
    return dict(found)


@cache
def _read() -> Openers:
    """Raises BadFacts naming file, entry and key."""
    return convert(load(FILE), Openers, FILE.name, "parts")


def _asides(statement: Statement, passage: Passage, end: int) -> Iterator[tuple[int, int, Part]]:
    """Clauses that say when, why or of what; of the subject up to the command, of what is commanded up to a pause."""
    trigger, words = statement.trigger, passage.words
    begin = _infinitive(statement, passage) if trigger.entry.phrases else trigger.end + DOING
    at = statement.start + 1
    while at < end:
        at = begin if trigger.start <= at < begin else at
        before = at < trigger.start
        if part := _opens(passage, at, before):
            limit = trigger.start if before else end
            told = part == Part.TOLD
            stop = limit if told else next((i for i in range(at + 1, limit) if words[i] in PAUSES), limit)
            stop = min(stop, at + NEAR) if _runs_on(passage, at, part) else stop
            yield at, stop, part
            at = stop
        at += 1


def _infinitive(statement: Statement, passage: Passage) -> int:
    """German: ist verpflichtet, die Daten zu löschen: behind the comma no relative clause begins."""
    trigger = statement.trigger
    return trigger.end + 2 * (passage.language == "de" and passage.words[trigger.end : trigger.end + 1] == [","])


def _runs_on(passage: Passage, at: int, part: Part) -> bool:
    """German: muss nach Eingang einer Beschwerde die Daten löschen: no pause ends what no verb is in."""
    return passage.language == "de" and part == Part.CASE and passage.words[at] not in grammar("de").subordinators


def _opens(passage: Passage, at: int, before: bool) -> Part | None:
    """The part that begins at a word, before the command or after it."""
    words = passage.words
    if at >= len(words):
        return None
    waits = words[at - 1] not in PAUSES and words[at] in _read().paused.get(passage.language, ())
    waits = waits or words[at - 1].startswith(_read().asking.get(passage.language, ()))
    for phrase, part in _openers(passage.language).get(words[at], ()):
        if not (waits and len(phrase) == 1) and tuple(words[at : at + len(phrase)]) == phrase:
            return part
    if words[at] in grammar(passage.language).relatives and _is_relative(passage, at):
        return Part.TOLD if before else Part.THING
    return None


def _is_relative(passage: Passage, at: int) -> bool:
    """German relatives follow a comma, maybe with a preposition; that, que and che are none after ensure, inform, or a preposition."""
    words, names = passage.words, grammar(passage.language)
    if passage.language == "de":
        return words[at - 1] == "," or (words[at - 2] == "," and words[at - 1] in names.prepositions)
    if words[at] not in THAT:
        return True
    near = words[max(at - NEAR, 0) : at]
    says = any(word.startswith(_read().saying[passage.language]) for word in near)
    return (
        not says
        and not (names.saying | names.ensure) & {*near}
        and near[-1:] != []
        and near[-1] not in names.prepositions
    )


def _acts(statement: Statement, passage: Passage, found: Parts, end: int) -> Iterator[tuple[int, int]]:
    """The words right after shall, or after the subject of an indicative.

    German commands with the last words of the clause: muss das Video binnen drei Tagen unzugänglich machen.
    """
    trigger = statement.trigger
    verb = _verb(statement, passage, found, end)
    begin, near = max(verb, trigger.start), min(verb + DOING, end)
    places = _read().place.get(passage.language, ())
    yield begin, next((i for i in range(begin, near) if passage.words[i] in places), near)
    if passage.language == "de" and trigger.entry.phrases:
        stop = next((i for i in range(verb, end) if is_break(passage, i) or passage.words[i] == "."), end)
        yield max(stop - DOING, verb), stop


def _verb(statement: Statement, passage: Passage, found: Parts, end: int) -> int:
    """About where what is done begins; behind what is put in after shall: shall, within a day, remove …."""
    trigger, subject, words = statement.trigger, statement.who.hit, passage.words
    if not trigger.entry.phrases:
        reach = end if statement.who.how == "first" else trigger.start + DOING
        return subject.end if subject and trigger.start <= subject.start < reach else trigger.start
    at = max(_infinitive(statement, passage) - 1, trigger.end)
    while at < end and words[at] == ",":
        at = next((i + 1 for i in range(at + 1, min(end, at + ASIDE)) if words[i] == ","), end)
    while at < end and found.of(at) in {Part.CASE, Part.AIM}:
        at += 1
    return at if at < end else trigger.end
