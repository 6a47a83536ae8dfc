"""The register of duties on the page Calendar, and the form that records one as done."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import streamlit as st

from crawlers.fault import Fault
from crawlers.matter import Matter
from dashboard import doors, private
from dashboard.pages import draw, insider
from dashboard.views import register as view
from dashboard.views.notices import bad
from dashboard.words.tongue import Tongue
from index.binding.profile import profiles
from index.compliance import Done, Row, binding, record, recorded, register, told


def bound(today: date, tongue: Tongue) -> None:
    """What binds the foundation; laws are judged anew only when the records change."""
    if not insider():
        return
    rows = register(_laws(doors.position()), recorded(private.shelves()), today)
    draw(view.table(rows, today, tongue))
    if rows:
        _form(rows, tongue)


@lru_cache(1)
def _laws(position: str) -> tuple[Matter, ...]:  # noqa: ARG001 -- the key of what is kept
    return tuple(binding(doors.records(), profiles()["foundation"]))


def _form(rows: Sequence[Row], tongue: Tongue) -> None:
    said = {row.key: f"{row.law[:80]}, {row.article}: {row.duty.replace('_', ' ')}" for row in rows}
    with st.expander(tongue.say("Record what was done")), st.form("done", clear_on_submit=True):
        key = st.selectbox(tongue.say("Duty"), list(said), index=None, format_func=lambda key: said[key])
        on = st.text_input(tongue.say("Done on"), max_chars=40, placeholder="12 Nov 2026")
        evidence = st.text_input(tongue.say("Link to what proves it"), max_chars=1000, placeholder="https://")
        owner = st.text_input(tongue.say("Who owns it (a role)"), max_chars=80)
        pressed = st.form_submit_button(tongue.say("Keep it"), type="primary")
    if pressed and key:
        _keep(key, on, evidence, owner, tongue)


def _keep(key: str, on: str, evidence: str, owner: str, tongue: Tongue) -> None:
    try:
        record(private.shelves(), key, told(recorded(private.shelves()).get(key, Done()), on, evidence, owner))
    except Fault as fault:
        draw(bad(tongue.say("Not kept."), str(fault), tongue))
        return
    st.rerun()
