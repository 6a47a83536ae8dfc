"""Topics of a matter: cues of the taxonomy, counted over its words and weighed by where they stand."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from crawlers.matter import Evidence, TopicTag
from crawlers.vocabulary import Origin, Topic
from nlp.version import VERSION

ENOUGH, TITLE, SHOWN = 0.5, 6.0, 5


class Seen(NamedTuple):
    """A cue in the words: characters [start, end) of a provision of a text; no provision in a title."""

    topic: Topic
    weight: float
    text: str
    provision: str
    start: int
    end: int


def topics(seen: Iterable[Seen], words: int) -> Iterator[TopicTag]:
    """The topics whose cues are dense or prominent enough, best first."""
    total: dict[Topic, float] = defaultdict(float)
    places: dict[Topic, list[Seen]] = defaultdict(list)
    for cue in seen:
        total[cue.topic] += cue.weight if cue.provision else cue.weight * TITLE
        if cue.provision:
            places[cue.topic].append(cue)
    for topic in sorted(total, key=lambda name: (-total[name], name)):
        score = strength(total[topic], words)
        if score >= ENOUGH:
            yield _tag(topic, score, places[topic])


def strength(total: float, words: int) -> float:
    """Between 0 and 1: half at four points in the first thousand words, more slowly asked of long texts."""
    return round(1 - math.exp(-0.7 * total / (4 * math.sqrt(max(1.0, words / 1000)))), 4)


def _tag(topic: Topic, score: float, places: list[Seen]) -> TopicTag:
    best = sorted(places, key=lambda cue: -cue.weight)[:SHOWN]
    texts = {cue.text for cue in best[:1]}
    evidence = tuple(
        Evidence(
            start=cue.start,
            end=cue.end,
            label="topic",
            origin=Origin.RULE,
            rule=f"topic.{topic}",
            version=VERSION,
            provision=cue.provision,
        )
        for cue in best
        if cue.text in texts
    )
    return TopicTag(topic=topic, score=score, evidence=evidence, text=next(iter(texts), ""))
