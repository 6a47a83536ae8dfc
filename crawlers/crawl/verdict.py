"""Say what a crawl of one source was worth: ok, quiet, suspicious, failed or not asked, each with its reason."""

import statistics
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from crawlers.matter import Struct
from crawlers.sources import Source

INCOMPLETE = 0.5  # share of rows with missing parts from which a run is suspicious
REFUSED = 0.1  # share of answers that could not be used; below it they are told, and asked for again
_FLOOR_RUNS = 4  # full runs that must be known before their volume says anything
_FLOOR_SHARE = 0.5  # of the usual volume
_PATIENCE = 3  # cadences without news before silence is a signal
UNFINISHED = "more is there; the next run goes on where this one stopped"
_UNITS = {"h": "hours", "d": "days", "w": "weeks"}


class Verdict(StrEnum):
    """`quiet` is plausibly empty; `not_asked` means nobody asked (no key, switched off, never run)."""

    OK = "ok"
    QUIET = "quiet"
    SUSPICIOUS = "suspicious"
    FAILED = "failed"
    NOT_ASKED = "not_asked"


class Run(Struct, frozen=True, kw_only=True):
    """One crawl of one source. Instants are UTC with Z.

    `requests` went out to the source (robots included); `unchanged` of them were answered "not modified". `fetched`
    counts the matters its answers held, `skipped` the rows that could not be read as one, `declared` how many the
    source says there are, `incomplete` those of `fetched` that lack parts. `new` and `changed` are what the records
    made of them. `refused` are answers that were errors or held nothing to read, `faults` one sentence each (the
    first twenty); `disguised` are those of them that said 200 and were an error or a login page. `whole` says that
    nothing was left to ask; `resumed` that it went on where a killed run stopped, so that its numbers are a part of the
    whole. `canary` is what the question with the known answer brought, empty when there is none. `since` is the day from
    which changes were asked for, empty for all.
    """

    source: str
    started: str
    ended: str = ""
    verdict: Verdict = Verdict.NOT_ASKED
    reason: str = ""
    requests: int = 0
    unchanged: int = 0
    declared: int | None = None
    fetched: int = 0
    skipped: int = 0
    incomplete: int = 0
    new: int = 0
    changed: int = 0
    refused: int = 0
    disguised: int = 0
    faults: tuple[str, ...] = ()
    canary: bool | None = None
    whole: bool = True
    resumed: bool = False
    since: str = ""


def not_asked(source: Source, reason: str, now: str) -> Run:
    return Run(source=source.id, started=now, ended=now, reason=reason)


def judge(run: Run, source: Source, history: Sequence[Run] = (), stopped: str = "") -> tuple[Verdict, str]:
    """Verdict and its reason in one sentence. `history` holds earlier runs, oldest first; `stopped` says why no more
    was asked, where that was so.
    """
    if not (run.requests or run.refused or run.fetched):
        return Verdict.NOT_ASKED, stopped or "it has no address to ask; its files come in with `amicus import`"
    if stopped and not run.fetched and not run.refused:
        return Verdict.NOT_ASKED, stopped
    if reason := _failure(run):
        return Verdict.FAILED, reason
    if reason := _suspicion(run, source, history):
        return Verdict.SUSPICIOUS, reason
    if not run.fetched:
        return Verdict.QUIET, f"nothing new {_asked(run)}"
    return Verdict.OK, "; ".join(
        filter(None, (_refused(run), "" if run.whole else stopped, "" if run.whole else UNFINISHED))
    )


def _failure(run: Run) -> str:
    """No answer could be used at all, or the totals do not add up."""
    first = run.faults[0] if run.faults else "no answer came"
    if run.refused > run.disguised and not run.fetched and not run.unchanged:
        return first
    came = run.fetched + run.skipped
    if run.whole and not run.resumed and run.declared is not None and run.declared != came:
        return f"the source says it has {run.declared:,}, {came:,} came"
    return ""


def _suspicion(run: Run, source: Source, history: Sequence[Run]) -> str:
    signs = (
        "the canary did not bring the known answer" if run.canary is False else "",
        _incomplete(run),
        _too_few(run, source),
        _below_floor(run, history),
        _silent(run, source, history),
        _refused(run) if run.refused >= REFUSED * run.requests else "",
    )
    return "; ".join(filter(None, signs))


def _incomplete(run: Run) -> str:
    rows, lacking = run.fetched + run.skipped, run.incomplete + run.skipped
    return f"{lacking:,} of {rows:,} records are incomplete" if rows and lacking / rows >= INCOMPLETE else ""


def _refused(run: Run) -> str:
    first = f"; first: {run.faults[0]}" if run.faults else ""
    return f"{run.refused:,} of {run.requests:,} answers could not be used{first}" if run.refused else ""


def _too_few(run: Run, source: Source) -> str:
    """A whole run that asked for everything brings at least the minimum."""
    if run.whole and not run.resumed and not run.since and run.fetched < source.minimum:
        return f"{run.fetched:,} came, at least {source.minimum:,} are expected"
    return ""


def _below_floor(run: Run, history: Sequence[Run]) -> str:
    """Fewer than half of what like runs usually brought."""
    like = [past.fetched for past in history if _alike(past, run)][-20:]
    if not run.whole or run.resumed or len(like) < _FLOOR_RUNS:
        return ""
    usual, low = statistics.median(like), min(like)
    if run.fetched < min(low, usual * _FLOOR_SHARE):
        return f"{run.fetched:,} came, {usual:,.0f} are usual"
    return ""


def _alike(past: Run, run: Run) -> bool:
    """Runs that can be compared: whole, sound, both for everything or both since a day."""
    return (
        past.whole
        and not past.resumed
        and past.verdict in {Verdict.OK, Verdict.QUIET}
        and bool(past.since) == bool(run.since)
    )


def _silent(run: Run, source: Source, history: Sequence[Run]) -> str:
    """No news for three cadences, by our own clock, from a source that has had news."""
    last = max((past.ended for past in history if past.new or past.changed), default="")
    if run.new or run.changed or not last:
        return ""
    if instant(run.ended or run.started) - instant(last) > _PATIENCE * cadence(source.cadence):
        return f"nothing new since {last[:10]}, news is expected every {source.cadence}"
    return ""


def cadence(words: str) -> timedelta:
    """12h, 1d or 2w as a length of time."""
    return timedelta(**{_UNITS[words[-1]]: int(words[:-1])})


def instant(words: str) -> datetime:
    return datetime.fromisoformat(words)


def _asked(run: Run) -> str:
    return f"since {run.since}" if run.since else "to read"
