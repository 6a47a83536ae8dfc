"""Where a clause names whom it binds: its subject, a pronoun for it, the agent of its passive, the owner of its thing."""

from collections.abc import Iterable
from typing import NamedTuple

from crawlers.vocabulary import Bearer, Modality
from nlp.clauses import BREAKS, Span, Words, chunk_start, grammar, is_break
from nlp.passage import Hit, Passage

FOR = frozenset({"for", "für", "para", "per", "pour"})
PRO_DROP = frozenset({"es", "it", "pt"})
NEUTER = frozenset({"it"})
FOLLOWS = frozenset({"so", "dann"})
GERMANIC = frozenset({"en", "de"})


class Scene(NamedTuple):
    """What is known around a clause: whether the law is about hosts, what was last said of whom, whom the heading names.

    `before` is who was last bound in the paragraph before of the same article, with its words.
    """

    hosts: bool
    last: Bearer | None = None
    said: Modality | None = None
    heading: Bearer | None = None
    before: tuple[Bearer, frozenset[str]] | None = None


class Look(NamedTuple):
    """One trigger in its clause; `zone` is the first word after the last comma before it."""

    passage: Passage
    span: Span
    trigger: Hit
    zone: int
    scene: Scene

    @property
    def names(self) -> Words:
        return grammar(self.passage.language)


def bearer_of(hit: Hit, hosts: bool) -> Bearer:
    if not hosts and (hit.entry.vague or hit.entry.bearer == Bearer.USER):
        return Bearer.PERSON
    return Bearer(hit.entry.bearer)


def within(passage: Passage, start: int, end: int) -> list[Hit]:
    return [hit for hit in passage.roles if start <= hit.start and hit.end <= end]


def is_free(passage: Passage, hit: Hit, floor: int) -> bool:
    """Whether no preposition governs the noun, or the noun that it is joined to: for users and providers."""
    names = grammar(passage.language)
    if passage.language == "de" and _is_object(passage, names, hit, floor):
        return False
    i = hit.start - 1
    while i >= floor and (_stands_before(passage, names, i, floor) or _one_or_more(passage, names, i)):
        i -= 1
    if i >= floor and passage.words[i] in names.coordinators:
        joined = next((each for each in passage.roles if each.end == i and each.start >= floor), None)
        return joined is None or is_free(passage, joined, floor)
    return i < floor or passage.words[i] not in names.prepositions


def _is_object(passage: Passage, names: Words, hit: Hit, floor: int) -> bool:
    """German shows by its endings what is no subject: den Nutzer, Nutzern, Antrag der Behörde."""
    words, i = passage.words, hit.start - 1
    if words[hit.end - 1].endswith("ern") and not (i >= floor and words[i] in names.relatives):
        return True
    articles = 0
    while i >= floor and words[i] in names.determiners:
        if words[i] in names.oblique:
            return True
        articles += words[i] in {"der", "ihrer", "seiner"}
        i -= 1
    if articles and words[hit.end - 1].endswith(tuple(names.feminine)):
        return True
    owner = bool(articles) and i >= floor and passage.text[passage.offsets[i]].isupper()
    return owner and words[i] not in names.verbs and not (i == floor and words[i].endswith("t"))


def _stands_before(passage: Passage, names: Words, i: int, floor: int) -> bool:
    """A determiner; French des and du are one only where no noun stands before them: des abus, les avis des utilisateurs."""
    word = passage.words[i]
    return word in names.determiners and not (word in names.prepositions and i > floor)


def _one_or_more(passage: Passage, names: Words, i: int) -> bool:
    """The `or` of one or more, un ou plusieurs: a small word between two determiners."""
    return i > 0 and passage.words[i] in names.coordinators and passage.words[i - 1] in names.determiners


def first(look: Look) -> Hit | None:
    """A sentence in the indicative: the first noun of its main clause that no preposition governs, or its pronoun's."""
    passage, span, trigger, _, _ = look
    opening = passage.words[trigger.start : trigger.start + 3]
    if opening[0] not in look.names.determiners | look.names.prepositions and (said := elided(look)):
        return said
    if opening[0] in look.names.pronouns:
        return antecedent(look, trigger.start)
    for hit in within(passage, trigger.start, span.end):
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
        elif passage.words[i] in names.passive and owned:
            owned = False
        elif passage.words[i] in names.passive:
            by = agent(look, i + 1)
            return by if by and not BREAKS & {*passage.words[i : by.start]} else None
    return None


def inside(look: Look) -> Hit | None:
    """No person shall …, unlawful for any person: the trigger names its bearer, or the noun after its `for`."""
    passage, span, trigger, _, _ = look
    named = within(passage, trigger.start, trigger.end)
    if named or not FOR & {*passage.words[trigger.end - 1 : trigger.end + (trigger.entry.says == "prohibition")]}:
        return next(iter(named), None)
    return next(iter(within(passage, trigger.end, min(span.end, trigger.end + 5))), None)


def subject(look: Look) -> Hit | None:
    """A noun before the verb that no preposition governs; asides between commas are stepped over."""
    passage, span, trigger, zone, _ = look
    names, start, end = look.names, zone, trigger.start
    if passage.language == "de" and zone > span.start and (follows := _after_verb(look)):
        return follows[0]
    while True:
        if any(word in names.pronouns for word in passage.words[start:end]):
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


def _has_subject(look: Look, start: int, end: int) -> bool:
    """English: after a condition, words before the verb are its subject though no role names them: …, indemnity may …"""
    words, names = look.passage.words, look.names
    conditional = words[look.span.start] in names.subordinators
    return look.passage.language == "en" and conditional and end > start and words[start] not in names.prepositions


def _is_aside(look: Look, start: int, end: int) -> bool:
    """Words between commas that a subordinator opens, or a preposition with a relative: …, in which …, …"""
    words, names = look.passage.words[start:end], look.names
    governed = len(words) > 1 and words[0] in names.prepositions and words[1] in names.relatives
    return bool(words) and (words[0] in names.subordinators or governed)


def pronoun(look: Look) -> Hit | None:
    """It, they: the subject of the sentence's opening clause, else of the sentence before."""
    passage, _, trigger, zone, _ = look
    after = passage.words[trigger.end : trigger.end + 1] if passage.language == "de" else []
    said = look.names.pronouns & {*passage.words[zone : trigger.start], *after}
    return antecedent(look, zone, said) if said else None


def antecedent(look: Look, end: int, said: Iterable[str] = ()) -> Hit | None:
    """Whom a pronoun stands for: in the words of its sentence before `end`, first him who bore the norm before."""
    passage, span, _, _, scene = look
    start = span.sentence[0]
    everybody = within(passage, start, end)
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


def agent(look: Look, start: int | None = None) -> Hit | None:
    """By whom it shall be done, after the trigger or another verb."""
    passage, span, trigger, _, _ = look
    begin = trigger.end if start is None else start
    german = passage.language == "de"  # whose articles are relatives too: only after a comma
    relative = (
        i
        for i in range(begin, span.end)
        if (passage.words[i] in look.names.relatives and (not german or is_break(passage, i - 1)))
        or (german and passage.words[i] in look.names.subordinators)
    )
    for hit in within(passage, begin, next(relative, span.end)):
        i = hit.start - 1
        while i > begin and passage.words[i] in look.names.determiners:
            i -= 1
        if passage.words[i] in look.names.agents:
            return None if _specified_by(look, begin, i) else hit
    return None


def _specified_by(look: Look, begin: int, by: int) -> bool:
    """English: in the form specified by, content created by: a participle of a noun, not what the clause says is done."""
    words, names = look.passage.words, look.names
    if look.passage.language != "en" or not words[by - 1].endswith(("ed", "en", "made", "set", "held")):
        return False
    small, verb = names.prepositions | names.determiners, names.passive | BREAKS | names.coordinators
    start = next((i + 1 for i in range(by - 2, begin - 1, -1) if words[i] in verb), begin)
    return bool(small & {*words[start : by - 1]})


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


def done_by(look: Look) -> Hit | None:
    """Users may not be registered by the network, dürfen vom Netzwerk nicht …: the agent beside a passive, whatever its subject."""
    passage, span, trigger, _, _ = look
    words, at = passage.words, trigger.end
    if trigger.entry.says not in {"obligation", "prohibition"}:
        return None
    if passage.language == "en":
        if "be" not in words[at - 1 : at + 1]:
            return None
        at = next((i for i in range(at, min(at + 4, span.end)) if words[i] in look.names.agents), span.end)
    if at >= span.end or words[at] not in look.names.agents:
        return None
    by = agent(look, at)
    return by if by and by.start <= at + 4 else None


def inverted(look: Look) -> Hit | None:
    """German and Romance: the subject may follow its verb."""
    passage, span, trigger, _, _ = look
    near = within(passage, trigger.end, min(span.end, trigger.end + 12))
    if passage.language == "en" or not near:
        return None
    hit = near[0]
    between = {*passage.words[trigger.end : hit.start]}
    parted = between & (BREAKS | look.names.subordinators)
    return hit if is_free(passage, hit, trigger.end) and not parted else None


def genitive(look: Look) -> Hit | None:
    """The terms of the provider shall …: whose thing it is; what is done with a user's thing, another does."""
    passage, _, trigger, zone, scene = look
    if passage.language not in GERMANIC:
        named = within(passage, zone, trigger.start)
        return next((hit for hit in named if _is_doer(look, hit)), next(iter(named), None))
    if passage.words[zone] in look.names.prepositions:  # at the request of the user …: no part of the subject
        return None
    done = look.names.passive & {*passage.words[trigger.start : trigger.end + 2]}
    owners = within(passage, zone, trigger.start)
    return next((hit for hit in owners if not (done and bearer_of(hit, scene.hosts) == Bearer.USER)), None)


def _is_doer(look: Look, hit: Hit) -> bool:
    """Data of minors collected by providers: whether a word for the agent stands before the noun and its articles."""
    at, words = hit.start - 1, look.passage.words
    while at > look.zone and words[at] in look.names.determiners and words[at] not in look.names.agents:
        at -= 1
    return at >= look.zone and words[at] in look.names.agents


def operates(look: Look, hit: Hit) -> bool:
    """Any person who operates a social network, wer eine Plattform betreibt: by what one runs, one is a host."""
    passage, words = look.passage, look.passage.words
    if hit.entry.bearer != Bearer.PERSON or passage.language not in GERMANIC:
        return False
    end = next((i for i in range(hit.end + 1, look.span.end) if is_break(passage, i)), look.span.end)
    runs = [i for i in range(hit.end, min(end, hit.end + 20)) if words[i] in look.names.running]
    thing = (hit.end, runs[0]) if passage.language == "de" and runs else (runs[0], runs[0] + 5) if runs else (0, 0)
    if passage.language == "en" and runs and runs[0] > hit.end + 1:
        return False
    named = [each for each in passage.roles if max(thing[0], hit.end) <= each.start < min(thing[1], end)]
    return any(each.entry.bearer == Bearer.HOST and not each.entry.vague for each in named)


def resumed(look: Look) -> Bearer | None:
    """The report shall …, after a paragraph in which somebody must report: a thing spoken of there is his who was bound there."""
    words, names, before = look.passage.words, look.names, look.scene.before
    at = look.zone if look.trigger.entry.phrases else look.trigger.start
    if before is None or words[at] not in names.determiners:
        return None
    return before[0] if before[1] & {*words[at + 1 : at + 2]} else None


def _can(look: Look) -> bool:
    """Shall be able to, müssen … können: what somebody must be able to do, another makes possible."""
    words, trigger = look.passage.words, look.trigger
    if look.passage.language == "de":
        ends = (i for i in range(trigger.end, look.span.end) if is_break(look.passage, i) or words[i] == ".")
        return words[next(ends, look.span.end) - 1] == "können"
    return look.passage.language == "en" and words[trigger.end : trigger.end + 2] in (["be", "able"], ["be", "enabled"])


def is_addressed(look: Look, hit: Hit) -> bool:
    """Users shall be informed, shall be able to: who is told, given or enabled to do something is not who must see to it."""
    passage, span, trigger, _, scene = look
    words, names = passage.words, look.names
    if bearer_of(hit, scene.hosts) == Bearer.USER and _can(look):
        return True
    last = span.end if passage.language == "de" else min(span.end, max(trigger.end, hit.end) + 6)
    told = next((i for i in range(max(hit.end, trigger.start), last) if words[i] in names.addressed), None)
    if told is None or (passage.language != "de" and names.relatives & {*words[hit.end : told]}):
        return False
    first = min(trigger.start, hit.end) if passage.language == "de" else told - 2
    return bool(names.passive & {*words[max(first, 0) : told]})
