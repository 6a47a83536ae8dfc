"""`amicus rebuild`: fill a new search index from the records and put it in the place of the old one."""

from typing import Annotated

import typer


def rebuild(as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False) -> None:
    """Fill the search index anew from the records."""
    import json
    import time

    from dashboard.today import today
    from index import intake
    from index.records import open_records
    from index.search import open_search

    begun = time.perf_counter()
    units = intake.rebuild(open_records(), open_search(), today())
    seconds = round(time.perf_counter() - begun, 1)
    typer.echo(json.dumps({"units": units, "seconds": seconds}) if as_json else f"{units:,} passages in {seconds} s")
