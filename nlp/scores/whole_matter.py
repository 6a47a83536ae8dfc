"""How likely a whole matter concerns online hosts: what its title, its provisions and its topics say, each shown."""

from collections.abc import Sequence

from crawlers.matter import Relevance
from nlp.grammar.passage import Passage
from nlp.hosts import names_hosts
from nlp.scores.relevance import ENOUGH, SUBJECT, counted, weighed

TOP, TOPICS = 5, 4
# words of title and summary for which one subject of hosts is enough: a long summary has one by chance
DENSE = 30


def overall(head: Passage, scores: Sequence[float], share: float, topics: int) -> Relevance:
    """`head` is its title and summary, `scores` are those of its provisions, `share` says how many of them name hosts."""
    return weighed("matter", values(head, scores, share, topics))


def values(head: Passage, scores: Sequence[float], share: float, topics: int) -> dict[str, float]:
    best = sorted(scores, reverse=True)[:TOP]
    return {
        "hosts in the title": float(names_hosts(head)),
        "subjects of hosts in the title": _subjects(head),
        "best provisions": sum(best) / len(best) if best else 0.0,
        "law about hosts": share,
        "topics": float(min(topics, TOPICS)),
    }


def _subjects(head: Passage) -> float:
    """Half a point a word, one point at most; less where there are few among many words."""
    often = counted(SUBJECT, head.language, head.text)
    return round(min(often, ENOUGH) / ENOUGH * min(1.0, often * DENSE / max(1, len(head.words))), 4)
