"""`amicus eval`: how accurate the tagger is, on labelled texts."""

from pathlib import Path
from typing import Annotated

import typer


def eval(  # noqa: A001 -- the command's name
    name: Annotated[str, typer.Argument(metavar="[SET]", help="One set, or all of them when left out.")] = "",
    gold: Annotated[Path | None, typer.Option(help="Labelled provisions in the format of HostBench.")] = None,
    shared: Annotated[Path, typer.Option(help="Folder with the labelled sets.")] = Path("../shared"),
    write: Annotated[Path | None, typer.Option(help="Also write the figures as a page.")] = None,
) -> None:
    """Print precision, recall, F1 and more for each set, language and label."""
    from crawlers.fault import Fault
    from nlp.evaluate import report

    wanted = [name] if name else ["hostbench"] if gold else list(report.SETS)
    if unknown := set(wanted) - set(report.SETS):
        raise Fault(f"{unknown.pop()} is no set; choose one of {', '.join(report.SETS)}")
    figures = []
    for each in wanted:
        for figure in report.run(each, shared, gold):
            figures.append(figure)
            typer.echo(report.row(figure).strip("| \n").replace(" | ", "  "))
    if write:
        write.parent.mkdir(parents=True, exist_ok=True)
        write.write_text(report.page(figures), encoding="utf-8")
