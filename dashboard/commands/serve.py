"""Show the dashboard."""

from typing import Annotated

import typer


def serve(
    host: Annotated[
        str, typer.Option(help="Address to listen on; only this machine unless told otherwise.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8501,
    first: Annotated[
        bool, typer.Option("--first", help="Load watch-list and sample, then start a bounded update.")
    ] = False,
) -> None:
    """Start the dashboard in this process; stop it with Ctrl-C."""
    if first:
        typer.echo("Loading the watch-list and the sample …")
        from dashboard import stock, update

        stock.load()
        update.start()
    import uvicorn

    typer.echo(f"Amicus is at http://{'localhost' if host == '127.0.0.1' else host}:{port} (stop with Ctrl-C)")
    uvicorn.run(
        "dashboard.app:app", host=host, port=port, log_level="warning", server_header=False, timeout_graceful_shutdown=2
    )
