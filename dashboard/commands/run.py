"""amicus run: what a timer starts."""

from typing import Annotated

import typer

from dashboard.terminal import tell


def run(
    hours: Annotated[float, typer.Option(min=0, help="a step that takes longer than so many hours is ended")] = 12.0,
) -> None:
    """Crawl, tag, index and send what is due; for cron or a systemd timer.

    Exit status: 0 all well; 1 a step failed (its sentence is in run.log); 75 nothing failed, but it is to be tried
    again: another run, update or sending goes on, or a step took too long and was ended.
    """
    from crawlers.memory.lock import alone
    from crawlers.settings import home, on, setting
    from dashboard.today import instant
    from dashboard.upkeep import schedule

    names = schedule.steps(bool(setting("AMICUS_SMTP")), on("AMICUS_OFFLINE"))
    with alone(home(), "run", "a run") as lock:
        ended = schedule.run(home(), names, instant, lock, hours * 3600)
    for step in ended:
        tell(f"{step.name}: {'ok' if step.status == 0 else f'failed ({step.status})'} {step.said}".rstrip())
    if not ended:
        typer.echo("Nothing to do: no network is allowed and no mail server is set.")
    if status := schedule.status(ended):
        raise typer.Exit(status)
