"""`amicus check`: does what we hold agree with itself, and a source with what its parser expects?"""

from typing import Annotated

import typer

from dashboard.terminal import tell


def check(
    live: Annotated[str, typer.Option(metavar="SOURCE", help="Ask the real service once and say what differs.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False,
) -> None:
    """Read jurisdictions.yaml, the database and the index and say what disagrees; exit 1 if anything does."""
    import json

    from dashboard.upkeep import checks

    said = checks.live(live) if live else checks.disagreements()
    if as_json:
        typer.echo(json.dumps({"disagreements": said}, ensure_ascii=False))
    else:
        tell("\n".join(said) if said else "Everything agrees.")
    if said:
        raise typer.Exit(1)
