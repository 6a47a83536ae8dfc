"""`amicus import`: bulk or recorded files into the records, through the parser that reads them live."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard.terminal import tell


def import_(
    source: Annotated[str, typer.Argument(help="Id of the source the files come from.")],
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, folders or archives.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only read; keep nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False,
) -> None:
    """Read recorded files of a source and keep what they say; the same files again change nothing."""
    import json

    from crawlers import imports
    from crawlers.sources import watched
    from dashboard.upkeep import imported
    from dashboard.upkeep.progress import metered

    entry = watched().source(source)
    outcomes = metered(imports.outcomes(entry, paths), len(imports.files(paths)), quiet=as_json)
    report = imported.report(entry, outcomes, keep=not dry_run)
    tell(json.dumps(report, ensure_ascii=False) if as_json else imported.said(report))
