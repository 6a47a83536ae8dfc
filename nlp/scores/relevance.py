"""How likely a provision concerns online hosts: a logistic score over named terms, each shown."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from crawlers.facts import convert, load
from crawlers.matter import Relevance, Struct, Term
from crawlers.vocabulary import Bearer, Modality
from nlp.grammar.bearers import bearer_of
from nlp.grammar.hits import Hit
from nlp.hosts import names_hosts
from nlp.reading import Reading
from nlp.signs import Signs, tried
from nlp.version import VERSION

FOLDER = Path(__file__).parent
WORDS, WEIGHTS = FOLDER / "relevance.yaml", FOLDER.with_name("models") / "relevance.yaml"
INSTITUTIONS = {Bearer.AUTHORITY, Bearer.STATE, Bearer.COURT}
BOUNDS = {Modality.DEFINITION, Modality.EXEMPTION, Modality.PENALTY}
ENOUGH, EARLY = 2, 15
SUBJECT = "subject"  # kind of the words of a title
_LETTERS = re.compile(r"(?:\(\?<![^)]*\))*((?:[\w -](?![?*{|]))+)")


class Weights(Struct, frozen=True, kw_only=True):
    """What a score starts from, and what each term adds for each point of its value."""

    bias: float
    terms: dict[str, float]


@cache
def words() -> dict[str, dict[str, tuple[str, ...]]]:
    """The words that some terms look for, by kind and language. Raises BadFacts naming file and key."""
    return convert(load(WORDS), dict[str, dict[str, tuple[str, ...]]], WORDS.name, "relevance")


@cache
def weights() -> dict[str, Weights]:
    """Of a provision and of a matter, as `make models` fitted them. Raises BadFacts naming file and key."""
    return convert(load(WEIGHTS), dict[str, Weights], WEIGHTS.name, "relevance")


def relevances(readings: Sequence[Reading]) -> list[Relevance]:
    """Of the provisions of one law, read together."""
    return [weighed("provision", values) for values in terms(readings)]


def terms(readings: Sequence[Reading]) -> list[dict[str, float]]:
    """What each term of each provision is worth; what is named beside it under the same heading counts too."""
    under = Counter(reading.unit.heading for reading in readings)
    naming = Counter(reading.unit.heading for reading in readings if names_hosts(reading.passage))
    return [
        _people(reading)
        | _norms(reading)
        | _words(reading)
        | {"hosts named beside it": _beside(reading, under, naming)}
        for reading in readings
    ]


def weighed(kind: str, values: Mapping[str, float]) -> Relevance:
    """The probability that the terms of a provision or of a matter add up to; a term of no value is not shown."""
    known = weights()[kind]
    shown = tuple(
        Term(name=name, value=round(value, 4), contribution=round(known.terms[name] * value, 4))
        for name, value in values.items()
        if value
    )
    total = known.bias + sum(term.contribution for term in shown)
    return Relevance(score=round(1 / (1 + math.exp(-total)), 6), terms=shown, version=VERSION)


def _beside(reading: Reading, under: Counter[str], naming: Counter[str]) -> float:
    """How many of the other provisions under the same heading name hosts: they are read as one article."""
    heading = reading.unit.heading
    others = under[heading] - 1 if heading else 0
    return (naming[heading] - names_hosts(reading.passage)) / others if others else 0.0


def _people(reading: Reading) -> dict[str, float]:
    """Who is named, in the provision, its heading and its law."""
    roles = reading.passage.roles
    named = sum(map(_is_host, roles))
    users = any(bearer_of(hit, True) in {Bearer.USER, Bearer.RIGHTSHOLDER} for hit in roles)
    vague = any(hit.entry.bearer == Bearer.HOST and hit.entry.vague for hit in roles)
    early = any(hit.start < EARLY and bearer_of(hit, reading.hosts) == Bearer.HOST for hit in roles)
    return {
        "hosts named": (min(named, 3) + 1) / 2 if named else 0.0,
        "hosts named at its beginning": float(early),
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
        "only others are bound or entitled": float(Bearer.PERSON in bearers and Bearer.HOST not in bearers),
        "authorities among themselves": float(_among_themselves(reading, kinds, bearers)),
        "no norm": float(not kinds),
    }


def _words(reading: Reading) -> dict[str, float]:
    """Words of the provision and its heading."""
    begun: dict[str, list[str]] = {kind: [] for kind in words()}
    for kind, letters in signs(reading.passage.language).of((*reading.heading.words, *reading.passage.words)):
        begun[kind].append(letters)
    said = {kind: _found(reading, kind, letters) for kind, letters in begun.items()}
    return {
        "words of enforcement in a law about hosts": _about(reading) * said["enforcement"],
        "words of online services": said["online"],
        "words of an institution's own affairs": said["institution"],
        "amends, repeals or begins": said["amends"],
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


def _found(reading: Reading, kind: str, begun: list[str]) -> float:
    """Half a point a word, one point at most."""
    if not begun:
        return 0.0
    finder = _finder(kind, reading.passage.language)
    texts = (reading.heading.text.lower(), reading.passage.text.lower())
    return min(sum(1 for text in texts for _ in tried(finder, begun, text)), ENOUGH) / ENOUGH


def counted(kind: str, language: str, text: str) -> int:
    """How often its words come."""
    return len(_finder(kind, language).findall(text.lower()))


@cache
def signs(language: str) -> Signs:
    """The letters that the words which are looked for in provisions begin with."""
    kinds = words().keys() - {SUBJECT}
    return Signs(
        {kind: [found[1] for word in words()[kind][language] if (found := _LETTERS.match(word))] for kind in kinds}
    )


@cache
def _finder(kind: str, language: str) -> re.Pattern[str]:
    """For lower-cased words: twice as fast as to leave the case to the expression, and the same for what the words are written with."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(words()[kind][language]).lower()})")
