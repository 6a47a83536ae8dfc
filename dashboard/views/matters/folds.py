"""The whole text of a law on one page that needs no script: its parts under folds, which a link to a provision opens."""

from itertools import groupby

from crawlers.matter import Matter, Provision, Struct, Text
from crawlers.sources import Republish
from dashboard.public.licence import allowed
from dashboard.views.evidence.marks import Notes
from dashboard.views.matters import law, reader
from dashboard.views.matters.matter_page import Around
from dashboard.views.matters.reader import Line
from dashboard.views.text import line, short
from dashboard.words.tongue import Tongue

# parts of a law of which all are shown; of a longer one those in which we marked something, else the first ones
WHOLE, FIRST = 400, 10
# parts that stand open
OPEN = 5


class Fold(Struct, frozen=True, kw_only=True):
    """`marked` counts the statements in it; `anchors` are parts that links name though no line of them has the id."""

    name: str
    parts: int
    marked: int
    open: bool
    anchors: tuple[str, ...]
    lines: tuple[Line, ...]


def folds(matter: Matter, text: Text, around: Around, tongue: Tongue, notes: Notes) -> list[Fold]:
    """Each part with a statement under its own; those without that follow each other share one.

    Where the licence lets only excerpts out, there are none but the parts in which we marked something.
    """
    groups = law.articles(text)
    contents = reader.contents(matter, text, groups)
    marked = [part for part in contents if part[2]][:WHOLE]
    if allowed(matter) is not Republish.TEXT:
        contents = marked
    elif len(contents) > WHOLE:
        contents = marked or contents[:FIRST]
    named = reader.addresses(around)

    def fold(parts: list[tuple[str, str, int]]) -> Fold:
        units = [unit for id, _, _ in parts for unit in groups[id]]
        return Fold(
            name=_named([name for _, name, _ in parts]),
            parts=len(parts),
            marked=sum(count for _, _, count in parts),
            open=len(contents) <= OPEN,
            anchors=_lacking([id for id, _, _ in parts], units),
            lines=tuple(reader.lines(matter, text, units, named, tongue, notes)),
        )

    return [fold(list(run)) for _, run in groupby(contents, key=lambda part: part[0] if part[2] else "")]


def _named(names: list[str]) -> str:
    first, last = (short(line(name), 90) for name in (names[0], names[-1]))
    return first if len(names) == 1 else f"{first} – {last}"


def _lacking(ids: list[str], units: list[Provision]) -> tuple[str, ...]:
    held = {unit.id for unit in units}
    return tuple(id for id in ids if id not in held)
