"""This week: the start page, and on a fresh machine the first start."""

import streamlit as st

from dashboard import doors
from dashboard.pages import draw, insider, speaker
from dashboard.reads import this_week
from dashboard.today import today
from dashboard.upkeep import background
from dashboard.views import labels
from dashboard.views import week as view
from dashboard.views.care.first_start import believed, panel, sampled
from dashboard.views.part import Part
from index.lenses import lenses

tongue = speaker()
day = today()
if st.query_params.get("sample") in {"0", "1"}:
    st.session_state["sample"] = st.query_params["sample"] == "1"

week = this_week.week(day)
cards = doors.cards()
state = background.state()
first = state.unreached or all(source.verdict == "not_asked" for source in week.sources)
facts = [card for card in cards if card.source == "watchlist"]
if first:
    week = this_week.beside(week, facts)
shown = st.session_state.get("sample", True)
extra = {
    "first": first,
    "held": len(cards),
    **believed(facts, day, tongue),
    "panel": panel(state, background.plan(), tongue) if first or state.running else None,
    "sample": sampled(doors.cards(doors.SAMPLE), day, tongue) if shown else (),
}
part = Part(*(st.query_params.get(name, "") for name in Part._fields))
lens = next((one for one in lenses() if one.id == part.lens), None)
beside = this_week.lensed(week, day, tongue), this_week.places(week, cards, tongue)
wanted = part.of(week, doors.lens(lens.query, day) if lens else None)
named = tongue.say(lens.name) if lens else labels.place(part.place, tongue) if part.place else ""
head, body = view.page(wanted, part, *beside, tongue, {**extra, "named": named})
draw(head)
if state.running and insider():
    st.button(tongue.say("Stop the update"), on_click=background.stop, key="update")
elif extra["panel"] and not state.offline and insider():
    st.button(tongue.say("Start the update"), type="primary", on_click=background.start, key="update")
draw(body)
