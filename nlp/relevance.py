"""How likely a provision concerns online hosts: a logistic score over named terms, each shown."""

import math
import re
from functools import cache
from pathlib import Path

from crawlers.facts import convert, load
from crawlers.matter import Relevance, Struct, Term
from crawlers.vocabulary import Bearer, Modality
from nlp.bearers import bearer_of
from nlp.passage import Hit
from nlp.reading import Reading
from nlp.version import VERSION

FILE = Path(__file__).parent / "relevance.yaml"
INSTITUTIONS = {Bearer.AUTHORITY, Bearer.STATE, Bearer.COURT}
BOUNDS = {Modality.DEFINITION, Modality.EXEMPTION, Modality.PENALTY}
ENOUGH = 2


class Weights(Struct, frozen=True, kw_only=True):
    """What a provision starts from, what each term adds, and the words that some terms look for in each language."""

    bias: float
    terms: dict[str, float]
    words: dict[str, dict[str, tuple[str, ...]]]


@cache
def weights() -> Weights:
    """Raises BadFacts naming file and key."""
    return convert(load(FILE), Weights, FILE.name, "relevance")


def relevance(reading: Reading) -> Relevance:
    """Of one provision."""
    known = weights()
    terms = tuple(
        Term(name=name, value=round(value, 4), contribution=round(known.terms[name] * value, 4))
        for name, value in (_people(reading) | _norms(reading) | _words(reading)).items()
        if value
    )
    return Relevance(score=_odds(known.bias, terms), terms=terms, version=VERSION)


TOP = 5
MATTER = {"hosts in the title": 2.0, "best provisions": 5.0, "law about hosts": 2.0, "topics": 0.4}


def of_matter(scores: list[float], share: float, titled: bool, topics: int) -> Relevance:
    """Of a whole matter: what its most relevant provisions, its title and its topics say."""
    best = sorted(scores, reverse=True)[:TOP]
    values = {
        "hosts in the title": float(titled),
        "best provisions": sum(best) / TOP if len(best) >= TOP else (sum(best) / len(best) if best else 0.0),
        "law about hosts": share,
        "topics": float(min(topics, 4)),
    }
    terms = tuple(
        Term(name=name, value=round(value, 4), contribution=round(MATTER[name] * value, 4))
        for name, value in values.items()
        if value
    )
    return Relevance(score=_odds(-4.5, terms), terms=terms, version=VERSION)


def _odds(bias: float, terms: tuple[Term, ...]) -> float:
    return round(1 / (1 + math.exp(-bias - sum(term.contribution for term in terms))), 6)


def _people(reading: Reading) -> dict[str, float]:
    """Who is named, in the provision, its heading and its law."""
    roles = reading.passage.roles
    named = sum(map(_is_host, roles))
    users = any(bearer_of(hit, True) in {Bearer.USER, Bearer.RIGHTSHOLDER} for hit in roles)
    vague = any(hit.entry.bearer == Bearer.HOST and hit.entry.vague for hit in roles)
    return {
        "hosts named": (min(named, 3) + 1) / 2 if named else 0.0,
        "hosts named in the heading": float(any(map(_is_host, reading.heading.roles))),
        "service words in a law about hosts": float(vague and reading.hosts),
        "law about hosts": _about(reading),
        "users or rightsholders named": float(users),
    }


def _norms(reading: Reading) -> dict[str, float]:
    """What is said, and of whom."""
    kinds = {found.statement.modality for found in reading.found}
    bearers = {found.statement.who.bearer for found in reading.found}
    return {
        "duty of a host": float(any(found.host_duty for found in reading.found)),
        "a host is bound, spared or entitled": float(Bearer.HOST in bearers),
        "power in a law about hosts": _about(reading) * (Modality.POWER in kinds),
        "definition, exemption or penalty in a law about hosts": _about(reading) * bool(kinds & BOUNDS),
        "authorities among themselves": float(_among_themselves(reading, kinds, bearers)),
        "no norm": float(not kinds),
    }


def _words(reading: Reading) -> dict[str, float]:
    """Words of the provision and its heading."""
    cues = (hit for hit in (*reading.passage.cues, *reading.heading.cues) if hit.entry.duty)
    return {
        "words of a host's duty": min(sum(min(3, hit.end - hit.start) for hit in cues), 8) / 2,
        "words of enforcement in a law about hosts": _about(reading) * _found(reading, "enforcement"),
        "words of online services": _found(reading, "online"),
        "words of an institution's own affairs": _found(reading, "institution"),
        "amends, repeals or begins": _found(reading, "amends"),
    }


def _about(reading: Reading) -> float:
    """A law half of whose provisions name hosts is as much about them as one that names them everywhere."""
    return min(1.0, 2 * reading.share)


def _is_host(hit: Hit) -> bool:
    return bool(hit.entry.bearer == Bearer.HOST and not hit.entry.vague)


def _among_themselves(reading: Reading, kinds: set[Modality], bearers: set[Bearer]) -> bool:
    """Authorities owe something to authorities, and no host is named."""
    named = [hit.entry.bearer in INSTITUTIONS for hit in reading.passage.roles]
    owed = bool(kinds) and kinds <= {Modality.OBLIGATION, Modality.PERMISSION}
    return owed and bearers <= INSTITUTIONS and sum(named) >= ENOUGH and not any(map(_is_host, reading.passage.roles))


def _found(reading: Reading, kind: str) -> float:
    """Half a point a word, one point at most."""
    finder = _finder(kind, reading.passage.language)
    words = [*finder.findall(reading.heading.text), *finder.findall(reading.passage.text)]
    return min(len(words), ENOUGH) / ENOUGH


@cache
def _finder(kind: str, language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(weights().words[kind][language])})", re.IGNORECASE)
