"""How likely a whole matter concerns online hosts: what its title, its provisions and its topics say, each shown."""

from collections.abc import Sequence

from crawlers.matter import Relevance
from nlp.passage import Passage
from nlp.reading import names_hosts
from nlp.relevance import found, weighed

TOP, TOPICS = 5, 4


def overall(head: Passage, scores: Sequence[float], share: float, topics: int) -> Relevance:
    """`head` is its title and summary, `scores` are those of its provisions, `share` says how many of them name hosts."""
    return weighed("matter", values(head, scores, share, topics))


def values(head: Passage, scores: Sequence[float], share: float, topics: int) -> dict[str, float]:
    best = sorted(scores, reverse=True)[:TOP]
    return {
        "hosts in the title": float(names_hosts(head)),
        "subjects of hosts in the title": found("subject", head.language, head.text),
        "best provisions": sum(best) / len(best) if best else 0.0,
        "law about hosts": share,
        "topics": float(min(topics, TOPICS)),
    }
