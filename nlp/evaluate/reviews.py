"""How often reviewers here found tags right: of what was drawn at random, and of what waited for another reason."""

from collections.abc import Iterator, Sequence

from crawlers.vocabulary import ReviewState
from nlp.evaluate.measures import Figure, interval
from nlp.queue import RANDOM
from nlp.review import Verdict, verdicts


def reviews() -> Iterator[Figure]:
    """Nothing where nobody has reviewed; only the random part says how good the tagger is."""
    said = list(verdicts().values())
    yield from _shares("drawn at random", [each for each in said if each.reason == RANDOM])
    yield from _shares("doubted", [each for each in said if each.reason != RANDOM])


def _shares(part: str, said: Sequence[Verdict]) -> Iterator[Figure]:
    kinds = {
        "right as it was": [each.state == ReviewState.ACCEPTED for each in said],
        "a norm at all": [each.state != ReviewState.REJECTED for each in said],
        "modality": [_kept(each, each.modality) for each in said],
        "words": [_kept(each, each.span) for each in said],
        "bearer": [_kept(each, each.bearer) for each in said],
        "duty": [_kept(each, each.duty) and each.host_duty is not False for each in said],
    }
    for name, right in kinds.items() if said else ():
        low, high = interval(right, _share)
        yield Figure("reviews", part, name, _share(right), low, high, len(right))


def _share(right: Sequence[bool]) -> float:
    return sum(right) / max(1, len(right))


def _kept(said: Verdict, correction: object) -> bool:
    return said.state != ReviewState.REJECTED and correction is None
