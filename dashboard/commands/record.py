"""`amicus record`: save live answers of a source as fixtures, to be read by a person."""

from typing import Annotated

import typer


def record(source: Annotated[str, typer.Argument(help="Id of the source.")]) -> None:
    """Ask the real service once and save what it answers; the source's test fails until someone has read it."""
    from crawlers.crawl import live
    from crawlers.sources import watched
    from dashboard.today import today

    saved = live.record(watched().source(source), today())
    for path in saved:
        typer.echo(str(path))
    if not saved:
        typer.echo(f"{source}: no sound answer came; `amicus check --live {source}` says why.", err=True)
        raise typer.Exit(1)
