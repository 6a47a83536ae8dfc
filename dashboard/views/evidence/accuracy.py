"""How good the tags are: what `amicus eval` wrote down, by language, against its goals, and in full, bad figures too."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.views.page import render
from dashboard.words.tongue import Tongue
from nlp.evaluate.report import SETS, Line
from nlp.scores.cutoffs import ALERT, WATCH

SAMPLE = "sample"
LABELS, NORMS = "hostbench", "norm F1"


def section(lines: Sequence[Line], tongue: Tongue) -> Markup:
    """What a random sample showed comes first, then goals that are missed."""
    drawn = [line for line in lines if (line.set, line.part) == (SAMPLE, "all")]
    aimed = sorted((line for line in lines if line.goal), key=lambda line: line.holds == "yes")
    return render(
        "accuracy.html",
        tongue,
        languages=[
            (tongue.language(line.part), line.precision, line.recall)
            for line in lines
            if line.set == LABELS and line.name == NORMS and len(line.part) == 2
        ],
        aimed=[*drawn, *aimed],
        missed=sum(line.holds == "no" for line in aimed),
        sets=[(name, [line for line in lines if line.set == name]) for name in SETS.values()],
        cutoffs=[(name, at, _found(lines, name)) for name, at in (("alert", ALERT), ("watch", WATCH))],
    )


def _found(lines: Sequence[Line], cutoff: str) -> tuple[str, str, str]:
    """(right, found of all, read) at a cut-off, on acts that were held out."""
    held = [line for line in lines if line.part.startswith(f"acts held out: relevant, {cutoff} at")]
    first = next((line for line in held if line.name == "F1"), None)
    read = next((line for line in held if line.name == "read"), None)
    return (first.precision, first.recall, read.value) if first and read else ("", "", "")
