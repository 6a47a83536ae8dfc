"""From triggers to statements: which modality each main clause has, and who bears it."""

from typing import NamedTuple

from crawlers.vocabulary import Bearer, Modality
from nlp.bearers import Who, who
from nlp.clauses import Span, chunk_start, is_indicative, is_main, spans
from nlp.passage import Hit, Passage
from nlp.rules import Rule

AUTHORITIES = frozenset({Bearer.AUTHORITY, Bearer.STATE, Bearer.COURT})
NOBODY = frozenset({Modality.DEFINITION, Modality.COMMENCEMENT})


class Statement(NamedTuple):
    """One norm before it is written down: words [start, end) of a passage."""

    modality: Modality
    who: Who
    start: int
    end: int
    trigger: Hit
    span: Span


def statements(passage: Passage, hosts: bool, context: Bearer) -> list[Statement]:
    found: list[Statement] = []
    last = context
    for span in spans(passage):
        for hit in announced(passage, span):
            made = _statement(passage, span, hit, last, hosts)
            if made:
                found.append(made)
                last = made.who.bearer if made.who.hit else last
    return found


def announced(passage: Passage, span: Span) -> list[Hit]:
    """The triggers of the main clauses of a span, one a place, the most specific rule winning."""
    kept: list[Hit] = []
    for hit in passage.triggers:
        if hit.start < span.start or hit.end > span.end:
            continue
        if holds(passage, span, hit) and (hit.entry.anywhere or is_main(passage, span, hit)):
            _keep(kept, hit)
    return _coordinated(passage, kept)


def _keep(kept: list[Hit], hit: Hit) -> None:
    """Overlapping triggers: the more specific stays."""
    if kept and hit.start < kept[-1].end:
        if specificity(hit) > specificity(kept[-1]):
            kept[-1] = hit
    elif not (kept and kept[-1].entry.then and hit.start - kept[-1].end < 40 and kept[-1].entry.opens):
        kept.append(hit)


def specificity(hit: Hit) -> tuple[int, int]:
    return (len(hit.entry.then) > 0) + hit.end - hit.start, len(hit.entry.without)


def holds(passage: Passage, span: Span, hit: Hit) -> bool:
    """Whether the words that must follow do, and those that must not do not."""
    rule: Rule = hit.entry
    if rule.opens and hit.start > chunk_start(passage, hit.start, span.start) + 2:
        return False
    tail = " ".join(passage.words[hit.end : min(span.end, hit.end + 40)]) + " "
    if rule.then and not any(follows(tail, word) for word in rule.then):
        return False
    return not any(follows(tail, word) for word in rule.without)


def follows(tail: str, phrase: str) -> bool:
    at = tail.find(phrase + " ")
    return at == 0 or (at > 0 and tail[at - 1] == " ")


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


def _statement(passage: Passage, span: Span, hit: Hit, last: Bearer, hosts: bool) -> Statement | None:
    says = hit.entry.says
    if says == "none":
        return None
    found = who(passage, span, hit, last, hosts)
    modality = _resolve(says, found.bearer)
    if modality in NOBODY:
        found = Who(Bearer.NONE, None, "none")
    start = _opening(passage, span, hit)
    return Statement(modality, found, start, min(span.end, max(hit.end + 25, start + 12)), hit, span)


def _resolve(says: str, bearer: Bearer) -> Modality:
    if says == "may":
        return Modality.POWER if bearer in AUTHORITIES else Modality.PERMISSION
    return Modality(says)


def _opening(passage: Passage, span: Span, hit: Hit) -> int:
    """The quote begins with the subject, at most 25 words before the verb."""
    return max(chunk_start(passage, hit.start, span.start), hit.start - 25)


def silent(passage: Passage, span: Span) -> bool:
    return is_indicative(passage) and not announced(passage, span)
