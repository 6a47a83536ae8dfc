"""Who is a host by what he runs or is busy with, whatever he is called: whoever operates a platform, dont l'activité consiste à …"""

import re

from crawlers.vocabulary import Bearer
from nlp.grammar.clauses import is_break
from nlp.grammar.free_nouns import Look, is_free, within
from nlp.grammar.hits import Hit
from nlp.grammar.rules import lexicon

STORING = frozenset(["stockage", "hébergement", "memorizzazione", "almacenamiento", "armazenamento"])
ACTIVITY = STORING | {"activité", "activités", "actividad", "actividades", "attività", "atividade", "atividades"}
QUALITY = frozenset({"qualité", "qualità"})  # en qualité d'opérateur de plateforme
# natural or legal
KINDS = frozenset(
    ["physique", "physiques", "morale", "morales", "ou", "et", "o", "e", "fisica", "giuridica", "jurídica", "física"]
)
REFERRED = re.compile(r"(?:défini|mentionné|visé)(?:e|s|es)? aux? \d")


def operates(look: Look, hit: Hit) -> bool:
    """Any person who operates a social network, wer eine Plattform betreibt: by what one runs, one is a host; so is the person named again."""
    words, said = look.passage.words, [hit]
    if look.passage.language == "en" and words[hit.start - 1 : hit.start] == ["the"]:
        said += within(look.passage, look.span.sentence[0], hit.start)
    return any(_runs(look, each) for each in said if each.entry.bearer == Bearer.PERSON)


def by_activity(look: Look, hit: Hit) -> bool:
    """Toute personne dont l'activité consiste à diffuser des avis en ligne, le fait, pour une personne exerçant l'une des activités d'hébergement: by what one is busy with."""
    words, hosting = look.passage.words, lexicon(look.passage.language).grammar.classes.get("hosting")
    if not hosting or hit.entry.bearer != Bearer.PERSON:
        return False
    if QUALITY & {*words[hit.end : hit.end + 6]} and any(
        each.entry.bearer == Bearer.HOST for each in within(look.passage, hit.end, hit.end + 12)
    ):
        return True
    end, at = min(look.span.end, hit.end + 60), hit.end
    while at < end and words[at] in KINDS:
        at += 1
    if _offers(look, at):
        return True
    busy = next((i for i in range(at, min(end, at + 40)) if words[i] in ACTIVITY), None)
    if busy is None or not (words[at] in look.names.relatives or "exerçant" in words[at:busy]):
        return False
    done = " ".join(words[at if words[busy] in STORING else busy + 1 : end])
    return bool(re.search(hosting, done)) or (look.scene.hosts and bool(REFERRED.search(done)))


def _offers(look: Look, at: int) -> bool:
    """Toute personne proposant, à titre professionnel, un service en ligne: asides may stand between the verb and the service."""
    words, names = look.passage.words, look.names
    verb = at + (words[at : at + 1] != [] and words[at] in names.relatives)
    if verb >= look.span.end or words[verb] not in names.running:
        return False
    named = [each for each in within(look.passage, verb, min(look.span.end, verb + 25)) if not each.entry.vague]
    first = named[0] if named else None
    if first is None or first.entry.bearer != Bearer.HOST or names.relatives & {*words[verb + 1 : first.start]}:
        return False
    return is_free(look.passage, first, verb + 1)


def _runs(look: Look, hit: Hit) -> bool:
    passage, words = look.passage, look.passage.words
    hit = _last_joined(look, hit)
    if look.names.running.isdisjoint(words[hit.end : hit.end + 20]):
        return False
    end = next((i for i in range(hit.end + 1, look.span.end) if is_break(passage, i)), look.span.end)
    runs = [i for i in range(hit.end, min(end, hit.end + 20)) if words[i] in look.names.running]
    thing = (hit.end, runs[0]) if passage.language == "de" and runs else (runs[0], runs[0] + 5) if runs else (0, 0)
    if passage.language != "de" and runs and runs[0] > hit.end + 1:
        return False
    named = [each for each in passage.roles if max(thing[0], hit.end) <= each.start < min(thing[1], end)]
    online = look.scene.hosts or not {*words[thing[0] : thing[1]]}.isdisjoint(lexicon(passage.language).grammar.online)
    return any(each.entry.bearer == Bearer.HOST and (online or not each.entry.vague) for each in named)


def _last_joined(look: Look, hit: Hit) -> Hit:
    """An individual or entity that operates …: the last of persons whom a small word joins."""
    joined = hit.end if {*look.passage.words[hit.end : hit.end + 1]} & look.names.coordinators else None
    after = (each for each in look.passage.roles if joined is not None and each.start in {joined + 1, joined + 2})
    return next((each for each in after if each.entry.bearer == Bearer.PERSON), hit)
