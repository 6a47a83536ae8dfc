"""From triggers to statements: which modality each main clause has, and who bears it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from crawlers.vocabulary import Bearer, Modality
from nlp.bearers import Scene, Who, only, who
from nlp.clauses import Span, chunk_start, grammar, head, is_break, is_indicative, is_main, items, main_start
from nlp.passage import Hit, Passage
from nlp.rules import Rule, lexicon

AUTHORITIES = frozenset({Bearer.AUTHORITY, Bearer.STATE, Bearer.COURT})
PASSIVE = frozenset({"be", "werden", "être", "se", "ser", "essere", "venire"})
LIABILITY = ("liability", "verantwortlichkeit", "haftung", "responsabilid", "responsabilit", "irresponsab")
NOBODY = frozenset({Modality.DEFINITION, Modality.COMMENCEMENT})


class Statement(NamedTuple):
    """One norm before it is written down: words [start, end) of a passage."""

    modality: Modality
    who: Who
    start: int
    end: int
    trigger: Hit
    span: Span


def statements(passage: Passage, scene: Scene) -> list[Statement]:
    found: list[Statement] = []
    for span, hit in _spoken(passage):
        made = _statement(passage, span, hit, scene)
        if made:
            found.append(made)
            scene = scene._replace(last=made.who.bearer if made.who.bearer != Bearer.NONE else scene.last)
    return found


def _spoken(passage: Passage) -> Iterator[tuple[Span, Hit]]:
    """Each sentence up to its list; the items where the words before them say nothing; else the plain indicative."""
    for sentence in passage.sentences:
        chapeau = head(passage, sentence)
        said = [(chapeau, hit) for hit in announced(passage, chapeau)]
        said = said or [(item, hit) for item in items(passage, chapeau) for hit in announced(passage, item)]
        yield from said or [(chapeau, hit) for hit in indicative(passage, chapeau)]


def announced(passage: Passage, span: Span) -> list[Hit]:
    """The triggers of the main clauses of a span, one a place, the most specific rule winning."""
    kept: list[Hit] = []
    for hit in passage.triggers:
        if span.start <= hit.start and hit.end <= span.end and holds(passage, span, hit):
            _keep(kept, hit)
    main = [hit for hit in kept if hit.entry.says != "skip" and is_main(passage, span, hit)]
    return _coordinated(passage, _ranked(main))


def _keep(kept: list[Hit], hit: Hit) -> None:
    """Overlapping or touching triggers are one verb group: the more specific stays, else the first."""
    if not kept or hit.start > kept[-1].end:
        kept.append(hit)
    elif specificity(hit) > specificity(kept[-1]) and hit.start < kept[-1].end:
        kept[-1] = hit


def _ranked(hits: list[Hit]) -> list[Hit]:
    """Weak rules only where nothing else speaks, rules of the first verb only there; a penalty takes in what led to it."""
    strong = [hit for hit in hits if not hit.entry.weak] or hits[:1]
    kept = [hit for hit in strong if not hit.entry.first or hit is strong[0]]
    for i, hit in enumerate(kept):
        if hit.entry.says == "penalty" and all(
            before.entry.says in {"obligation", "prohibition"} for before in kept[:i]
        ):
            return kept[i:]
    opened = kept[0] if kept else None
    return kept[:1] if opened and opened.entry.opens and opened.entry.then else kept


RANK = (
    "penalty",
    "none",
    "exemption",
    "prohibition",
    "right",
    "claim",
    "commencement",
    "power",
    "definition",
    "may",
    "obligation",
)


def specificity(hit: Hit) -> tuple[int, int]:
    """Longer phrases and phrases with a sequel say more; of equals, the rarer kind of norm."""
    says = hit.entry.says
    return (len(hit.entry.then) > 0) + hit.end - hit.start, -RANK.index(says) if says in RANK else 0


def holds(passage: Passage, span: Span, hit: Hit) -> bool:
    """Whether the words that must follow do, and those that must not do not."""
    rule: Rule = hit.entry
    if rule.opens and not opens(passage, span, hit):
        return False
    if rule.near and not near(passage, span, hit):
        return False
    if not rule.then and not rule.without:
        return True
    last = min(span.end, hit.end + (16 if rule.opens else 60))
    written = passage.text[passage.ends[hit.end - 1] : passage.ends[last - 1]]
    joined = " ".join(passage.words[hit.end : last]) + " "
    if rule.then and not any(follows(passage.language, written, joined, word) for word in rule.then):
        return False
    return not any(follows(passage.language, written, joined, word) for word in rule.without)


def near(passage: Passage, span: Span, hit: Hit) -> bool:
    """No subordinator stands between the beginning of the main clause and the trigger."""
    names = grammar(passage.language)
    between = passage.words[main_start(passage, span) : hit.start]
    return not any(word in names.subordinators or word in names.relatives for word in between)


def opens(passage: Passage, span: Span, hit: Hit) -> bool:
    """At the beginning of a clause, or of a sentence run into the heading before it."""
    return (
        hit.start <= chunk_start(passage, hit.start, span.start) + 3
        or passage.text[passage.offsets[hit.start]].isupper()
    )


def follows(language: str, written: str, joined: str, phrase: str) -> bool:
    """Whether the phrase, or a word of the class that @names, stands in the words after a trigger."""
    if phrase.startswith("@"):
        return bool(word_class(language, phrase[1:]).search(written))
    at = joined.find(phrase + " ")
    return at == 0 or (at > 0 and joined[at - 1] == " ")


@cache
def word_class(language: str, name: str) -> re.Pattern[str]:
    return re.compile(lexicon(language).grammar.classes[name])


def _coordinated(passage: Passage, hits: list[Hit]) -> list[Hit]:
    """A second verb of the same modality with no subject of its own belongs to the first norm."""
    kept: list[Hit] = []
    for hit in hits:
        if kept and hit.entry.says == kept[-1].entry.says and not _own_subject(passage, kept[-1], hit):
            continue
        kept.append(hit)
    return kept


def _own_subject(passage: Passage, before: Hit, hit: Hit) -> bool:
    start = chunk_start(passage, hit.start, before.end)
    return any(start <= role.start and role.end <= hit.start for role in passage.roles) and start > before.end


def _statement(passage: Passage, span: Span, hit: Hit, scene: Scene) -> Statement | None:
    says = hit.entry.says
    if says == "none":
        return None
    found = who(passage, span, hit, scene)
    if (
        says == "may"
        and found.how in {"implied", "genitive"}
        and PASSIVE & set(passage.words[hit.start - 1 : hit.end + 6])
    ):
        found = Who(Bearer.AUTHORITY, None, "passive")
    modality = _resolve(says, found.bearer)
    if modality == Modality.PROHIBITION and found.bearer in AUTHORITIES and only(passage, hit):
        modality = Modality.POWER
    if _on_liability(passage, span, hit, scene, modality):
        modality, found = Modality.EXEMPTION, Who(Bearer.HOST, None, "liability")
    if modality in NOBODY:
        found = Who(Bearer.NONE, None, "none")
    start = _opening(passage, span, hit)
    longest = 60 if not hit.entry.phrases else 25
    return Statement(modality, found, start, _closing(passage, span, max(hit.end + longest, start + 12)), hit, span)


def _on_liability(passage: Passage, span: Span, hit: Hit, scene: Scene, modality: Modality) -> bool:
    """In a law about hosts, a plain rule on liability gives, conditions or takes away a safe harbour."""
    rule: Rule = hit.entry
    stated = rule.weak or not rule.phrases or "respons" in "".join(passage.words[hit.start : hit.end])
    if not (scene.hosts and stated and modality in {Modality.DEFINITION, Modality.OBLIGATION}):
        return False
    start = main_start(passage, span)
    return any(word.startswith(LIABILITY) for word in passage.words[start : min(span.end, start + 20)])


def _resolve(says: str, bearer: Bearer) -> Modality:
    if says == "may":
        return Modality.POWER if bearer in AUTHORITIES else Modality.PERMISSION
    if says == "claim":
        return Modality.POWER if bearer in AUTHORITIES else Modality.RIGHT
    return Modality(says)


def _opening(passage: Passage, span: Span, hit: Hit) -> int:
    """The quote begins with the subject, at most 25 words before the verb."""
    return max(chunk_start(passage, hit.start, span.start), hit.start - 25)


def _closing(passage: Passage, span: Span, end: int) -> int:
    """The quote goes on to the end of its clause where that is near, so that it stops at a word one may stop at."""
    near = range(end, min(span.end, end + 20))
    return next((i for i in near if is_break(passage, i)), span.end if end + 20 >= span.end else end)


def _is_prose(words: list[str]) -> bool:
    """A sentence of words, not a note of sources or a heading with its number."""
    plain_words = sum(word[:1].isalpha() and len(word) > 1 for word in words)
    listed = words[-1] == ";" or (len(words) > 1 and ")" in words[:2])
    return not listed and plain_words >= 5 and plain_words >= 0.6 * len(words) and words[0] not in {"[", "*", "note"}


@cache
def plain(language: str) -> Rule:
    """What is said in the plain indicative, where a language imposes conduct by it."""
    return Rule(id=f"{language}.indicative", says="obligation", phrases=(), hits=())


def indicative(passage: Passage, span: Span) -> list[Hit]:
    """A sentence in which no trigger speaks, in a language that commands by saying what is done."""
    if (
        not is_indicative(passage)
        or span.start != span.sentence[0]
        or not _is_prose(passage.words[span.start : span.end])
    ):
        return []
    if any(span.start <= hit.start < span.end and hit.entry.says == "none" for hit in passage.triggers):
        return []
    start = main_start(passage, span)
    return [Hit(start, start + 1, plain(passage.language))]
