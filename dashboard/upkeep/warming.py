"""What the first visitor would wait for, done beforehand: a list of the search, then what the start page counts."""

import inspect
from contextlib import suppress
from threading import Thread

from crawlers.fault import Fault
from dashboard import doors
from dashboard.reads import search_page, this_week
from dashboard.reads.search_url import State
from dashboard.today import today
from dashboard.views.page import environment
from dashboard.words.tongue import tongue

ASKED = "law service"  # two words that most collections hold: what one word alone would not open is opened too
LONGEST = 2.0  # seconds that nobody is answered for it: an index that must be filled anew takes longer
TEMPLATES = ("parts", "heading", "fresh", "tongues", "search_facets", "search_results")


def begin() -> None:
    """Before a server answers: beside a browser that loads its scripts it would take longer, and hold up those too."""
    work = Thread(target=warm, daemon=True)
    work.start()
    work.join(LONGEST)


def warm() -> None:
    """What is wrong with records or index is said by the page that is asked for."""
    english = tongue("en")
    for name in TEMPLATES:
        environment(english.code).get_template(f"{name}.html")
    inspect.stack()  # Streamlit looks at its own once a process, which reads where every loaded module stands
    with suppress(Fault):
        doors.freshness(today(), english)
        search_page.find(State(q=ASKED), today(), english)
        this_week.week(today())
