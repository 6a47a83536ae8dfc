"""The health of all sources: what needs care first."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from dashboard.views import days
from dashboard.views.care.freshness import Health, fresh
from dashboard.views.page import render
from dashboard.words.tongue import Tongue
from dashboard.words.vocabulary import vocabulary

ORDER = {"failed": 0, "suspicious": 1, "ok": 2, "quiet": 2, "not_asked": 3}


def page(sources: Sequence[Health], today: date, tongue: Tongue, apart: Markup, accuracy: Markup) -> Markup:
    """`apart` is the part on where two of them disagree, `accuracy` the one on how good the tags are."""
    ordered = sorted(sources, key=lambda source: (ORDER[source.verdict], source.jurisdiction, source.name))
    verdicts = [source.verdict for source in sources]
    return render(
        "sources.html",
        tongue,
        fresh=fresh(sources, today, tongue),
        totals=[(verdict, verdicts.count(verdict)) for verdict in vocabulary().verdict],
        worst=[source for source in ordered if source.verdict in {"failed", "suspicious"}],
        sources=ordered,
        apart=apart,
        accuracy=accuracy,
        moment=lambda instant: days.moment(instant, tongue),
        history=lambda source: _history(source, tongue),
    )


def _history(source: Health, tongue: Tongue) -> str:
    return ", ".join(tongue.say(vocabulary().verdict[verdict].word) for verdict in source.history)
