"""Which kind of norm the words of a trigger make, given whom they name."""

from crawlers.vocabulary import Bearer, Modality
from nlp.grammar.bearers import Scene, Who
from nlp.grammar.clauses import Span, chunk_start
from nlp.grammar.hits import Hit
from nlp.grammar.openings import main_start
from nlp.grammar.passage import Passage
from nlp.grammar.rules import Rule
from nlp.grammar.unnamed import INSTITUTIONS, only
from nlp.grammar.words import grammar

THIS = frozenset(
    ["présent", "présente", "presente", "este", "esta", "cette", "questo", "questa", "dieser", "diese", "dieses"]
)
LIABILITY = (
    "liability", "verantwortlichkeit", "haftung", "responsabilid", "responsabilit", "responsabiliz", "irresponsab",
)  # fmt: skip
# Responsibility for a child or for what is published is no liability.
ROLES_OF = ("genitorial", "parent", "editorial", "éditorial", "social", "elterlich")
RESERVED = frozenset({"prejudice", "unbeschadet", "préjudice", "perjuicio", "pregiudizio", "prejuízo"})
CARRIED = frozenset({Modality.EXEMPTION, Modality.PROHIBITION, Modality.RIGHT, Modality.PERMISSION, Modality.PENALTY})
PLAIN = frozenset({Modality.DEFINITION, Modality.OBLIGATION, Modality.PROHIBITION})


def is_power(passage: Passage, span: Span, hit: Hit, found: Who, modality: Modality) -> bool:
    """Of an authority: may only …, kann ein Zwangsgeld festsetzen."""
    if modality == Modality.PENALTY and found.how == "subject":
        return passage.words[hit.start] in {"kann", "können"} and "werden" not in passage.words[hit.end : span.end]
    return modality == Modality.PROHIBITION and only(passage, hit)


def of_the_law(passage: Passage, span: Span, hit: Hit) -> bool:
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


def on_liability(passage: Passage, span: Span, hit: Hit, scene: Scene, modality: Modality) -> bool:
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


def resolve(says: str, bearer: Bearer, scene: Scene) -> Modality:
    if says == "same":
        return scene.said if scene.said in CARRIED else Modality.DEFINITION
    if says == "may":
        return Modality.POWER if bearer in INSTITUTIONS else Modality.PERMISSION
    if says == "liable":
        return Modality.EXEMPTION if bearer == Bearer.HOST else Modality.OBLIGATION
    if says == "claim" or (says == "right" and bearer in INSTITUTIONS - {Bearer.STATE}):
        return Modality.POWER if bearer in INSTITUTIONS else Modality.RIGHT
    return Modality(says)
