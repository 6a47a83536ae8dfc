"""How likely a provision concerns online hosts: a logistic score over named terms, each shown."""

import math

from crawlers.matter import Relevance, Term
from crawlers.vocabulary import Bearer, Modality
from nlp.bearers import bearer_of
from nlp.reading import Reading
from nlp.values import speaks_of_enforcement
from nlp.version import VERSION

WEIGHTS = {
    "hosts named": 2.2,
    "hosts named in the heading": 1.2,
    "service words in a law about hosts": 0.9,
    "law about hosts": 2.0,
    "duty of a host": 2.0,
    "protection of a host": 1.5,
    "words of a host's duty": 0.5,
    "words of topics": 0.35,
    "enforcement in a law about hosts": 1.5,
    "users or rightsholders named": 0.5,
    "about institutions only": -1.6,
    "comes into force": -1.5,
}
BIAS = -2.8


def relevance(reading: Reading) -> Relevance:
    """Of one provision."""
    terms = tuple(
        Term(name=name, value=value, contribution=round(WEIGHTS[name] * value, 4))
        for name, value in _values(reading)
        if value
    )
    total = BIAS + sum(term.contribution for term in terms)
    return Relevance(score=round(1 / (1 + math.exp(-total)), 6), terms=terms, version=VERSION)


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
    total = -4.5 + sum(term.contribution for term in terms)
    return Relevance(score=round(1 / (1 + math.exp(-total)), 6), terms=terms, version=VERSION)


def _values(reading: Reading) -> list[tuple[str, float]]:
    roles = reading.passage.roles
    strong = sum(hit.entry.bearer == Bearer.HOST and not hit.entry.vague for hit in roles)
    vague = sum(hit.entry.bearer == Bearer.HOST and hit.entry.vague for hit in roles)
    users = sum(bearer_of(hit, True) in {Bearer.USER, Bearer.RIGHTSHOLDER} for hit in roles)
    heading = any(hit.entry.bearer == Bearer.HOST and not hit.entry.vague for hit in reading.heading.roles)
    cues = sum(min(3, hit.end - hit.start) for hit in (*reading.passage.cues, *reading.heading.cues) if hit.entry.duty)
    topics = sum(hit.entry.topic is not None for hit in (*reading.passage.cues, *reading.heading.cues))
    enforced = reading.share if speaks_of_enforcement(reading.passage.text + reading.heading.text) else 0.0
    bearers = {found.statement.who.bearer for found in reading.found}
    kinds = {found.statement.modality for found in reading.found}
    return [
        ("hosts named", min(strong, 3) / 2 + 0.5 * (strong > 0)),
        ("hosts named in the heading", float(heading)),
        ("service words in a law about hosts", float(vague > 0 and reading.hosts)),
        ("law about hosts", reading.share),
        ("duty of a host", float(any(found.host_duty for found in reading.found))),
        ("protection of a host", float(any(found.duty and not found.host_duty for found in reading.found))),
        ("words of a host's duty", min(cues, 8) / 2),
        ("words of topics", float(min(topics, 4))),
        ("enforcement in a law about hosts", enforced),
        ("users or rightsholders named", float(users > 0)),
        (
            "about institutions only",
            float(not strong and not vague and not users and bearers <= {Bearer.AUTHORITY, Bearer.STATE, Bearer.COURT}),
        ),
        ("comes into force", float(kinds == {Modality.COMMENCEMENT})),
    ]
