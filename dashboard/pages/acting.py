"""The forms that give a matter a thing to do, with its owner and its day, and that say it is done. Private."""

from collections.abc import Sequence

import streamlit as st

from crawlers.fault import Fault
from dashboard import private
from dashboard.kept import Kept
from dashboard.pages import draw
from dashboard.today import instant
from dashboard.views.acting.actions import Action, subject
from dashboard.views.notices import bad
from dashboard.words.tongue import Tongue
from index.clock.given import day
from index.phrase import told


def add(matter: str, tongue: Tongue) -> None:
    with st.expander(tongue.say("Add an action")), st.form("action", border=False):
        what = st.text_input(tongue.say("What is to be done"), max_chars=1000)
        owner = st.text_input(tongue.say("Owner (a role)"), max_chars=80, key="action owner")
        due = st.text_input(tongue.say("Due"), max_chars=40, placeholder="4 Dec 2026", key="action due")
        pressed = st.form_submit_button(tongue.say("Keep it (private)"))
    if pressed and what and what.strip():
        try:
            on = day(due).isoformat() if due and due.strip() else ""
        except Fault as fault:
            draw(bad(tongue.say("Not kept."), told(fault, tongue), tongue))
            return
        _keep(subject(matter, instant()), what.strip(), owner or "", on, done="")


def close(open_: Sequence[Action], tongue: Tongue) -> None:
    """Choose one and say it is done; nothing where nothing is to be done."""
    if not open_:
        return
    held = {one.subject: one for one in open_}
    with st.expander(tongue.say("Say that an action is done")), st.form("done action", border=False):
        chosen = st.selectbox(tongue.say("Action"), list(held), index=None, format_func=lambda key: held[key].what)
        pressed = st.form_submit_button(tongue.say("It is done"))
    if pressed and chosen:
        one = held[chosen]
        _keep(chosen, one.what, one.owner, one.day, done=instant())


def _keep(about: str, what: str, owner: str, due: str, *, done: str) -> None:
    body = {"what": what, "owner": owner.strip(), "due": due, "done": done}
    private.keep(Kept(kind="action", subject=about, role=owner.strip() or "staff", at=instant(), body=body))
    st.rerun()
