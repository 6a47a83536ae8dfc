"""Bring read files into the records and the search index, and report in one shape what became of each."""

from collections.abc import Iterable, Iterator
from typing import Any

from crawlers.imports import Outcome
from crawlers.joining.merge import merge_all
from crawlers.matter import Matter
from crawlers.sources import Source


class Report:
    """Counts outcomes as they pass by, so that a large import is never held in memory twice."""

    def __init__(self) -> None:
        self.files = 0
        self.ids: set[str] = set()
        self.provisions = 0
        self.refused: list[dict[str, str]] = []
        self.empty: list[str] = []

    def counted(self, outcomes: Iterable[Outcome]) -> Iterator[Matter]:
        for outcome in outcomes:
            self._count(outcome)
            yield from outcome.matters

    def _count(self, outcome: Outcome) -> None:
        self.files += 1
        self.ids |= {matter.id for matter in outcome.matters}
        self.provisions += sum(len(text.provisions) for matter in outcome.matters for text in matter.texts)
        if outcome.refused:
            self.refused.append({"file": outcome.file, "reason": outcome.refused})
        elif not outcome.matters:
            self.empty.append(outcome.file)


def report(source: Source, outcomes: Iterable[Outcome], *, keep: bool) -> dict[str, Any]:
    """Read all, and keep it unless told otherwise. What one file says of a matter is joined with what others say."""
    counts = Report()
    matters = merge_all(counts.counted(outcomes), source.languages)
    kept = _kept(matters) if keep else (0, 0, 0)
    return {
        "source": source.id,
        "files": counts.files,
        "matters": len(counts.ids),
        "provisions": counts.provisions,
        **dict(zip(("new", "changed", "unchanged"), kept, strict=True)),
        "refused": counts.refused,
        "empty": counts.empty,
    }


def _kept(matters: list[Matter]) -> tuple[int, int, int]:
    from dashboard.today import learned, today
    from index import intake
    from index.records import open_records
    from index.search import open_search

    records = open_records()
    kept = intake.take(records, matters, learned())
    intake.follow(records, open_search(), today())
    return kept


def said(report: dict[str, Any]) -> str:
    """For people: the counts in one line, then every refused file with its reason."""
    read = f"{report['files']:,} files, {report['matters']:,} matters, {report['provisions']:,} provisions"
    became = f"{report['new']:,} new, {report['changed']:,} changed, {report['unchanged']:,} as before"
    lines = [f"{report['source']}: {read}; {became}"]
    lines += [f"refused: {row['file']}: {row['reason']}" for row in report["refused"]]
    lines += [f"holds no matter: {file}" for file in report["empty"]]
    return "\n".join(lines)
