"""What a reader sees where a page stops: one sentence in the place of a trace, which stays in the log of the server."""

import logging

from markupsafe import Markup

from crawlers.fault import Fault
from dashboard.pages import draw, insider, speaker
from dashboard.today import instant
from dashboard.views.notices import bad
from dashboard.views.text import capital, in_language
from dashboard.words.tongue import Tongue, later
from index.engines.engine import NoEngine
from index.phrase import Told, told

_log = logging.getLogger(__name__)


def stopped(fault: Exception) -> bool:
    """Shown; Streamlit, which logs what it hands over here, then draws nothing of its own."""
    tongue = speaker()
    if isinstance(fault, Fault):
        _log.error("%s", fault)
    draw(bad(*_words(fault, tongue), tongue))
    return True


def _words(fault: Exception, tongue: Tongue) -> tuple[str, str]:
    """A stranger is told of no file and no setting."""
    if isinstance(fault, NoEngine):
        return (
            tongue.say("The search index cannot be asked now."),
            tongue.say("It may be filled anew, which takes a minute. Records are safe; load the page again."),
        )
    first = tongue.say("This page cannot be shown now.")
    if isinstance(fault, Told) or (isinstance(fault, Fault) and insider()):
        said = capital(told(fault, tongue)).removesuffix(".")
        ours = said if isinstance(fault, Told) else in_language(said, "en", 600)
        again = tongue.say("What was kept before is safe; load the page again.")
        return first, Markup("{}. {}").format(ours, again)
    rest = later(
        "The fault is ours, and what was kept before is safe: load the page again or open another."
        " Whoever runs this server finds it in the log at {time}."
    )
    return first, tongue.say(rest, time=instant())
