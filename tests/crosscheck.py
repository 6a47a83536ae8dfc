"""The page of cross-checks, as Markdown: docs/cross-check.md.

`python -m tests.crosscheck` writes it where the recorded files are; tests hold its rows to what the parsers do now.
"""

from collections import Counter
from pathlib import Path
from typing import Any

from crawlers import facts, imports
from crawlers.sources import watched
from index.disagreement.contradictions import Sort
from index.disagreement.crosscheck import Check, Side, check
from tests.shared import CORPUS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs/cross-check.md"
DAY = "2026-11-25"
PAIRS: dict[str, dict[str, Any]] = facts.load(Path(__file__).with_name("crosscheck.yaml"))
HEAD = """# Two sides of one matter

Written by `python -m tests.crosscheck` from recorded official files and our own documents; tests hold it to what the parsers do now.
Each row compares all matters that both sides speak of: name, status, the days of what happens once, and versions. Silence, another
spelling, a shorter name and what was true on a later day are no mismatch. `amicus sources --differences --files SOURCE=PATH` compares
any files so; the same for what was crawled is on the page Sources.

| pair | matters compared | name | status | day | version | what differs |
|---|---|---|---|---|---|---|
"""
OURS = [
    pair
    for pair, told in PAIRS.items()
    if all(path.startswith("fixtures/") for s in told["sides"] for path in s.values())
]


def checked(pair: str) -> Check:
    named = [(id, _files(path)) for side in PAIRS[pair]["sides"] for id, path in side.items()]
    if len(named) == 1:
        ((id, files),) = named
        named = [(id, [file]) for file in files]
    sides = [Side(watched().source(id), tuple(files), f"{id} ({files[0].parent.name})") for id, files in named]
    return check(sides, DAY)


def line(pair: str, check: Check) -> str:
    """A row of the page; its last cell names up to three matters."""
    kinds = Counter(one.sort for one in check.found)
    named = list(dict.fromkeys(f"{one.matter} ({' '.join((one.sort, one.about)).strip()})" for one in check.found))
    more = f" and {len(named) - 3} more" if len(named) > 3 else ""
    cells = (pair, check.compared, *(kinds[sort] for sort in Sort), ", ".join(named[:3]) + more or "–")
    return "| " + " | ".join(map(str, cells)) + " |\n"


def _files(path: str) -> list[Path]:
    where = ROOT if path.startswith("fixtures/") else CORPUS
    found = sorted(where.glob(path)) if "*" in path else imports.files([where / path])
    return [file for file in found if file.is_file() and file.name not in {"expected.json", "urls.yaml"}]


if __name__ == "__main__":
    DOCS.write_text(HEAD + "".join(line(pair, checked(pair)) for pair in PAIRS), encoding="utf-8")
