"""Who must, may or must not: the subject of the clause, the agent of a passive, or whoever the passage speaks of."""

from typing import NamedTuple

from crawlers.vocabulary import Bearer, Modality
from nlp.grammar.agents import agent, done_by, genitive, is_addressed, operates, resumed
from nlp.grammar.clauses import Span, chunk_start, is_break
from nlp.grammar.free_nouns import GERMANIC, Look, Scene, bearer_of, is_free, within
from nlp.grammar.hits import Hit
from nlp.grammar.passage import Passage
from nlp.grammar.rules import lexicon
from nlp.grammar.subjects import dative, elided, first, inside, inverted, passive, pronoun, subject
from nlp.grammar.triggers import word_class
from nlp.grammar.words import grammar

__all__ = ["Scene", "Who", "bearer_of", "only", "who"]

# Law punishes, forbids and spares without naming whom: that is hardly ever an institution.
PRIVATE = frozenset({"penalty", "prohibition", "exemption"})
INSTITUTIONS = frozenset({Bearer.AUTHORITY, Bearer.STATE, Bearer.COURT})
# After a right against hosts, what must be done is theirs: …, so he may ask the provider to block it. The block must …
SERVED = frozenset({Bearer.USER, Bearer.RIGHTSHOLDER})
BINDS = frozenset({"obligation", "prohibition"})
# What begins a sentence that forbids something to nobody by name, and so to all.
IMPERSONAL = frozenset({"it", "es"})
# German: what is to be refused, granted, set
PASSIVE = frozenset({"ist", "sind"})
# words between a verb and somebody whom a long passage speaks of
NEAR = 150


class Who(NamedTuple):
    """`hit` is None where nobody is named; `how` says how the bearer was found."""

    bearer: Bearer
    hit: Hit | None
    how: str


def who(passage: Passage, span: Span, trigger: Hit, scene: Scene) -> Who:
    """The bearer of the norm announced by `trigger`."""
    zone = chunk_start(passage, trigger.start, span.start)
    if last := _latter(passage, span, trigger, zone):
        return Who(bearer_of(last, scene.hosts), last, "latter")
    look = Look(passage, span, trigger, zone, scene)
    if scene.last and _again(passage, span, zone):
        told = scene.last == Bearer.HOST and _is_passive(look)
        return Who(Bearer.AUTHORITY if told else scene.last, None, "pronoun")
    if scene.last and zone < trigger.start and _goes_on(look):
        return Who(scene.last, None, "coordinated")
    if trigger.entry.says in {*BINDS, "may"} and (made := _official(look)):
        return made
    if made := _done_to(look):
        return made
    named = (
        (inside, done_by, subject, pronoun, dative, agent, elided, inverted, genitive)
        if trigger.entry.phrases
        else (passive, first, agent, inverted)
    )
    for find in named:
        if found := find(look):
            return _named_by(look, found, find.__name__)
    return Who(_nobody(look), None, "implied")


def _goes_on(look: Look) -> bool:
    """English: They shall be free, and shall neither seek nor take …: a verb right behind the comma and its “and” has the subject of the last."""
    words, begun = look.passage.words, look.zone > look.span.start
    return (
        look.passage.language == "en" and begun and {*words[look.zone : look.trigger.start]} <= look.names.coordinators
    )


def _done_to(look: Look) -> Who | None:
    """German: der Anbieter ist zu hören, in der Liste sind die Anbieter zu führen: the subject bears nothing, an office does that."""
    if not _is_passive(look) or agent(look):
        return None
    found = subject(look) or inverted(look)
    done_to = found and bearer_of(found, look.scene.hosts) in {Bearer.HOST, Bearer.PERSON}
    return Who(Bearer.AUTHORITY, None, "done_to") if done_to else None


def _is_passive(look: Look) -> bool:
    """German: ist anzuhören, sind zu führen, with the verb at the end of the clause."""
    passage, span, trigger, _, _ = look
    words, single = passage.words, trigger.end - trigger.start == 1
    if passage.language != "de" or trigger.entry.says != "obligation" or words[trigger.start] not in PASSIVE:
        return False
    end = next((i for i in range(trigger.end, span.end) if is_break(passage, i) or words[i] == "."), span.end)
    return single and bool(words[end - 2] == "zu" or word_class("de", "zu_infinitive").fullmatch(words[end - 1]))


def _named_by(look: Look, found: Hit, how: str) -> Who:
    """The class of a noun that was found, unless it is only told something, stands for a host, or runs one."""
    says = look.trigger.entry.says
    if says == "obligation" and is_addressed(look, found):
        return _speaker(look, found)
    if found.entry.again and _hosts_before(look):
        return Who(Bearer.HOST, found, "again")
    if says != "penalty" and operates(look, found):
        return Who(Bearer.HOST, found, "operates")
    return Who(bearer_of(found, look.scene.hosts), found, how)


def _nobody(look: Look) -> Bearer:
    """Who is meant where no word names him."""
    passage, span, trigger, _, scene = look
    if _of_anybody(look):
        return Bearer.PERSON
    meant = implied(passage, scene, trigger)
    if not scene.last and (spoken := resumed(look)):
        meant = spoken
    if trigger.entry.says in {"penalty", "prohibition"} and passage.language not in GERMANIC:
        meant = _anybody(look, meant)
    if meant == Bearer.HOST and trigger.entry.says == "penalty" and _jailed(look):
        meant = Bearer.PERSON
    if trigger.entry.says in PRIVATE and meant in INSTITUTIONS and not only(passage, trigger):
        meant = Bearer.HOST if Bearer.HOST in _named(passage, scene) else Bearer.PERSON
    return Bearer.AUTHORITY if trigger.entry.says == "prohibition" and _caps(passage, span, trigger) else meant


def _of_anybody(look: Look) -> bool:
    """An action must be brought within a year, a request must say why; it is unlawful to …, es ist verboten, …"""
    words, at = look.passage.words, look.trigger.start
    if look.trigger.entry.says == "prohibition":
        return bool(IMPERSONAL & {*words[max(look.zone, at - 1) : at + 1]})
    if " ".join(words[look.span.start : look.span.start + 2]) in look.names.whoever:
        return True
    opening = words[look.zone : look.zone + 4] if words[look.zone] not in look.names.prepositions else []
    german = look.passage.language == "de" and look.scene.last in INSTITUTIONS  # der Antrag des Amts: it is theirs
    return look.trigger.entry.says == "obligation" and not german and bool(look.names.suits & {*opening})


def _anybody(look: Look, meant: Bearer) -> Bearer:
    """What nobody in particular is forbidden or punished for binds anybody: hosts where the sentence names them or whom they serve."""
    start, end = look.span.sentence
    said = [bearer_of(hit, look.scene.hosts) for hit in within(look.passage, start, end)]
    private = [bearer for bearer in said if bearer not in INSTITUTIONS]
    if look.trigger.entry.says == "penalty":
        return meant if not private or private[0] == Bearer.HOST else Bearer.PERSON
    if meant == Bearer.HOST and look.scene.last != Bearer.HOST and {Bearer.HOST, Bearer.USER}.isdisjoint(said):
        return Bearer.PERSON
    return meant


def _jailed(look: Look) -> bool:
    """Is liable to imprisonment, where the sentence names no host."""
    start, end = look.span.sentence
    named = {bearer_of(hit, look.scene.hosts) for hit in within(look.passage, start, end)}
    return Bearer.HOST not in named and bool(look.names.jailed & {*look.passage.words[start:end]})


def _hosts_before(look: Look) -> bool:
    """Whether a host bore the norm before, or the sentence before names hosts."""
    if look.scene.last == Bearer.HOST:
        return True
    start = look.span.sentence[0]
    before = next((begun for begun, end in look.passage.sentences if end == start), start)
    named = [hit for hit in look.passage.roles if before <= hit.start < start]
    return any(bearer_of(hit, look.scene.hosts) == Bearer.HOST for hit in named)


def _caps(passage: Passage, span: Span, trigger: Hit) -> bool:
    """The fine may not exceed …: a limit of a sum binds whoever sets it."""
    verb = "".join(passage.words[trigger.start : trigger.end + 2])
    names = grammar(passage.language)
    return any(stem in verb for stem in names.exceed) and bool(
        names.sums & {*passage.words[span.start : trigger.start]}
    )


def _official(look: Look) -> Who | None:
    """An order must say why, an investigation shall end in a month: that binds the authority, or whom they name as theirs."""
    if _public(look) or _asked(look):
        return Who(Bearer.AUTHORITY, None, "official")
    names, words = look.names, look.passage.words
    text, offsets = look.passage.text, look.passage.offsets
    marks = [
        i + 1 for i in range(look.zone, look.trigger.start - 1) if words[i] == ")" and text[offsets[i + 1]].isupper()
    ]
    at = marks[-1] if marks else look.zone  # Contents (2) The order must …
    while at < look.trigger.start and words[at] in names.determiners:
        at += 1
    joined = {" ".join(words[at:end]) for end in range(at + 1, min(at + 4, look.trigger.start) + 1)}
    made = names.enacted if look.trigger.entry.says == "may" else names.official
    if made.isdisjoint(joined) or names.paid & {*words[look.trigger.start : look.span.end]}:
        return None
    owner = genitive(look)
    if owner and bearer_of(owner, look.scene.hosts) in INSTITUTIONS:
        return Who(bearer_of(owner, look.scene.hosts), owner, "genitive")
    return Who(Bearer.AUTHORITY, None, "official")


def _asked(look: Look) -> bool:
    """Unterlagen können vom Anbieter verlangt werden: of whom something is asked is not who asks."""
    said = {*look.passage.words[look.trigger.end : look.span.end]}
    asked = not said.isdisjoint(lexicon(look.passage.language).grammar.asked)
    return look.trigger.entry.says == "may" and asked and bool(said & look.names.agents)


def _public(look: Look) -> bool:
    """The use of codes shall be promoted, regard shall be had to the size of the service: an institution does that."""
    phrases = lexicon(look.passage.language).grammar.public
    german = look.passage.language == "de" and bool(PASSIVE & {look.passage.words[look.trigger.start]})
    reach = 2 if look.trigger.entry.phrases and not (german or look.trigger.entry.opens) else 30
    begin, end = max(look.span.start, look.trigger.start - 2), min(look.span.end, look.trigger.end + reach)
    end = next((i for i in range(look.trigger.end, end) if german and is_break(look.passage, i)), end)
    said = " ".join(look.passage.words[begin:end]) + " "
    return any(f"{phrase} " in said for phrase in phrases) and not agent(look)


def _speaker(look: Look, told: Hit) -> Who:
    """Who must tell or hear: the agent named, else the host where others are told, else the authority."""
    by = agent(look)
    if by:
        return Who(bearer_of(by, look.scene.hosts), by, "agent")
    if look.scene.last in INSTITUTIONS and bearer_of(told, look.scene.hosts) != Bearer.USER:
        return Who(look.scene.last, None, "addressed")
    named = _named(look.passage, look.scene)
    official = Bearer.AUTHORITY in named and Bearer.HOST not in named
    public = bearer_of(told, look.scene.hosts) == Bearer.HOST or not look.scene.hosts or official
    return Who(Bearer.AUTHORITY if public else Bearer.HOST, None, "addressed")


def only(passage: Passage, trigger: Hit) -> bool:
    """What may only be done on a condition: of an authority, that is a power."""
    return bool(grammar(passage.language).only & set(passage.words[trigger.start : trigger.end + 8]))


def _named(passage: Passage, scene: Scene) -> list[Bearer]:
    return [bearer_of(hit, scene.hosts) for hit in passage.roles]


def implied(passage: Passage, scene: Scene, trigger: Hit) -> Bearer:
    """Nobody is named: who bore the norm before, whom the heading names, whom the passage speaks of near the verb.

    What may be done, an authority may; what must be done, a host must.
    """
    says = trigger.entry.says
    owed = (
        scene.hosts
        and says == "obligation"
        and scene.said in {Modality.RIGHT, Modality.PROHIBITION}
        and scene.last in SERVED
    )
    if scene.last and not owed:
        return scene.last
    near = [hit for hit in passage.roles if abs(hit.start - trigger.start) <= NEAR]
    if scene.hosts and says == "obligation" and passage.language in GERMANIC:
        # What is to be sent to an authority, or kept at its request, is no authority's to do.
        near = [hit for hit in near if hit.entry.bearer not in INSTITUTIONS or is_free(passage, hit, 0)]
    named = [bearer_of(hit, scene.hosts) for hit in near]
    if scene.heading and not (says == "may" and Bearer.AUTHORITY in named):
        return scene.heading
    first = (Bearer.AUTHORITY, Bearer.HOST) if says in {"may", "claim"} else (Bearer.HOST, Bearer.AUTHORITY)
    for bearer in (*first, Bearer.STATE):
        if bearer in named:
            return bearer
    return Bearer.HOST if scene.hosts else Bearer.PERSON


def _latter(passage: Passage, span: Span, trigger: Hit, zone: int) -> Hit | None:
    """Whom a clause that begins with “the latter” means: the last one named before it, in the sentence before too."""
    at = zone if trigger.entry.phrases else trigger.start
    if not trigger.entry.phrases and "," in passage.words[at : at + 4]:  # À défaut, celui-ci …
        at += passage.words[at : at + 4].index(",") + 1
    begins = " ".join(passage.words[at : at + 3]).replace(" -", "-").replace("' ", "'") + " "
    if not begins.startswith(tuple(f"{word} " for word in grammar(passage.language).latter)):
        return None
    before = [hit for hit in passage.roles if hit.end <= at]
    return before[-1] if before and (at > span.start or before[-1].start > at - 60) else None


def _again(passage: Passage, span: Span, zone: int) -> bool:
    """A sentence that begins with a pronoun speaks of whom the last one spoke."""
    opening = [word for word in passage.words[span.start : span.start + 6] if word.isalpha()]
    return zone == span.start and bool(opening) and opening[0] in grammar(passage.language).pronouns
