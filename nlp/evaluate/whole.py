"""Whole matters: how well their score tells those that concern online hosts, each country by weights fitted on the others."""

from collections.abc import Iterator
from pathlib import Path

from nlp.evaluate.measures import Figure, ranked, yes_or_no
from nlp.scores.cutoffs import CUTOFFS


def matters(shared: Path) -> Iterator[Figure]:
    from nlp.build import weigh
    from nlp.build.matters import known

    held = list(known(shared))
    truth = [each.hosts for each in held]
    scores = weigh.held_out([each.terms for each in held], truth, [each.place for each in held])
    yield from ranked("matters", "countries held out", truth, scores)
    for cutoff, at in CUTOFFS.items():
        part, guess = f"countries held out, {cutoff} at {at:.2f}", [score >= at for score in scores]
        yield from yes_or_no("matters", part, truth, guess)
        yield Figure("matters", part, "read", sum(guess) / max(1, len(guess)), size=len(guess), falls=True)
