"""A random sample of the corpus: which kinds of norm each provision states, as one reading of the team had it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from crawlers import imports
from crawlers.facts import convert, load
from crawlers.matter import Struct
from crawlers.sources import watched
from crawlers.vocabulary import Modality
from nlp.evaluate.measures import Figure, f1, interval
from nlp.evaluate.unseen import unseen
from nlp.units import tag_units

FILE = Path(__file__).parent / "sample.yaml"
Kinds = tuple[set[str], set[str]]


class Labelled(Struct, frozen=True, kw_only=True):
    """Characters [start, end) of a provision of a text in a file of the corpus, and the kinds of norm they state."""

    file: str
    source: str
    text: str
    provision: str
    start: int
    end: int
    language: str
    norms: tuple[Modality, ...]


def labelled() -> tuple[Labelled, ...]:
    """Raises BadFacts naming file, entry and key."""
    return convert(load(FILE), tuple[Labelled, ...], FILE.name, "sample")


def sample(shared: Path) -> Iterator[Figure]:
    """A file that is not in this corpus is left out, and so counts less."""
    held = [(one, words) for one in labelled() if (words := _words(shared / "corpus", one))]
    rows = [
        {"id": "", "law": f"{one.file} {one.provision}", "language": one.language, "text": words} for one, words in held
    ]
    guesses = [{str(norm["modality"]) for norm in row["norms"]} for row in tag_units(rows)]
    found: dict[str, list[Kinds]] = defaultdict(list)
    for (one, _), guess in zip(held, guesses, strict=True):
        for part in ("all", one.language):
            found[part].append((set(one.norms), guess))
    for part, pairs in found.items():
        yield kinds("sample", part, pairs)
    yield from unseen(shared)


def kinds(which: str, part: str, pairs: Sequence[Kinds]) -> Figure:
    """Kinds of norm, each counted once a provision."""

    def total(pairs: Sequence[Kinds]) -> tuple[float, float, float]:
        matched = sum(len(wanted & guess) for wanted, guess in pairs)
        return f1(matched, sum(len(wanted) for wanted, _ in pairs), sum(len(guess) for _, guess in pairs))

    low, high = interval(pairs, lambda drawn: total(drawn)[2])
    precision, recall, value = total(pairs)
    name = "kinds of norm a provision, F1"
    return Figure(which, part, name, value, low, high, len(pairs), None, precision, recall)


def _words(corpus: Path, one: Labelled) -> str:
    path = corpus / one.file
    outcomes = imports.outcomes(watched().source(one.source), [path]) if path.exists() else ()
    texts = (text for outcome in outcomes for matter in outcome.matters for text in matter.texts if text.id == one.text)
    units = (unit.text for text in texts for unit in text.provisions if unit.id == one.provision)
    return next(units, "")[one.start : one.end]
