"""Which duty of the taxonomy a statement is about: its cues weighed by length and by nearness."""

from collections import defaultdict
from collections.abc import Iterator

from crawlers.vocabulary import PROTECTIONS, Duty, Modality
from nlp.grammar.clauses import is_break, items
from nlp.grammar.hits import Hit
from nlp.grammar.passage import Passage
from nlp.grammar.statements import Statement
from nlp.grammar.words import grammar
from nlp.ideas import Word, ideas, spoken
from nlp.taxonomy import taxonomy
from nlp.values import deadline

NEAR, LATER, HEADING, ABOVE, FAR = 3.0, 2.0, 4.0, 1.0, 0.5
HINT, GENERAL, CONDITION = 0.4, 0.6, 0.5
COMPOUND = 14
# Who does not answer for content is not liable for it: non rispondono dei contenuti. Nor is he against whom no action lies.
ANSWERS = ("respond", "rispond", "répond")
NO_SUIT = ".no_suit"
# What says less than one hint near the verb names no duty.
LEAST = 1.1
TIMED = 4.0
# What follows the words of command is what must be done, whatever it is done to or after.
DOING, DONE = 3, 2.0
PAUSES = frozenset({",", ";", ":", "—"})
# What one must not take from users one must carry.
TAKEN = frozenset({Duty.REMOVAL_TIMEFRAME, Duty.MISUSE_SUSPENSION})


def duty(statement: Statement, passage: Passage, heading: Passage) -> tuple[Duty, Hit | None]:
    """The best supported duty with its nearest cue; `other` where nothing speaks."""
    freed = tuple(grammar(passage.language).freed)
    said = passage.words[statement.trigger.start : statement.trigger.end]
    answers = any(word.startswith(ANSWERS) for word in said) or statement.trigger.entry.id.endswith(NO_SUIT)
    if statement.modality == Modality.EXEMPTION and (
        answers or any(word.startswith(freed) for word in passage.words[statement.start : statement.span.end])
    ):
        return Duty.SAFE_HARBOUR, None
    scores, shown = _scores(statement, passage, heading)
    if statement.modality != Modality.EXEMPTION:
        for protection in PROTECTIONS:
            scores.pop(protection, None)
    else:  # who is freed is not told what to do
        scores.pop(Duty.OTHER, None)
    if statement.modality == Modality.RIGHT:  # what somebody may ask of a host is no order
        scores.pop(Duty.ORDERS_COMPLIANCE, None)
    if statement.modality == Modality.PROHIBITION:
        for taken in sorted(TAKEN & scores.keys()):
            scores[Duty.MUST_CARRY_NONDISCRIMINATION] += scores.pop(taken)
            shown |= {Duty.MUST_CARRY_NONDISCRIMINATION: shown[taken]} if taken in shown else {}
    removal = shown.get(Duty.REMOVAL_TIMEFRAME)
    if removal and (removal.entry.duty or removal.entry.idea) and _timed(statement, passage):
        scores[Duty.REMOVAL_TIMEFRAME] += TIMED
    if max(scores.values(), default=0.0) < LEAST:
        liable = statement.modality == Modality.EXEMPTION and any(word.startswith(freed) for word in heading.words)
        return Duty.SAFE_HARBOUR if liable else Duty.OTHER, None
    best = min(scores, key=lambda name: (-scores[name], name))
    return best, shown.get(best)


def _scores(statement: Statement, passage: Passage, heading: Passage) -> tuple[dict[Duty, float], dict[Duty, Hit]]:
    scores: dict[Duty, float] = defaultdict(float)
    shown: dict[Duty, Hit] = {}
    start, end, first = statement.start, statement.span.sentence[1], _first_item(statement, passage)
    listed, case = _list_begins(statement, passage), {*_case(statement, passage), *_told(statement, passage)}
    for name, at, value in _spoken(statement, passage):
        shown.setdefault(name, next(hit for hit in passage.cues if hit.start == at and hit.entry.idea))
        scores[name] += value * _share(name) * (NEAR + DONE * _done(statement, passage, shown[name]))
    for hit in passage.cues:
        if meant := hit.entry.duty or hit.entry.hint:
            near = start <= hit.start < end
            place = FAR if not near or hit.start >= listed else NEAR if hit.start < first else LATER
            share = CONDITION if hit.start in case else 1.0
            scores[meant] += weight(hit, passage) * (place * share + DONE * _done(statement, passage, hit))
            if near:
                shown.setdefault(meant, hit)
    own = heading.text.find(". ") if ". " in heading.text else len(heading.text)
    joined = {" et ", " y ", " e "} & {f" {word} " for word in heading.words[: heading.word_at(own)]}
    title = HEADING / 2 if joined else HEADING  # a heading of two things
    for hit in heading.cues:
        if meant := hit.entry.duty or hit.entry.hint:
            scores[meant] += weight(hit, heading) * (title if heading.offsets[hit.start] <= own else ABOVE)
    return scores, shown


def _spoken(statement: Statement, passage: Passage) -> Iterator[tuple[Duty, int, float]]:
    """Ideas of the clause, of a list those up to its first item, and with half their weight what only the condition before completes."""
    end, said = min(_first_item(statement, passage), _list_begins(statement, passage)), set()
    words = [Word(hit.start, hit.entry.idea) for hit in _said(passage, statement.span.start, end)]
    case = _case(statement, passage)
    own = [word for word in words if word.start >= statement.start and word.start not in case]
    for name, at, value in spoken(own):
        said.add(name)
        yield name, at, value
    for name, at, value in spoken(words) if len(own) < len(words) else ():
        if name not in said:
            yield name, at, value * CONDITION


def _done(statement: Statement, passage: Passage, hit: Hit) -> bool:
    """Whether it is what must be done: the words right after shall, or after the subject of an indicative.

    German commands with the last words of the clause: muss das Video binnen drei Tagen unzugänglich machen.
    """
    if hit.entry.idea in ideas().light:
        return False
    ends = _clause_end(statement, passage) if passage.language == "de" and statement.trigger.entry.phrases else 0
    return 0 <= hit.start - _verb(statement) < DOING or ends - DOING <= hit.start < ends


def _clause_end(statement: Statement, passage: Passage) -> int:
    """Where the clause of the command ends: behind “ist verpflichtet,” that of its infinitive."""
    trigger, end = statement.trigger, statement.span.sentence[1]
    begin = next((i + 2 for i in range(trigger.end, min(trigger.end + 2, end)) if passage.words[i] == ","), trigger.end)
    return next((i for i in range(begin, end) if is_break(passage, i) or passage.words[i] == "."), end)


def _verb(statement: Statement) -> int:
    """About where what is done begins."""
    trigger, subject = statement.trigger, statement.who.hit
    if trigger.entry.phrases:
        return trigger.end
    return subject.end if subject and 0 <= subject.start - trigger.start < DOING else trigger.start


def _case(statement: Statement, passage: Passage) -> range:
    """The words after the command that only say when it holds: …, sobald er einen Hinweis erhält; … when a notice is received."""
    end, begin = statement.span.sentence[1], statement.trigger.end
    if not statement.trigger.entry.phrases:
        begin += DOING
    cases = grammar(passage.language).cases
    first = next((i for i in range(begin, end) if passage.words[i] in cases), end)
    return range(first, next((i for i in range(first, end) if passage.words[i] in PAUSES), end))


def _told(statement: Statement, passage: Passage) -> range:
    """English: the words that only tell of which subject it is said: A provider that hosts advertisements shall …."""
    end, relatives = statement.trigger.start, grammar(passage.language).relatives
    opened = (i for i in range(statement.start + 1, end) if passage.language == "en" and passage.words[i] in relatives)
    return range(next(opened, end), end)


def _list_begins(statement: Statement, passage: Passage) -> int:
    """Where a list begins whose items say what is in a thing: shall include in the report the following: (a) …; else the end."""
    end, span = statement.span.sentence[1], statement.span
    holds = grammar(passage.language).holding & {*passage.words[statement.trigger.end : span.end]}
    return span.end if holds and span.end < end else end


def _first_item(statement: Statement, passage: Passage) -> int:
    """Where the first item of a list ends, or the sentence: a duty is named after the first of what is listed."""
    listed = items(passage, statement.span)
    return listed[0].end if listed else statement.span.sentence[1]


def _said(passage: Passage, start: int, end: int) -> Iterator[Hit]:
    return (hit for hit in passage.cues if hit.entry.idea and start <= hit.start < end)


def _timed(statement: Statement, passage: Passage) -> bool:
    """Whether the sentence says how soon in hours or days."""
    words = passage.text[passage.offsets[statement.start] : passage.ends[statement.span.sentence[1] - 1]]
    limit = deadline(words, passage.language)
    return limit is not None and limit.duration != "PT0S"


def weight(hit: Hit, passage: Passage) -> float:
    """Longer cues say more: one word 1, two words 2, more 3; hints and general duties say less."""
    longer = float(min(3, max(hit.end - hit.start, _joined(hit, passage))))
    return longer * (HINT if hit.entry.hint else 1.0) * _share(hit.entry.duty or hit.entry.hint)


def _share(name: Duty) -> float:
    """What names none of the duties is said exactly."""
    return GENERAL if name != Duty.OTHER and taxonomy().duties[name].general else 1.0


def _joined(hit: Hit, passage: Passage) -> int:
    """German writes as one word what others write as two or three."""
    letters = passage.ends[hit.end - 1] - passage.offsets[hit.start]
    return 1 + letters // COMPOUND if passage.language == "de" else 1
