"""`amicus sources`: every source, whether it answered, and what that means."""

from typing import Annotated

import typer


def sources(as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False) -> None:
    """List the sources with the verdict of their last run."""
    import json

    from crawlers.sources import watched
    from dashboard import standing
    from index.records import open_records

    rows = standing.rows(watched(), open_records().runs())
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    from rich.console import Console

    Console().print(standing.table(rows))
