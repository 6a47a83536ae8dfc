"""amicus opportunities: where it is most worth while to speak."""

import json
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dashboard.terminal import tell

if TYPE_CHECKING:
    from index.advice.opportunities import Opportunity


def opportunities(
    jurisdiction: Annotated[str, typer.Option(help="only this place, e.g. eu")] = "",
    limit: Annotated[int, typer.Option(help="at most so many")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False,
) -> None:
    """Rank the matters in which one may still be heard: relevance × chance × time left, with the reason for each."""
    from dashboard.today import today
    from index.advice.opportunities import opportunities as ranked
    from index.records import open_records

    found = ranked(open_records().cards(jurisdiction=jurisdiction), today())[:limit]
    if as_json:
        typer.echo(json.dumps([_shape(one) for one in found], ensure_ascii=False, indent=2))
        return
    for one in found:
        tell(_lines(one))
    if not found:
        typer.echo("Nothing can be filed in what we hold; run amicus update.")


def _shape(one: "Opportunity") -> dict[str, Any]:
    """With each answer as every other command gives it."""
    import msgspec

    windows = [{**msgspec.to_builtins(window), "answer": window.answer.shape()} for window in one.windows]
    return {**msgspec.to_builtins(one), "windows": windows}


def _lines(one: "Opportunity") -> str:
    from dashboard.views.acting.opportunities import reason
    from dashboard.words.tongue import tongue
    from index.clock.step import said

    english = tongue("en")
    window = one.windows[0]
    step = f"next step {said(date.fromisoformat(window.step))}" if window.step else window.answer.note
    reasons = " × ".join(f"{weight.value:g} ({reason(weight, english)})" for weight in (one.fit, one.chance, one.time))
    spoken = f"; {len(one.others)} spoke already" if one.others else ""
    return f"{one.score:.2f}  {one.jurisdiction.upper()}  {one.title}\n      {reasons}\n      {step}{spoken}\n      {one.matter}"
