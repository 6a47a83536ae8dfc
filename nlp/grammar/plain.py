"""Whom a sentence names without a modal verb: its first noun, the agent of its passive, or to whom that is done."""

from nlp.grammar.agents import agent
from nlp.grammar.clauses import BREAKS, chunk_start
from nlp.grammar.free_nouns import Look, is_free, within
from nlp.grammar.hits import Hit
from nlp.grammar.openings import after_absolute, after_matter
from nlp.grammar.subjects import antecedent, elided

# German articles of the dative; den is one of the plural.
DATIVE = frozenset({"dem", "den", "einem", "diesem", "diesen", "jedem", "ihrem", "seinem", "allen"})


def first(look: Look) -> Hit | None:
    """A sentence in the indicative: the first noun of its main clause that no preposition governs, or its pronoun's."""
    passage, span, trigger, _, _ = look
    opening = passage.words[trigger.start : trigger.start + 3]
    if opening[0] not in look.names.determiners | look.names.prepositions and (said := elided(look)):
        return said
    if opening[0] in look.names.pronouns:
        return antecedent(look, trigger.start)
    at = after_absolute(passage, trigger.start, span.end)
    last = min(span.end, trigger.start + 6) if opening[0] in look.names.passive else span.end
    for hit in within(passage, after_matter(passage, at, span.end), last):
        if passage.language == "de" and _in_relative(look, hit):
            continue
        if hit.start > trigger.start and any(
            word in look.names.pronouns for word in opening[: hit.start - trigger.start]
        ):
            return antecedent(look, trigger.start) or hit
        if is_free(passage, hit, trigger.start):
            return hit
    return None


def _in_relative(look: Look, hit: Hit) -> bool:
    """German: Hinweise von Stellen, die die Behörde anerkannt hat, prüft …: who stands in the clause between the commas."""
    words, start = look.passage.words, chunk_start(look.passage, hit.start, look.trigger.start)
    return (
        start > look.trigger.start
        and start < hit.start
        and words[start] in look.names.relatives
        and words[start - 1] == ","
    )


def passive(look: Look) -> Hit | None:
    """The user whose post … is informed by the host: by whom what the main clause says is done, whatever its subject."""
    passage, span, trigger, _, _ = look
    names, owned = look.names, False
    for i in range(trigger.start, span.end):
        if passage.words[i] in names.relatives or passage.words[i] in names.subordinators:
            owned = True
        elif owned and (passage.words[i] in names.passive or passage.words[i] in names.verbs):
            owned = False
        elif passage.words[i] in names.passive:
            by = agent(look, i + 1)
            return by if by and _reaches(passage.words, i, by.start) else None
    return None


def _reaches(words: list[str], verb: int, at: int) -> bool:
    """Est attribué, sur demande, par le préfet: nothing parts the verb from its agent but asides right behind the participle."""
    if BREAKS.isdisjoint(words[verb:at]):
        return True
    last = next(i for i in range(at - 1, verb, -1) if words[i] in BREAKS)
    return words[verb + 2] == "," and words[last] == "," and at - last < 4 and {*words[verb:at]} & BREAKS == {","}


def recipient(look: Look) -> Hit | None:
    """German: dem Anbieter ist eine Frist zu setzen, … ist den Betroffenen mitzuteilen: to whom what must be done is done."""
    passage, span, trigger, zone, _ = look
    before = within(passage, zone, trigger.start)
    if before and before[0].end == trigger.start and _in_dative(look, before[0], zone):
        return before[0]
    after = within(passage, trigger.end, min(span.end, trigger.end + 5))
    return after[0] if after and _in_dative(look, after[0], trigger.end) else None


def _in_dative(look: Look, hit: Hit, floor: int) -> bool:
    """Whether an article of a dative alone stands before the noun and nothing before that; der Behörde may be one at the beginning."""
    words, names = look.passage.words, look.names
    first = hit.start
    while first > floor and words[first - 1] in names.determiners:
        first -= 1
    articles = {*words[first : hit.start]}
    return first == floor and (
        not DATIVE.isdisjoint(articles)
        or words[hit.start] == "diesen"
        or (floor == look.zone and not is_free(look.passage, hit, floor))
    )
