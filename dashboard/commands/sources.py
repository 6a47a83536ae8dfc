"""`amicus sources`: every source, whether it answered, and what that means."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.terminal import tell

if TYPE_CHECKING:
    from index.disagreement.contradictions import Contradiction


def sources(
    differences: Annotated[bool, typer.Option(help="list where two sources contradict each other instead")] = False,
    files: Annotated[
        list[str] | None,
        typer.Option(
            help="with --differences: compare files, each SOURCE=PATH; one folder alone, its files with each other"
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False,
) -> None:
    """List the sources with the verdict of their last run, or where two of them disagree."""
    import json

    import msgspec

    from crawlers.sources import watched
    from dashboard.upkeep import source_table
    from index.disagreement.contradictions import contradictions
    from index.records import open_records

    if differences or files:
        apart = _in_files(files) if files else contradictions(open_records().statements())
        tell(msgspec.json.encode(apart).decode() if as_json else source_table.apart(apart))
        return
    rows = source_table.rows(watched(), open_records().runs())
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    from rich.console import Console

    Console().print(source_table.table(rows))


def _in_files(named: list[str]) -> "Sequence[Contradiction]":
    """What files contradict each other in; how many matters were compared is told aside."""
    from crawlers.sources import watched
    from dashboard.today import today
    from index.disagreement import crosscheck

    done = crosscheck.check(crosscheck.sides(named, watched()), today().isoformat())
    typer.echo(f"{done.compared} matters are on more than one side.", err=True)
    return done.found
