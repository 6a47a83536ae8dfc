"""amicus windows: where one may still act, nearest step first, of everything we hold."""

import json
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dashboard.terminal import tell

if TYPE_CHECKING:
    from index.clock import Window


def windows(
    jurisdiction: Annotated[str, typer.Option(help="only this place, e.g. eu")] = "",
    undated: Annotated[bool, typer.Option("--undated", help="also those without a fixed day, and why")] = False,
    limit: Annotated[int, typer.Option(help="at most so many")] = 100,
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False,
) -> None:
    """List open and coming windows to act, with the day of the next step."""
    from dashboard.today import today
    from index.records import open_records

    day = today()
    found = _found(open_records().cards(jurisdiction=jurisdiction), day, undated)[:limit]
    if as_json:
        typer.echo(json.dumps([_shape(window) for window in found], ensure_ascii=False, indent=2))
        return
    for window in found:
        tell(_line(window, day))
    if not found:
        typer.echo("No window is open in what we hold; run amicus update, or amicus windows --undated.")


def _found(matters: Any, day: date, undated: bool) -> list["Window"]:
    from index.clock import State
    from index.clock.matters import order, windows

    kept = {State.OPEN, State.COMING, *({State.UNDATED, State.UNKNOWN, State.SHUT} if undated else set())}
    return sorted((window for matter in matters for window in windows(matter, day) if window.state in kept), key=order)


def _shape(window: "Window") -> dict[str, Any]:
    import msgspec

    plain = msgspec.to_builtins(window)
    return {"matter": window.matter, **plain, "answer": window.answer.shape()}


STEPS = {"notify_by": "tell counsel by", "safe": "to be safe, by", "date": "file by"}


def _line(window: "Window", day: date) -> str:
    from index.clock.step import said

    head = f"{window.jurisdiction.upper():6} {window.title}: {window.filing}"
    if not window.step:
        return f"{head}\n       {window.answer.note}\n       {window.matter}"
    left = (date.fromisoformat(window.step) - day).days
    last = date.fromisoformat(window.answer.date or window.step)
    clock = f", {window.answer.time} {window.answer.zone}" if window.answer.time else ""
    flag = "" if window.answer.verified else "  [unverified rule]"
    step = (
        f"in {left} {'day' if left == 1 else 'days'}: {STEPS[window.step_says]} {said(date.fromisoformat(window.step))}"
    )
    spared = window.answer.safe or ""
    safe = f"; to be safe file by {said(date.fromisoformat(spared))}" if spared < (window.answer.date or "") else ""
    safe = "" if window.step_says == "safe" else safe
    opens = f"; opens {said(date.fromisoformat(window.answer.opens or ''))}" if _coming(window) else ""
    ends = safe if window.step_says == "date" else f"{safe}; last day {said(last)}"
    claims = [said(date.fromisoformat(day)) for day in sorted({claim.day for claim in window.claims})]
    doubt = f"\n       the documents claim {' and '.join(claims)}" if claims else ""
    return f"{head}\n       {step}{ends}{opens}{clock}{flag}{doubt}\n       {window.matter}  {window.rule}"


def _coming(window: "Window") -> bool:
    from index.clock import State

    return window.state is State.COMING and bool(window.answer.opens)
