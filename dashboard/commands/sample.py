"""`amicus sample`: the invented country, to try things on."""

from typing import Annotated

import typer


def sample(
    remove: Annotated[bool, typer.Option("--remove", help="Take it away again.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False,
) -> None:
    """Load Sampleland, an invented country with a law, a bill, a case and a consultation, or remove it."""
    import json

    from dashboard.upkeep import first_start

    count = first_start.remove_sample() if remove else first_start.load_sample()
    done = "removed" if remove else "loaded"
    typer.echo(json.dumps({done: count}) if as_json else f"Sampleland: {count} matters {done}")
