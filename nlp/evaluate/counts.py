"""What the tagger reads in laws that matter, and the worst it got wrong: `python -m nlp.evaluate.counts` writes docs/laws-read.md."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import yaml

from crawlers.matter import Matter
from crawlers.vocabulary import Modality
from nlp.evaluate.examples import laws
from nlp.version import VERSION

FILE = Path(__file__).parent / "mistakes.yaml"
DOCS = Path(__file__).resolve().parents[2] / "docs/laws-read.md"
HEAD = f"""# Laws read as a lawyer would

Written by `make docs` from laws of the recorded corpus with tagger version {VERSION}; no words of the laws. Norms are all
legal statements found, by kind; duties are those that bind hosts; the last columns count norms with a deadline, a
threshold, an exemption or a penalty whose value was read. Tags are not legal advice.

| law | language | norms | duties of hosts | {" | ".join(Modality)} | deadlines | thresholds | exemptions | penalties |
|{"---|" * (4 + len(Modality) + 4)}
"""


def row(matter: Matter) -> str:
    """Counts of one law as a row of the table."""
    kinds = Counter(norm.modality for norm in matter.norms)
    values = [
        sum(getattr(norm, name) is not None for norm in matter.norms)
        for name in ("deadline", "threshold", "exemption", "penalty")
    ]
    duties = sum(norm.host_duty for norm in matter.norms)
    cells = [matter.id, matter.language, len(matter.norms), duties, *(kinds[each] for each in Modality), *values]
    return "| " + " | ".join(map(str, cells)) + " |\n"


def page(found: Iterable[tuple[str, Matter]], mistakes: dict[str, list[dict[str, str]]]) -> str:
    """The table, then by section the mistakes seen while reading and what became of each."""
    rows = "".join(row(matter) for _, matter in found if matter.norms)
    return f"{HEAD}{rows}" + "".join(f"\n## {name}\n\n{_list(seen)}" for name, seen in mistakes.items())


def _list(mistakes: list[dict[str, str]]) -> str:
    return "".join(f"{n}. {each['seen']} **{each['now']}**\n" for n, each in enumerate(mistakes, 1))


def main(corpus: Path = Path("../shared/corpus")) -> None:
    """The page stays as it is where the corpus is not."""
    if corpus.exists():
        DOCS.write_text(page(laws(corpus), yaml.safe_load(FILE.read_text(encoding="utf-8"))), encoding="utf-8")


if __name__ == "__main__":
    main()
