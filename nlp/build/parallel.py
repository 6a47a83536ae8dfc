"""Acts of the Union that the recorded corpus holds in two languages: the same provisions, with the English tagger's label."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from crawlers import imports
from crawlers.sources import watched
from nlp.build.sets import Labelled, obliging, seen
from nlp.tree import wholes

FOLDER, SOURCE = "corpus/eu/eur-lex", "eu-eur-lex"
LIKE = 0.5, 2.2  # a translation is about as long as the original; what is not was cut at another place
Units = dict[str, str]


def parallel(shared: Path, language: str) -> tuple[Labelled, list[str]]:
    """Texts in a language with the label that the English tagger gave the provision of the same id, and the act of each."""
    texts, labels, acts = [], [], []
    for act, english, other in _pairs(shared / FOLDER, language):
        both = [id for id in english if id in other and LIKE[0] < len(other[id]) / len(english[id]) < LIKE[1]]
        said = obliging({id: english[id] for id in both}, "en")
        texts += seen([other[id] for id in both], language)
        labels += [said[id] for id in both]
        acts += [act] * len(both)
    return Labelled(texts, labels), acts


def _pairs(folder: Path, language: str) -> Iterator[tuple[str, Units, Units]]:
    """Of several versions of an act, the two that share most provisions."""
    files: dict[str, dict[str, list[Path]]] = defaultdict(lambda: defaultdict(list))
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        act, _, spoken, *_ = path.name.split("__")
        files[act][spoken].append(path)
    for act, held in files.items():
        if held["en"] and held[language]:
            texts = [[_units(path, each) for path in held[each]] for each in ("en", language)]
            english, other = max(product(*texts), key=lambda pair: len(pair[0].keys() & pair[1].keys()))
            yield act, english, other


def _units(path: Path, language: str) -> Units:
    matters = (matter for outcome in imports.outcomes(watched().source(SOURCE), [path]) for matter in outcome.matters)
    texts = (text for matter in matters for text in matter.texts if text.language.startswith(language))
    return {whole.unit.id: whole.unit.text for text in texts for whole in wholes(text.provisions)}
