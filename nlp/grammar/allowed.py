"""Who may do what a clause allows, and when it is a right instead."""

from crawlers.vocabulary import Bearer
from nlp.grammar.agents import asked_host
from nlp.grammar.bearers import Scene, Who
from nlp.grammar.clauses import Span, chunk_start, is_break
from nlp.grammar.free_nouns import GERMANIC
from nlp.grammar.hits import Hit
from nlp.grammar.passage import Passage
from nlp.grammar.unnamed import INSTITUTIONS
from nlp.grammar.words import grammar

# Rules for verbs of giving orders, which what private parties do is not.
ORDERS = (".ordina", ".ordonne", ".ordena")
PASSIVE = frozenset({"be", "werden", "être", "se", "ser", "essere", "venire"})
REFLEXIVE = ("arse", "erse", "irse", "ar-se", "er-se", "ir-se", "arsi", "ersi", "irsi")
# Whoever any of a kind is, he is no authority: tout associé peut se retirer.
EVERYBODY = frozenset(
    ["tout", "toute", "chaque", "cualquier", "todo", "toda", "ogni", "ciascun", "ciascuna", "qualquer"]
)


def allowed(passage: Passage, span: Span, hit: Hit, found: Who, scene: Scene) -> tuple[str, Who]:
    """What a “may” says of whom: a passive or a remedy of nobody named is read for whom it means."""
    says = hit.entry.says
    if found.how == "implied" and hit.entry.id.endswith((".zulaessig_ist", ".est_permis")):
        return says, Who(Bearer.PERSON, None, "passive")
    if found.how in {"implied", "genitive"} and _is_passive(passage, span, hit):
        found = Who(_unnamed(passage, span, hit, scene), None, "passive")
    if found.bearer == Bearer.HOST and hit.entry.id.endswith(ORDERS):
        says = "obligation"  # a platform that demands or orders something is told to
    if says == "may" and _appealed(passage, span, hit, found):
        found = Who(Bearer.PERSON, None, "appeal")
    asks = says == "may" and found.bearer not in INSTITUTIONS
    return "claim" if asks and asked_host(passage, hit.end, span.end, scene.hosts) else says, found


def _is_passive(passage: Passage, span: Span, hit: Hit) -> bool:
    done = PASSIVE & {*passage.words[hit.start - 1 : _verb_end(passage, span, hit)]}
    return bool(done) or "".join(passage.words[hit.end : hit.end + 1]).endswith(REFLEXIVE)


def _verb_end(passage: Passage, span: Span, hit: Hit) -> int:
    """How far a passive may stand from its modal verb: a few words, in German at the end of the clause or the sentence."""
    near = hit.end + 6
    if passage.language != "de":
        return near
    if PASSIVE & {*passage.words[span.end - 2 : span.end]}:
        return span.end
    return next((i for i in range(near, span.end) if is_break(passage, i)), span.end)


def _unnamed(passage: Passage, span: Span, hit: Hit, scene: Scene) -> Bearer:
    """Whoever may have something done: an authority, but whoever is concerned where an appeal may be brought or, in German, dürfen is said."""
    anybody = passage.words[hit.start] in {"darf", "dürfen"} and scene.last not in INSTITUTIONS
    anybody = anybody or passage.words[chunk_start(passage, hit.start, span.start)] in EVERYBODY
    private = passage.language not in GERMANIC and not scene.hosts and scene.last not in INSTITUTIONS
    private = private and grammar(passage.language).agents.isdisjoint(passage.words[hit.end : span.end])
    done = passage.words[hit.end : hit.end + 4]
    private = private and not any(word.startswith(tuple(grammar(passage.language).granting)) for word in done)
    anybody = anybody or (private and not any(hit.entry.bearer in INSTITUTIONS for hit in passage.roles))
    anybody = anybody or (scene.last not in INSTITUTIONS and _is_brought(passage, span, hit))
    if passage.language == "de" and anybody and scene.last == Bearer.HOST:
        return Bearer.HOST  # wer … erbringt, darf …. Die Daten dürfen … ausgewertet werden
    return Bearer.PERSON if anybody or _remedy(passage, span.start, span.end) else Bearer.AUTHORITY


def _is_brought(passage: Passage, span: Span, hit: Hit) -> bool:
    """A complaint may be lodged, der Antrag kann gestellt werden; not: the complaint may be dismissed."""
    names, begin = grammar(passage.language), chunk_start(passage, hit.start, span.start)
    suits = names.suits & {*passage.words[begin : min(begin + 4, hit.start)]}
    return bool(suits) and bool(names.bringing & {*passage.words[hit.end : span.end]})


def _remedy(passage: Passage, start: int, end: int) -> bool:
    """An appeal may be brought, kann Beschwerde erhoben werden: whoever is concerned may."""
    return bool(grammar(passage.language).remedies & {*passage.words[start:end]})


def _appealed(passage: Passage, span: Span, hit: Hit, found: Who) -> bool:
    """Cabe recurso, un recours peut être formé devant le juge: no noun but the remedy is the subject."""
    if found.how not in {"implied", "genitive", "inverted"} or (
        found.bearer == Bearer.COURT and passage.language == "de"
    ):
        return False
    end = found.hit.start if found.how == "inverted" and found.hit else min(hit.end + 4, span.end)
    return _remedy(passage, chunk_start(passage, hit.start, span.start), end)
