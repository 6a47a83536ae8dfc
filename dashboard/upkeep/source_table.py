"""How each source stands: its last run, its verdict, and what was expected of it."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from crawlers.crawl.askable import askable
from crawlers.crawl.verdict import Run
from crawlers.sources import Source, Watched
from index.disagreement.contradictions import Contradiction, Side

if TYPE_CHECKING:
    from rich.table import Table


def rows(all_: Watched, runs: Sequence[Run]) -> list[dict[str, Any]]:
    """One for every entry of jurisdictions.yaml, also switched-off ones; `runs` in order of time."""
    last = {run.source: run for run in runs}
    return [_row(source, last.get(source.id)) for source in all_.sources.values()]


def _row(source: Source, run: Run | None) -> dict[str, Any]:
    return {
        "id": source.id,
        "jurisdiction": source.jurisdiction,
        "name": source.name,
        "format": source.format,
        "evidence": source.evidence,
        "verdict": run.verdict if run else "not_asked",
        "last_run": run.started if run else None,
        "last_new": run.new if run else None,
        "expected": f"every {source.cadence}" + (f", at least {source.minimum}" if source.minimum else ""),
        "reason": run.reason if run else askable(source) or "never run",
    }


def table(rows: Sequence[dict[str, Any]]) -> "Table":
    from rich.table import Table

    shown = Table("source", "place", "verdict", "last run", "new", "expected", "reason", box=None, pad_edge=False)
    for row in rows:
        cells = (
            row["id"],
            row["jurisdiction"],
            row["verdict"],
            (row["last_run"] or "–")[:16],
            row["last_new"],
            row["expected"],
            row["reason"],
        )
        shown.add_row(*("–" if cell is None else str(cell) for cell in cells))
    return shown


def apart(found: Sequence[Contradiction]) -> str:
    """A line for each contradiction, and the counts by kind."""
    if not found:
        return "No two sources that were read contradict each other."
    lines = [
        f"{one.matter}: {' '.join((one.sort, one.about)).strip()}: {_side(one.one)}; {_side(one.other)}"
        for one in found
    ]
    kinds = Counter(one.sort for one in found)
    return "\n".join([*lines, ", ".join(f"{sort}: {number}" for sort, number in sorted(kinds.items()))])


def _side(side: Side) -> str:
    return f"{side.source} (read {side.learned}) says {side.said}"
