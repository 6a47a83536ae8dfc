"""amicus dossier: all that is known of one opportunity, and what persons answered and scored."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from crawlers.fault import Fault
from dashboard.terminal import tell


def dossier(
    matter: Annotated[str, typer.Argument(help="id of a matter with a window, e.g. us/scotus/26-123")],
    to: Annotated[Path | None, typer.Option(help="write here: FILE.html, FILE.docx or FILE.wiki")] = None,
    score: Annotated[list[str] | None, typer.Option(help="keep a score, CRITERION=0 to 3, e.g. facts=3")] = None,
    answer: Annotated[list[str] | None, typer.Option(help="keep an answer, HEADING=WORDS, e.g. privacy=…")] = None,
    who: Annotated[str, typer.Option(help="the role of the person who scores or answers")] = "",
    language: Annotated[str, typer.Option(help="en, de, fr, es, it or pt")] = "en",
) -> None:
    """Show or export the dossier of an opportunity, with what persons here scored and answered."""
    from dashboard.digest.speech import speech
    from dashboard.dossier.made import FORMATS, drawn, made
    from dashboard.dossier.outline import plain
    from index.advice.judgements import answers, judgements
    from index.private import open_private

    private = open_private()
    _keep(matter, score or [], answer or [], who)
    judged = judgements(private).get(matter)
    found = made(matter, speech(language), answers(private, matter), judged.scores if judged else {})
    if not to:
        tell(plain(found))
        return
    ending = to.suffix.lstrip(".")
    if ending not in FORMATS:
        raise Fault(f"{to.name}: not written; the name must end with .html, .docx or .wiki")
    to.write_bytes(drawn(found, ending))
    typer.echo(f"{to}: written. It holds what persons here wrote: keep it private.")


def _keep(matter: str, scores: Iterable[str], words: Iterable[str], who: str) -> None:
    """What was typed, beside what was scored before."""
    from dashboard.today import instant
    from index.advice.judgements import Judged, answer, judge, judgements
    from index.private import open_private

    private = open_private()
    for heading, said in map(_pair, words):
        answer(private, matter, heading, said, who)
    typed = {name: _number(name, value) for name, value in map(_pair, scores)}
    if typed:
        known = judgements(private).get(matter)
        judge(private, matter, Judged(scores={**(known.scores if known else {}), **typed}, by=who, at=instant()))


def _pair(words: str) -> tuple[str, str]:
    name, equals, value = words.partition("=")
    if not equals:
        raise Fault(f"{words!r}: write NAME=VALUE, e.g. facts=3")
    return name.strip(), value.strip()


def _number(name: str, value: str) -> int:
    if not value.isdecimal() or len(value) > 2:
        raise Fault(f"Not saved: {name} {value!r}: a score is 0, 1, 2 or 3")
    return int(value)
