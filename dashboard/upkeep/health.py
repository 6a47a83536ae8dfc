"""How each watched source is: its entry in jurisdictions.yaml beside its last runs."""

from collections.abc import Iterable

from crawlers.crawl.verdict import Run, Verdict
from crawlers.sources import Default, Source, Watched
from dashboard.views.care.freshness import Health
from dashboard.words.tongue import later

GOOD = {Verdict.OK, Verdict.QUIET}
SHOWN = 14


def health(watched: Watched, runs: Iterable[Run], *, sample: bool = False) -> list[Health]:
    """One entry a source, also of those never asked; the invented place only when the sample is asked for."""
    by_source: dict[str, list[Run]] = {}
    for run in sorted(runs, key=lambda run: run.started):
        by_source.setdefault(run.source, []).append(run)
    return [
        _health(source, by_source.get(source.id, []))
        for source in watched.sources.values()
        if (source.jurisdiction == "zz") is sample
    ]


def _health(source: Source, runs: list[Run]) -> Health:
    last = runs[-1] if runs else None
    asked = [run for run in runs if run.verdict is not Verdict.NOT_ASKED]
    good = [run for run in asked if run.verdict in GOOD]
    return Health(
        id=source.id,
        name=source.name,
        jurisdiction=source.jurisdiction,
        verdict=last.verdict if last else Verdict.NOT_ASKED,
        checked=good[-1].ended if good else "",
        since=good[-1].ended if good else "",
        reason=last.reason if last else source.reason or later("never run"),
        expected=source.minimum,
        new=last.new if last else 0,
        declared=last.declared if last else None,
        fetched=last.fetched if last else 0,
        format=source.format,
        evidence=source.evidence,
        licence=source.licence,
        republish=source.republish,
        cadence=source.cadence,
        canary=_canary(source, last),
        history=tuple(run.verdict for run in runs[-SHOWN:]),
        url=source.urls[0] if source.urls and "{" not in source.urls[0] else "",
        off=last is None and source.default is Default.OFF,
    )


def _canary(source: Source, last: Run | None) -> str:
    """found, not found, not asked, or nothing where the source has no known answer."""
    if source.canary is None:
        return ""
    if last is None or last.canary is None:
        return later("not asked")
    return later("found") if last.canary else later("not found")
