"""`amicus backup` and its way back: everything that cannot be made again, in one file."""

from pathlib import Path
from typing import Annotated

import typer


def backup(
    file: Annotated[Path, typer.Argument(help="where the backup is written, or read with --restore")],
    restore: Annotated[
        bool, typer.Option("--restore", help="put the backup in the place of what is here, exactly")
    ] = False,
    private: Annotated[bool, typer.Option("--private", help="also private words, and who gets mail")] = False,
) -> None:
    """Write records and runs to a file, or restore them from one."""
    from dashboard.declaring import spread
    from dashboard.mail.store import TABLES, open_store
    from index.private import open_private
    from index.records import open_records
    from index.store import backup as archive

    records, words = open_records(), open_private() if private else None
    ledger = archive.Ledger(open_store().engine, TABLES) if private else None
    if restore:
        told = archive.restore(records, words, file, ledger)
        if words:
            spread()
        typer.echo(
            f"{told:,} rows restored from {file}; {'' if words else 'private words stay as they were; '}the next search fills the index anew"
        )
        return
    told = archive.backup(records, words, file, ledger)
    typer.echo(f"{told:,} rows in {file}")
