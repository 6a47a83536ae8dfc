"""`amicus reparse`: read archived answers again with today's parser, without a request."""

from typing import Annotated

import typer


def reparse(
    source: Annotated[str, typer.Argument(help="Id of the source.")],
    everything: Annotated[
        bool, typer.Option("--all", help="Also pages that today's version of the parser has read.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False,
) -> None:
    """Re-read what the archive holds of a source; nothing is asked of it."""
    import json

    from dashboard.upkeep import crawl

    reread = crawl.reread(source, everything)
    for fault in reread.faults:
        typer.echo(fault, err=True)
    if as_json:
        typer.echo(json.dumps(reread._asdict(), ensure_ascii=False))
        return
    typer.echo(
        f"{source}: {reread.pages:,} pages read again, {reread.matters:,} matters, "
        f"{reread.new:,} new, {reread.changed:,} changed"
    )
