"""Which duty of the taxonomy a statement is about: its cues weighed by length and by the part of the sentence they stand in."""

import sys
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from crawlers.vocabulary import PROTECTIONS, Duty, Modality
from nlp.grammar.hits import Hit
from nlp.grammar.passage import Passage
from nlp.grammar.statements import Statement
from nlp.grammar.words import grammar
from nlp.ideas import Word, ideas, spoken
from nlp.parts import Part, Parts, parts
from nlp.taxonomy import taxonomy
from nlp.values import deadline

# What is commanded names the duty; when, why and of whom it is said hardly does, nor what else the provision speaks of.
PLACE = {
    Part.ACT: 4.0,
    Part.CLAUSE: 3.0,
    Part.SUBJECT: 2.5,
    Part.THING: 2.5,
    Part.FIRST: 2.0,
    Part.AIM: 1.5,
    Part.BOUND: 1.0,
    Part.LATER: 0.6,
    Part.HELD: 0.5,
    Part.TOLD: 0.4,
    Part.CASE: 0.3,
    Part.SENTENCE: 0.3,
    Part.UNIT: 0.1,
}
HEADING, ABOVE = 4.5, 1.0
# Two words that name a duty in what is commanded are sure of it.
NAMING, SURE = frozenset({Part.SUBJECT, Part.ACT, Part.CLAUSE}), 6.0
# What is said again and again says little more: each further cue of a duty counts this much of the one before it.
AGAIN, AGAIN_ABOVE = 0.3, 0.7
HINT, GENERAL = 0.5, 0.6
COMPOUND = 14
# Hints alone, be it one that is the verb or two of the clause, name no duty.
LEAST = 2.1
TIMED = 2.0
# What a host does; where it is to tell its users, of these it only speaks.
DONE = frozenset(
    {
        Duty.REMOVAL_TIMEFRAME,
        Duty.MISUSE_SUSPENSION,
        Duty.DATA_RETENTION_DISCLOSURE,
        Duty.PROACTIVE_FILTERING,
    }
)
# What terms say of these is a duty of its own.
WRITTEN = frozenset(Duty) - {Duty.TERMS_RULES, Duty.RECOMMENDER, Duty.OUT_OF_COURT, Duty.OTHER}
# Whom one tells stands within some words of the verb, in German far before it; so does what one writes into.
TOPIC, TOLD, LATE, PUT = 0.25, 4, 12, 8
# Who does not answer for content is not liable for it: non rispondono dei contenuti. Nor is he against whom no action lies.
ANSWERS = ("respond", "rispond", "répond")
NO_SUIT = ".no_suit"
# What one must not take from users one must carry.
TAKEN = frozenset({Duty.REMOVAL_TIMEFRAME, Duty.MISUSE_SUSPENSION})


class Term(NamedTuple):
    """What words of the provision or of a heading add for a duty; no part in a heading."""

    duty: Duty
    value: float
    words: str
    hit: Hit
    part: Part | None = None


def duty(statement: Statement, passage: Passage, heading: Passage, until: int = sys.maxsize) -> tuple[Duty, Hit | None]:
    """The best supported duty with the cue that says most for it; `other` where nothing speaks. The next norm begins at `until`."""
    if statement.modality == Modality.EXEMPTION and _frees(statement, passage):
        return Duty.SAFE_HARBOUR, None
    terms = [*_said(passage, parts(statement, passage, until))]
    scores = _fitting(statement.modality, _scores(terms, _fitting_heading(terms, [*_headed(heading)])))
    if Duty.REMOVAL_TIMEFRAME in scores and _removes(terms) and _timed(statement, passage):
        scores[Duty.REMOVAL_TIMEFRAME] += TIMED
    if max(scores.values(), default=0.0) < LEAST:
        freed = tuple(grammar(passage.language).freed)
        liable = statement.modality == Modality.EXEMPTION and any(word.startswith(freed) for word in heading.words)
        return Duty.SAFE_HARBOUR if liable else Duty.OTHER, None
    best = min(scores, key=lambda name: (-scores[name], name))
    return best, _shown(best, terms)


def _frees(statement: Statement, passage: Passage) -> bool:
    """Whether who is relieved is relieved of answering for what others do."""
    said = passage.words[statement.trigger.start : statement.trigger.end]
    answers = any(word.startswith(ANSWERS) for word in said) or statement.trigger.entry.id.endswith(NO_SUIT)
    freed = tuple(grammar(passage.language).freed)
    return answers or any(word.startswith(freed) for word in passage.words[statement.start : statement.span.end])


def _said(passage: Passage, where: Parts) -> Iterator[Term]:
    """Cues of the whole provision, and ideas of the sentence beside one another."""
    said = passage.ideas.hits
    first = {hit.start: hit for hit in reversed(said)}
    words = [Word(hit.start, hit.entry.idea) for hit in said if where.of(hit.start) != Part.UNIT]
    spoken_of = _spoken_of(words, where, LATE if passage.language == "de" else TOLD)
    for hit in passage.cues:
        if meant := hit.entry.duty or hit.entry.hint:
            part = where.of(hit.start)
            value = weight(hit, passage) * PLACE[part] * (TOPIC if meant in spoken_of else 1.0)
            yield Term(meant, value, _words(hit, passage), hit, part)
    for i, (name, at, value) in enumerate(spoken(words, lambda word: _place(word, where))):
        share = _share(name) * (TOPIC if name in spoken_of else 1.0)
        yield Term(name, value * share, f"ideas {i}", first[at], where.of(at))


def _spoken_of(words: list[Word], where: Parts, near: int) -> frozenset[Duty]:
    """Duties of which a norm only speaks: who is told of a thing is told nothing but that, and what stands in terms is a term."""
    if _beside(words, where, "put_in", {"rules"}, PUT):
        return WRITTEN
    return DONE if _beside(words, where, "informs", {"users", "customers", "poster"}, near) else frozenset()


def _beside(words: list[Word], where: Parts, act: str, others: set[str], near: int) -> bool:
    """Whether an idea is commanded and one of others stands beside it."""
    first = min((word.start for word in words if word.idea == act and where.of(word.start) == Part.ACT), default=None)
    return first is not None and any(0 < abs(word.start - first) <= near for word in words if word.idea in others)


def _words(hit: Hit, passage: Passage) -> str:
    return " ".join(passage.words[hit.start : hit.end])


def _place(word: Word, where: Parts) -> float:
    """To publish, to tell or to give says little of what a duty is about, though it be the act."""
    part = where.of(word.start)
    return PLACE[Part.CLAUSE if part == Part.ACT and word.idea in ideas().light else part]


def _headed(heading: Passage) -> Iterator[Term]:
    """Cues of the provision's own heading, which stands first, and less those of the headings above."""
    own = heading.text.find(". ") if ". " in heading.text else len(heading.text)
    joined = {" et ", " y ", " e "} & {f" {word} " for word in heading.words[: heading.word_at(own)]}
    title = HEADING / 2 if joined else HEADING  # a heading of two things
    for hit in heading.cues:
        if meant := hit.entry.duty or hit.entry.hint:
            place = title if heading.offsets[hit.start] <= own else ABOVE
            yield Term(meant, weight(hit, heading) * place, _words(hit, heading), hit)


def _scores(terms: list[Term], headed: list[Term]) -> dict[Duty, float]:
    scores: dict[Duty, float] = defaultdict(float)
    for each, again in ((terms, AGAIN), (headed, AGAIN_ABOVE)):
        for name, values in _values(each).items():
            scores[name] += sum(value * again**i for i, value in enumerate(sorted(values, reverse=True)))
    return scores


def _fitting_heading(terms: list[Term], headed: list[Term]) -> list[Term]:
    """Under “Protection of minors”, who must check ages has that duty: a heading of a general duty says nothing where the norm names one that is not."""
    said = [term for term in terms if term.part in NAMING and term.duty != Duty.OTHER]
    general = any(_is_general(term.duty) for term in said)
    sure = not general and any(term.value >= SURE and term.part != Part.SUBJECT for term in said)
    return [term for term in headed if not _is_general(term.duty)] if sure else headed


def _is_general(name: Duty) -> bool:
    return name != Duty.OTHER and taxonomy().duties[name].general


def _values(terms: list[Term]) -> dict[Duty, list[float]]:
    """What is said for each duty; by the same words only once, where they say most."""
    values: dict[Duty, dict[str, float]] = defaultdict(dict)
    for term in terms:
        values[term.duty][term.words] = max(term.value, values[term.duty].get(term.words, 0.0))
    return {name: [*each.values()] for name, each in values.items()}


def _fitting(modality: Modality, scores: dict[Duty, float]) -> dict[Duty, float]:
    """Without what a norm of this kind cannot be about."""
    if modality == Modality.EXEMPTION:  # who is freed is not told what to do
        scores.pop(Duty.OTHER, None)
        return scores
    for protection in PROTECTIONS:
        scores.pop(protection, None)
    if modality == Modality.RIGHT:  # what somebody may ask of a host is no order
        scores.pop(Duty.ORDERS_COMPLIANCE, None)
    if modality == Modality.PROHIBITION:
        for taken in sorted(TAKEN & scores.keys()):
            scores[Duty.MUST_CARRY_NONDISCRIMINATION] += scores.pop(taken)
    return scores


def _removes(terms: list[Term]) -> bool:
    """Whether the removal is what is commanded, and is no mere hint."""
    return any(
        term.duty == Duty.REMOVAL_TIMEFRAME and not term.hit.entry.hint and term.part == Part.ACT for term in terms
    )


def _shown(name: Duty, terms: list[Term]) -> Hit | None:
    """The cue of the norm's own words that says most for a duty; none where only the heading or its neighbours speak."""
    taken = TAKEN if name == Duty.MUST_CARRY_NONDISCRIMINATION else ()
    own = [term for term in terms if term.duty in {name, *taken} and term.part not in {Part.SENTENCE, Part.UNIT}]
    return max(own, key=lambda term: term.value).hit if own else None


def _timed(statement: Statement, passage: Passage) -> bool:
    """Whether the sentence says how soon in hours or days."""
    words = passage.text[passage.offsets[statement.start] : passage.ends[statement.span.sentence[1] - 1]]
    limit = deadline(words, passage.language)
    return limit is not None and limit.duration != "PT0S"


def weight(hit: Hit, passage: Passage) -> float:
    """Longer cues say more: one word 1, two words 2, more 3; hints and general duties say less."""
    longer = float(min(3, max(hit.end - hit.start, _joined(hit, passage))))
    return (HINT if hit.entry.hint else longer) * _share(hit.entry.duty or hit.entry.hint)


def _share(name: Duty) -> float:
    """What names none of the duties is said exactly."""
    return GENERAL if _is_general(name) else 1.0


def _joined(hit: Hit, passage: Passage) -> int:
    """German writes as one word what others write as two or three."""
    letters = passage.ends[hit.end - 1] - passage.offsets[hit.start]
    return 1 + letters // COMPOUND if passage.language == "de" else 1
