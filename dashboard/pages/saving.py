"""Saving a search, so that mails can follow it: what it would have told in the last 90 days, and a name. Private."""

import streamlit as st

from crawlers.fault import Fault
from dashboard import doors, private
from dashboard.pages import draw, insider
from dashboard.today import instant, today
from dashboard.views.notices import bad, note
from dashboard.words.tongue import Tongue
from index.phrase import told
from index.saved import Preview, preview, save

# matters that are named; all are counted
MOST = 50


def saving(query: str, tongue: Tongue) -> None:
    """Folded under the list; nothing for strangers, and nothing to save while nothing is asked."""
    if not (query and insider()):
        return
    with st.expander(tongue.say("Save this search")):
        if st.button(tongue.say("Show what it would have told")):
            _show(query, tongue)
        with st.form("saving", clear_on_submit=True, border=False):
            name = st.text_input(tongue.say("Name"), max_chars=120)
            pressed = st.form_submit_button(tongue.say("Keep it (private)"))
        if pressed:
            _keep(name, query, tongue)


def _show(query: str, tongue: Tongue) -> None:
    """Before it is kept: how many changes, and of which matters, the newest first."""
    try:
        would = preview(doors.records(), doors.search(), doors.search().read(query), today())
    except Fault as fault:
        draw(bad(tongue.say("This search cannot run."), told(fault, tongue), tongue))
        return
    known = (doors.card(id) for id in dict.fromkeys(change.matter for change in would.changes))
    draw(note(_counted(would, tongue), "", tongue, matters=[card for card in known if card][:MOST]))


def _keep(name: str, query: str, tongue: Tongue) -> None:
    """How much it would have told is counted once more; a fault is shown in its own sentence."""
    try:
        kept = save(private.shelves(), doors.search(), name, query, instant())
        would = preview(doors.records(), doors.search(), kept.asked, today())
    except Fault as fault:
        draw(bad(tongue.say("Not kept."), told(fault, tongue), tongue))
        return
    draw(note(tongue.say("Kept."), _counted(would, tongue), tongue))


def _counted(would: Preview, tongue: Tongue) -> str:
    return tongue.count(
        "In the last 90 days it would have told {n} change.",
        "In the last 90 days it would have told {n} changes.",
        len(would.changes),
    )
