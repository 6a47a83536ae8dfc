"""`amicus update`: ask the sources, tag what they say, keep it, and let the search follow."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard.terminal import tell


def update(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE]...", help="Only these; all that are on otherwise.")
    ] = None,
    days: Annotated[
        int, typer.Option(help="Where a source was never read whole, ask for what changed in so many days.")
    ] = 0,
    requests: Annotated[int, typer.Option(help="At most so many requests a source; 0: no limit.")] = 0,
    seconds: Annotated[float, typer.Option(help="At most so many seconds in all; 0: no limit.")] = 0.0,
    progress: Annotated[
        Path | None, typer.Option(help="File that tells the dashboard how far it is.", hidden=True)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False,
) -> None:
    """Ask the sources what is new: a line a source with new, changed, expected and the verdict."""
    import json

    import msgspec

    from crawlers.crawl.run import Bounds
    from dashboard.upkeep import crawl

    runs = crawl.ask(names or [], Bounds(days=days, requests=requests, seconds=seconds), progress)
    if as_json:
        typer.echo(json.dumps(msgspec.to_builtins(runs), ensure_ascii=False))
        return
    for run in runs:
        told = f"{run.new:,} new, {run.changed:,} changed, {run.requests:,} requests"
        tell(f"{run.source}: {run.verdict}; {told}{'; ' if run.reason else ''}{run.reason}")
