"""From triggers to statements: which modality each main clause has, and who bears it."""

from typing import NamedTuple

from crawlers.vocabulary import Bearer, Modality
from nlp.grammar.agents import asked_host
from nlp.grammar.bearers import Scene, Who, who
from nlp.grammar.clauses import Span, chunk_start, is_break
from nlp.grammar.free_nouns import GERMANIC
from nlp.grammar.hits import Hit
from nlp.grammar.openings import main_start
from nlp.grammar.passage import Passage
from nlp.grammar.rules import Rule
from nlp.grammar.spoken import spoken
from nlp.grammar.unnamed import only
from nlp.grammar.words import grammar

# Rules for verbs of giving orders, which what private parties do is not.
ORDERS = (".ordina", ".ordonne", ".ordena")
AUTHORITIES = frozenset({Bearer.AUTHORITY, Bearer.STATE, Bearer.COURT})
PASSIVE = frozenset({"be", "werden", "être", "se", "ser", "essere", "venire"})
THIS = frozenset(
    ["présent", "présente", "presente", "este", "esta", "cette", "questo", "questa", "dieser", "diese", "dieses"]
)
REFLEXIVE = ("arse", "erse", "irse", "ar-se", "er-se", "ir-se", "arsi", "ersi", "irsi")
# Whoever any of a kind is, he is no authority: tout associé peut se retirer.
EVERYBODY = frozenset(
    ["tout", "toute", "chaque", "cualquier", "todo", "toda", "ogni", "ciascun", "ciascuna", "qualquer"]
)
LIABILITY = (
    "liability", "verantwortlichkeit", "haftung", "responsabilid", "responsabilit", "responsabiliz", "irresponsab",
)  # fmt: skip
# Responsibility for a child or for what is published is no liability.
ROLES_OF = ("genitorial", "parent", "editorial", "éditorial", "social", "elterlich")
RESERVED = frozenset({"prejudice", "unbeschadet", "préjudice", "perjuicio", "pregiudizio", "prejuízo"})
CARRIED = frozenset({Modality.EXEMPTION, Modality.PROHIBITION, Modality.RIGHT, Modality.PERMISSION, Modality.PENALTY})
PLAIN = frozenset({Modality.DEFINITION, Modality.OBLIGATION, Modality.PROHIBITION})
BINDS = frozenset({"obligation", "prohibition"})
NOBODY = frozenset({Modality.DEFINITION, Modality.COMMENCEMENT})


class Statement(NamedTuple):
    """One norm before it is written down: words [start, end) of a passage."""

    modality: Modality
    who: Who
    start: int
    end: int
    trigger: Hit
    span: Span


def statements(passage: Passage, scene: Scene) -> list[Statement]:
    found: list[Statement] = []
    for span, hit in spoken(passage):
        made = _statement(passage, span, hit, scene)
        if made:
            found.append(made)
            scene = scene._replace(
                said=made.modality, last=made.who.bearer if made.who.bearer != Bearer.NONE else scene.last
            )
    return found


def _statement(passage: Passage, span: Span, hit: Hit, scene: Scene) -> Statement | None:
    says = hit.entry.says
    if says == "none":
        return None
    found = who(passage, span, hit, scene)
    if (
        says == "may"
        and found.how in {"implied", "genitive"}
        and (
            PASSIVE & set(passage.words[hit.start - 1 : _verb_end(passage, span, hit)])
            or "".join(passage.words[hit.end : hit.end + 1]).endswith(REFLEXIVE)
        )
    ):
        found = Who(_unnamed(passage, span, hit, scene), None, "passive")
    if says == "may" and found.bearer == Bearer.HOST and hit.entry.id.endswith(ORDERS):
        says = "obligation"  # a platform that demands or orders something is told to
    if says == "may" and _appealed(passage, span, hit, found):
        found = Who(Bearer.PERSON, None, "appeal")
    if says == "may" and found.bearer not in AUTHORITIES and asked_host(passage, hit.end, span.end, scene.hosts):
        says = "claim"
    if (
        says in BINDS
        and (found.how in {"implied", "genitive"} or not hit.entry.phrases)
        and _of_the_law(passage, span, hit)
    ):
        return None
    modality = _resolve(says, found.bearer, scene)
    if found.bearer in AUTHORITIES and _is_power(passage, span, hit, found, modality):
        modality = Modality.POWER
    if _on_liability(passage, span, hit, scene, modality):
        modality, found = Modality.EXEMPTION, Who(Bearer.HOST, None, "liability")
    if modality in NOBODY:
        found = Who(Bearer.NONE, None, "none")
    start = _opening(passage, span, hit)
    longest = 60 if not hit.entry.phrases else 25
    return Statement(modality, found, start, _closing(passage, span, max(hit.end + longest, start + 12)), hit, span)


def _verb_end(passage: Passage, span: Span, hit: Hit) -> int:
    """How far a passive may stand from its modal verb: a few words, in German at the end of the clause or the sentence."""
    near = hit.end + 6
    if passage.language != "de":
        return near
    if PASSIVE & {*passage.words[span.end - 2 : span.end]}:
        return span.end
    return next((i for i in range(near, span.end) if is_break(passage, i)), span.end)


def _is_power(passage: Passage, span: Span, hit: Hit, found: Who, modality: Modality) -> bool:
    """Of an authority: may only …, kann ein Zwangsgeld festsetzen."""
    if modality == Modality.PENALTY and found.how == "subject":
        return passage.words[hit.start] in {"kann", "können"} and "werden" not in passage.words[hit.end : span.end]
    return modality == Modality.PROHIBITION and only(passage, hit)


def _unnamed(passage: Passage, span: Span, hit: Hit, scene: Scene) -> Bearer:
    """Whoever may have something done: an authority, but whoever is concerned where an appeal may be brought or, in German, dürfen is said."""
    allowed = passage.words[hit.start] in {"darf", "dürfen"} and scene.last not in AUTHORITIES
    allowed = allowed or passage.words[chunk_start(passage, hit.start, span.start)] in EVERYBODY
    private = passage.language not in GERMANIC and not scene.hosts and scene.last not in AUTHORITIES
    private = private and grammar(passage.language).agents.isdisjoint(passage.words[hit.end : span.end])
    done = passage.words[hit.end : hit.end + 4]
    private = private and not any(word.startswith(tuple(grammar(passage.language).granting)) for word in done)
    allowed = allowed or (private and not any(hit.entry.bearer in AUTHORITIES for hit in passage.roles))
    allowed = allowed or (scene.last not in AUTHORITIES and _is_brought(passage, span, hit))
    return Bearer.PERSON if allowed or _remedy(passage, span.start, span.end) else Bearer.AUTHORITY


def _is_brought(passage: Passage, span: Span, hit: Hit) -> bool:
    """A complaint may be lodged, der Antrag kann gestellt werden; not: the complaint may be dismissed."""
    names, begin = grammar(passage.language), chunk_start(passage, hit.start, span.start)
    suits = names.suits & {*passage.words[begin : min(begin + 4, hit.start)]}
    return bool(suits) and bool(names.bringing & {*passage.words[hit.end : span.end]})


def _remedy(passage: Passage, start: int, end: int) -> bool:
    """An appeal may be brought, kann Beschwerde erhoben werden: whoever is concerned may."""
    return bool(grammar(passage.language).remedies & {*passage.words[start:end]})


def _of_the_law(passage: Passage, span: Span, hit: Hit) -> bool:
    """This Act shall …, the aim of this Directive is to …: the subject is the law, and that binds nobody."""
    words, names = passage.words, grammar(passage.language)
    plain = not hit.entry.phrases
    at = hit.start if plain else chunk_start(passage, hit.start, span.start)
    end = min(hit.start + 3, span.end) if plain else hit.start
    if plain and not THIS & {*words[at:end]}:
        return False
    while at < end and words[at] in names.determiners and words[at] not in names.instruments:
        at += 1
    return at < end and not names.instruments.isdisjoint({words[at], " ".join(words[at : at + 2])})


def _on_liability(passage: Passage, span: Span, hit: Hit, scene: Scene, modality: Modality) -> bool:
    """In a law about hosts, a plain rule on liability gives, conditions or takes away a safe harbour."""
    rule: Rule = hit.entry
    stated = rule.weak or rule.near or not rule.phrases or "respons" in "".join(passage.words[hit.start : hit.end])
    if not (scene.hosts and stated and modality in PLAIN):
        return False
    start = main_start(passage, span)
    words = passage.words[start : min(span.end, start + 20)]
    return any(
        word.startswith(LIABILITY)
        and not RESERVED & {*words[max(0, i - 4) : i]}
        and not "".join(words[i + 1 : i + 2]).startswith(ROLES_OF)
        for i, word in enumerate(words)
    )


def _appealed(passage: Passage, span: Span, hit: Hit, found: Who) -> bool:
    """Cabe recurso, un recours peut être formé devant le juge: no noun but the remedy is the subject."""
    if found.how not in {"implied", "genitive", "inverted"} or (
        found.bearer == Bearer.COURT and passage.language == "de"
    ):
        return False
    end = found.hit.start if found.how == "inverted" and found.hit else min(hit.end + 4, span.end)
    return _remedy(passage, chunk_start(passage, hit.start, span.start), end)


def _resolve(says: str, bearer: Bearer, scene: Scene) -> Modality:
    if says == "same":
        return scene.said if scene.said in CARRIED else Modality.DEFINITION
    if says == "may":
        return Modality.POWER if bearer in AUTHORITIES else Modality.PERMISSION
    if says == "liable":
        return Modality.EXEMPTION if bearer == Bearer.HOST else Modality.OBLIGATION
    if says == "claim" or (says == "right" and bearer in AUTHORITIES - {Bearer.STATE}):
        return Modality.POWER if bearer in AUTHORITIES else Modality.RIGHT
    return Modality(says)


def _opening(passage: Passage, span: Span, hit: Hit) -> int:
    """The quote begins with the subject, at most 25 words before the verb."""
    return max(chunk_start(passage, hit.start, span.start), hit.start - 25)


def _closing(passage: Passage, span: Span, end: int) -> int:
    """The quote goes on to the end of its clause where that is near, so that it stops at a word one may stop at."""
    near = range(end, min(span.end, end + 20))
    return next((i for i in near if is_break(passage, i)), span.end if end + 20 >= span.end else end)
