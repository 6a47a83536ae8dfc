"""Where a clause names whom it binds: its subject, before or behind the verb, or a pronoun for it."""

from collections.abc import Iterable

from crawlers.vocabulary import Bearer
from nlp.grammar.clauses import BREAKS, chunk_start, head
from nlp.grammar.free_nouns import GERMANIC, TO, Look, bearer_of, is_free, within
from nlp.grammar.hits import Hit
from nlp.grammar.openings import main_start

FOR = frozenset(
    {
        "for",
        "with",
        "für",
        "para",
        "per",
        "pour",
        "prevent",
        "prevents",
        "preclude",
        "precludes",
        "preventing",
        "precluding",
    }
)
PRO_DROP = frozenset({"es", "it", "pt"})
NEUTER = frozenset({"it"})
# Verbs of giving orders: what stands after their “to” is bound by them.
ORDERS = ("ordina", "ordonne", "ordena")
# German: not he who acts in the clause before, but whom it names last.
LATTER = frozenset({"dieser", "diese", "dieses"})
FOLLOWS = frozenset({"so", "dann"})


def inside(look: Look) -> Hit | None:
    """No person shall …, unlawful for any person: the trigger names its bearer, or the noun after its `for`; no será responsable names none."""
    passage, span, trigger, _, _ = look
    freed = tuple(look.names.freed)
    named = [
        hit for hit in within(passage, trigger.start, trigger.end) if not passage.words[hit.start].startswith(freed)
    ]
    reach = 12 if trigger.entry.opens and trigger.entry.says == "may" else _for_whom(look)
    until = trigger.end + reach
    at = next((i for i in range(trigger.end - 1, min(until, span.end)) if passage.words[i] in FOR), None)
    if named or at is None:
        return next(iter(named), None)
    return next(iter(within(passage, max(at, trigger.end), min(span.end, at + 6))), None)


def _for_whom(look: Look) -> bool:
    """Unlawful for a person, it is an offence for a person: what is forbidden says it right after."""
    says, first = look.trigger.entry.says, look.passage.words[look.trigger.start]
    return says == "prohibition" or (says == "penalty" and first in NEUTER)


def dative(look: Look) -> Hit | None:
    """É vedado à União, spetta agli editori, ao juiz incumbe: the noun of a “to” right after the verb, or that begins the clause."""
    passage, span, trigger, zone, _ = look
    words = passage.words
    if trigger.entry.id.endswith(ORDERS):
        return None
    at = trigger.end if words[trigger.end - 1] in TO else trigger.end + 1
    begins = zone + (words[zone] in look.names.coordinators)
    if words[begins] in TO and begins < trigger.start:
        at = begins + 1
    if words[at - 1 : at] and words[at - 1] not in TO:
        return None
    while at < span.end and words[at] in look.names.determiners:
        at += 1
    return next((hit for hit in within(passage, at, span.end) if hit.start == at), None)


def subject(look: Look) -> Hit | None:
    """A noun before the verb that no preposition governs; asides between commas are stepped over."""
    passage, span, trigger, zone, _ = look
    names, start, end = look.names, zone, trigger.start
    if passage.language == "de" and zone > span.start and (follows := _after_verb(look)):
        return follows[0]
    while True:
        if _pronouns(look, start, end):
            return None
        for hit in [] if start > span.start and _is_aside(look, start, end) else within(passage, start, end):
            if is_free(passage, hit, start):
                return hit
        if start <= span.start or passage.words[start - 1] not in {",", "—", "–"}:
            return None
        if end == trigger.start and _has_subject(look, start, end):
            return None
        start, end = chunk_start(passage, start - 1, span.start), start - 1
        if start <= span.start and passage.words[start] in names.subordinators:
            return None


def before_relative(look: Look) -> Hit | None:
    """Spanish and Portuguese: … un informe al interesado, que deberá …: whom the words before the relative name last."""
    passage, span, trigger, zone, _ = look
    related = trigger.start == zone + 1 and passage.words[zone] in look.names.relatives
    if passage.language not in PRO_DROP or not related or zone <= span.start:
        return None
    return next(iter(reversed(within(passage, max(span.start, zone - 5), zone - 1))), None)


def _pronouns(look: Look, start: int, end: int) -> set[str]:
    """Those that no preposition governs, and that are no articles: de acesso provável por eles, diese Anbieter have none."""
    words, names = look.passage.words, look.names
    said = [i for i in range(start, end) if words[i] in names.pronouns]
    named = {hit.start - i for hit in look.passage.roles for i in (0, 1)} if said else set[int]()
    return {words[i] for i in said if i not in named and (i == start or words[i - 1] not in names.prepositions)}


def _has_subject(look: Look, start: int, end: int) -> bool:
    """English: after a condition, words before the verb are its subject though no role names them: …, indemnity may …"""
    words, names = look.passage.words, look.names
    conditional = words[look.span.start] in names.subordinators
    return look.passage.language == "en" and conditional and end > start and words[start] not in names.prepositions


def _is_aside(look: Look, start: int, end: int) -> bool:
    """Words between commas that a subordinator opens, or a preposition with a relative: …, in which …, …; …, der Nutzern Speicher bietet, …"""
    words, names = look.passage.words[start:end], look.names
    if look.passage.language == "de" and words and words[0] in names.relatives:
        return look.passage.text[look.passage.offsets[end - 1]].islower()
    governed = len(words) > 1 and words[0] in names.prepositions and words[1] in names.relatives
    governed = governed or (look.passage.language == "en" and bool(words) and words[0] in names.prepositions)
    return bool(words) and (words[0] in names.subordinators or governed)


def pronoun(look: Look) -> Hit | None:
    """It, they: the subject of the sentence's opening clause, else of the sentence before."""
    passage, _, trigger, zone, _ = look
    after = passage.words[trigger.end : trigger.end + 1] if passage.language == "de" else []
    said = _pronouns(look, zone, trigger.start) | (look.names.pronouns & {*after})
    return antecedent(look, zone, said) if said else None


def antecedent(look: Look, end: int, said: Iterable[str] = ()) -> Hit | None:
    """Whom a pronoun stands for: in the words of its sentence before `end`, first him who bore the norm before."""
    passage, span, _, _, scene = look
    start = span.sentence[0]
    everybody = within(passage, start, end)
    if passage.language == "de" and LATTER & {*said}:
        return everybody[-1] if everybody else None
    if NEUTER & {*said}:
        everybody = [hit for hit in everybody if bearer_of(hit, scene.hosts) != Bearer.USER]
    free = [hit for hit in everybody if is_free(passage, hit, start)]
    named = free or [hit for hit in everybody if NEUTER & {*said}]
    again = [hit for hit in named if bearer_of(hit, scene.hosts) == scene.last]
    return next(iter(again or named), None)


def elided(look: Look) -> Hit | None:
    """Spanish, Italian, Portuguese: a verb right after the opening clause and without a subject has that clause's."""
    passage, span, trigger, zone, _ = look
    starts = trigger.start - zone <= 2 and zone > span.start
    if passage.language not in PRO_DROP or not starts or within(passage, zone, min(span.end, trigger.end + 3)):
        return None
    return antecedent(look, zone)


def _after_verb(look: Look) -> list[Hit | None]:
    """German: [the subject] that follows its verb where nobody stands before it: so hat der Anbieter …; None in it for a pronoun."""
    passage, _, trigger, zone, _ = look
    words = passage.words
    if {*words[zone : trigger.start]} <= FOLLOWS and {*words[trigger.end : trigger.end + 1]} & {*look.names.pronouns}:
        return [None]
    if any(is_free(passage, hit, zone) for hit in within(passage, zone, trigger.start)):
        return []
    follows = inverted(look)
    return [follows] if follows and follows.start <= trigger.end + 3 else []


def above(look: Look) -> Hit | None:
    """The operator (a) must …; and (b) must …: an item that begins with its verb has the subject of the words before its list."""
    passage, span, trigger, zone, _ = look
    start = span.sentence[0]
    if span.start == start or any(len(word) > 1 and word.isalpha() for word in passage.words[zone : trigger.start]):
        return None
    chapeau = head(passage, span.sentence)
    first = main_start(passage, chapeau)
    return next((hit for hit in within(passage, first, chapeau.end) if is_free(passage, hit, first)), None)


def inverted(look: Look) -> Hit | None:
    """German and Romance: the subject may follow its verb."""
    passage, span, trigger, _, _ = look
    passive = not trigger.entry.phrases and passage.words[trigger.start] in look.names.passive  # Sont conservées les …
    near = within(passage, trigger.end, min(span.end, trigger.end + (5 if passive else 12)))
    if passage.language == "en" or not near:
        return None
    hit = near[0]
    between = {*passage.words[trigger.end : hit.start]}
    relatives = look.names.relatives if passage.language not in GERMANIC else frozenset[str]()
    parted = between & (BREAKS | look.names.subordinators | relatives)
    begin = trigger.end if trigger.entry.phrases else trigger.start  # Pour les usagers, l'accès est gratuit
    return hit if is_free(passage, hit, begin) and not parted else None
