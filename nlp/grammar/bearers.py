"""Who must, may or must not: the subject of the clause, the agent of a passive, or whoever the passage speaks of."""

from collections.abc import Callable
from typing import NamedTuple

from crawlers.vocabulary import Bearer
from nlp.grammar.agents import agent, done_by, genitive, is_addressed, kept_out, made_by
from nlp.grammar.clauses import Span, chunk_start, is_break
from nlp.grammar.conditions import word_class
from nlp.grammar.free_nouns import Look, Scene, bearer_of, is_free, within
from nlp.grammar.hits import Hit
from nlp.grammar.openings import main_start
from nlp.grammar.passage import Passage
from nlp.grammar.plain import first, passive, recipient
from nlp.grammar.rules import lexicon
from nlp.grammar.running import by_activity, operates
from nlp.grammar.subjects import above, before_relative, dative, elided, inside, inverted, pronoun, subject
from nlp.grammar.unnamed import INSTITUTIONS, named, nobody, of_others
from nlp.grammar.words import grammar, spaced

__all__ = ["Scene", "Who", "bearer_of", "who"]

BINDS = frozenset({"obligation", "prohibition"})
ONLY, MAY = "en.only_who", "en.may"
# German: an officer is to be named or appointed: whoever must have one does that.
APPOINTED = frozenset({"benennen", "bestellen", "beauftragen", "beschäftigen", "bevollmächtigen"})
# Who may not restrict the free movement of services.
FREEDOM = ".nicht_eingeschraenkt"
# German: what is to be refused, granted, set
PASSIVE = frozenset({"ist", "sind"})


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
        return Who(Bearer.AUTHORITY, None, "told") if told else Who(scene.last, None, "pronoun")
    if scene.last and zone < trigger.start and _goes_on(look):
        return Who(scene.last, None, "coordinated")
    if trigger.entry.id == ONLY and (made := _only_who(look)):
        return made
    if trigger.entry.says in {*BINDS, "may"} and (made := _official(look)):
        return made
    if made := _done_to(look):
        return made
    for find in _finders(trigger):
        if (found := find(look)) and not (find is agent and _punished_by(look, found)):
            return _named_by(look, found, find.__name__)
    if of_others(look):
        return Who(Bearer.PERSON, None, "told")
    return Who(nobody(look), None, "implied")


def _finders(trigger: Hit) -> tuple[Callable[[Look], Hit | None], ...]:
    """Where a bearer is looked for, in order; in the plain indicative the subject stands before a verb that no rule names."""
    if not trigger.entry.phrases:
        return passive, first, agent, inverted
    return (
        inside, made_by, done_by, kept_out, before_relative, subject, above, pronoun, dative, agent, elided, inverted, genitive,
    )  # fmt: skip


def _only_who(look: Look) -> Who | None:
    """English: Only a listed pilot may ask the platform to …: others of his kind are forbidden to, or anybody; whom he asks is not."""
    named = within(look.passage, look.trigger.end - 1, look.span.end)
    named = [hit for hit in named if hit.start <= look.trigger.end + 1]
    bearer = bearer_of(named[0], look.scene.hosts) if named else Bearer.PERSON
    if bearer in INSTITUTIONS:
        return None
    return Who(bearer if bearer == Bearer.HOST else Bearer.PERSON, named[0] if named else None, "only")


def _punished_by(look: Look, found: Hit) -> bool:
    """German: ist von der Behörde mit Geldstrafe zu bestrafen, wer …: who punishes is not who is punished."""
    penal = look.passage.language == "de" and look.trigger.entry.says == "penalty"
    return penal and bearer_of(found, look.scene.hosts) in INSTITUTIONS


def _goes_on(look: Look) -> bool:
    """English: They shall be free, and shall neither seek nor take …: a verb right behind the comma and its “and” has the subject of the last."""
    words, begun = look.passage.words, look.zone > look.span.start
    return (
        look.passage.language == "en" and begun and {*words[look.zone : look.trigger.start]} <= look.names.coordinators
    )


def _done_to(look: Look) -> Who | None:
    """German: der Anbieter ist zu hören, dem Anbieter ist eine Frist zu setzen: who is named bears nothing, an office does that."""
    if not _is_passive(look) or agent(look):
        return None
    paid = look.names.paid & {*look.passage.words[look.trigger.end : look.span.end]}
    told = None if paid else recipient(look)
    if told and bearer_of(told, look.scene.hosts) not in {*INSTITUTIONS, Bearer.RIGHTSHOLDER}:
        return _speaker(look, told)
    found = subject(look) or inverted(look)
    if found and not APPOINTED.isdisjoint(look.passage.words[look.trigger.end : look.span.end]):
        return Who(nobody(look), None, "implied")
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
    if says == "obligation" and how != "made_by" and is_addressed(look, found):
        return _speaker(look, found)
    if found.entry.again and _hosts_before(look, found):
        return Who(Bearer.HOST, found, "again")
    if by_activity(look, found) or (says != "penalty" and operates(look, found)):
        return Who(Bearer.HOST, found, "operates")
    if look.scene.hosts and found.entry.bearer == Bearer.PERSON and _points_out(look, found):
        return Who(Bearer.USER, found, "noticing")
    return Who(bearer_of(found, look.scene.hosts), found, how)


def _points_out(look: Look, found: Hit) -> bool:
    """La personne qui signale un contenu: in a law about hosts, one of those whom they serve."""
    words, end = look.passage.words, found.end
    who = bool(look.names.relatives & {*words[end : end + 1]})
    return who and not look.names.noticing.isdisjoint(words[end + 1 : end + 4])


def _hosts_before(look: Look, found: Hit) -> bool:
    """Whether, of whoever is no institution, hosts were named last, in this sentence or the one before, or a host bore the norm before or stands in the heading."""
    start = look.span.sentence[0]
    before = next((begun for begun, end in look.passage.sentences if end == start), start)
    named = within(look.passage, before, found.start)
    private = [hit for hit in named if bearer_of(hit, look.scene.hosts) not in INSTITUTIONS]
    free = [hit for hit in private if is_free(look.passage, hit, before)] or private
    if free or look.scene.last:
        return (bearer_of(free[-1], look.scene.hosts) if free else look.scene.last) == Bearer.HOST
    return look.scene.hosts and look.scene.heading == Bearer.HOST


def _official(look: Look) -> Who | None:
    """An order must say why, an investigation shall end in a month: that binds the authority, or whom they name as theirs."""
    if look.trigger.entry.id.endswith(FREEDOM):
        return Who(Bearer.STATE, None, "official")
    if _public(look) or _decreed(look) or _asked(look):
        return Who(Bearer.AUTHORITY, None, "official")
    names, words = look.names, look.passage.words
    text, offsets = look.passage.text, look.passage.offsets
    before = words[look.zone : look.trigger.start - 1]
    closed = (i for i, word in enumerate(before, look.zone) if word == ")") if ")" in before else ()
    marks = [i + 1 for i in closed if text[offsets[i + 1]].isupper()]
    at = marks[-1] if marks else look.zone  # Contents (2) The order must …
    if words[at].isdigit() and not marks:  # collected under sections 4, 5 and 6 shall …
        at = main_start(look.passage, look.span)
    last = look.trigger.start if look.trigger.entry.phrases else min(at + 6, look.span.end)
    if at == last:  # no prosecution may …
        last = look.trigger.end + 3
    while at < last and words[at] in names.determiners:
        at += 1
    joined = {" ".join(words[at:end]) for end in range(at + 1, min(at + 4, last) + 1)}
    whole = last - at < 4 and words[at] not in names.prepositions
    joined |= {*words[at:last][-1:]} if whole else frozenset()  # a production order may …
    if look.trigger.entry.says == "prohibition" and not names.suits.isdisjoint(joined):
        return Who(Bearer.PERSON, None, "suit")
    if _papers(look).isdisjoint(joined) or names.paid & {*words[look.trigger.start : look.span.end]}:
        return None
    owner = genitive(look)
    if owner and bearer_of(owner, look.scene.hosts) in INSTITUTIONS:
        return Who(bearer_of(owner, look.scene.hosts), owner, "genitive")
    spoken_of = named(look.passage, look.scene)
    states = not look.trigger.entry.phrases and Bearer.STATE in spoken_of and Bearer.AUTHORITY not in spoken_of
    if words[at] == "rights":  # of defence. They …: those whose rights they are
        return Who(Bearer.AUTHORITY, None, "respects")
    return Who(Bearer.STATE if states else Bearer.AUTHORITY, None, "official")


def _papers(look: Look) -> frozenset[str]:
    """What authorities make: of that which may do something, regulations, and in English what orders may hold, but not what may be done with them."""
    names = look.names
    if look.trigger.entry.id == MAY and look.passage.words[look.trigger.end : look.trigger.end + 1] != ["be"]:
        return names.official | names.enacted - {"rules"}
    return names.enacted if look.trigger.entry.says == "may" else names.official


def _asked(look: Look) -> bool:
    """Unterlagen können vom Anbieter verlangt werden: of whom something is asked is not who asks."""
    if look.trigger.entry.says != "may":
        return False
    said = {*look.passage.words[look.trigger.end : look.span.end]}
    return not said.isdisjoint(lexicon(look.passage.language).grammar.asked) and bool(said & look.names.agents)


def _public(look: Look) -> bool:
    """The use of codes shall be promoted, regard shall be had to the size of the service: an institution does that."""
    german = look.passage.language == "de" and bool(PASSIVE & {look.passage.words[look.trigger.start]})
    reach = 2 if look.trigger.entry.phrases and not (german or look.trigger.entry.opens) else 30
    begin, end = max(look.span.start, look.trigger.start - 2), min(look.span.end, look.trigger.end + reach)
    end = next((i for i in range(look.trigger.end, end) if german and is_break(look.passage, i)), end)
    said = " ".join(look.passage.words[begin:end]) + " "
    return any(phrase in said for phrase in spaced(look.passage.language, "public")) and not agent(look)


def _decreed(look: Look) -> bool:
    """Haft darf nicht verhängt werden, der freie Verkehr wird nicht eingeschränkt: in the passive, what an institution does."""
    said = spaced(look.passage.language, "decreed")
    if not said:
        return False
    begin = look.trigger.end - 1
    end = next((i for i in range(look.trigger.end, look.span.end) if is_break(look.passage, i)), look.span.end)
    words = " ".join(look.passage.words[begin:end]) + " "
    return any(phrase in words for phrase in said) and not agent(look)


def _speaker(look: Look, told: Hit) -> Who:
    """Who must tell or hear: the agent named, else the host where others are told, else the authority."""
    by = agent(look) or passive(look)
    if by:
        return Who(bearer_of(by, look.scene.hosts), by, "agent")
    if look.scene.last in INSTITUTIONS and bearer_of(told, look.scene.hosts) != Bearer.USER:
        return Who(look.scene.last, None, "addressed")
    if bearer_of(told, look.scene.hosts) in INSTITUTIONS and look.scene.last not in INSTITUTIONS:
        return Who(look.scene.last or (Bearer.HOST if look.scene.hosts else Bearer.PERSON), None, "addressed")
    spoken_of = named(look.passage, look.scene)
    official = Bearer.AUTHORITY in spoken_of and Bearer.HOST not in spoken_of
    public = bearer_of(told, look.scene.hosts) == Bearer.HOST or not look.scene.hosts or official
    return Who(Bearer.AUTHORITY if public else Bearer.HOST, None, "addressed")


def _latter(passage: Passage, span: Span, trigger: Hit, zone: int) -> Hit | None:
    """Whom a clause that begins with “the latter” means: the last one named before it, in the sentence before too."""
    at = zone if trigger.entry.phrases else trigger.start
    if not trigger.entry.phrases and "," in passage.words[at : at + 4]:  # À défaut, celui-ci …
        at += passage.words[at : at + 4].index(",") + 1
    begins = " ".join(passage.words[at : at + 3]).replace(" -", "-").replace("' ", "'") + " "
    if not begins.startswith(spaced(passage.language, "latter")):
        return None
    before = [hit for hit in passage.roles if hit.end <= at]
    return before[-1] if before and (at > span.start or before[-1].start > at - 60) else None


def _again(passage: Passage, span: Span, zone: int) -> bool:
    """A sentence that begins with a pronoun, not with an article such as diese Anbieter, speaks of whom the last one spoke."""
    at = next((i for i in range(span.start, span.end) if passage.words[i].isalpha()), span.end)
    if zone != span.start or at >= min(span.end, span.start + 6):
        return False
    if passage.words[at] not in grammar(passage.language).pronouns or passage.words[at] == "es":
        return False
    return not any(at <= hit.start <= at + 1 for hit in passage.roles)
