"""Where official sources cannot both be right about a matter, for the page of sources and the command line."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from crawlers.matter import Struct
from dashboard.views import days
from dashboard.views.page import render
from dashboard.words.tongue import Tongue, later
from dashboard.words.vocabulary import vocabulary
from index.disagreement import crosscheck
from index.disagreement.contradictions import Contradiction, Side, Sort

SHOWN = 50
_WHAT = {
    Sort.TITLE: later("Name"),
    Sort.STATUS: later("Status"),
    Sort.DATE: later("Day"),
    Sort.VERSION: later("Version"),
}


class Row(Struct, frozen=True, kw_only=True):
    """One disagreement in a reader's words."""

    matter: str
    title: str
    what: str
    sides: tuple[Side, Side]


def section(
    found: Sequence[Contradiction],
    compared: int,
    names: Mapping[str, str],
    tongue: Tongue,
    pairs: Sequence[crosscheck.Row] = (),
) -> Markup:
    """`compared` is how many matters several sources spoke of; `names` are those of the sources, by id; `pairs` what
    the comparison of recorded files wrote down.
    """
    return render(
        "disagree.html",
        tongue,
        rows=[row(one, names, tongue) for one in found[:SHOWN]],
        totals=_totals(found, tongue),
        more=len(found) > SHOWN,
        compared=compared,
        pairs=pairs,
        kinds=[tongue.say(word) for word in _WHAT.values()],
    )


def row(found: Contradiction, names: Mapping[str, str], tongue: Tongue) -> Row:
    one, other = (_side(found.sort, side, names, tongue) for side in (found.one, found.other))
    return Row(matter=found.matter, title=found.title, what=_what(found, tongue), sides=(one, other))


def _totals(found: Sequence[Contradiction], tongue: Tongue) -> str:
    counted = {sort: sum(one.sort is sort for one in found) for sort in Sort}
    return ", ".join(
        f"{tongue.say(_WHAT[sort])}: {tongue.number(number)}" for sort, number in counted.items() if number
    )


def _what(found: Contradiction, tongue: Tongue) -> str:
    more = {
        Sort.TITLE: tongue.language(found.about),
        Sort.DATE: tongue.say(vocabulary().event.get(found.about, found.about)),
    }.get(found.sort, found.about)
    return f"{tongue.say(_WHAT[found.sort])}: {more}" if more else tongue.say(_WHAT[found.sort])


def _side(sort: Sort, side: Side, names: Mapping[str, str], tongue: Tongue) -> Side:
    said = side.said if sort is Sort.TITLE else ", ".join(_word(word, tongue) for word in side.said.split())
    id, *form = side.source.partition(" (")
    return Side(source="".join((names.get(id, id), *form)), said=said, learned=_word(side.learned, tongue))


def _word(word: str, tongue: Tongue) -> str:
    """A day as people read it, or the word of a status."""
    day = days.parsed(word)
    if day:
        return tongue.day(day, "d MMM y")
    return tongue.say(vocabulary().status[word].word) if word in vocabulary().status else word
