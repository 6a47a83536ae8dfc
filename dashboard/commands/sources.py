"""`amicus sources`: every source, whether it answered, and what that means."""

from typing import Annotated

import typer


def sources(
    differences: Annotated[bool, typer.Option(help="list where two sources contradict each other instead")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False,
) -> None:
    """List the sources with the verdict of their last run, or where two of them disagree."""
    import json

    import msgspec

    from crawlers.sources import watched
    from dashboard import standing
    from index.contradictions import contradictions
    from index.records import open_records

    if differences:
        apart = contradictions(open_records().statements())
        typer.echo(msgspec.json.encode(apart) if as_json else standing.apart(apart))
        return
    rows = standing.rows(watched(), open_records().runs())
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    from rich.console import Console

    Console().print(standing.table(rows))
