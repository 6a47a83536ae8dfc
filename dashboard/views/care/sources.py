"""The health of all sources: what needs care first."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from dashboard.views import days
from dashboard.views.care.freshness import ANSWERED, BAD, UNCHECKED, Health, fresh, listed
from dashboard.views.page import render
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary

ORDER = {"failed": 0, "suspicious": 1, "ok": 2, "quiet": 2, "not_asked": 3}


class Asked(NamedTuple):
    """Of which place, and of which verdict (or UNCHECKED, or ANSWERED); empty is every one."""

    verdict: str = ""
    place: str = ""

    def of(self, sources: Sequence[Health]) -> list[Health]:
        groups = {UNCHECKED: BAD, ANSWERED: {*vocabulary().verdict} - BAD}
        wanted = groups.get(self.verdict, {self.verdict})
        off = self.verdict != UNCHECKED
        return [one for one in sources if not self.verdict or (one.verdict in wanted and (off or not one.off))]


def page(
    sources: Sequence[Health], asked: Asked, today: date, tongue: Tongue, apart: Markup, accuracy: Markup
) -> Markup:
    """Of the sources of the place that is asked for. `apart` is the part on where two of them disagree, `accuracy` the one on how good the tags are."""
    found = asked.of(sources)
    ordered = sorted(found, key=lambda source: (ORDER[source.verdict], source.jurisdiction, source.name))
    verdicts = [source.verdict for source in sources]
    return render(
        "sources.html",
        tongue,
        fresh=fresh(sources, today, tongue, asked.place),
        asked=asked,
        totals=[(verdict, verdicts.count(verdict), listed(verdict, asked.place)) for verdict in vocabulary().verdict],
        worst=[source for source in ordered if source.verdict in {"failed", "suspicious"}],
        sources=ordered,
        apart=apart,
        accuracy=accuracy,
        moment=lambda instant: days.moment(instant, tongue),
        history=lambda source: _history(source, tongue),
    )


def _history(source: Health, tongue: Tongue) -> str:
    return ", ".join(tongue.say(vocabulary().verdict[verdict].word) for verdict in source.history)
