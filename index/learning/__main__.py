"""`python -m index.learning`: learn words for words from the acts of ../shared that are held in several languages."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import yaml

from index import stemming
from index.learning.aligned import Pair, held, pairs
from index.learning.model1 import Words, learn
from index.queries.translations import FILE, PIVOT, Learnt

REACHED = FILE.with_suffix(".yaml")
HEAD = """\
# Written by make models: words learnt from acts held in both languages. known: of the words of acts that were held out, how
# many have any; right: of these, how many have one that stands in the translation; chance: in another piece instead of it.
"""
FOLDS = 5


def main(shared: Path = Path("../shared")) -> None:
    acts = held(shared)
    learnt: Learnt = {}
    reached: dict[str, dict[str, float]] = {}
    for language in (code for code in stemming.MAIN if code != PIVOT):
        found = pairs(acts, language)
        reached[language] = measured(found, language)
        there, learnt[language] = learn(found, language)
        learnt[f"{PIVOT}>{language}"] = there
        print(language, reached[language], flush=True)  # noqa: T201 -- a command of developers
    FILE.write_bytes(msgspec.msgpack.encode(learnt, order="deterministic"))
    REACHED.write_text(HEAD + yaml.safe_dump(reached, sort_keys=False), encoding="utf-8")


def measured(found: Sequence[Pair], language: str) -> dict[str, float]:
    """Acts are held out whole, and pieces where there are too few acts."""
    names = sorted({pair.act for pair in found})
    whole = len(names) >= 2 * FOLDS
    parts = [[] for _ in range(FOLDS)]  # type: list[list[Pair]]
    for at, pair in enumerate(found):
        parts[(names.index(pair.act) if whole else at) % FOLDS].append(pair)
    said = [judgement for out in range(FOLDS) for judgement in _judged(parts, out, language)]
    known = [(right, luck) for right, luck in said if right is not None]
    right, luck = (sum(map(bool, column)) / max(1, len(known)) for column in zip(*known, strict=True))
    sizes = {"pieces": len(found), "acts": len(names)}
    return sizes | {"known": round(len(known) / len(said), 2), "right": round(right, 2), "chance": round(luck, 2)}


def _judged(parts: Sequence[Sequence[Pair]], out: int, language: str) -> Iterator[tuple[bool | None, bool]]:
    there, back = learn([pair for at, part in enumerate(parts) if at != out for pair in part], language)
    for pair, next_one in zip(parts[out], [*parts[out][1:], *parts[out][:1]], strict=True):
        yield from _each(there, pair.english, pair.other, next_one.other, (PIVOT, language))
        yield from _each(back, pair.other, pair.english, next_one.english, (language, PIVOT))


def _each(
    learnt: Words, row: Sequence[str], beside: Sequence[str], apart: Sequence[str], spoken: tuple[str, str]
) -> Iterator[tuple[bool | None, bool]]:
    """For each word whether one of its translations stands beside it, and whether in a piece of something else."""
    here, elsewhere = (set(stemming.stem(words, spoken[1])) for words in (beside, apart))
    for stem in stemming.stem(row, spoken[0]):
        said = set(stemming.stem(learnt.get(stem, ()), spoken[1]))
        yield (bool(said & here) if said else None), bool(said & elsewhere)


if __name__ == "__main__":
    main()
