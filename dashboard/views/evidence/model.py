"""What the linear model says of a tag: its odds, and the terms that weigh most, said in words."""

import re

from crawlers.matter import Norm, Struct
from crawlers.vocabulary import Origin
from dashboard.words.tongue import Tongue, later

BINDS = 0.5

# how a feature of nlp.scores.linear is named, and what it says to a reader; the first that fits
TERMS = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"words? (?P<words>.+)", later("“{words}” in the sentence")),
        (r"opens (?P<words>.+)", later("“{words}” among its first words")),
        (r"(?:first )?verb (?:\d )?after (?P<words>.+)", later("“{words}” shortly before the verb")),
        (r"(?:first )?verb (?:\d )?before (?P<words>.+)", later("“{words}” shortly after the verb")),
        (r"(?:first )?verb (?P<words>.+)", later("“{words}” at the verb")),
        (r"verbs (?P<words>\d+)", later("how many verbs that command it has: {words}")),
        (r"length (?P<words>\d+)", later("how long it is, in dozens of words: {words}")),
        (r"rules (?P<words>\d+)", later("how many rules found something in it: {words}")),
        (r"(?:first )?rule (?P<words>.+)", later("what a rule saw in it: {words}")),
    )
)


class Model(Struct, frozen=True, kw_only=True):
    """The odds that the sentence binds somebody, from 0 to 1; terms with what each adds to the log odds."""

    binds: bool
    odds: str
    rule: str
    version: str
    terms: tuple[tuple[str, str], ...]


def said(norm: Norm, tongue: Tongue) -> Model | None:
    """Nothing where no model weighed the sentence."""
    found = next((each for each in norm.evidence if each.origin is Origin.MODEL and each.score is not None), None)
    if found is None or found.score is None:
        return None
    return Model(
        binds=found.score >= BINDS,
        odds=tongue.say("{n} of 100", n=round(found.score * 100)),
        rule=found.rule,
        version=found.version,
        terms=tuple((term(name, tongue), f"{adds:+.2f}".replace("-", "−")) for name, adds in found.weights),
    )


def term(name: str, tongue: Tongue) -> str:
    """The feature in words; its own name where it is of no kind known here."""
    fits = ((pattern.fullmatch(name), words) for pattern, words in TERMS)
    return next((tongue.say(words, words=fit["words"].replace("_", " ")) for fit, words in fits if fit), name)
