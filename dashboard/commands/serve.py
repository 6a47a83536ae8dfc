"""Show the dashboard."""

import os
from typing import Annotated

import typer


def serve(
    host: Annotated[
        str, typer.Option(help="Address to listen on; only this machine unless told otherwise.", envvar="AMICUS_HOST")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8501,
    first: Annotated[
        bool, typer.Option("--first", help="Load watch-list and sample, then start a bounded update.")
    ] = False,
) -> None:
    """Start the dashboard in this process; stop it with Ctrl-C."""
    if first:
        typer.echo("Loading the watch-list and the sample …")
        from dashboard.upkeep import background, first_start

        first_start.load()
        background.start()
    import uvicorn

    from dashboard.declaring import spread

    _told(host, port)
    spread()
    # The peer must be the one that truly connects: a header may not make a stranger look like this machine.
    uvicorn.run(
        "dashboard.app:app",
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=2,
    )


def _told(host: str, port: int) -> None:
    """Where it is and who may write; the application reads the address it listens on from the environment."""
    from crawlers.settings import setting
    from dashboard.guard import loopback, proxies

    os.environ["AMICUS_HOST"] = host
    shown = "localhost" if host == "127.0.0.1" else f"[{host}]" if ":" in host else host
    if loopback(host) and not os.environ.get("AMICUS_SITE"):
        os.environ["AMICUS_SITE"] = f"http://{shown}:{port}"
    typer.echo(f"Amicus is at http://{shown}:{port} (stop with Ctrl-C)")
    if header := setting("AMICUS_USER_HEADER"):
        named = ", ".join(map(str, proxies()))
        typer.echo(f"People named in {header} by {named} may read and write private words; others read public pages.")
    elif not (loopback(host) and loopback(setting("AMICUS_SITE").split("//")[-1].split(":")[0])):
        typer.echo("Others can reach it, so nobody may write or read private words: see AMICUS_USER_HEADER.")
