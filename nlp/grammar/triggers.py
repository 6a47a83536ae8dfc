"""Which triggers of a clause speak: the most specific at a place, in a main clause, with the words that must follow."""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from nlp.grammar.clauses import Span, chunk_start
from nlp.grammar.free_nouns import GERMANIC
from nlp.grammar.hits import Hit
from nlp.grammar.main_verbs import is_main
from nlp.grammar.openings import begins_with_verb, has_aside, main_start
from nlp.grammar.passage import Passage
from nlp.grammar.rules import Rule, lexicon
from nlp.grammar.words import grammar


def announced(passage: Passage, span: Span) -> list[Hit]:
    """The triggers of the main clauses of a span, one a place, the most specific rule winning."""
    kept: list[Hit] = []
    for hit in passage.triggers[bisect_left(passage.triggers, (span.start,)) :]:
        if hit.start >= span.end:
            break
        if hit.end <= span.end and holds(passage, span, hit):
            if kept and hit.start == kept[-1].end and _is_apart(passage, kept[-1], hit):
                kept.append(hit)
            else:
                _keep(kept, hit)
    if not kept:
        return []
    begins, aside = main_start(passage, span), has_aside(passage, span)
    clause = span if lexicon(passage.language).grammar.verb_second else span._replace(start=begins)
    fronted = clause is span and begins > span.start and begins_with_verb(passage, span)
    main = [
        hit
        for hit in kept
        if hit.entry.says != "skip"
        and is_main(passage, span if hit.start < begins else clause, hit)
        and not ((hit.entry.weak or aside or fronted) and hit.start < begins)
    ]
    return _coordinated(passage, _ranked(main))


def _keep(kept: list[Hit], hit: Hit) -> None:
    """Overlapping or touching triggers are one verb group: the more specific stays, else the first."""
    if not kept or hit.start > kept[-1].end:
        kept.append(hit)
    elif hit.start == kept[-1].start and hit.entry.weak and hit.entry.then and not kept[-1].entry.weak:
        return  # is to …, rather than is … if
    elif specificity(hit) > specificity(kept[-1]) and hit.start < kept[-1].end and not _tail(kept[-1], hit):
        kept[-1] = hit


def _is_apart(passage: Passage, kept: Hit, hit: Hit) -> bool:
    """To whom section 9 applies | must …; who commits an offence | is liable …: two verbs of two clauses that touch."""
    ends = passage.words[kept.end - 1] not in grammar(passage.language).verbs
    passive = kept.end - kept.start > 1 and ends and passage.words[hit.start] in {"is", "are"}
    return kept.entry.weak or kept.entry.says == "skip" or passive


def _tail(kept: Hit, hit: Hit) -> bool:
    """Does not [apply to]: a verb that was denied is not taken up again without its denial."""
    return hit.start > kept.start and hit.entry.says == "definition" and kept.entry.says in {"exemption", "prohibition"}


def _ranked(hits: list[Hit]) -> list[Hit]:
    """Weak rules only where nothing else speaks, rules of the first verb only there; a penalty takes in what led to it."""
    strong = [hit for hit in hits if not hit.entry.weak] or hits[:1]
    kept = [hit for hit in strong if not hit.entry.first or hit is strong[0]]
    if struck := [hit for hit in kept if hit.entry.id.endswith(".strikes")]:
        return struck
    first = next((i for i, hit in enumerate(kept) if hit.entry.says != "none"), 0)
    if kept and kept[first].entry.opens and kept[first].entry.then:
        return kept[: first + 1]
    for i, hit in enumerate(kept):
        if hit.entry.says == "penalty" and all(
            before.entry.says in {"obligation", "prohibition"} for before in kept[:i]
        ):
            return kept[i:]
    return kept


RANK = (
    "penalty", "none", "exemption", "prohibition", "right", "claim", "liable", "commencement", "power", "same",
    "definition", "may", "obligation",
)  # fmt: skip


def specificity(hit: Hit) -> tuple[int, int]:
    """Longer phrases and phrases with a sequel say more; of equals, the rarer kind of norm."""
    says = hit.entry.says
    return (len(hit.entry.then) > 0) + hit.end - hit.start, -RANK.index(says) if says in RANK else 0


def holds(passage: Passage, span: Span, hit: Hit) -> bool:
    """Whether the words that must follow do, and those that must not do not."""
    rule: Rule = hit.entry
    if _is_month(passage, hit):
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
    last = min(_clause_end(passage, span, hit) if rule.clause else span.end, hit.end + reach(rule))
    written = passage.text[passage.ends[hit.end - 1] : passage.ends[last - 1]]
    joined = " ".join(passage.words[hit.end : last]).replace("’", "'") + " "
    if rule.then and not _follows(sought(passage.language, rule.then), written, joined):
        return False
    return not _follows(sought(passage.language, rule.without), written, joined)


def reach(rule: Rule) -> int:
    """How many words after a trigger may be those it wants or shuns: a denial and its verb stand close together."""
    if rule.near and not rule.weak:
        return 3
    return 16 if rule.opens else 60


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


def _clause_end(passage: Passage, span: Span, hit: Hit) -> int:
    """The comma before the next subordinate clause; German relatives count that are no articles: …, deren Sitz …"""
    names, words = grammar(passage.language), passage.words
    opened = names.subordinators | (names.relatives - names.determiners if passage.language == "de" else frozenset())
    ends = (i for i in range(hit.end, span.end - 1) if words[i] == "," and words[i + 1] in opened)
    return next(ends, span.end)


def near(passage: Passage, span: Span, hit: Hit) -> bool:
    """No subordinator stands between the beginning of the main clause and the trigger."""
    names = grammar(passage.language)
    start = main_start(passage, span)
    if passage.words[hit.start - 1] == "," and names.relatives & {*passage.words[start : hit.start]}:
        start = _after_aside(passage, start, hit.start)
    between = passage.words[start : hit.start]
    return not any(word in names.subordinators or word in names.relatives for word in between)


def _after_aside(passage: Passage, start: int, end: int) -> int:
    """The providers, who …, do not …: the words before a relative clause between commas have it behind them."""
    names, words = grammar(passage.language), passage.words
    opened = next((i for i in range(start + 1, end) if words[i] in names.relatives), end)
    return end if passage.language not in GERMANIC and words[opened - 1] == "," else start


def opens(passage: Passage, span: Span, hit: Hit) -> bool:
    """At the beginning of a clause, or of a sentence run into the heading before it."""
    return (
        hit.start <= chunk_start(passage, hit.start, span.start) + 3
        or passage.text[passage.offsets[hit.start]].isupper()
    )


class Sought(NamedTuple):
    """What must or must not follow a trigger: phrases, each with a space, and classes of words."""

    phrases: tuple[str, ...]
    classes: tuple[re.Pattern[str], ...]


@cache
def sought(language: str, said: tuple[str, ...]) -> Sought:
    """Phrases, and the classes that those with an @ name."""
    classes = (word_class(language, each[1:]) for each in said if each.startswith("@"))
    return Sought(tuple(f"{each} " for each in said if not each.startswith("@")), tuple(classes))


def _follows(sought: Sought, written: str, joined: str) -> bool:
    """Whether a phrase, or a word of a class, stands in the words after a trigger."""
    for phrase in sought.phrases:
        at = joined.find(phrase)
        if at == 0 or (at > 0 and joined[at - 1] == " "):
            return True
    return any(each.search(written) for each in sought.classes)


@cache
def word_class(language: str, name: str) -> re.Pattern[str]:
    return re.compile(lexicon(language).grammar.classes[name])


def _coordinated(passage: Passage, hits: list[Hit]) -> list[Hit]:
    """A second verb that goes on with the first norm belongs to it."""
    kept: list[Hit] = []
    for hit in hits:
        if not (kept and _goes_on(passage, kept[-1], hit)):
            kept.append(hit)
    return kept


def _goes_on(passage: Passage, before: Hit, hit: Hit) -> bool:
    """Nor …: what the first clause denied is denied on; else the same modality without a subject of its own."""
    if passage.words[chunk_start(passage, hit.start, before.end)] in grammar(passage.language).continuers:
        return True
    apart = passage.language not in GERMANIC and ";" in passage.words[before.end : hit.start]
    return hit.entry.says == before.entry.says and not (apart or _own_subject(passage, before, hit))


def _own_subject(passage: Passage, before: Hit, hit: Hit) -> bool:
    start = chunk_start(passage, hit.start, before.end)
    return any(start <= role.start and role.end <= hit.start for role in passage.roles) and start > before.end
