"""`amicus eval`: how accurate the tagger is, on labelled texts."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from nlp.evaluate.measures import Figure

PAGE = Path("docs/accuracy.md")


def eval(  # noqa: A001 -- the command's name
    name: Annotated[str, typer.Argument(metavar="[SET]", help="One set, or all of them when left out.")] = "",
    gold: Annotated[Path | None, typer.Option(help="Labelled provisions in the format of HostBench.")] = None,
    shared: Annotated[Path, typer.Option(help="Folder with the labelled sets.")] = Path("../shared"),
    write: Annotated[Path | None, typer.Option(help="Page to write (docs/accuracy.md, unless --gold).")] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail when a figure fell by a point.")] = False,
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
            typer.echo(_said(figure))
    page = write or (PAGE if PAGE.parent.is_dir() and not gold else None)
    before = page.read_text(encoding="utf-8") if page and page.exists() else ""
    if check:
        if worse := report.fallen(figures, before):
            raise Fault(f"{page}: {len(worse)} figures fell by more than a point: {'; '.join(worse)}")
    elif page:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(report.page(figures, before), encoding="utf-8")


def _said(figure: "Figure") -> str:
    """set  part  figure  value  P  R  interval  count  goal, leaving out what there is none of."""
    from nlp.evaluate import report

    shares = [
        f"{name} {share:.3f}" for name, share in (("P", figure.precision), ("R", figure.recall)) if share is not None
    ]
    cells = [cell.strip() for cell in report.row(figure).strip("| \n").split("|")]
    return "  ".join(filter(None, (*cells[:4], *shares, *cells[6:])))
