"""Who is meant where no word of the clause names him."""

from crawlers.vocabulary import Bearer, Modality
from nlp.grammar.agents import resumed
from nlp.grammar.clauses import Span
from nlp.grammar.free_nouns import GERMANIC, Look, Scene, bearer_of, is_free, within
from nlp.grammar.handled import in_hands
from nlp.grammar.hits import Hit
from nlp.grammar.passage import Passage
from nlp.grammar.running import by_activity
from nlp.grammar.words import grammar

# Law punishes, forbids and spares without naming whom: that is hardly ever an institution.
PRIVATE = frozenset({"penalty", "prohibition", "exemption"})
INSTITUTIONS = frozenset({Bearer.AUTHORITY, Bearer.STATE, Bearer.COURT})
# After a right against hosts, what must be done is theirs: …, so he may ask the provider to block it. The block must …
SERVED = frozenset({Bearer.USER, Bearer.RIGHTSHOLDER})
# What begins a sentence that forbids something to nobody by name, and so to all.
IMPERSONAL = frozenset({"it", "es"})
# What the name of a law ends in, and small words that make of it the law that speaks.
LAWS = {"en": ("act", "acts", "code"), "de": ("gesetz", "gesetzes", "gesetze", "verordnung", "gesetzbuchs", "ordnung")}
THESE = frozenset({"this", "these", "dieses", "dieser", "diese", "diesem"})
AUDITS = frozenset({"audit", "audits"})
MAKING = frozenset(
    {
        "establish",
        "establishes",
        "prepare",
        "prepares",
        "draw",
        "draws",
        "produce",
        "produces",
        "write",
        "writes",
        "issue",
        "issues",
    }
)
HANDLING = frozenset(
    {
        "processed",
        "handled",
        "decided",
        "dealt",
        "examined",
        "answered",
        "reviewed",
        "resolved",
        "acknowledged",
        "considered",
    }
)
CAN = frozenset({"kann", "können"})
# words between a verb and somebody whom a long passage speaks of
NEAR = 150


def nobody(look: Look) -> Bearer:
    """Who is meant where no word names him."""
    passage, span, trigger, _, scene = look
    if _handles(look):
        return Bearer.HOST
    if _of_anybody(look):
        return Bearer.PERSON
    if passage.language == "de" and (_reserved(look) or _demanded(look)):
        return scene.last if scene.last in INSTITUTIONS else Bearer.PERSON
    meant = _implied(passage, scene, trigger)
    if not scene.last and (spoken := resumed(look)):
        meant = spoken
    if scene.hosts and not scene.last and says_of_things(look):
        return Bearer.HOST
    if trigger.entry.says in {"penalty", "prohibition"} and passage.language not in GERMANIC:
        meant = _anybody(look, meant)
    if meant == Bearer.HOST and trigger.entry.says == "penalty" and _jailed(look):
        meant = Bearer.PERSON
    if trigger.entry.says == "exemption" and meant == Bearer.HOST and _spares_others(look):
        meant = Bearer.AUTHORITY
    elif trigger.entry.says in PRIVATE and meant in INSTITUTIONS and not _limits(look):
        meant = Bearer.HOST if Bearer.HOST in named(passage, scene) else Bearer.PERSON
    return Bearer.AUTHORITY if trigger.entry.says == "prohibition" and _caps(passage, span, trigger) else meant


def of_others(look: Look) -> bool:
    """English: such audits shall be careful; that report shall …, after providers shall ensure that the auditors draw up a report: the paper of whoever makes it."""
    words, names, at = look.passage.words, look.names, look.zone
    if look.passage.language != "en" or look.trigger.entry.says != "obligation":
        return False
    points = bool(names.pointing & {*words[at : at + 1]})
    while at < look.trigger.start and words[at] in names.determiners:
        at += 1
    if words[at] in AUDITS and words[look.trigger.end : look.trigger.end + 1] != ["be"]:
        return True
    return points and _made_by_others(look, words[at])


def _made_by_others(look: Look, thing: str) -> bool:
    """Whether the sentence before says that a person who is no host makes the thing."""
    words, start = look.passage.words, look.span.sentence[0]
    before = next((begun for begun, end in look.passage.sentences if end == start), start)
    at = next((i for i in range(before, start) if words[i] == thing), before)
    made = next((i for i in range(at - 1, max(before, at - 5), -1) if words[i] in MAKING), None)
    roles = [hit for hit in within(look.passage, before, made or before) if hit.start > at - 20]
    return bool(roles) and bearer_of(roles[-1], look.scene.hosts) == Bearer.PERSON


def _handles(look: Look) -> bool:
    """English: after what users or rightholders must say, complaints shall be decided in time: by the host, who gets them."""
    words, end = look.passage.words, look.trigger.end
    served = look.scene.hosts and look.scene.last in SERVED and look.trigger.entry.says == "obligation"
    return served and words[end : end + 1] == ["be"] and bool(HANDLING & {*words[end + 1 : end + 3]})


def _limits(look: Look) -> bool:
    """What an authority may only do on a condition; German: not where it is but named beside: in Behörden ist … nur zulässig."""
    spoken_of = look.passage.language != "de" or bool({look.scene.last, look.scene.heading} & INSTITUTIONS)
    return spoken_of and only(look.passage, look.trigger)


def _reserved(look: Look) -> bool:
    """German: der Antrag kann nur gemeinsam mit … gestellt werden: what may be done so alone is no duty of those around."""
    says = look.trigger.entry.says
    return says == "prohibition" and look.passage.words[look.trigger.start] in CAN and only(look.passage, look.trigger)


def _demanded(look: Look) -> bool:
    """German: kann von den Anbietern ein Entgelt verlangen: whoever does, not those of whom."""
    if look.trigger.entry.says != "claim":
        return False
    near = within(look.passage, look.trigger.end, look.span.end)
    return any(bearer_of(hit, look.scene.hosts) == Bearer.HOST and not is_free(look.passage, hit, 0) for hit in near)


def says_of_things(look: Look) -> bool:
    """Romance: No podrán eliminarse contenidos …: what must or must not be done with what hosts have in their hands."""
    passage, span, trigger, zone, _ = look
    if passage.language in GERMANIC or trigger.entry.says not in {"obligation", "prohibition"}:
        return False
    start = zone if trigger.entry.phrases else trigger.start
    return in_hands(passage, start, min(span.end, trigger.end + 8))


def _of_anybody(look: Look) -> bool:
    """An action must be brought within a year, a request must say why; it is unlawful to …, es ist verboten, …"""
    words, at = look.passage.words, look.trigger.start
    if look.trigger.entry.says == "prohibition":
        return bool(IMPERSONAL & {*words[max(look.zone, at - 1) : at + 1]})
    if " ".join(words[look.span.start : look.span.start + 2]) in look.names.whoever:
        return True
    opening = words[look.zone : look.zone + 4] if words[look.zone] not in look.names.prepositions else []
    if look.passage.language not in GERMANIC and not look.names.bringing & {*words[look.zone : look.zone + 14]}:
        return False
    german = look.passage.language == "de" and look.scene.last in INSTITUTIONS  # der Antrag des Amts: it is theirs
    return look.trigger.entry.says == "obligation" and not german and bool(look.names.suits & {*opening})


def _anybody(look: Look, meant: Bearer) -> Bearer:
    """What nobody in particular is forbidden or punished for binds anybody: hosts where the sentence names them or whom they serve."""
    start, end = look.span.sentence
    named = within(look.passage, start, end)
    said = [bearer_of(hit, look.scene.hosts) for hit in named]
    private = [bearer for bearer in said if bearer not in INSTITUTIONS]
    if look.trigger.entry.says == "penalty":
        if any(by_activity(look, hit) for hit in named):
            return Bearer.HOST
        return meant if not private or private[0] == Bearer.HOST else Bearer.PERSON
    if meant == Bearer.HOST and look.scene.last != Bearer.HOST and {Bearer.HOST, Bearer.USER}.isdisjoint(said):
        return Bearer.PERSON
    return meant


def _jailed(look: Look) -> bool:
    """Is liable to imprisonment, where the sentence names no host."""
    start, end = look.span.sentence
    said = {bearer_of(hit, look.scene.hosts) for hit in within(look.passage, start, end)}
    return Bearer.HOST not in said and bool(look.names.jailed & {*look.passage.words[start:end]})


def _spares_others(look: Look) -> bool:
    """The Statutory Instruments Act, §§ 4 bis 9 des Verfahrensgesetzes do not apply: another law, of which hosts need not be spared."""
    passage, span, trigger, zone, _ = look
    words, text = passage.words, passage.text
    until = trigger.start if passage.language == "en" else span.end
    laws = (
        [i for i in range(zone, until) if words[i].endswith(LAWS[passage.language])] if passage.language in LAWS else []
    )
    return any(
        text[passage.offsets[i]].isupper()
        and words[i - 1] not in THESE
        and words[i - 1] not in look.names.prepositions - {"des"}
        for i in laws
    )


def _caps(passage: Passage, span: Span, trigger: Hit) -> bool:
    """The fine may not exceed …: a limit of a sum binds whoever sets it."""
    verb = "".join(passage.words[trigger.start : trigger.end + 2])
    names = grammar(passage.language)
    return any(stem in verb for stem in names.exceed) and bool(
        names.sums & {*passage.words[span.start : trigger.start]}
    )


def only(passage: Passage, trigger: Hit) -> bool:
    """What may only be done on a condition: of an authority, that is a power."""
    return bool(grammar(passage.language).only & set(passage.words[trigger.start : trigger.end + 8]))


def named(passage: Passage, scene: Scene) -> list[Bearer]:
    return [bearer_of(hit, scene.hosts) for hit in passage.roles]


def _implied(passage: Passage, scene: Scene, trigger: Hit) -> Bearer:
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
