"""How likely a whole matter concerns online hosts: what its title, its provisions and its topics say, each shown."""

from collections.abc import Sequence

from crawlers.matter import Relevance
from nlp.relevance import weighed

TOP, TOPICS = 5, 4


def overall(scores: Sequence[float], share: float, titled: bool, topics: int) -> Relevance:
    """`scores` are those of its provisions, `share` how many of them name hosts, `titled` whether its title does."""
    return weighed("matter", values(scores, share, titled, topics))


def values(scores: Sequence[float], share: float, titled: bool, topics: int) -> dict[str, float]:
    best = sorted(scores, reverse=True)[:TOP]
    return {
        "hosts in the title": float(titled),
        "best provisions": sum(best) / len(best) if best else 0.0,
        "law about hosts": share,
        "topics": float(min(topics, TOPICS)),
    }
