"""amicus run: what a timer starts."""

import typer


def run() -> None:
    """Crawl, tag, index and send what is due; for cron or a systemd timer.

    Exit status: 0 all well, 1 a step failed (its sentence is in run.log), 75 another run is going on.
    """
    from crawlers.settings import home, on, setting
    from dashboard import schedule
    from dashboard.today import instant

    with schedule.alone(home()) as mine:
        if not mine:
            typer.echo("Another run is going on; nothing was done.", err=True)
            raise typer.Exit(schedule.BUSY)
        names = schedule.steps(bool(setting("AMICUS_SMTP")), on("AMICUS_OFFLINE"))
        ended = schedule.run(home(), names, instant)
    for step in ended:
        typer.echo(f"{step.name}: {'ok' if step.status == 0 else f'failed ({step.status})'} {step.said}".rstrip())
    if not ended:
        typer.echo("Nothing to do: no network is allowed and no mail server is set.")
    if any(step.status for step in ended):
        raise typer.Exit(1)
