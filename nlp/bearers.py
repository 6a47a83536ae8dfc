"""Who must, may or must not: the subject of the clause, the agent of a passive, or whoever the passage speaks of."""

from typing import NamedTuple

from crawlers.vocabulary import Bearer
from nlp.clauses import BREAKS, Span, chunk_start, grammar
from nlp.passage import Hit, Passage

# Law punishes, forbids and spares without naming whom: that is hardly ever an institution.
PRIVATE = frozenset({"penalty", "prohibition", "exemption"})
INSTITUTIONS = frozenset({Bearer.AUTHORITY, Bearer.STATE, Bearer.COURT})
ONLY = frozenset({"only", "nur", "sólo", "solo", "únicamente", "só", "somente", "soltanto", "seulement"})
FOR = frozenset({"for", "für", "para", "per", "pour"})


class Scene(NamedTuple):
    """What is known around a clause: whether the law is about hosts, who bore the last norm, whom the heading names."""

    hosts: bool
    last: Bearer | None = None
    heading: Bearer | None = None


class Who(NamedTuple):
    """`hit` is None where nobody is named; `how` says how the bearer was found."""

    bearer: Bearer
    hit: Hit | None
    how: str


class Look(NamedTuple):
    """One trigger in its clause; `zone` is the first word after the last comma before it."""

    passage: Passage
    span: Span
    trigger: Hit
    zone: int
    scene: Scene


def who(passage: Passage, span: Span, trigger: Hit, scene: Scene) -> Who:
    """The bearer of the norm announced by `trigger`."""
    zone = chunk_start(passage, trigger.start, span.start)
    if scene.last and _again(passage, span, zone):
        return Who(scene.last, None, "pronoun")
    for find in (
        (_inside, _subject, _pronoun, _agent, _inverted, _genitive)
        if trigger.entry.phrases
        else (_first, _agent, _inverted)
    ):
        found = find(Look(passage, span, trigger, zone, scene))
        if found:
            return Who(bearer_of(found, scene.hosts), found, find.__name__.strip("_"))
    meant = implied(passage, scene, trigger.entry.says)
    if trigger.entry.says in PRIVATE and meant in INSTITUTIONS and not only(passage, trigger):
        meant = Bearer.HOST if Bearer.HOST in _named(passage, scene) else Bearer.PERSON
    return Who(meant, None, "implied")


def only(passage: Passage, trigger: Hit) -> bool:
    """What may only be done on a condition: of an authority, that is a power."""
    return bool(ONLY & set(passage.words[trigger.start : trigger.end + 8]))


def _named(passage: Passage, scene: Scene) -> list[Bearer]:
    return [bearer_of(hit, scene.hosts) for hit in passage.roles]


def implied(passage: Passage, scene: Scene, says: str) -> Bearer:
    """Nobody is named: who bore the norm before, whom the heading names, whom the passage speaks of.

    What may be done, an authority may; what must be done, a host must.
    """
    if scene.last:
        return scene.last
    if scene.heading:
        return scene.heading
    named = _named(passage, scene)
    first = (Bearer.AUTHORITY, Bearer.HOST) if says in {"may", "claim"} else (Bearer.HOST, Bearer.AUTHORITY)
    for bearer in (*first, Bearer.STATE):
        if bearer in named:
            return bearer
    return Bearer.HOST if scene.hosts else Bearer.PERSON


def bearer_of(hit: Hit, hosts: bool) -> Bearer:
    if not hosts and (hit.entry.vague or hit.entry.bearer == Bearer.USER):
        return Bearer.PERSON
    return Bearer(hit.entry.bearer)


def _within(passage: Passage, start: int, end: int) -> list[Hit]:
    return [hit for hit in passage.roles if start <= hit.start and hit.end <= end]


def _free(passage: Passage, hit: Hit, floor: int) -> bool:
    """Whether no preposition governs the noun."""
    names = grammar(passage.language)
    i = hit.start - 1
    while i >= floor and passage.words[i] in names.determiners:
        i -= 1
    return i < floor or passage.words[i] not in names.prepositions


def _first(look: Look) -> Hit | None:
    """A sentence in the indicative: the first noun of its main clause that no preposition governs."""
    passage, span, trigger, _, _ = look
    for hit in _within(passage, trigger.start, span.end):
        if _free(passage, hit, trigger.start):
            return hit
    return None


def _inside(look: Look) -> Hit | None:
    """No person shall …, unlawful for any person: the trigger names its bearer, or the noun after its `for`."""
    passage, span, trigger, _, _ = look
    inside = _within(passage, trigger.start, trigger.end)
    if inside or passage.words[trigger.end - 1] not in FOR:
        return next(iter(inside), None)
    return next(iter(_within(passage, trigger.end, min(span.end, trigger.end + 5))), None)


def _subject(look: Look) -> Hit | None:
    """A noun before the verb that no preposition governs; asides between commas are stepped over."""
    passage, span, trigger, zone, _ = look
    names, start, end = grammar(passage.language), zone, trigger.start
    while True:
        if any(word in names.pronouns for word in passage.words[start:end]):
            return None
        aside = start > span.start and end > start and passage.words[start] in names.subordinators
        for hit in [] if aside else _within(passage, start, end):
            if _free(passage, hit, start):
                return hit
        if start <= span.start or passage.words[start - 1] not in {",", "—", "–"}:
            return None
        start, end = chunk_start(passage, start - 1, span.start), start - 1
        if start <= span.start and passage.words[start] in names.subordinators:
            return None


def _pronoun(look: Look) -> Hit | None:
    """It, they: the subject of the sentence's opening clause, else of the sentence before."""
    passage, span, trigger, zone, scene = look
    names = grammar(passage.language)
    nearby = passage.words[zone : trigger.start] + (
        passage.words[trigger.end : trigger.end + 1] if passage.language == "de" else []
    )
    if not any(word in names.pronouns for word in nearby):
        return None
    named = [hit for hit in _within(passage, span.sentence[0], zone) if _free(passage, hit, span.sentence[0])]
    again = [hit for hit in named if bearer_of(hit, scene.hosts) == scene.last]
    return next(iter(again or named), None)


def _again(passage: Passage, span: Span, zone: int) -> bool:
    """A sentence that begins with a pronoun speaks of whom the last one spoke."""
    opening = [word for word in passage.words[span.start : span.start + 6] if word.isalpha()]
    return zone == span.start and bool(opening) and opening[0] in grammar(passage.language).pronouns


def _agent(look: Look) -> Hit | None:
    """By whom it shall be done."""
    passage, span, trigger, _, _ = look
    names = grammar(passage.language)
    for hit in _within(passage, trigger.end, span.end):
        i = hit.start - 1
        while i > trigger.end and passage.words[i] in names.determiners:
            i -= 1
        if passage.words[i] in names.agents:
            return hit
    return None


def _inverted(look: Look) -> Hit | None:
    """German and Romance: the subject may follow its verb."""
    passage, span, trigger, _, _ = look
    if passage.language == "en":
        return None
    for i, hit in enumerate(_within(passage, trigger.end, min(span.end, trigger.end + 12))):
        if i == 0 and _free(passage, hit, trigger.end) and not BREAKS & set(passage.words[trigger.end : hit.start]):
            return hit
    return None


def _genitive(look: Look) -> Hit | None:
    """The terms of the provider shall …: whose thing it is."""
    passage, _, trigger, zone, _ = look
    return next(iter(_within(passage, zone, trigger.start)), None)
