"""Which triggers of a clause speak: the most specific at a place, in a main clause, with the words that must follow."""

from bisect import bisect_left

from nlp.grammar.clauses import Span, chunk_start
from nlp.grammar.conditions import OR, holds
from nlp.grammar.free_nouns import is_free
from nlp.grammar.hits import Hit
from nlp.grammar.main_verbs import is_main
from nlp.grammar.openings import ROMANCE, begins_with_verb, has_aside, main_start
from nlp.grammar.passage import Passage
from nlp.grammar.rules import lexicon
from nlp.grammar.words import Words, grammar

BEING = frozenset({"is", "are"})


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
    return _coordinated(passage, _ranked(passage, main))


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
    passive = kept.end - kept.start > 1 and ends and passage.words[hit.start] in _again(passage.language)
    return kept.entry.weak or kept.entry.says == "skip" or passive


def _again(language: str) -> frozenset[str]:
    """Verbs that no participle goes before: to which he is bound | is …, auquel il est soumis | peut …."""
    return grammar(language).verbs if language in ROMANCE else BEING


def _tail(kept: Hit, hit: Hit) -> bool:
    """Does not [apply to], cannot be [guilty of]: a verb that was denied is not taken up again without its denial."""
    denied = kept.entry.says in {"exemption", "prohibition"}
    return hit.start > kept.start and hit.entry.says in {"definition", "penalty"} and denied


def _ranked(passage: Passage, hits: list[Hit]) -> list[Hit]:
    """Weak rules only where nothing else speaks, rules of the first verb only there; a penalty takes in what led to it."""
    strong = [hit for hit in hits if not hit.entry.weak] or hits[:1]
    kept = [hit for hit in strong if not hit.entry.first or hit is strong[0]]
    if struck := [hit for hit in kept if hit.entry.id.endswith(".strikes")]:
        return struck
    first = next((i for i, hit in enumerate(kept) if hit.entry.says != "none"), 0)
    if kept and ((kept[first].entry.opens and kept[first].entry.then) or kept[first].entry.id == MEANS):
        return kept[: first + 1]
    for i, hit in enumerate(kept):
        if hit.entry.says == "penalty" and all(
            before.entry.says in {"obligation", "prohibition"} for before in kept[:i]
        ):
            return kept if i and _is_joined(passage, hit) else kept[i:]
    return kept


def _is_joined(passage: Passage, penalty: Hit) -> bool:
    """… shall keep a log and shall be fined if it does not: what stands before is commanded by itself."""
    return passage.words[penalty.start - 1] in grammar(passage.language).coordinators - OR


LINKS = frozenset({"that", "which", "who", "whom", "whose", "whereby", "where", "when", "if"})
# What an English definition says of its term behind commas is no norm: a service that, for good reasons, cannot be used alone.
MEANS = "en.means"
RANK = (
    "penalty", "none", "exemption", "prohibition", "right", "claim", "liable", "commencement", "power", "same",
    "definition", "may", "obligation",
)  # fmt: skip


def specificity(hit: Hit) -> tuple[int, int]:
    """Longer phrases and phrases with a sequel say more; of equals, the rarer kind of norm."""
    says = hit.entry.says
    return (len(hit.entry.then) > 0) + hit.end - hit.start, -RANK.index(says) if says in RANK else 0


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
    apart = passage.language != "en" and ";" in passage.words[before.end : hit.start]
    return hit.entry.says == before.entry.says and not (apart or _own_subject(passage, before, hit))


def own_clause(passage: Passage, before: int, at: int) -> int | None:
    """English: shall be sent to the board and the reasons for it shall be published: the first word of the second clause, if the verb at `at` has a subject there."""
    words, names = passage.words, grammar(passage.language)
    if passage.language != "en":
        return None
    begun = chunk_start(passage, at, before)
    listed = begun > before and words[begun] in names.coordinators
    begun += listed
    if (
        begun > before
        and begun < at
        and (_begins_subject(passage, begun) or (listed and _is_bare(words, names, begun, at)))
    ):
        return begun
    first = 1 + next((i for i in range(at - 1, before - 1, -1) if words[i] in names.coordinators), at)
    if first >= at or LINKS & {*words[before:first], *words[first + 1 : at]}:
        return None
    return first if _begins_subject(passage, first) else None


def _is_bare(words: list[str], names: Words, first: int, at: int) -> bool:
    """…, and decisions to remove it shall …: a subject without an article."""
    governed = words[first] in names.prepositions | names.subordinators | LINKS
    return at - first > 1 and not governed and not words[first].endswith(("ly", "ing", "ed"))


def _begins_subject(passage: Passage, at: int) -> bool:
    names = grammar(passage.language)
    begins = names.determiners - LINKS | names.pronouns
    return passage.words[at] in begins or any(role.start == at for role in passage.roles)


def _own_subject(passage: Passage, before: Hit, hit: Hit) -> bool:
    stated = hit.entry.says not in {"definition", "commencement"}
    if stated and own_clause(passage, before.end, hit.start) is not None:
        return True
    if passage.language == "en" and passage.words[hit.start - 1] in grammar("en").pronouns:
        return True  # … and it shall
    start = chunk_start(passage, hit.start, before.end)
    named = (role for role in passage.roles if start <= role.start and role.end <= hit.start)
    return start > before.end and any(is_free(passage, role, start) for role in named)
