"""`amicus publish`: the trackers as a static site."""

from pathlib import Path
from typing import Annotated

import typer


def publish(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that gets one folder a place.")],
    jurisdiction: Annotated[list[str] | None, typer.Option(help="Only this place; may be given several times.")] = None,
    site: Annotated[str, typer.Option(help="Address at which the files will stand, for links in feeds.")] = "",
    language: Annotated[str, typer.Option(help="Only in this: en, de, fr, es, it or pt.")] = "",
) -> None:
    """Write the trackers as pages, wikitext, JSON, CSV, Atom and ICS; only public material."""
    from dashboard.digest.speech import speech
    from dashboard.public.files import publish as write
    from dashboard.today import today

    day = today()
    done = write(
        folder, day, f"{day.isoformat()}T00:00:00Z", site, jurisdiction or (), speech(language).code if language else ""
    )
    typer.echo(f"{done.files:,} files in {folder}, {done.written:,} of them new or changed")
