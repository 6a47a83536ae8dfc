"""amicus brief: one page about a matter or a lens, for a meeting; private until somebody publishes it."""

from pathlib import Path
from typing import Annotated

import typer

from crawlers.fault import Fault
from dashboard.terminal import tell


def brief(
    subject: Annotated[str, typer.Argument(help="id of a matter, e.g. uk/bill/3937, or a lens, e.g. dsa-and-audit")],
    to: Annotated[Path | None, typer.Option(help="write here: FILE.html, FILE.docx or FILE.wiki")] = None,
    public: Annotated[bool, typer.Option("--public", help="leave out what people here wrote")] = False,
    publish: Annotated[bool, typer.Option("--publish", help="let anybody read it on this server as it is now")] = False,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="let nobody but people here read it any more")] = False,
    language: Annotated[str, typer.Option(help="en, de, fr, es, it or pt")] = "en",
) -> None:
    """Write a brief of one page about a matter or a lens: next date, who decides, the words, what worked elsewhere."""
    from dashboard.digest.speech import speech
    from dashboard.dossier import briefed
    from dashboard.dossier.made import FORMATS, drawn
    from dashboard.dossier.outline import plain

    if withdraw:
        briefed.withdraw(subject)
        typer.echo(f"{subject}: only people here can read its brief.")
        return
    paper = briefed.brief_of(subject, speech(language), secret=not public)
    ending = to.suffix.lstrip(".") if to else ""
    if to and ending not in FORMATS:
        raise Fault(f"{to.name}: not written; the name must end with .html, .docx or .wiki")
    if to:
        to.write_bytes(drawn(paper, ending))
    else:
        tell(plain(paper))
    if publish:
        briefed.publish(subject, speech(language))
        typer.echo(f"{subject}: published as it is now, with what people here wrote; --withdraw takes it back.")
