"""Saving a search, so that mails can follow it: a name, and what it would have told in the last 90 days. Private."""

import streamlit as st

from crawlers.fault import Fault
from dashboard import doors, private
from dashboard.pages import draw, insider
from dashboard.today import instant, today
from dashboard.views.notices import bad, note
from dashboard.words.tongue import Tongue
from index.phrase import told
from index.saved import preview, save


def saving(query: str, tongue: Tongue) -> None:
    """Folded under the list; nothing for strangers, and nothing to save while nothing is asked."""
    if not (query and insider()):
        return
    with st.expander(tongue.say("Save this search")):
        with st.form("saving", clear_on_submit=True, border=False):
            name = st.text_input(tongue.say("Name"), max_chars=120)
            pressed = st.form_submit_button(tongue.say("Keep it (private)"))
        if pressed:
            _keep(name, query, tongue)


def _keep(name: str, query: str, tongue: Tongue) -> None:
    """How much it would have told is counted once, when it is kept; a fault is shown in its own sentence."""
    try:
        kept = save(private.shelves(), doors.search(), name, query, instant())
        would = preview(doors.records(), doors.search(), kept.asked, today())
    except Fault as fault:
        draw(bad(tongue.say("Not kept."), told(fault, tongue), tongue))
        return
    would_tell = tongue.count(
        "In the last 90 days it would have told {n} change.",
        "In the last 90 days it would have told {n} changes.",
        len(would.changes),
    )
    draw(note(tongue.say("Kept."), would_tell, tongue))
