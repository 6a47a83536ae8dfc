"""amicus add: a matter or a docket by hand."""

from pathlib import Path
from typing import Annotated

import typer


def add(
    file: Annotated[Path | None, typer.Argument(help="YAML file with one entry or a list of them")] = None,
    who: Annotated[str, typer.Option(help="the role of the person who enters it, e.g. policy lead")] = "",
    id: Annotated[str, typer.Option(help="e.g. us/scotus/26-123")] = "",
    title: Annotated[str, typer.Option(help="as printed")] = "",
    kind: Annotated[str, typer.Option(help="case, bill, act, regulation, consultation, gazette, signal")] = "",
    status: Annotated[str, typer.Option(help="e.g. pending, consultation, committee")] = "",
    url: Annotated[str, typer.Option(help="official page")] = "",
    event: Annotated[list[str] | None, typer.Option(help="KIND=DAY LABEL, e.g. docketed=2026-11-12")] = None,
    topic: Annotated[list[str] | None, typer.Option(help="e.g. intermediary_liability")] = None,
) -> None:
    """Enter a matter or a docket by hand; clock, digest and calendar treat it like any other."""
    from crawlers.facts import load
    from dashboard.today import instant, learned, today
    from dashboard.upkeep.by_hand import entered, from_options, keep
    from index.intake import follow
    from index.records import open_records
    from index.search import open_search

    given = from_options(id=id, title=title, kind=kind, status=status, url=url, events=event, topics=topic)
    name = file.name if file else "options"
    matters, records = entered(load(file) if file else given, name, who, instant()), open_records()
    written = keep(records, matters, learned())
    follow(records, open_search(), today())
    for matter in matters:
        typer.echo(f"{matter.id}: kept. amicus windows shows what is open.")
    typer.echo(f"{written.new} new, {written.changed} changed, {written.unchanged} unchanged")
