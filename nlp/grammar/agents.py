"""Who does what a clause says: the agent of its passive, who owns or runs its thing; and who is only told or enabled."""

import re

from crawlers.vocabulary import Bearer
from nlp.grammar.clauses import BREAKS, is_break
from nlp.grammar.conditions import word_class
from nlp.grammar.free_nouns import GERMANIC, TO, Look, bearer_of, is_free, within
from nlp.grammar.hits import Hit
from nlp.grammar.passage import Passage
from nlp.grammar.words import grammar

# What is done is his who did it: not what others posted, sent or asked for.
MADE = frozenset({"taken", "made", "adopted", "imposed", "applied"})
TO_ENGLISH = frozenset({"to"})
# What is forbidden to whoever would come in.
ENTRY = frozenset({"accesso", "ingresso", "acceso", "ingreso", "accès", "entrée", "acesso", "entrada"})
ADVERB = re.compile("ment[eo]?$")
BEEN = frozenset(["été", "sido", "stato", "stata", "stati", "state"])
ADJECTIVE = ("ate", "ive", "able", "ible", "ous", "ful", "subject", "clear", "easy", "free", "public")
STATES = frozenset({"estar", "estará", "estarão", "estarán", "rester", "restare"})


def agent(look: Look, start: int | None = None) -> Hit | None:
    """By whom it shall be done, after the trigger or another verb."""
    passage, span, trigger, _, _ = look
    begin = trigger.end if start is None else start
    if start is None and passage.language == "en" and _is_described(passage.words, begin):
        return None
    if trigger.entry.says == "claim" and passage.language == "de":  # von dem Anbieter verlangen: who is asked
        return None
    german = passage.language == "de"  # whose articles are relatives too: only after a comma
    relative = (
        i
        for i in range(begin, span.end)
        if (passage.words[i] in look.names.relatives and (not german or is_break(passage, i - 1)))
        or (german and passage.words[i] in look.names.subordinators)
    )
    for hit in within(passage, begin, next(relative, span.end)):
        i = _before_reference(passage.words, hit.start - 1, begin) if german else hit.start - 1
        while i > begin and passage.words[i] in look.names.determiners:
            i -= 1
        if passage.words[i] in look.names.agents and not _asked_by(look, i):
            if _described_by(look, begin, i):
                continue
            return None if _specified_by(look, begin, i) or _of_a_noun(look, i) else hit
    return None


REFERENCE = frozenset(
    {"§", "§§", "abs", "absatz", "satz", "nummer", "nr", "artikel", "buchstabe", ".", "nach", "gemäß"}
)


def _before_reference(words: list[str], i: int, floor: int) -> int:
    """German: von dem nach § 4 Absatz 1 Verpflichteten: the word before what a noun is bound by, else the word at `i`."""
    at = i
    while at > floor and (words[at] in REFERENCE or words[at][:1].isdigit()):
        at -= 1
    return at if at < i and words[at + 1] in {"nach", "gemäß"} else i


def _is_described(words: list[str], at: int) -> bool:
    """English: shall be proportionate to the use by children: an adjective, of which nobody is the agent."""
    return words[at : at + 1] == ["be"] and "".join(words[at + 1 : at + 2]).endswith(ADJECTIVE)


def _asked_by(look: Look, by: int) -> bool:
    """English: shall be awarded, upon application by any entity, by …: who asks for something does not do it."""
    words = look.passage.words[max(by - 3, 0) : by]
    return bool(words) and words[-1] in look.names.suits and bool(look.names.prepositions & {*words[:-1]})


def _of_a_noun(look: Look, by: int) -> bool:
    """German: die von der Behörde verlangten Maßnahmen: between an article and its noun, no agent of the clause."""
    return look.passage.language == "de" and look.passage.words[by - 1] in look.names.determiners


def _described_by(look: Look, begin: int, by: int) -> bool:
    """Romance: se retirarán los contenidos señalados por el juez: a participle beside its noun, not what the clause says is done."""
    words, names, language = look.passage.words, look.names, look.passage.language
    if language in GERMANIC:
        return False
    done, at = word_class(language, "absolute"), by - 1
    while at > begin and (done.match(words[at]) or words[at] in names.coordinators):
        at -= 1
    verbal = names.passive | BEEN
    return begin < at < by - 1 and words[at] not in verbal and not ADVERB.search(words[at])


def _specified_by(look: Look, begin: int, by: int) -> bool:
    """English: in the form specified by, content created by: a participle of a noun, not what the clause says is done."""
    words, names = look.passage.words, look.names
    if look.passage.language != "en" or not words[by - 1].endswith(("ed", "en", "made", "set", "held")):
        return False
    small, verb = names.prepositions | names.determiners, names.passive | BREAKS | names.coordinators
    start = next((i + 1 for i in range(by - 2, begin - 1, -1) if words[i] in verb), begin)
    return bool(small & {*words[start : by - 1]})


def done_by(look: Look) -> Hit | None:
    """Users may not be registered by the network, dürfen vom Netzwerk nicht …: the agent beside a passive, whatever its subject."""
    passage, span, trigger, _, _ = look
    words, at = passage.words, trigger.end
    may = trigger.entry.says == "may" and passage.language == "en"
    if trigger.entry.says not in {"obligation", "prohibition"} and not may:
        return None
    if passage.language == "en":
        if "be" not in words[at - 1 : at + 1]:
            return None
        reach = 10 if may else 4
        at = next((i for i in range(at, min(at + reach, span.end)) if words[i] in look.names.agents), span.end)
    if at >= span.end or words[at] not in look.names.agents:
        return None
    by = agent(look, at)
    return by if by and by.start <= at + 4 else None


def made_by(look: Look) -> Hit | None:
    """English: any step taken by the operator or its agents must be reported to …: who did the thing that is spoken of, whoever is told of it."""
    passage, span, trigger, _, _ = look
    words, start = passage.words, span.start
    if (
        passage.language != "en"
        or trigger.entry.says != "obligation"
        or "be" not in words[trigger.end - 1 : trigger.end + 1]
    ):
        return None
    by = next((i for i in range(start + 1, trigger.start) if words[i] in look.names.agents), None)
    if by is None or by > start + 12 or words[by - 1] not in MADE:
        return None
    return next((hit for hit in within(passage, by, by + 4)), None)


def kept_out(look: Look) -> Hit | None:
    """Romance: è vietato l'accesso dei minori: who must not come in."""
    passage, span, trigger, _, _ = look
    words, at = passage.words, trigger.end
    if trigger.entry.says != "prohibition":
        return None
    while at < span.end and words[at] in look.names.determiners:
        at += 1
    if at + 1 >= span.end or words[at] not in ENTRY or not words[at + 1].startswith("d"):
        return None
    return next(iter(within(passage, at + 1, min(span.end, at + 4))), None)


def genitive(look: Look) -> Hit | None:
    """The terms of the provider shall …: whose thing it is; what is done with a user's thing, another does."""
    passage, _, trigger, zone, scene = look
    if passage.language not in GERMANIC:
        named = [
            hit for hit in within(passage, zone, trigger.start) if not _receives(look, hit) and not _had_by(look, hit)
        ]
        return next((hit for hit in named if _is_doer(look, hit)), next(iter(named), None))
    if passage.words[zone] in look.names.prepositions:  # at the request of the user …: no part of the subject
        return None
    done = look.names.passive & {*passage.words[trigger.start : trigger.end + 2]}
    owners = [hit for hit in within(passage, zone, trigger.start) if not _receives(look, hit)]
    return next((hit for hit in owners if not (done and bearer_of(hit, scene.hosts) == Bearer.USER)), None)


def _had_by(look: Look, hit: Hit) -> bool:
    """The account of a minor must be linked to …: what is done with a user's thing, another does."""
    done = (look.names.passive | STATES) & {*look.passage.words[look.trigger.start : look.trigger.end + 2]}
    owed = look.trigger.entry.says in {"obligation", "prohibition"}
    owed = owed and bearer_of(hit, look.scene.hosts) in {Bearer.USER, Bearer.RIGHTSHOLDER}
    return owed and bool(done) and hit.start <= look.zone + 4 and not _is_doer(look, hit)


def _receives(look: Look, hit: Hit) -> bool:
    """The notice to the user, la comunicazione all'utente: to whom something goes."""
    at, words, to = hit.start - 1, look.passage.words, TO_ENGLISH if look.passage.language == "en" else TO
    while at > look.zone and words[at] in look.names.determiners and words[at] not in to:
        at -= 1
    return at > look.zone and words[at] in to


def _is_doer(look: Look, hit: Hit) -> bool:
    """Data of minors collected by providers: whether a word for the agent stands before the noun and its articles."""
    at, words = hit.start - 1, look.passage.words
    while at > look.zone and words[at] in look.names.determiners and words[at] not in look.names.agents:
        at -= 1
    return at >= look.zone and words[at] in look.names.agents


def asked_host(passage: Passage, start: int, end: int, hosts: bool) -> bool:
    """May ask the provider to …, has the right to obtain of the platform …: a verb of asking, then a host behind a small word."""
    names, words = grammar(passage.language), passage.words
    asking = next((i for i in range(start, min(end, start + 8)) if words[i] in names.asking), None)
    if asking is None:
        return False
    near = within(passage, asking, min(end, asking + 12))
    asked = [hit for hit in near if bearer_of(hit, hosts) == Bearer.HOST and not is_free(passage, hit, asking)]
    return bool(asked) and asked[0] == near[0]


def resumed(look: Look) -> Bearer | None:
    """The report shall …, after a paragraph in which somebody must report: a thing spoken of there is his who was bound there."""
    words, names, before = look.passage.words, look.names, look.scene.before
    at = look.zone if look.trigger.entry.phrases else look.trigger.start
    if before is None or words[at] not in names.determiners:
        return None
    return before[0] if before[1] & {*words[at + 1 : at + 2]} else None


def is_addressed(look: Look, hit: Hit) -> bool:
    """Users shall be informed, shall be able to: who is told, given or enabled to do something is not who must see to it."""
    passage, span, trigger, _, scene = look
    words, names = passage.words, look.names
    if bearer_of(hit, scene.hosts) == Bearer.USER and _can(look):
        return True
    last = span.end if passage.language == "de" else min(span.end, max(trigger.end, hit.end) + 6)
    relative = passage.language not in GERMANIC and bool(names.relatives & {*words[hit.end : hit.end + 1]})
    told = next(
        (
            i
            for i in range(max(hit.end, trigger.start), min(span.end, last + 12 * relative))
            if words[i] in names.addressed and (not relative or words[i - 1] in names.passive)
        ),
        None,
    )
    if told is None or (passage.language != "de" and not relative and names.relatives & {*words[hit.end : told]}):
        return False
    if (
        passage.language == "de" and "verpflichtet" in words[trigger.start : told]
    ):  # … ist er verpflichtet, … mitzuteilen
        return False
    first = min(trigger.start, hit.end) if passage.language == "de" else told - 2
    return bool(names.passive & {*words[max(first, 0) : told]})


def _can(look: Look) -> bool:
    """Shall be able to, müssen … können: what somebody must be able to do, another makes possible."""
    words, trigger = look.passage.words, look.trigger
    if look.passage.language == "de":
        ends = (i for i in range(trigger.end, look.span.end) if is_break(look.passage, i) or words[i] == ".")
        return words[next(ends, look.span.end) - 1] == "können"
    return look.passage.language == "en" and words[trigger.end : trigger.end + 2] in (["be", "able"], ["be", "enabled"])
